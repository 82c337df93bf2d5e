import { isJoined, type ColumnMapping } from './adoption-headers';
import { readCell, type CellProblem, type OldCell } from './adoption-cells';
import { numberKey, numberText } from './fields/number';
import { toPlain } from './fields/width';

export { isJoined, proposeMapping, type ColumnMapping } from './adoption-headers';
export type { OldCell } from './adoption-cells';

/** A cell that could not be taken over as it stands; 旧台帳 keeps it. */
export interface AdoptionProblem {
  /** Header in 台帳. */
  column: string;
  text: string;
  reason: CellProblem | 'NO_NUMBER' | 'NO_NAME';
}

/** A row for 台帳 by header: text, or the serial of a day. Blanks are left out. */
export interface AdoptedRow {
  values: Record<string, string | number>;
  problems: AdoptionProblem[];
}

/**
 * Takes a row of an old table over. Names stay as typed, to the byte; dates in 和暦 or as text become days; what cannot be read is
 * reported and left blank (a 状態 stays as typed, and so stops the login until somebody looks). Where the old table says
 * nothing: 状態 有効, マイページ 未案内, メールの状態 未確認, 通知方法 by whether there is an address.
 */
export function adoptRow(oldRow: readonly OldCell[], mapping: readonly ColumnMapping[]): AdoptedRow {
  const problems: AdoptionProblem[] = [];
  const values: Record<string, string | number> = {};
  mapping.forEach(({ column }, at) => {
    const cell = oldRow[at];
    if (column === null || cell === undefined || cell === '') return;
    const read = readCell(column, cell);
    if (read.problem) problems.push({ column, text: shown(cell), reason: read.problem });
    for (const [name, value] of Object.entries(read.values)) {
      const before = values[name];
      if (before === undefined) values[name] = value;
      else if (name === column && isJoined(column))
        values[name] = joined(column, String(before), String(value));
    }
  });
  if (Object.keys(values).length === 0 && problems.length === 0) return { values, problems };
  if (values['登録番号'] === undefined) problems.push({ column: '登録番号', text: '', reason: 'NO_NUMBER' });
  if (values['氏名'] === undefined) problems.push({ column: '氏名', text: '', reason: 'NO_NAME' });
  const hasMail = values['メールアドレス'] !== undefined;
  const defaults: Record<string, string> = {
    状態: '有効',
    マイページ: '未案内',
    通知方法: hasMail ? 'メール' : '郵送',
    ...(hasMail ? { メールの状態: '未確認' } : {}),
  };
  return { values: { ...defaults, ...values }, problems };
}

function joined(column: string, before: string, after: string): string {
  const between = { 住所: '', 備考: '／' }[column] ?? '　';
  return before + between + after;
}

function shown(cell: OldCell): string {
  return typeof cell === 'object' ? String(cell.date) : String(cell);
}

/** Rows that share a number. */
export interface DuplicateNumber {
  key: string;
  /** Rows as given. */
  rows: number[];
  /** The numbers are the same; else they differ by leading zeros or hyphens only. */
  exact: boolean;
  /** All rows have the same name: two rows of one person rather than two people. */
  sameName: boolean;
}

/** Numbers that stand in several rows of the old table, in the order of their first row. */
export function findDuplicates(
  rows: readonly { row: number; number: string; name: string }[],
): DuplicateNumber[] {
  const groups = new Map<string, { row: number; number: string; name: string }[]>();
  for (const each of rows) {
    const key = numberKey(each.number);
    if (key === '') continue;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups]
    .filter(([, group]) => group.length > 1)
    .map(([key, group]) => ({
      key,
      rows: group.map(({ row }) => row),
      exact: new Set(group.map(({ number }) => numberText(number))).size === 1,
      sameName: new Set(group.map(({ name }) => toPlain(name).replace(/ /g, ''))).size === 1,
    }));
}
