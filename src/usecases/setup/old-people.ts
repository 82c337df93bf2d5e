/** 旧台帳 as people: who stands in which row, what could not be read, who stands there twice. */
import {
  adoptRow,
  findDuplicates,
  type AdoptedRow,
  type AdoptionProblem,
  type OldCell,
} from '../../domain/adoption';
import type { RawCell } from '../../sheets/cell';
import { ledger } from '../../sheets/schema';
import type { OldColumn } from './columns';
import type { SetupReport } from './report';

export interface OldPerson {
  /** Row of 旧台帳. */
  row: number;
  adopted: AdoptedRow;
  number: string;
}

/** Everybody of the old rows; rows without anything in a mapped column are left out, unless another cell holds something. */
export function readOldPeople(
  rows: readonly (readonly OldCell[])[],
  columns: readonly OldColumn[],
): OldPerson[] {
  return rows
    .map((row, index) => ({ row, at: index + 2 }))
    .filter(({ row }) => row.some((cell) => typeof cell === 'object' || String(cell).trim() !== ''))
    .map(({ row, at }) => {
      const adopted = adoptRow(row, columns);
      return { row: at, adopted, number: String(adopted.values[ledger.columns.number.header] ?? '') };
    });
}

/** Of rows with one and the same number only the first is taken; all of them are reported. */
export function withoutDoubles(people: readonly OldPerson[], report: SetupReport): OldPerson[] {
  const doubles = findDuplicates(
    people.map(({ row, number, adopted }) => ({
      row,
      number,
      name: String(adopted.values[ledger.columns.name.header] ?? ''),
    })),
  );
  const later = new Set<number>();
  for (const { key, rows, exact, sameName } of doubles) {
    if (exact) rows.slice(1).forEach((row) => later.add(row));
    const [first = 0] = rows;
    const what = exact ? '同じ番号の行があります' : '先頭の0やハイフンだけが違う番号の行があります';
    const end = exact ? 'はじめの行だけを移しました。' : 'どちらも移しました。番号をお確かめください。';
    report.problems.push({
      row: first,
      text: `番号 ${key}：${what}（${rows.join('、')}行目${sameName ? '、同じ氏名' : ''}）。${end}`,
    });
  }
  return people.filter(({ row }) => !later.has(row));
}

/**
 * Reports what could not be read. A cell that somebody has filled in or changed
 * in 台帳 since is no longer reported; `present` gives the cells of 台帳 by header.
 */
export function reportUnread(
  people: readonly OldPerson[],
  present: ReadonlyMap<string, Readonly<Record<string, RawCell>>>,
  report: SetupReport,
): void {
  for (const { row, number, adopted } of people) {
    if (Object.keys(adopted.values).length === 0 && adopted.problems.length === 0) {
      report.problems.push({ row, text: '台帳に移す列に何も書かれていないため、移していません。' });
    }
    const cells = present.get(number);
    for (const problem of adopted.problems) {
      const mended =
        cells && String(cells[problem.column] ?? '') !== String(adopted.values[problem.column] ?? '');
      if (!mended) report.problems.push({ row, text: problemText(problem, adopted) });
    }
  }
}

const REASONS: Readonly<Partial<Record<AdoptionProblem['reason'], string>>> = {
  NO_NUMBER: '番号がないため、この行は移していません。',
  NO_NAME: '氏名がありません。台帳に入れてください。',
  DITTO: '「同上」などは、どの行のことか分からなくなるため移していません。台帳に入れてください。',
};

function problemText({ column, text, reason }: AdoptionProblem, { values }: AdoptedRow): string {
  const kept = values[column];
  const what =
    REASONS[reason] ??
    (kept === undefined
      ? `「${text}」は読み取れなかったため、空欄にしました。台帳に入れてください。`
      : `「${text}」という書き方は決まったものにないため、そのまま移しました。台帳で選び直してください。`);
  return `${column}：${what}`;
}
