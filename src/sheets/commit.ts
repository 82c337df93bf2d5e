/**
 * The one way to write: one atomic `batchUpdate` with typed cells, answered
 * with the header and key cells of every row written by index, so that a row
 * moved by a person between read and commit is noticed.
 */
import { DomainError } from '../domain/errors';
import { CELL_FIELDS, cellData, encodeRaw, type CellValue, type RawCell } from './cell';
import { headerText, type Headers } from './headers';
import { columnRange, rowsRange } from './range';
import { keyText, type ReadRow } from './row';
import { requireSheet, sheetsApi, spreadsheetId } from './spreadsheet';
import type { RowOf, Tab } from './schema';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type GridData = GoogleAppsScript.Sheets.Schema.GridData;

/** New values for some cells of a row that was read in this execution. */
export interface RowUpdate {
  readonly row: ReadRow;
  readonly set: Readonly<Record<string, CellValue>>;
}

/** A new row below the last one. */
export interface RowAppend {
  readonly tab: Tab;
  readonly headers: Headers;
  readonly values: Readonly<Record<string, CellValue>>;
  /** Where the row is expected to land, if the caller has a hint: the answer then says where it did. */
  readonly near?: number;
}

export interface Commit {
  readonly updates: readonly RowUpdate[];
  readonly appends: readonly RowAppend[];
}

/** Row each append landed on, in their order; undefined where it was not seen near its hint. */
export type Landed = readonly (number | undefined)[];

/** How far around its hint an appended row is looked for. */
const NEAR = 20;

/** Typed update of a row: only keys of its tab. */
export function update<T extends Tab>(row: ReadRow<T>, set: Partial<RowOf<T>>): RowUpdate {
  return { row, set: set as Record<string, CellValue> };
}

/** Typed append to a tab whose headers were read in this execution. */
export function append<T extends Tab>(
  tab: T,
  headers: Headers,
  values: Partial<RowOf<T>>,
  near?: number,
): RowAppend {
  return {
    tab,
    headers,
    values: values as Record<string, CellValue>,
    ...(near === undefined ? {} : { near }),
  };
}

/**
 * Applies all of it or nothing. Throws DomainError `MISPLACED` when a row or
 * column had moved between read and commit, and whatever the platform throws.
 */
export function commit({ updates, appends }: Commit): Landed {
  const requests = [...updates.flatMap(updateRequests), ...appendRequests(appends)];
  if (requests.length === 0) return [];
  const watched = watchedRanges(updates, appends);
  const answer = sheetsApi().batchUpdate(
    {
      requests,
      includeSpreadsheetInResponse: true,
      responseIncludeGridData: true,
      responseRanges: watched,
    },
    spreadsheetId(),
  );
  const grids = gridsByTab(answer);
  requireInPlace(updates, grids);
  return appends.map(({ tab, headers, values, near }) =>
    near === undefined
      ? undefined
      : findLanded(grids.get(tab.title) ?? [], keyColumn(tab, headers), String(values[tab.key] ?? '')),
  );
}

function updateRequests({ row, set }: RowUpdate): Request[] {
  const cells = Object.entries(set)
    .map(([key, value]) => {
      const column = requireColumn(row.tab, key);
      return {
        key,
        column,
        place: requirePlace(row.tab, row.headers, key),
        content: encodeRaw(value, column.kind),
      };
    })
    .filter(({ key, content }) => content !== row.raw[key])
    .sort((a, b) => a.place - b.place);
  const requests: Request[] = [];
  let last: { place: number; values: GoogleAppsScript.Sheets.Schema.CellData[] } | undefined;
  for (const { column, place, content } of cells) {
    const data = cellData(content, column);
    if (last && last.place + last.values.length === place) {
      last.values.push(data);
      continue;
    }
    last = { place, values: [data] };
    requests.push({
      updateCells: {
        start: { sheetId: requireSheet(row.tab).getSheetId(), rowIndex: row.row - 1, columnIndex: place - 1 },
        rows: [{ values: last.values }],
        fields: CELL_FIELDS,
      },
    });
  }
  return requests;
}

function appendRequests(appends: readonly RowAppend[]): Request[] {
  const byTab = new Map<string, RowAppend[]>();
  for (const one of appends) byTab.set(one.tab.title, [...(byTab.get(one.tab.title) ?? []), one]);
  return [...byTab.values()].map((rows) => {
    const [first] = rows;
    if (!first) throw new Error('No rows to append.');
    return {
      appendCells: {
        sheetId: requireSheet(first.tab).getSheetId(),
        rows: rows.map(({ tab, headers, values }) => ({ values: appendedCells(tab, headers, values) })),
        fields: CELL_FIELDS,
      },
    };
  });
}

function appendedCells(tab: Tab, headers: Headers, values: Readonly<Record<string, CellValue>>) {
  const cells: GoogleAppsScript.Sheets.Schema.CellData[] = [];
  for (const [key, column] of Object.entries(tab.columns)) {
    const place = requirePlace(tab, headers, key);
    while (cells.length < place) cells.push({});
    cells[place - 1] = cellData(encodeRaw(values[key] ?? '', column.kind), column);
  }
  return cells;
}

function watchedRanges(updates: readonly RowUpdate[], appends: readonly RowAppend[]): string[] {
  const ranges = new Set<string>();
  for (const { row } of updates) {
    ranges.add(rowsRange(row.tab.title, 1));
    ranges.add(columnRange(row.tab.title, keyColumn(row.tab, row.headers), row.row));
  }
  for (const { tab, headers, near } of appends) {
    if (near === undefined) continue;
    ranges.add(columnRange(tab.title, keyColumn(tab, headers), Math.max(2, near - NEAR), near + NEAR));
  }
  return [...ranges];
}

function gridsByTab(
  answer: GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetResponse,
): Map<string, GridData[]> {
  const grids = new Map<string, GridData[]>();
  for (const sheet of answer.updatedSpreadsheet?.sheets ?? []) {
    const title = sheet.properties?.title;
    if (title !== undefined) grids.set(title, sheet.data ?? []);
  }
  return grids;
}

function requireInPlace(updates: readonly RowUpdate[], grids: ReadonlyMap<string, GridData[]>): void {
  for (const { row, set } of updates) {
    const data = grids.get(row.tab.title) ?? [];
    const column = keyColumn(row.tab, row.headers);
    const expected = row.tab.key in set ? String(set[row.tab.key] ?? '') : keyText(row);
    const found = cellText(data, row.row, column);
    if (found !== expected) {
      throw new DomainError('MISPLACED', { tab: row.tab.title, row: row.row, expected, found: found ?? '' });
    }
    row.headers.texts.forEach((header, index) => {
      if (header !== '' && headerText(cellText(data, 1, index + 1)) !== header) {
        throw new DomainError('MISPLACED', {
          tab: row.tab.title,
          row: 1,
          expected: header,
          found: cellText(data, 1, index + 1) ?? '',
        });
      }
    });
  }
}

function findLanded(data: readonly GridData[], column: number, key: string): number | undefined {
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

function requireColumn(tab: Tab, key: string) {
  const column = tab.columns[key];
  if (!column) throw new Error(`${tab.title} has no column ${key}.`);
  return column;
}

function requirePlace(tab: Tab, headers: Headers, key: string): number {
  const place = headers.places.get(key);
  if (place === undefined) throw new Error(`Headers of ${tab.title} lack ${key}.`);
  return place;
}

function keyColumn(tab: Tab, headers: Headers): number {
  return requirePlace(tab, headers, tab.key);
}
