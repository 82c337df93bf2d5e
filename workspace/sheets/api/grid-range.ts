/** GridRange and A1 ranges of the Sheets API. */
import type { Json } from '../../engine/service';
import { a1Of, columnLetters, parseA1, quoteSheet, referenceRect } from '../a1';
import type { Rect, Tab } from '../tab';
import type { Workbook } from '../workbook';
import { tabById, tabByTitle } from '../workbook';
import type { JsonObject } from './cell-data';
import { apiError } from './errors';

/** The tab of a sheetId; 0 when it is not given, as with protobuf. */
export function tabOf(workbook: Workbook, sheetId: Json | undefined): Tab {
  const id = sheetId === undefined || sheetId === null ? 0 : Number(sheetId);
  const tab = tabById(workbook, id);
  if (tab === undefined) throw apiError(`No grid with id: ${id}`);
  return tab;
}

function index(value: Json | undefined, name: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw apiError(`Invalid value at '${name}' (TYPE_INT32), ${JSON.stringify(value)}`);
  if (value < 0) throw apiError(`GridRange.${name}[${value}] must not be negative`);
  return value;
}

/** The tab and rectangle of a GridRange; open ends reach to the edge. */
export function gridRange(workbook: Workbook, range: JsonObject): { tab: Tab; rect: Rect } {
  const tab = tabOf(workbook, range['sheetId']);
  const row = index(range['startRowIndex'], 'startRowIndex') ?? 0;
  const column = index(range['startColumnIndex'], 'startColumnIndex') ?? 0;
  const endRow = index(range['endRowIndex'], 'endRowIndex') ?? tab.rowCount;
  const endColumn = index(range['endColumnIndex'], 'endColumnIndex') ?? tab.columnCount;
  const bounds: [string, number, string, number][] = [
    ['startRowIndex', row, 'endRowIndex', endRow],
    ['startColumnIndex', column, 'endColumnIndex', endColumn],
  ];
  for (const [first, start, last, end] of bounds) {
    if (end <= start) throw apiError(`GridRange.${last}[${end}] must be after GridRange.${first}[${start}]`);
  }
  if (row >= tab.rowCount || endRow > tab.rowCount) {
    throw apiError(
      `Range (${quoteSheet(tab.title)}!${a1Of({ row, column, rows: endRow - row, columns: endColumn - column })}) exceeds grid limits. Max rows: ${tab.rowCount}, max columns: ${tab.columnCount}`,
    );
  }
  if (column >= tab.columnCount || endColumn > tab.columnCount) {
    throw apiError(
      `Range (${quoteSheet(tab.title)}!${a1Of({ row, column, rows: endRow - row, columns: endColumn - column })}) exceeds grid limits. Max rows: ${tab.rowCount}, max columns: ${tab.columnCount}`,
    );
  }
  return { tab, rect: { row, column, rows: endRow - row, columns: endColumn - column } };
}

/** The tab and rectangle of an A1 range (a tab's title alone: all of it); the end is cut to the grid. */
export function a1Range(workbook: Workbook, text: string): { tab: Tab; rect: Rect } {
  const whole = tabByTitle(workbook, text);
  const reference = whole === undefined ? parseA1(text) : { sheet: text };
  const tab =
    whole ?? (reference?.sheet === undefined ? workbook.tabs[0] : tabByTitle(workbook, reference.sheet));
  if (reference === undefined || tab === undefined) throw apiError(`Unable to parse range: ${text}`);
  const rect = referenceRect(reference, tab.rowCount, tab.columnCount);
  const single = reference.lastRow === reference.row && reference.lastColumn === reference.column;
  if (rect.row >= tab.rowCount || rect.column >= tab.columnCount) {
    const shown = single ? a1Of({ ...rect, rows: 1, columns: 1 }) : text.slice(text.lastIndexOf('!') + 1);
    throw apiError(
      `Range (${quoteSheet(tab.title)}!${shown}) exceeds grid limits. Max rows: ${tab.rowCount}, max columns: ${tab.columnCount}`,
    );
  }
  return {
    tab,
    rect: {
      ...rect,
      rows: Math.min(rect.rows, tab.rowCount - rect.row),
      columns: Math.min(rect.columns, tab.columnCount - rect.column),
    },
  };
}

/** How the API writes a range in its answers. */
export function rangeText(tab: Tab, rect: Rect): string {
  const first = `${columnLetters(rect.column)}${rect.row + 1}`;
  if (rect.rows === 1 && rect.columns === 1) return `${quoteSheet(tab.title)}!${first}`;
  return `${quoteSheet(tab.title)}!${first}:${columnLetters(rect.column + rect.columns - 1)}${rect.row + rect.rows}`;
}
