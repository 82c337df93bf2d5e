/** The requests of one commit: typed cells of rows written by index, and rows appended. */
import { CELL_FIELDS, cellData, encodeRaw, type CellValue, type RawCell } from './cell';
import type { Headers } from './headers';
import type { ReadRow } from './row';
import type { Column, Tab } from './schema';
import { requireSheet } from './spreadsheet';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type CellData = GoogleAppsScript.Sheets.Schema.CellData;

/** New values for some cells of a row that was read in this execution. */
export interface RowUpdate {
  readonly row: ReadRow;
  readonly set: Readonly<Record<string, CellValue>>;
  /** Columns the office added, by header text. */
  readonly own?: readonly OwnCell[];
  /** The row comes to hold another thing, as if it were new: cells that hold this content already are written, too. */
  readonly whole?: true;
  /** Writes cells that show this content already, too: it is the value of a formula that stands there. */
  readonly overFormula?: true;
  /** Of row 1: its texts as they were read. */
  readonly before?: readonly string[];
}

/** New content of a column of the office's own. */
export interface OwnCell {
  readonly header: string;
  readonly content: RawCell;
  /** Undefined leaves the format of the cell alone. */
  readonly kind: Column['kind'] | undefined;
}

/** A new row below the last one. */
export interface RowAppend {
  readonly tab: Tab;
  readonly headers: Headers;
  readonly values: Readonly<Record<string, CellValue>>;
  /** Where the row is expected to land, if the caller has a hint: the answer then says where it did. */
  readonly near?: number;
}

/** One cell to be written: 1-based place, raw content. */
export interface CellWrite {
  readonly tab: Tab;
  readonly row: number;
  readonly place: number;
  readonly content: RawCell;
  /** Undefined for a column of the office's own, whose format is left alone. */
  readonly kind: Column['kind'] | undefined;
}

/** The cells an update changes; unchanged ones are left out, unless the update says so. */
export function changedCells({ row, set, own = [], whole, overFormula }: RowUpdate): CellWrite[] {
  const cells = Object.entries(set).map(([key, value]) => {
    const { kind } = requireColumn(row.tab, key);
    const cell = { tab: row.tab, row: row.row, place: requirePlace(row.tab, row.headers, key) };
    return { before: row.raw[key], cell: { ...cell, content: encodeRaw(value, kind), kind } };
  });
  const others = own.map(({ header, content, kind }) => {
    const cell = { tab: row.tab, row: row.row, place: requireOwnPlace(row.headers, header) };
    return { before: row.byHeader[header] ?? '', cell: { ...cell, content, kind } };
  });
  return [...cells, ...others]
    .filter(({ before, cell }) => whole || overFormula || cell.content !== before)
    .map(({ cell }) => cell);
}

/** Requests that write cells, neighbours in one. */
export function cellRequests(cells: readonly CellWrite[]): Request[] {
  const requests: Request[] = [];
  let last: { next: CellWrite; values: CellData[] } | undefined;
  const inOrder = [...cells].sort((a, b) => a.row - b.row || a.place - b.place);
  for (const cell of inOrder) {
    const data =
      cell.kind === undefined ? plainData(cell.content) : cellData(cell.content, { kind: cell.kind });
    if (last && isNext(last.next, cell, last.values.length) && cell.kind !== undefined) {
      last.values.push(data);
      continue;
    }
    const values = [data];
    last = cell.kind === undefined ? undefined : { next: cell, values };
    requests.push({
      updateCells: {
        start: {
          sheetId: requireSheet(cell.tab).getSheetId(),
          rowIndex: cell.row - 1,
          columnIndex: cell.place - 1,
        },
        rows: [{ values }],
        fields: cell.kind === undefined ? 'userEnteredValue' : CELL_FIELDS,
      },
    });
  }
  return requests;
}

function isNext(first: CellWrite, cell: CellWrite, length: number): boolean {
  return first.tab.title === cell.tab.title && first.row === cell.row && first.place + length === cell.place;
}

function plainData(content: RawCell): CellData {
  if (content === '') return {};
  if (typeof content === 'number') return { userEnteredValue: { numberValue: content } };
  if (typeof content === 'boolean') return { userEnteredValue: { boolValue: content } };
  return { userEnteredValue: { stringValue: content } };
}

/** Requests that append rows, one for each tab. */
export function appendRequests(appends: readonly RowAppend[]): Request[] {
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

function requireColumn(tab: Tab, key: string): Column {
  const column = tab.columns[key];
  if (!column) throw new Error(`${tab.title} has no column ${key}.`);
  return column;
}

function requirePlace(tab: Tab, headers: Headers, key: string): number {
  const place = headers.places.get(key);
  if (place === undefined) throw new Error(`Headers of ${tab.title} lack ${key}.`);
  return place;
}

function requireOwnPlace(headers: Headers, header: string): number {
  const place = headers.texts.indexOf(header) + 1;
  if (place === 0) throw new Error(`There is no column ${header}.`);
  return place;
}

/** 1-based column of the text by which rows of a tab are recognised. */
export function keyColumn(tab: Tab, headers: Headers): number {
  return requirePlace(tab, headers, tab.key);
}

/** The columns that tell a row from every other: that of the key, and where a key has several rows the one within. */
export function keyPlaces(tab: Tab, headers: Headers): { key: string; place: number }[] {
  return [tab.key, ...(tab.within === undefined ? [] : [tab.within])].map((key) => ({
    key,
    place: requirePlace(tab, headers, key),
  }));
}
