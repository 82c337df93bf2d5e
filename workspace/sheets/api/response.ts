/** Spreadsheet, sheets and grid data as the Sheets API answers them. */
import type { Json } from '../../engine/service';
import type { Protection } from '../protection';
import { protectedRect } from '../protection';
import type { Rect, Tab } from '../tab';
import { cellAt } from '../tab';
import type { Workbook } from '../workbook';
import { cellData } from './cell-data';
import { a1Range } from './grid-range';
import type { Mask } from './mask';
import { applyMask, under } from './mask';

/** SheetProperties of a tab. */
export function sheetProperties(tab: Tab, index: number): { [key: string]: Json } {
  return {
    sheetId: tab.id,
    title: tab.title,
    index,
    sheetType: 'GRID',
    gridProperties: {
      rowCount: tab.rowCount,
      columnCount: tab.columnCount,
      ...(tab.frozenRows === 0 ? {} : { frozenRowCount: tab.frozenRows }),
      ...(tab.frozenColumns === 0 ? {} : { frozenColumnCount: tab.frozenColumns }),
    },
    ...(tab.hidden ? { hidden: true } : {}),
    ...(tab.tabColor === undefined ? {} : { tabColor: tab.tabColor }),
  };
}

/** GridRange of a rectangle; edges at the grid's border are left open where the protection's are. */
function gridRangeJson(tab: Tab, rect: Rect, open: { rows: boolean; columns: boolean }): Json {
  return {
    sheetId: tab.id,
    ...(open.rows && rect.row === 0 ? {} : { startRowIndex: rect.row }),
    ...(open.rows ? {} : { endRowIndex: rect.row + rect.rows }),
    ...(open.columns && rect.column === 0 ? {} : { startColumnIndex: rect.column }),
    ...(open.columns ? {} : { endColumnIndex: rect.column + rect.columns }),
  };
}

/** ProtectedRange of a protection. */
export function protectedRangeJson(tab: Tab, protection: Protection, owner: string, user: string): Json {
  const range = protection.range;
  return {
    protectedRangeId: protection.id,
    range:
      range === undefined
        ? { sheetId: tab.id }
        : gridRangeJson(tab, protectedRect(tab, protection), {
            rows: range.rows < 0,
            columns: range.columns < 0,
          }),
    ...(protection.description === '' ? {} : { description: protection.description }),
    ...(protection.warningOnly ? { warningOnly: true } : {}),
    ...(user === owner || protection.editors.includes(user) ? { requestingUserCanEdit: true } : {}),
    ...(protection.unprotected.length === 0
      ? {}
      : {
          unprotectedRanges: protection.unprotected.map((rect) =>
            gridRangeJson(tab, rect, { rows: false, columns: false }),
          ),
        }),
    ...(protection.warningOnly ? {} : { editors: { users: [owner, ...protection.editors] } }),
  };
}

function rowData(tab: Tab, rect: Rect, mask: Mask): { rows: Json[]; cells: number } {
  const rows: Json[] = [];
  let cells = 0;
  const end = Math.min(rect.row + rect.rows, tab.rows.length);
  for (let row = rect.row; row < end; row += 1) {
    const values: Json[] = [];
    let last = 0;
    for (let column = 0; column < rect.columns; column += 1) {
      const cell = cellAt(tab, row, rect.column + column);
      const data = applyMask(cellData(cell), mask);
      values.push(data);
      if (Object.keys(data as object).length > 0) last = column + 1;
    }
    values.length = last;
    cells += last;
    rows.push(last === 0 ? {} : { values });
  }
  while (rows.length > 0 && Object.keys(rows[rows.length - 1] as object).length === 0) rows.pop();
  return { rows, cells };
}

function metadata(
  first: number,
  count: number,
  sizes: Readonly<Record<number, number>>,
  normal: number,
  hidden: readonly number[],
): Json {
  return Array.from({ length: count }, (_, line) => ({
    pixelSize: sizes[first + line] ?? normal,
    ...(hidden.includes(first + line) ? { hiddenByUser: true } : {}),
  }));
}

/** GridData of a rectangle and the number of cells in it. Blank tails are left out, as the API leaves them out. */
export function gridData(tab: Tab, rect: Rect, mask: Mask): { json: Json; cells: number } {
  const dataMask = under(mask, 'rowData');
  const valueMask = dataMask === undefined ? undefined : under(dataMask, 'values');
  const { rows, cells } = valueMask === undefined ? { rows: [], cells: 0 } : rowData(tab, rect, valueMask);
  const json: { [key: string]: Json } = {
    ...(rect.row === 0 ? {} : { startRow: rect.row }),
    ...(rect.column === 0 ? {} : { startColumn: rect.column }),
    ...(rows.length === 0 ? {} : { rowData: rows }),
    ...(under(mask, 'rowMetadata') === undefined
      ? {}
      : { rowMetadata: metadata(rect.row, rect.rows, tab.rowHeights, 21, tab.hiddenRows) }),
    ...(under(mask, 'columnMetadata') === undefined
      ? {}
      : { columnMetadata: metadata(rect.column, rect.columns, tab.columnWidths, 100, tab.hiddenColumns) }),
  };
  return { json: applyMask(json, mask), cells };
}

export interface SpreadsheetQuery {
  /** A1 ranges; empty: all tabs. */
  readonly ranges: readonly string[];
  readonly gridData: boolean;
  readonly mask: Mask;
  /** Who asks. */
  readonly user: string;
}

/** The Spreadsheet resource, and how many cells its grids hold. */
export function spreadsheetJson(workbook: Workbook, query: SpreadsheetQuery): { json: Json; cells: number } {
  const asked = query.ranges.map((range) => a1Range(workbook, range));
  const { mask } = query;
  const sheetMask = under(mask, 'sheets');
  let cells = 0;
  const sheets: Json[] = [];
  workbook.tabs.forEach((tab, index) => {
    const rects = asked.filter((each) => each.tab.id === tab.id).map((each) => each.rect);
    if (asked.length > 0 && rects.length === 0) return;
    if (sheetMask === undefined) return;
    const whole: Rect = { row: 0, column: 0, rows: tab.rowCount, columns: tab.columnCount };
    const dataMask = under(sheetMask, 'data');
    // A mask that names `data` asks for the grid by itself, as the API documents.
    const wantsData = mask === true ? query.gridData : dataMask !== undefined;
    const data =
      wantsData && dataMask !== undefined
        ? (rects.length === 0 ? [whole] : rects).map((rect) => gridData(tab, rect, dataMask))
        : undefined;
    cells += data?.reduce((sum, each) => sum + each.cells, 0) ?? 0;
    const json: { [key: string]: Json } = {
      properties: sheetProperties(tab, index),
      ...(data === undefined ? {} : { data: data.map((each) => each.json) }),
      ...(tab.protections.length === 0
        ? {}
        : {
            protectedRanges: tab.protections.map((protection) =>
              protectedRangeJson(tab, protection, workbook.owner, query.user),
            ),
          }),
      ...(tab.conditionalFormats.length === 0 ? {} : { conditionalFormats: [...tab.conditionalFormats] }),
    };
    const { data: grids, ...rest } = json;
    const kept = applyMask(rest, sheetMask) as { [key: string]: Json };
    sheets.push(grids === undefined ? kept : { ...kept, data: grids });
  });
  const top = applyMask(
    {
      spreadsheetId: workbook.id,
      properties: {
        title: workbook.title,
        locale: workbook.locale,
        autoRecalc: 'ON_CHANGE',
        timeZone: workbook.timeZone,
      },
      spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${workbook.id}/edit`,
    },
    mask,
  ) as { [key: string]: Json };
  return { json: sheetMask === undefined ? top : { ...top, sheets }, cells };
}
