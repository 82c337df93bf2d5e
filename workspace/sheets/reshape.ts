/** Inserting, deleting, moving rows and columns; sorting. Protected ranges move along. */
import type { Cell } from './cell';
import { isCellError } from './cell';
import type { Protection } from './protection';
import type { Rect, Row, TabDraft } from './tab';
import { putCell } from './tab';

export type Dimension = 'rows' | 'columns';

function shifted(map: Readonly<Record<number, number>>, at: number, by: number): Record<number, number> {
  const next: Record<number, number> = {};
  for (const [key, value] of Object.entries(map)) {
    const index = Number(key);
    if (by < 0 && index >= at && index < at - by) continue;
    next[index >= at ? index + by : index] = value;
  }
  return next;
}

function shiftedList(list: readonly number[], at: number, by: number): number[] {
  return list
    .filter((index) => !(by < 0 && index >= at && index < at - by))
    .map((index) => (index >= at ? index + by : index));
}

/** Where a span [start, start+count) goes when `by` lines come in (or go out) at `at`; undefined if all of it goes. */
function shiftedSpan(start: number, count: number, at: number, by: number): [number, number] | undefined {
  if (by >= 0) {
    if (at <= start) return [start + by, count];
    return at < start + count || count < 0 ? [start, count < 0 ? count : count + by] : [start, count];
  }
  const end = at - by;
  const move = (place: number): number => (place < at ? place : place < end ? at : place + by);
  if (count < 0) return [move(start), count];
  const first = move(start);
  const last = move(start + count);
  return last > first ? [first, last - first] : undefined;
}

function shiftedRect(rect: Rect, dimension: Dimension, at: number, by: number): Rect | undefined {
  const span =
    dimension === 'rows'
      ? shiftedSpan(rect.row, rect.rows, at, by)
      : shiftedSpan(rect.column, rect.columns, at, by);
  if (span === undefined) return undefined;
  return dimension === 'rows'
    ? { ...rect, row: span[0], rows: span[1] }
    : { ...rect, column: span[0], columns: span[1] };
}

function shiftProtections(draft: TabDraft, dimension: Dimension, at: number, by: number): void {
  const kept: Protection[] = [];
  for (const protection of draft.protections) {
    const unprotected = protection.unprotected.flatMap((rect) => shiftedRect(rect, dimension, at, by) ?? []);
    if (protection.range === undefined) {
      kept.push({ ...protection, unprotected });
      continue;
    }
    const range = shiftedRect(protection.range, dimension, at, by);
    if (range !== undefined) kept.push({ ...protection, range, unprotected });
  }
  draft.protections = kept;
}

function formatOnly(cell: Cell | undefined): Cell | undefined {
  if (cell === undefined) return undefined;
  const { value: _value, formula: _formula, note: _note, ...rest } = cell;
  return Object.keys(rest).length === 0 ? undefined : rest;
}

function formatRow(row: Row | undefined): Row | undefined {
  return row?.some((cell) => formatOnly(cell) !== undefined) === true ? row.map(formatOnly) : undefined;
}

function replaceRow(draft: TabDraft, index: number, change: (cells: (Cell | undefined)[]) => void): void {
  const row = draft.rows[index];
  if (row === undefined) return;
  const copy = row.slice();
  change(copy);
  draft.owned.add(copy);
  draft.rows[index] = copy;
}

/**
 * Puts `count` blank lines before the 0-based line `at`. They take formats and validations over from the line
 * before (`inherit` 'before'), the line after, or none.
 */
export function insertLines(
  draft: TabDraft,
  dimension: Dimension,
  at: number,
  count: number,
  inherit: 'before' | 'after' | 'none',
): void {
  const model = inherit === 'before' ? at - 1 : at;
  if (dimension === 'rows') {
    const source = inherit === 'none' ? undefined : formatRow(draft.rows[model]);
    if (at < draft.rows.length || source !== undefined) {
      while (draft.rows.length < at) draft.rows.push(undefined);
      draft.rows.splice(at, 0, ...Array.from({ length: count }, () => source));
    }
    draft.rowCount += count;
    draft.rowHeights = shifted(draft.rowHeights, at, count);
    draft.hiddenRows = shiftedList(draft.hiddenRows, at, count);
    if (at < draft.frozenRows) draft.frozenRows += count;
  } else {
    draft.rows.forEach((row, index) => {
      if (row === undefined) return;
      const source = inherit === 'none' ? undefined : formatOnly(row[model]);
      if (at >= row.length && source === undefined) return;
      replaceRow(draft, index, (cells) => {
        while (cells.length < at) cells.push(undefined);
        cells.splice(at, 0, ...Array.from({ length: count }, () => source));
      });
    });
    draft.columnCount += count;
    draft.columnWidths = shifted(draft.columnWidths, at, count);
    draft.hiddenColumns = shiftedList(draft.hiddenColumns, at, count);
    if (at < draft.frozenColumns) draft.frozenColumns += count;
  }
  shiftProtections(draft, dimension, at, count);
}

/** Takes `count` lines out, starting with the 0-based line `at`. */
export function deleteLines(draft: TabDraft, dimension: Dimension, at: number, count: number): void {
  if (dimension === 'rows') {
    draft.rows.splice(at, count);
    draft.rowCount -= count;
    draft.rowHeights = shifted(draft.rowHeights, at, -count);
    draft.hiddenRows = shiftedList(draft.hiddenRows, at, -count);
    draft.frozenRows -= Math.max(0, Math.min(draft.frozenRows, at + count) - at);
  } else {
    draft.rows.forEach((row, index) => {
      if (row !== undefined && at < row.length) replaceRow(draft, index, (cells) => cells.splice(at, count));
    });
    draft.columnCount -= count;
    draft.columnWidths = shifted(draft.columnWidths, at, -count);
    draft.hiddenColumns = shiftedList(draft.hiddenColumns, at, -count);
    draft.frozenColumns -= Math.max(0, Math.min(draft.frozenColumns, at + count) - at);
  }
  shiftProtections(draft, dimension, at, -count);
}

/** Moves a column so that it stands before the column that is now at `to` (0-based; the column count = at the end). */
export function moveColumn(draft: TabDraft, from: number, to: number): void {
  const target = to > from ? to - 1 : to;
  draft.rows.forEach((row, index) => {
    if (row === undefined) return;
    replaceRow(draft, index, (cells) => {
      while (cells.length <= Math.max(from, target)) cells.push(undefined);
      const [cell] = cells.splice(from, 1);
      cells.splice(target, 0, cell);
    });
  });
  const place = (column: number): number => {
    if (column === from) return target;
    const without = column > from ? column - 1 : column;
    return without >= target ? without + 1 : without;
  };
  const widths: Record<number, number> = {};
  for (const [key, width] of Object.entries(draft.columnWidths)) widths[place(Number(key))] = width;
  draft.columnWidths = widths;
  draft.hiddenColumns = draft.hiddenColumns.map(place);
  draft.protections = draft.protections.map((protection) =>
    protection.range?.columns === 1
      ? { ...protection, range: { ...protection.range, column: place(protection.range.column) } }
      : protection,
  );
}

/** One key of a sort: 0-based column of the tab. */
export interface SortKey {
  readonly column: number;
  readonly ascending: boolean;
}

function rank(cell: Cell | undefined): number {
  const value = cell?.value;
  if (value === undefined) return 9;
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  if (typeof value === 'boolean') return value ? 3 : 2;
  return 4;
}

/** Google's order: numbers (and dates), text without regard to case, FALSE, TRUE, errors; blanks last either way. */
function compareCells(a: Cell | undefined, b: Cell | undefined, ascending: boolean): number {
  const [first, second] = [rank(a), rank(b)];
  if (first === 9 || second === 9) return first - second;
  const direction = ascending ? 1 : -1;
  if (first !== second) return (first - second) * direction;
  const [left, right] = [a?.value, b?.value];
  if (typeof left === 'number' && typeof right === 'number') return (left - right) * direction;
  if (typeof left === 'string' && typeof right === 'string') {
    return left.toLowerCase().localeCompare(right.toLowerCase(), 'ja') * direction;
  }
  if (isCellError(left) && isCellError(right)) return left.error.localeCompare(right.error) * direction;
  return 0;
}

/** Sorts the rows of a rectangle. Cells move whole (values, formats, notes); validations stay where they are. */
export function sortRows(draft: TabDraft, rect: Rect, keys: readonly SortKey[]): void {
  const end = Math.min(rect.row + rect.rows, draft.rows.length);
  const lines: { cells: (Cell | undefined)[]; row: Row | undefined }[] = [];
  for (let row = rect.row; row < end; row += 1) {
    const source = draft.rows[row];
    lines.push({
      cells: Array.from({ length: rect.columns }, (_, index) => source?.[rect.column + index]),
      row: source,
    });
  }
  lines.sort((a, b) => {
    for (const key of keys) {
      const order = compareCells(a.row?.[key.column], b.row?.[key.column], key.ascending);
      if (order !== 0) return order;
    }
    return 0;
  });
  const rules = lines.map((_, index) =>
    Array.from(
      { length: rect.columns },
      (__, column) => draft.rows[rect.row + index]?.[rect.column + column]?.validation,
    ),
  );
  lines.forEach(({ cells }, index) => {
    cells.forEach((cell, column) => {
      const rule = rules[index]?.[column];
      const moved = { ...cell };
      delete (moved as { validation?: unknown }).validation;
      putCell(
        draft,
        rect.row + index,
        rect.column + column,
        rule === undefined ? moved : { ...moved, validation: rule },
      );
    });
  });
}
