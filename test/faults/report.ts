/** What was played: counts by operation and class, failures with the line that plays them again. */

interface Count {
  known: number;
  played: number;
  failed: number;
}

/** Counts of cases, by row and column of the table at the end. */
export function createReport() {
  const counts = new Map<string, Map<string, Count>>();
  let failures = 0;

  const countOf = (row: string, column: string): Count => {
    const columns = counts.get(row) ?? new Map<string, Count>();
    counts.set(row, columns);
    const count = columns.get(column) ?? { known: 0, played: 0, failed: 0 };
    columns.set(column, count);
    return count;
  };

  const fail = (line: string, problems: readonly string[]): void => {
    failures += 1;
    console.log(`FAILED ${line}`);
    problems.forEach((problem) => console.log(`       ${problem}`));
  };

  return {
    /** So many cases are to be played there. */
    expect(row: string, column: string, known: number): void {
      countOf(row, column).known += known;
    },
    /** Notes a case that was played; `line` plays it again. */
    note(row: string, column: string, line: string, problems: readonly string[]): void {
      const count = countOf(row, column);
      count.played += 1;
      if (problems.length === 0) return;
      count.failed += 1;
      fail(line, problems);
    },
    /** Something could not be played at all. */
    fail,
    /** Prints a table of these rows; answers how many cases were played. */
    table(title: string, rows: readonly string[], columns: readonly string[]): number {
      const shown = rows.map((row) => ({
        [title]: row,
        ...Object.fromEntries(columns.map((column) => [column, textOf(countOf(row, column))])),
      }));
      const total = columns.map((column) => [column, textOf(sum(rows.map((row) => countOf(row, column))))]);
      console.table([...shown, { [title]: 'all', ...Object.fromEntries(total) }]);
      return rows
        .flatMap((row) => columns.map((column) => countOf(row, column).played))
        .reduce((a, b) => a + b, 0);
    },
    get failures() {
      return failures;
    },
  };
}

function sum(counts: readonly Count[]): Count {
  return counts.reduce(
    (all, { known, played, failed }) => ({
      known: all.known + known,
      played: all.played + played,
      failed: all.failed + failed,
    }),
    { known: 0, played: 0, failed: 0 },
  );
}

function textOf({ known, played, failed }: Count): string {
  if (known === 0 && played === 0) return '';
  const of = played === known ? String(played) : `${played} of ${known}`;
  return failed === 0 ? of : `${of}, ${failed} FAILED`;
}
