/** Protected ranges and who may edit them. The owner of the spreadsheet always may. */
import { LateRefusal } from './refusal';
import type { Rect, Tab } from './tab';
import { overlaps } from './tab';

export interface Protection {
  readonly id: number;
  /** Absent: the whole tab. Columns or rows may be unbounded (`Infinity` is kept as the count -1). */
  readonly range?: Rect;
  readonly description: string;
  readonly warningOnly: boolean;
  /** Addresses beside the owner's. */
  readonly editors: readonly string[];
  /** Parts of a protected tab that stay open. */
  readonly unprotected: readonly Rect[];
}

/** The rectangle a protection covers on its tab as it is now. */
export function protectedRect(tab: Tab, protection: Protection): Rect {
  const range = protection.range;
  if (range === undefined) return { row: 0, column: 0, rows: tab.rowCount, columns: tab.columnCount };
  return {
    row: range.row,
    column: range.column,
    rows: range.rows < 0 ? tab.rowCount - range.row : range.rows,
    columns: range.columns < 0 ? tab.columnCount - range.column : range.columns,
  };
}

function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

/** The protections that stand in the way of this person writing this rectangle; warnings are not among them. */
export function blockingProtections(
  tab: Tab,
  rect: Rect,
  user: string,
  owner: string,
): readonly Protection[] {
  if (user === owner) return [];
  return tab.protections.filter(
    (protection) =>
      !protection.warningOnly &&
      !protection.editors.includes(user) &&
      overlaps(protectedRect(tab, protection), rect) &&
      !protection.unprotected.some((open) => contains(open, rect)),
  );
}

/** Throws Google's text if the user may not write this rectangle. */
export function requireUnprotected(tab: Tab, rect: Rect, user: string, owner: string): void {
  if (blockingProtections(tab, rect, user, owner).length > 0) throw new LateRefusal('protectedCell');
}
