/** Putting rows into a tab the way a person does: one big paste after another. */
import type { ControlClient } from '../workspace/control/client';

/** Cells in one paste; more would be no faster. */
const cellsInPaste = 20_000;

/** The letters of a column, counted from 1: A, Z, AA. */
export function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return before === 0 ? letter : columnLetters(before) + letter;
}

/** The A1 text of a cell, row and column counted from 1. */
export function cellA1(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** Address of a tab in the control API. */
export const tabPath = (tab: string): string => `/api/sheets/${encodeURIComponent(tab)}`;

/** Types rows of equal width into a tab, from column A of `row` (1-based) on, as `user`. */
export async function pasteRows(
  control: ControlClient,
  user: string,
  tab: string,
  row: number,
  rows: readonly (readonly string[])[],
): Promise<void> {
  const width = rows[0]?.length ?? 0;
  if (width === 0) return;
  const step = Math.max(1, Math.floor(cellsInPaste / width));
  for (let first = 0; first < rows.length; first += step) {
    const values = rows.slice(first, first + step);
    // Like a person: into the first cell, from where the tab grows as far as need be.
    await control.post(`${tabPath(tab)}/edit`, { user, range: cellA1(row + first, 1), values });
  }
}

/** A new table: text columns set to text format first, then the headers, then all rows. */
export async function pasteTable(
  control: ControlClient,
  user: string,
  tab: string,
  table: { headers: readonly string[]; textColumns: readonly string[]; rows: readonly (readonly string[])[] },
): Promise<void> {
  for (const header of table.textColumns) {
    const letters = columnLetters(table.headers.indexOf(header) + 1);
    await control.post('/api/format', { user, tab, range: `${letters}:${letters}`, numberFormat: '@' });
  }
  await pasteRows(control, user, tab, 1, [table.headers, ...table.rows]);
}
