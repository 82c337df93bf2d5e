/** A1 notation: `C3`, `$A$1:B2`, `5:7`, `D:F`, `'旧 台帳'!A2:C`, and back. */
import type { Rect } from './tab';

/** Parts of a reference; missing ends are unbounded. All 0-based, ends inclusive. */
export interface Reference {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
  readonly lastRow?: number;
  readonly lastColumn?: number;
}

/** 0-based column → `A`, `AA`. */
export function columnLetters(column: number): string {
  let rest = column + 1;
  let letters = '';
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

/** `A` → 0, `AA` → 26. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

const CORNER = /^\$?([A-Za-z]{1,3})?\$?([1-9][0-9]{0,6})?$/;

function corner(text: string): { row?: number; column?: number } | undefined {
  const match = CORNER.exec(text);
  if (match === null || (match[1] === undefined && match[2] === undefined)) return undefined;
  return {
    ...(match[2] === undefined ? {} : { row: Number(match[2]) - 1 }),
    ...(match[1] === undefined ? {} : { column: columnNumber(match[1]) }),
  };
}

function ends(first: number | undefined, last: number | undefined): [number | undefined, number | undefined] {
  if (first !== undefined && last !== undefined && last < first) return [last, first];
  return [first, last];
}

function splitSheet(text: string): { sheet?: string; cells: string } | undefined {
  if (text.startsWith("'")) {
    const match = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(text);
    if (match === null || match[1] === undefined) return undefined;
    return { sheet: match[1].replace(/''/g, "'"), cells: match[2] ?? '' };
  }
  const mark = text.lastIndexOf('!');
  return mark < 0 ? { cells: text } : { sheet: text.slice(0, mark), cells: text.slice(mark + 1) };
}

/** Reads a reference; undefined if it is none. Inverted ranges are put right. A sheet name alone has no cells. */
export function parseA1(text: string): Reference | undefined {
  const split = splitSheet(text.trim());
  if (split === undefined) return undefined;
  const sheet = split.sheet === undefined ? {} : { sheet: split.sheet };
  if (split.cells === '') return split.sheet === undefined ? undefined : sheet;
  const [firstText, lastText, ...more] = split.cells.split(':');
  if (more.length > 0 || firstText === undefined) return undefined;
  const first = corner(firstText);
  if (first === undefined) return undefined;
  if (lastText === undefined) {
    if (first.row === undefined || first.column === undefined) return undefined;
    return { ...sheet, row: first.row, column: first.column, lastRow: first.row, lastColumn: first.column };
  }
  const last = corner(lastText);
  if (last === undefined) return undefined;
  const [row, lastRow] = ends(first.row, last.row);
  const [column, lastColumn] = ends(first.column, last.column);
  return {
    ...sheet,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    ...(lastRow === undefined ? {} : { lastRow }),
    ...(lastColumn === undefined ? {} : { lastColumn }),
  };
}

/** The rectangle of a reference on a grid of this size; open ends reach to its edge. It may lie outside. */
export function referenceRect(reference: Reference, rowCount: number, columnCount: number): Rect {
  const row = reference.row ?? 0;
  const column = reference.column ?? 0;
  return {
    row,
    column,
    rows: (reference.lastRow ?? rowCount - 1) - row + 1,
    columns: (reference.lastColumn ?? columnCount - 1) - column + 1,
  };
}

/** `A1` or `B2:C5`. */
export function a1Of(rect: Rect): string {
  const first = `${columnLetters(rect.column)}${rect.row + 1}`;
  if (rect.rows === 1 && rect.columns === 1) return first;
  return `${first}:${columnLetters(rect.column + rect.columns - 1)}${rect.row + rect.rows}`;
}

/** A sheet name as it stands in a reference, quoted where it must be. */
export function quoteSheet(title: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(title) ? title : `'${title.replace(/'/g, "''")}'`;
}
