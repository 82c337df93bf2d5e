/** The selected cells of the sheet: an active cell and the far corner of its range. */
import type { Layout } from './grid-layout';
import type { Place, Rect, TabFacts } from './sheet-data';
import { spanned } from './sheet-data';

/** What is selected. */
export interface Selection {
  active: Place;
  far: Place;
}

/** The rectangle of a selection. */
export function rectOf({ active, far }: Selection): Rect {
  return spanned(active, far);
}

/** One cell selected. */
export function oneCell(place: Place): Selection {
  return { active: place, far: place };
}

/** Keeps a place on the tab. */
export function clampPlace({ row, column }: Place, tab: TabFacts): Place {
  return {
    row: Math.max(0, Math.min(row, tab.rowCount - 1)),
    column: Math.max(0, Math.min(column, tab.columnCount - 1)),
  };
}

/** A step from a place over rows and columns that are shown. */
export function step(from: Place, down: number, right: number, layout: Layout, tab: TabFacts): Place {
  const index = layout.indexOfRow.get(from.row) ?? 0;
  const row = layout.rows[Math.max(0, Math.min(index + down, layout.rows.length - 1))] ?? from.row;
  let column = from.column;
  const direction = Math.sign(right);
  for (let left = Math.abs(right); left > 0; left -= 1) {
    let next = column + direction;
    while (tab.hiddenColumns.includes(next)) next += direction;
    if (next < 0 || next >= tab.columnCount) break;
    column = next;
  }
  return { row, column };
}
