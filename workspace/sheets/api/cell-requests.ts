/** Requests that change cells: updateCells, appendCells, repeatCell, setDataValidation, sortRange, insertRange, deleteRange. */
import { requireUnprotected } from '../protection';
import { sortRows } from '../reshape';
import type { Rect, Tab, TabDraft } from '../tab';
import { cellAt, closeDraft, lastRow, openDraft, putCell } from '../tab';
import { requireObedience } from '../validation';
import { withParts } from '../cell';
import type { Workbook } from '../workbook';
import { requireSize, withTab } from '../workbook';
import type { JsonObject } from './cell-data';
import { cellChange, objectAt, ruleOf } from './cell-data';
import { apiError } from './errors';
import { gridRange, tabOf } from './grid-range';
import type { Mask } from './mask';
import { parseMask } from './mask';
import type { RequestContext, RequestHandler } from './requests';

function maskOf(request: JsonObject): Mask {
  const fields = request['fields'];
  if (typeof fields !== 'string' || fields === '')
    throw apiError("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  return parseMask(fields);
}

function rowsOf(request: JsonObject): JsonObject[][] {
  const rows = (request['rows'] ?? []) as JsonObject[];
  return rows.map((row) => ((row['values'] ?? []) as (JsonObject | null)[]).map((cell) => cell ?? {}));
}

function mayWrite(workbook: Workbook, tab: Tab | TabDraft, rect: Rect, context: RequestContext): void {
  requireUnprotected(tab, rect, context.user, workbook.owner);
}

/** Writes rows of CellData at a place; cells of `rect` that the rows do not cover are cleared in the masked fields. */
function putRows(
  draft: TabDraft,
  rect: Rect,
  rows: readonly (readonly JsonObject[])[],
  mask: Mask,
  clearRest: boolean,
): void {
  rows.forEach((cells, row) => {
    if (row >= rect.rows) {
      throw apiError(
        `Attempting to write row: ${rect.row + row}, beyond the last requested row of: ${rect.row + rect.rows - 1}`,
      );
    }
    if (cells.length > rect.columns) {
      throw apiError(
        `Attempting to write column: ${rect.column + rect.columns}, beyond the last requested column of: ${rect.column + rect.columns - 1}`,
      );
    }
  });
  const clear = cellChange({}, mask);
  const height = clearRest ? rect.rows : rows.length;
  for (let row = 0; row < height; row += 1) {
    const cells = rows[row] ?? [];
    const width = clearRest ? rect.columns : cells.length;
    for (let column = 0; column < width; column += 1) {
      const data = cells[column];
      const change = data === undefined ? clear : cellChange(data, mask);
      const [r, c] = [rect.row + row, rect.column + column];
      putCell(draft, r, c, change(cellAt(draft, r, c)));
      requireObedience(draft, r, c);
    }
  }
}

function extent(rows: readonly (readonly unknown[])[]): { rows: number; columns: number } {
  return { rows: Math.max(1, rows.length), columns: Math.max(1, ...rows.map((row) => row.length)) };
}

const updateCells: RequestHandler = (workbook, request, context) => {
  const rows = rowsOf(request);
  const mask = maskOf(request);
  const start = objectAt(request, 'start');
  const range = objectAt(request, 'range');
  if (start !== undefined && range !== undefined)
    throw apiError("oneof field 'area' is already set. Cannot set 'range'");
  if (start === undefined && range === undefined) throw apiError('Must specify either start or range.');
  const place = start ?? range ?? {};
  if (start !== undefined) {
    const tab = tabOf(workbook, start['sheetId']);
    const row = Number(start['rowIndex'] ?? 0);
    const column = Number(start['columnIndex'] ?? 0);
    if (row >= tab.rowCount)
      throw apiError(`GridCoordinate.rowIndex[${row}] is after last row in grid[${tab.rowCount}]`);
    if (column >= tab.columnCount) {
      throw apiError(
        `GridCoordinate.columnIndex[${column}] is after last column in grid[${tab.columnCount}]`,
      );
    }
    const room: Rect = { row, column, rows: tab.rowCount - row, columns: tab.columnCount - column };
    const size = extent(rows);
    mayWrite(
      workbook,
      tab,
      { ...room, rows: Math.min(size.rows, room.rows), columns: Math.min(size.columns, room.columns) },
      context,
    );
    const draft = openDraft(tab);
    putRows(draft, room, rows, mask, false);
    context.countWritten(rows.reduce((sum, cells) => sum + cells.length, 0));
    return { workbook: withTab(workbook, closeDraft(draft)) };
  }
  const { tab, rect } = gridRange(workbook, place);
  mayWrite(workbook, tab, rect, context);
  const draft = openDraft(tab);
  putRows(draft, rect, rows, mask, true);
  context.countWritten(rect.rows * rect.columns);
  return { workbook: withTab(workbook, closeDraft(draft)) };
};

const appendCells: RequestHandler = (workbook, request, context) => {
  const tab = tabOf(workbook, request['sheetId']);
  const rows = rowsOf(request);
  const mask = maskOf(request);
  const row = lastRow(tab);
  const draft = openDraft(tab);
  draft.rowCount = Math.max(tab.rowCount, row + rows.length);
  const rect: Rect = { row, column: 0, rows: Math.max(1, rows.length), columns: tab.columnCount };
  mayWrite(workbook, draft, { ...rect, columns: Math.min(tab.columnCount, extent(rows).columns) }, context);
  putRows(draft, rect, rows, mask, false);
  context.countWritten(rows.reduce((sum, cells) => sum + cells.length, 0));
  const next = withTab(workbook, closeDraft(draft));
  requireSize(next);
  return { workbook: next };
};

const repeatCell: RequestHandler = (workbook, request, context) => {
  const { tab, rect } = gridRange(workbook, objectAt(request, 'range') ?? {});
  const change = cellChange(objectAt(request, 'cell') ?? {}, maskOf(request));
  mayWrite(workbook, tab, rect, context);
  const draft = openDraft(tab);
  // Equal cells become one shared object, so that a formatted column costs little.
  const made = new Map<unknown, ReturnType<typeof change>>();
  for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
    for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
      const before = cellAt(draft, row, column);
      let after = made.get(before);
      if (after === undefined) {
        after = change(before);
        made.set(before, after);
      }
      putCell(draft, row, column, after);
      requireObedience(draft, row, column);
    }
  }
  context.countWritten(rect.rows * rect.columns);
  return { workbook: withTab(workbook, closeDraft(draft)) };
};

const setDataValidation: RequestHandler = (workbook, request, context) => {
  const { tab, rect } = gridRange(workbook, objectAt(request, 'range') ?? {});
  const validation = ruleOf(objectAt(request, 'rule'));
  mayWrite(workbook, tab, rect, context);
  const draft = openDraft(tab);
  const made = new Map<unknown, ReturnType<typeof withParts>>();
  for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
    for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
      const before = cellAt(draft, row, column);
      const after = made.get(before) ?? withParts(before, { validation });
      made.set(before, after);
      putCell(draft, row, column, after);
    }
  }
  return { workbook: withTab(workbook, closeDraft(draft)) };
};

const sortRange: RequestHandler = (workbook, request, context) => {
  const { tab, rect } = gridRange(workbook, objectAt(request, 'range') ?? {});
  const specs = (request['sortSpecs'] ?? []) as JsonObject[];
  mayWrite(workbook, tab, rect, context);
  const draft = openDraft(tab);
  sortRows(
    draft,
    rect,
    specs.map((spec) => ({
      column: Number(spec['dimensionIndex'] ?? 0),
      ascending: spec['sortOrder'] !== 'DESCENDING',
    })),
  );
  context.countWritten(rect.rows * rect.columns);
  return { workbook: withTab(workbook, closeDraft(draft)) };
};

/** Shifts the cells of a rectangle's rows or columns aside (insert) or together (delete). */
function shiftCells(draft: TabDraft, rect: Rect, direction: 'insert' | 'delete', rows: boolean): void {
  const [first, count] = rows ? [rect.row, rect.rows] : [rect.column, rect.columns];
  const end = rows ? draft.rowCount : draft.columnCount;
  const across = rows ? rect.columns : rect.rows;
  const at = (line: number, place: number): [number, number] =>
    rows ? [line, rect.column + place] : [rect.row + place, line];
  for (let place = 0; place < across; place += 1) {
    const line = Array.from({ length: end - first }, (_, offset) =>
      cellAt(draft, ...at(first + offset, place)),
    );
    const moved =
      direction === 'insert'
        ? [...Array.from({ length: count }, () => undefined), ...line].slice(0, line.length)
        : [...line.slice(count), ...Array.from({ length: count }, () => undefined)];
    moved.forEach((cell, offset) => putCell(draft, ...at(first + offset, place), cell));
  }
}

function shiftRange(direction: 'insert' | 'delete'): RequestHandler {
  return (workbook, request, context) => {
    const { tab, rect } = gridRange(workbook, objectAt(request, 'range') ?? {});
    const dimension = request['shiftDimension'];
    if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw apiError('Must specify a shift dimension.');
    const touched =
      dimension === 'ROWS'
        ? { ...rect, rows: tab.rowCount - rect.row }
        : { ...rect, columns: tab.columnCount - rect.column };
    mayWrite(workbook, tab, touched, context);
    const draft = openDraft(tab);
    shiftCells(draft, rect, direction, dimension === 'ROWS');
    context.countWritten(rect.rows * rect.columns);
    return { workbook: withTab(workbook, closeDraft(draft)) };
  };
}

export const CELL_REQUESTS: Readonly<Record<string, RequestHandler>> = {
  updateCells,
  appendCells,
  repeatCell,
  setDataValidation,
  sortRange,
  insertRange: shiftRange('insert'),
  deleteRange: shiftRange('delete'),
};
