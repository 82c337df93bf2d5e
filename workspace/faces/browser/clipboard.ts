/** Cells as clipboard text: tab-separated, a field with a tab, a line break or a quote in quotes. */

/** The rows a clipboard text stands for; its last line break ends the last row and adds none. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const source = text.replace(/\r\n?/gu, '\n').replace(/\n$/u, '');
  let at = 0;
  for (;;) {
    let field = '';
    const closing = source[at] === '"' ? closingQuote(source, at) : undefined;
    if (closing === undefined) {
      while (at < source.length && source[at] !== '\t' && source[at] !== '\n') {
        field += source.charAt(at);
        at += 1;
      }
    } else {
      field = source.slice(at + 1, closing).replace(/""/gu, '"');
      at = closing + 1;
    }
    rows.at(-1)?.push(field);
    if (at >= source.length) return rows;
    if (source[at] === '\n') rows.push([]);
    at += 1;
  }
}

/** Where the quoted field that starts at `start` ends; undefined if a quote merely stands at its beginning. */
function closingQuote(source: string, start: number): number | undefined {
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] !== '"') continue;
    if (source[at + 1] === '"') at += 1;
    else
      return at + 1 === source.length || source[at + 1] === '\t' || source[at + 1] === '\n' ? at : undefined;
  }
  return undefined;
}

/** Rows as clipboard text. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  const field = (text: string): string => (/[\t\n"]/u.test(text) ? `"${text.replace(/"/gu, '""')}"` : text);
  return rows.map((row) => row.map(field).join('\t')).join('\n');
}

/** Values as wide as the widest row, repeated over the selection when it holds them a whole number of times. */
export function fillSelection(
  values: readonly (readonly string[])[],
  selection: { rows: number; columns: number },
): string[][] {
  const width = Math.max(1, ...values.map((row) => row.length));
  const height = values.length;
  const down = selection.rows % height === 0 ? selection.rows / height : 1;
  const across = selection.columns % width === 0 ? selection.columns / width : 1;
  return Array.from({ length: height * down }, (_, row) =>
    Array.from({ length: width * across }, (__, column) => values[row % height]?.[column % width] ?? ''),
  );
}
