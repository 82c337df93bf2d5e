/** Cells that were judged to be put right, as one checked commit with its lines of 操作記録. */
import { FORMULA, type JournalEntry } from '../domain/journal';
import type { RowSeen } from '../domain/known-rows';
import type { Judgement, RowCorrection } from '../domain/misplaced-writes';
import { now } from '../platform/clock';
import { decodeCell, type CellValue } from './cell';
import type { CellWrite, OwnCell, RowAppend, RowUpdate } from './commit-requests';
import type { Headers } from './headers';
import type { ReadRow } from './row';
import { operations, type Column, type Tab } from './schema';

/** What is to be written to put the rows of one tab right, in one commit. */
export interface Corrections {
  readonly cells: readonly CellWrite[];
  /** The same as updates of rows, by which the answer is checked. */
  readonly checked: readonly RowUpdate[];
  readonly records: readonly RowAppend[];
}

/** `read`: the rows that were judged, as they were read; `headers`: of 操作記録. */
export function toCorrections(
  tab: Tab,
  judged: Judgement,
  read: readonly ReadRow[],
  { entries, headers }: { entries: readonly JournalEntry[]; headers: Headers },
): Corrections {
  const rows = new Map(read.map((row) => [row.row, row]));
  return {
    cells: judged.corrections.flatMap((one) => cellsOf(tab, one)),
    checked: judged.corrections.flatMap((one) => {
      const row = rows.get(one.row.row);
      return row ? [updateOf(one, row, entries)] : [];
    }),
    records: recordsOf(tab, judged).map((values) => ({ tab: operations, headers, values })),
  };
}

function cellsOf(tab: Tab, { row, cells }: RowCorrection): CellWrite[] {
  const kinds = new Map(Object.values<Column>(tab.columns).map(({ header, kind }) => [header, kind]));
  return [...cells].map(([place, content]) => {
    const kind = kinds.get(row.texts[place - 1] ?? '');
    return { tab, row: row.row, place, content, kind };
  });
}

/** A correction as the update of a row that was read: should that have moved again, it is repaired like any other. */
function updateOf({ row, cells }: RowCorrection, read: ReadRow, entries: readonly JournalEntry[]): RowUpdate {
  const columns = new Map(
    Object.entries<Column>(read.tab.columns).map(([key, one]) => [one.header, { key, ...one }]),
  );
  const set: Record<string, CellValue> = {};
  const own: OwnCell[] = [];
  for (const [place, content] of cells) {
    const header = row.texts[place - 1] ?? '';
    const column = columns.get(header);
    const value = column && decodeCell(content, column.kind);
    if (column && value !== undefined) set[column.key] = value;
    else if (header !== '') own.push({ header, content, kind: column?.kind });
  }
  const isOver = entries.some(
    ({ key, cells: written }) => key === row.key && written.some(({ before }) => before === FORMULA),
  );
  return { row: read, set, own, ...(isOver ? { overFormula: true as const } : {}) };
}

function recordsOf(tab: Tab, { corrections, unknown }: Judgement) {
  const names = (rows: readonly RowSeen[]) =>
    rows.map(({ key, row }) => (key === '' ? `${String(row)}行目` : key.replace('\n', '-')));
  const meant = names(corrections.filter(({ isMeant }) => isMeant).map(({ row }) => row));
  const met = names(corrections.filter(({ isMet }) => isMet).map(({ row }) => row));
  const told = [
    `${tab.title}への書き込みの間に行か列が動きました。`,
    met.length === 0 ? '' : `上書きした欄を元に戻しました（${listed(met)}）。`,
    meant.length === 0 ? '' : `正しい行に書き直しました（${listed(meant)}）。`,
  ];
  const record = { at: now(), by: 'システム', kind: '書き込みの直し' };
  return [
    ...(corrections.length === 0
      ? []
      : [{ ...record, target: listed([...new Set([...meant, ...met])]), result: told.join('') }]),
    ...names(unknown).map((target) => ({
      ...record,
      target,
      result: `${tab.title}への書き込みの間に行か列が動きました。上書きした欄の元の内容がわかりません。版の履歴でお確かめください。`,
    })),
  ];
}

const MOST_LISTED = 5;

function listed(names: readonly string[]): string {
  const rest = names.length - MOST_LISTED;
  return `${names.slice(0, MOST_LISTED).join('、')}${rest > 0 ? ` ほか${String(rest)}件` : ''}`;
}
