/** One tab: an immutable grid. Edits go through a draft that copies only the rows it touches. */
import type { Json } from '../engine/service';
import type { Cell } from './cell';
import { hasContent, isEmptyCell } from './cell';
import type { Protection } from './protection';

export type Row = readonly (Cell | undefined)[];

export interface Tab {
  readonly id: number;
  readonly title: string;
  /** Sparse: rows and cells beyond what is stored are blank. */
  readonly rows: readonly (Row | undefined)[];
  readonly rowCount: number;
  readonly columnCount: number;
  readonly hidden: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Pixels by 0-based column, where not the default 100. */
  readonly columnWidths: Readonly<Record<number, number>>;
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
  readonly protections: readonly Protection[];
  readonly tabColor?: Json;
  /** Conditional format rules as given to the API. */
  readonly conditionalFormats: readonly Json[];
}

/** 0-based rectangle, ends exclusive. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A blank tab of the default size. */
export function newTab(id: number, title: string, rowCount = 1000, columnCount = 26): Tab {
  return {
    id,
    title,
    rows: [],
    rowCount,
    columnCount,
    hidden: false,
    frozenRows: 0,
    frozenColumns: 0,
    columnWidths: {},
    rowHeights: {},
    hiddenColumns: [],
    hiddenRows: [],
    protections: [],
    conditionalFormats: [],
  };
}

/** The cell at a 0-based place; undefined when blank without format. */
export function cellAt(tab: Pick<Tab, 'rows'>, row: number, column: number): Cell | undefined {
  return tab.rows[row]?.[column];
}

function rowHasContent(row: Row | undefined): boolean {
  return row !== undefined && row.some(hasContent);
}

/** The number of the last row with content, 1-based; 0 on an empty tab. */
export function lastRow(tab: Pick<Tab, 'rows'>): number {
  for (let row = tab.rows.length; row > 0; row -= 1) if (rowHasContent(tab.rows[row - 1])) return row;
  return 0;
}

/** The number of the last column with content, 1-based; 0 on an empty tab. */
export function lastColumn(tab: Pick<Tab, 'rows'>): number {
  let last = 0;
  for (const row of tab.rows) {
    if (row === undefined) continue;
    for (let column = row.length; column > last; column -= 1) {
      if (hasContent(row[column - 1])) last = column;
    }
  }
  return last;
}

/** Whether a rectangle lies in the grid. */
export function isInside(tab: Tab, rect: Rect): boolean {
  return (
    rect.row >= 0 &&
    rect.column >= 0 &&
    rect.row + rect.rows <= tab.rowCount &&
    rect.column + rect.columns <= tab.columnCount
  );
}

/** Whether two rectangles share a cell. */
export function overlaps(a: Rect, b: Rect): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A tab under change. */
export interface TabDraft extends Writable<Omit<Tab, 'rows'>> {
  rows: (Row | undefined)[];
  /** Rows this draft made and may change. */
  readonly owned: WeakSet<(Cell | undefined)[]>;
}

/** Opens a tab for changes; the tab itself stays as it is. */
export function openDraft(tab: Tab): TabDraft {
  return { ...tab, rows: tab.rows.slice(), owned: new WeakSet() };
}

/** The finished tab. The draft must not be used afterwards. */
export function closeDraft(draft: TabDraft): Tab {
  const { owned: _owned, ...tab } = draft;
  return tab;
}

/** Puts a cell. The place must lie in the grid. */
export function putCell(draft: TabDraft, row: number, column: number, cell: Cell | undefined): void {
  const stored = cell === undefined || isEmptyCell(cell) ? undefined : cell;
  let current = draft.rows[row] as (Cell | undefined)[] | undefined;
  if (current === undefined) {
    if (stored === undefined) return;
    current = [];
    while (draft.rows.length < row) draft.rows.push(undefined);
  } else if (!draft.owned.has(current)) {
    if (current[column] === stored) return;
    current = current.slice();
  }
  draft.owned.add(current);
  while (current.length < column) current.push(undefined);
  current[column] = stored;
  draft.rows[row] = current;
}
