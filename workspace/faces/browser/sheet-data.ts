/** What the page knows of one tab, and addresses of cells (0-based inside, A1 outside). */

/** A cell's place. */
export interface Place {
  row: number;
  column: number;
}

/** A rectangle of cells. */
export interface Rect extends Place {
  rows: number;
  columns: number;
}

/** A tab as `/_/tabs` describes it. */
export interface TabFacts {
  name: string;
  hidden: boolean;
  rowCount: number;
  columnCount: number;
  frozenRows: number;
  /** Pixels by column, where set. */
  columnWidths: Record<string, number>;
  hiddenColumns: number[];
  hiddenRows: number[];
  /** Ranges whose protection only warns. */
  warned: Rect[];
  /** A protection that refuses this person lies somewhere on the tab. */
  locked: boolean;
}

/** The cells of a tab as the control API gives them; blank beyond what is there. */
export interface TabCells {
  values: unknown[][];
  display: string[][];
  formulas: string[][];
}

/** Column letters of a 0-based column: A, B … Z, AA. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** `B2` */
export function a1Of({ row, column }: Place): string {
  return `${columnName(column)}${row + 1}`;
}

/** `B2:C3`, or `B2` for one cell. */
export function a1OfRect(rect: Rect): string {
  const end = { row: rect.row + rect.rows - 1, column: rect.column + rect.columns - 1 };
  return rect.rows === 1 && rect.columns === 1 ? a1Of(rect) : `${a1Of(rect)}:${a1Of(end)}`;
}

/** The place a typed address such as `b12` means; undefined if it is none. */
export function parsePlace(text: string): Place | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/u.exec(text.trim());
  if (match === null) return undefined;
  const letters = (match[1] ?? '').toUpperCase();
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(match[2]) - 1;
  return row < 0 ? undefined : { row, column };
}

/** The rectangle two corners span. */
export function spanned(a: Place, b: Place): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return { row, column, rows: Math.abs(a.row - b.row) + 1, columns: Math.abs(a.column - b.column) + 1 };
}

/** Whether two rectangles share a cell. */
export function meet(a: Rect, b: Rect): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/** Whether a place lies in a rectangle. */
export function holds(rect: Rect, { row, column }: Place): boolean {
  return (
    row >= rect.row &&
    row < rect.row + rect.rows &&
    column >= rect.column &&
    column < rect.column + rect.columns
  );
}

/** What a person would have typed into a cell: its formula, else what it shows. */
export function typedText(cells: TabCells, { row, column }: Place): string {
  const formula = cells.formulas[row]?.[column] ?? '';
  return formula === '' ? (cells.display[row]?.[column] ?? '') : formula;
}
