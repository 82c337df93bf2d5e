/**
 * What people do to the spreadsheet by hand. Each function publishes the change and answers the events it is to set
 * off, or throws a ServiceError with Google's text (protection, validation) or `AmbiguousInput`.
 */
import { PlatformError } from '../engine/platform-error';
import { ServiceError } from '../engine/service';
import { columnNumber, parseA1, referenceRect } from './a1';
import type { Cell } from './cell';
import { isCellError, withParts } from './cell';
import type { WorkbookHolder } from './holder';
import { formatOfPattern } from './number-format';
import { requireUnprotected } from './protection';
import { deleteLines, insertLines, moveColumn, sortRows } from './reshape';
import type { Dimension } from './reshape';
import type { Rect, Tab, TabDraft } from './tab';
import { cellAt, closeDraft, newTab, openDraft, putCell } from './tab';
import { requireObedience } from './validation';
import { insertTab, removeTab, requireFreeTitle, requireSize, tabByTitle, withTab } from './workbook';
import { writtenCell } from './write';

/** Descriptor of an edit (1-based range) or of a change of the file. */
export type PersonEvent =
  | {
      type: 'edit';
      range: { sheetId: number; row: number; column: number; rows: number; columns: number };
      user: string;
      value?: string;
      oldValue?: string;
    }
  | { type: 'change'; changeType: string; user: string };

function requirePerson(holder: WorkbookHolder, user: string): void {
  const { owner, editors } = holder.workbook;
  if (user !== owner && !editors.includes(user)) {
    throw new PlatformError('noPermission');
  }
}

function requireTitle(holder: WorkbookHolder, title: string): Tab {
  const tab = tabByTitle(holder.workbook, title);
  if (tab === undefined) throw new ServiceError(`There is no sheet "${title}".`);
  return tab;
}

function rectOf(tab: Tab, a1: string): Rect {
  const reference = parseA1(a1);
  if (reference === undefined || reference.sheet !== undefined) throw new PlatformError('rangeNotFound');
  return referenceRect(reference, tab.rowCount, tab.columnCount);
}

function mayTouch(holder: WorkbookHolder, tab: Tab | TabDraft, rect: Rect, user: string): void {
  requireUnprotected(tab, rect, user, holder.workbook.owner);
}

/** Publishes a changed tab. */
function change(holder: WorkbookHolder, tab: Tab, make: (draft: TabDraft) => void): void {
  const draft = openDraft(tab);
  make(draft);
  const next = withTab(holder.workbook, closeDraft(draft));
  requireSize(next);
  holder.publish(next);
}

/** `e.value`, `e.oldValue`: the bare value as text; undefined for a blank cell. */
function eventText(cell: Cell | undefined): string | undefined {
  const value = cell?.value;
  if (value === undefined) return undefined;
  if (isCellError(value)) return value.error;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** The rectangle a paste covers: as large as the values; one value fills the whole range. */
function pasteRect(range: Rect, typed: readonly (readonly string[])[]): Rect {
  const rows = typed.length;
  const columns = typed[0]?.length ?? 0;
  if (rows === 0 || columns === 0 || typed.some((line) => line.length !== columns)) {
    throw new ServiceError('The values must be rows of one length.');
  }
  if (rows === 1 && columns === 1) return range;
  const fits =
    (range.rows === 1 && range.columns === 1) || (range.rows === rows && range.columns === columns);
  if (!fits) throw new ServiceError('The values do not have the shape of the range.');
  return { ...range, rows, columns };
}

/** A person types into a cell or pastes texts into a range (a single cell: from there on; the grid grows if need be). */
export function personEdit(
  holder: WorkbookHolder,
  user: string,
  title: string,
  a1: string,
  typed: readonly (readonly string[])[],
): PersonEvent[] {
  requirePerson(holder, user);
  const tab = requireTitle(holder, title);
  const rect = pasteRect(rectOf(tab, a1), typed);
  const before = cellAt(tab, rect.row, rect.column);
  const year = holder.year();
  change(holder, tab, (draft) => {
    const [moreRows, moreColumns] = [
      rect.row + rect.rows - draft.rowCount,
      rect.column + rect.columns - draft.columnCount,
    ];
    if (moreRows > 0) insertLines(draft, 'rows', draft.rowCount, moreRows, 'before');
    if (moreColumns > 0) insertLines(draft, 'columns', draft.columnCount, moreColumns, 'none');
    mayTouch(holder, draft, rect, user);
    for (let row = 0; row < rect.rows; row += 1) {
      for (let column = 0; column < rect.columns; column += 1) {
        const text = typed.length === 1 && typed[0]?.length === 1 ? typed[0][0] : typed[row]?.[column];
        const [r, c] = [rect.row + row, rect.column + column];
        putCell(
          draft,
          r,
          c,
          writtenCell(cellAt(draft, r, c), text === undefined || text === '' ? null : text, year),
        );
        requireObedience(draft, r, c);
      }
    }
  });
  const single = rect.rows === 1 && rect.columns === 1;
  const value = single ? eventText(cellAt(requireTitle(holder, title), rect.row, rect.column)) : undefined;
  const oldValue = single ? eventText(before) : undefined;
  return [
    {
      type: 'edit',
      range: {
        sheetId: tab.id,
        row: rect.row + 1,
        column: rect.column + 1,
        rows: rect.rows,
        columns: rect.columns,
      },
      user,
      ...(value === undefined ? {} : { value }),
      ...(oldValue === undefined ? {} : { oldValue }),
    },
    { type: 'change', changeType: 'EDIT', user },
  ];
}

/** What a person may do to lines; `at`, `to`, `column` are 1-based, columns also letters. */
export type RowsAction =
  | { action: 'insert' | 'delete'; at: number; count?: number }
  | { action: 'sort'; column: number | string; ascending?: boolean; range?: string }
  | { action: 'insertColumn' | 'deleteColumn'; at: number | string; count?: number }
  | { action: 'moveColumn'; at: number | string; to: number | string };

/** 0-based place of a column given as 1-based number or letters. */
function columnAt(place: number | string): number {
  if (typeof place === 'number') return place - 1;
  return /^\d+$/.test(place) ? Number(place) - 1 : columnNumber(place);
}

function whole(tab: Tab): Rect {
  return { row: 0, column: 0, rows: tab.rowCount, columns: tab.columnCount };
}

function changeLines(
  holder: WorkbookHolder,
  user: string,
  tab: Tab,
  dimension: Dimension,
  kind: 'insert' | 'delete',
  at: number,
  count: number,
): PersonEvent[] {
  const size = dimension === 'rows' ? tab.rowCount : tab.columnCount;
  const last = kind === 'insert' ? at : at + count;
  if (!Number.isInteger(at) || at < 0 || count < 1 || last > size) {
    throw new PlatformError('outsideSheet');
  }
  if (kind === 'delete' && count >= size)
    throw new ServiceError(`You can't delete all the ${dimension} on the sheet.`);
  const first = Math.min(at, size - 1);
  const touched = kind === 'insert' ? 1 : count;
  const rect =
    dimension === 'rows'
      ? { ...whole(tab), row: first, rows: touched }
      : { ...whole(tab), column: first, columns: touched };
  mayTouch(holder, tab, rect, user);
  change(holder, tab, (draft) => {
    if (kind === 'delete') deleteLines(draft, dimension, at, count);
    else insertLines(draft, dimension, at, count, at === 0 ? 'after' : 'before');
  });
  const noun = dimension === 'rows' ? 'ROW' : 'COLUMN';
  return [{ type: 'change', changeType: `${kind === 'insert' ? 'INSERT' : 'REMOVE'}_${noun}`, user }];
}

/** A person inserts, deletes, sorts or moves lines of a tab. */
export function personRows(
  holder: WorkbookHolder,
  user: string,
  title: string,
  action: RowsAction,
): PersonEvent[] {
  requirePerson(holder, user);
  const tab = requireTitle(holder, title);
  switch (action.action) {
    case 'insert':
    case 'delete':
      return changeLines(holder, user, tab, 'rows', action.action, action.at - 1, action.count ?? 1);
    case 'insertColumn':
      return changeLines(holder, user, tab, 'columns', 'insert', columnAt(action.at), action.count ?? 1);
    case 'deleteColumn':
      return changeLines(holder, user, tab, 'columns', 'delete', columnAt(action.at), action.count ?? 1);
    case 'moveColumn': {
      const [from, to] = [columnAt(action.at), columnAt(action.to)];
      if (
        ![from, to].every((place) => Number.isInteger(place) && place >= 0 && place <= tab.columnCount) ||
        from === tab.columnCount
      ) {
        throw new PlatformError('outsideSheet');
      }
      const [first, last] = [Math.min(from, to), Math.min(Math.max(from, to), tab.columnCount - 1)];
      mayTouch(holder, tab, { ...whole(tab), column: first, columns: last - first + 1 }, user);
      change(holder, tab, (draft) => moveColumn(draft, from, to));
      return [{ type: 'change', changeType: 'OTHER', user }];
    }
    case 'sort': {
      const rect =
        action.range === undefined
          ? { ...whole(tab), row: tab.frozenRows, rows: tab.rowCount - tab.frozenRows }
          : rectOf(tab, action.range);
      mayTouch(holder, tab, rect, user);
      const key = { column: columnAt(action.column), ascending: action.ascending !== false };
      change(holder, tab, (draft) => sortRows(draft, rect, [key]));
      return [{ type: 'change', changeType: 'OTHER', user }];
    }
  }
}

/** A person inserts (at the end), renames or deletes a tab. */
export function personTabs(
  holder: WorkbookHolder,
  user: string,
  action: { action: 'insert' | 'rename' | 'delete'; name: string; to?: string },
): PersonEvent[] {
  requirePerson(holder, user);
  const { workbook } = holder;
  if (action.action === 'insert') {
    requireFreeTitle(workbook, action.name);
    holder.publish(insertTab(workbook, newTab(holder.drawId(), action.name), workbook.tabs.length));
    return [{ type: 'change', changeType: 'INSERT_GRID', user }];
  }
  const tab = requireTitle(holder, action.name);
  mayTouch(holder, tab, whole(tab), user);
  if (action.action === 'delete') {
    holder.publish(removeTab(workbook, tab.id));
    return [{ type: 'change', changeType: 'REMOVE_GRID', user }];
  }
  const to = action.to ?? '';
  if (to === '') throw new ServiceError('You must specify a title.');
  requireFreeTitle(workbook, to, tab.id);
  holder.publish(withTab(workbook, { ...tab, title: to }));
  return [{ type: 'change', changeType: 'OTHER', user }];
}

/** A person gives cells a number format (`@`, `yyyy/MM/dd`, …; `General` for none). Values stay as they are. */
export function personFormat(
  holder: WorkbookHolder,
  user: string,
  title: string,
  a1: string,
  pattern: string,
): PersonEvent[] {
  requirePerson(holder, user);
  const tab = requireTitle(holder, title);
  const rect = rectOf(tab, a1);
  const format = formatOfPattern(pattern);
  mayTouch(holder, tab, rect, user);
  change(holder, tab, (draft) => {
    // Equal cells become one shared object, so that a formatted column costs little.
    const made = new Map<Cell | undefined, Cell>();
    for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
      for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
        const before = cellAt(draft, row, column);
        const after = made.get(before) ?? withParts(before, { format });
        made.set(before, after);
        putCell(draft, row, column, after);
      }
    }
  });
  return [{ type: 'change', changeType: 'FORMAT', user }];
}
