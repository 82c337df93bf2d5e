/** What the answer of a commit shows: where rows stand now, and whether a write met the row it was meant for. */
import type { RawCell } from './cell';
import { keyPlaces, type RowAppend, type RowUpdate } from './commit-requests';
import { headerText } from './headers';

type GridData = GoogleAppsScript.Sheets.Schema.GridData;

/** The ranges asked back, by title of the tab. */
export type AnsweredGrids = ReadonlyMap<string, readonly GridData[]>;

/** Sorts the grids of an answer by tab. */
export function gridsByTab(
  answer: GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetResponse,
): AnsweredGrids {
  const grids = new Map<string, GridData[]>();
  for (const sheet of answer.updatedSpreadsheet?.sheets ?? []) {
    const title = sheet.properties?.title;
    if (title !== undefined) grids.set(title, sheet.data ?? []);
  }
  return grids;
}

/** Whether the row still carried its key, and every header stood where it was read. */
export function isInPlace({ row, set }: RowUpdate, grids: AnsweredGrids): boolean {
  const data = grids.get(row.tab.title) ?? [];
  const isThere = ({ key, place }: { key: string; place: number }) =>
    (cellText(data, row.row, place) ?? '') === String((key in set ? set[key] : row.raw[key]) ?? '');
  return (
    keyPlaces(row.tab, row.headers).every(isThere) &&
    row.headers.texts.every(
      (header, index) => header === '' || headerText(cellText(data, 1, index + 1)) === header,
    )
  );
}

/** Whether a new row was put under the headers it was made for. */
export function isUnderHeaders({ tab, headers }: RowAppend, grids: AnsweredGrids): boolean {
  const data = grids.get(tab.title) ?? [];
  return Object.entries(tab.columns).every(
    ([key, { header }]) => headerText(cellText(data, 1, headers.places.get(key) ?? 0)) === header,
  );
}

/** The row near a hint whose key cell is this; undefined if it is not among those asked back. */
export function findLanded(data: readonly GridData[], column: number, key: string): number | undefined {
  for (const grid of data) {
    const first = (grid.startRow ?? 0) + 1;
    if ((grid.startColumn ?? 0) + 1 !== column) continue;
    const index = (grid.rowData ?? []).findIndex((line) => textOf(line.values?.[0]) === key);
    if (index >= 0) return first + index;
  }
  return undefined;
}

/** Text of one cell of the answer; undefined if no range of the answer covers it. */
function cellText(data: readonly GridData[], row: number, column: number): string | undefined {
  for (const grid of data) {
    const line = row - 1 - (grid.startRow ?? 0);
    const place = column - 1 - (grid.startColumn ?? 0);
    const cells = grid.rowData?.[line]?.values;
    if (line >= 0 && place >= 0 && cells && place < cells.length) return textOf(cells[place]);
  }
  return undefined;
}

function textOf(cell: GoogleAppsScript.Sheets.Schema.CellData | undefined): string {
  const value = cell?.effectiveValue ?? cell?.userEnteredValue;
  const content: RawCell | undefined = value?.stringValue ?? value?.numberValue ?? value?.boolValue;
  return content === undefined ? '' : String(content);
}
