/** Where rows and columns of a tab lie on the canvas, in pixels. */
import type { TabCells, TabFacts } from './sheet-data';

export const ROW_HEIGHT = 21;
export const HEAD_HEIGHT = 22;
export const NUMBER_WIDTH = 46;
const DEFAULT_WIDTH = 100;
const WIDEST = 260;
/** Rows looked at for the width of a column whose width nobody set. */
const SAMPLE_ROWS = 60;

/** A tab's geometry. */
export interface Layout {
  /** Rows that are shown, in order. */
  rows: number[];
  /** Place of a row among those shown. */
  indexOfRow: Map<number, number>;
  /** Left edge by column, with the right edge of the last one at the end. */
  lefts: number[];
  width: number;
  height: number;
}

function textWidth(text: string): number {
  let width = 10;
  for (const char of text.slice(0, 40)) width += char > '\u2e80' ? 13 : 7.5;
  return width;
}

function widthOf(column: number, tab: TabFacts, cells: TabCells): number {
  if (tab.hiddenColumns.includes(column)) return 0;
  const set = tab.columnWidths[String(column)];
  if (set !== undefined) return set;
  let width = DEFAULT_WIDTH;
  for (const row of cells.display.slice(0, SAMPLE_ROWS))
    width = Math.max(width, textWidth(row[column] ?? ''));
  return Math.min(Math.ceil(width), WIDEST);
}

/** Lays a tab out. */
export function layOut(tab: TabFacts, cells: TabCells): Layout {
  const hidden = new Set(tab.hiddenRows);
  const rows = Array.from({ length: tab.rowCount }, (_, row) => row).filter((row) => !hidden.has(row));
  const lefts = [NUMBER_WIDTH];
  for (let column = 0; column < tab.columnCount; column += 1) {
    lefts.push((lefts[column] ?? NUMBER_WIDTH) + widthOf(column, tab, cells));
  }
  return {
    rows,
    indexOfRow: new Map(rows.map((row, index) => [row, index])),
    lefts,
    width: lefts.at(-1) ?? NUMBER_WIDTH,
    height: HEAD_HEIGHT + rows.length * ROW_HEIGHT,
  };
}

/** The column at a distance from the canvas' left edge. */
export function columnAt({ lefts }: Layout, x: number): number {
  let low = 0;
  let high = lefts.length - 2;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lefts[middle] ?? 0) <= x) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
