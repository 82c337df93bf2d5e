/** Rows of the application tabs (ポイント, 変更届, 更新申請, 証書, 有効期間): each write goes with what `_要約` keeps of the row. */
import type { CellValue } from '../../sheets/cell';
import { append, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import type { Headers } from '../../sheets/headers';
import { rewrittenRow, rowKey, valuesOf, writtenRow, type ReadRow } from '../../sheets/row';
import type { RowOf, Tab } from '../../sheets/schema/index';
import { withCells, withRow, type Summary } from '../../sheets/summary';

/** A new row and the summary that knows it; `near` as of `Numbering.near`. */
export function appendPersonRow<T extends Tab>(
  summary: Summary,
  tab: T,
  headers: Headers,
  values: Partial<RowOf<T>>,
  near?: number,
): { append: RowAppend; summary: Summary } {
  const row = writtenRow(tab, headers, 0, values as Record<string, CellValue>);
  return {
    append: append(tab, headers, values, near),
    summary: withRow(summary, tab, rowKey(row), row.byHeader),
  };
}

/**
 * Changes a row that was read in this execution, and the summary with it. What somebody has typed into other cells since
 * the system last saw the row stays a difference, so that it is taken over (or put back) as an edit by hand.
 */
export function updatePersonRow<T extends Tab>(
  summary: Summary,
  row: ReadRow<T>,
  set: Partial<RowOf<T>>,
): { update: RowUpdate; summary: Summary } {
  const after = rewrittenRow(row, set);
  const seen = summary.rows[row.tab.title]?.[rowKey(row)];
  const headers = Object.keys(set).map((key) => row.tab.columns[key]?.header ?? '');
  const written = Object.fromEntries(headers.map((header) => [header, after.byHeader[header] ?? '']));
  return {
    update: update(row, set),
    summary: withRow(summary, row.tab, rowKey(after), seen ? withCells(seen, written) : after.byHeader),
  };
}

/** The person's rows of a tab as last seen, in the order of their keys. For views: deciding reads the tab. */
export function knownRows<T extends Tab>(summary: Summary, tab: T): RowOf<T>[] {
  return Object.entries(summary.rows[tab.title] ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, cells]) => valuesOf(tab, cells));
}
