/** What one cell of a tab holds. Cells are never changed in place; an edit puts a new one. */
import type { Json } from '../engine/service';

/** An error shown in a cell, e.g. `#REF!`. */
export interface CellError {
  readonly error: string;
}

/** Text, number (dates are serial numbers with a date format), boolean or error. A blank cell has no value. */
export type CellValue = string | number | boolean | CellError;

/** The kinds of number format the Sheets API knows. */
export type FormatType =
  'TEXT' | 'NUMBER' | 'PERCENT' | 'CURRENCY' | 'DATE' | 'TIME' | 'DATE_TIME' | 'SCIENTIFIC';

/** A number format; absent means Automatic. */
export interface NumberFormat {
  readonly type: FormatType;
  readonly pattern: string;
}

/** A validation rule in the words of the Sheets API (`BooleanCondition`). */
export interface ValidationRule {
  readonly type: string;
  readonly values: readonly string[];
  /** Reject what breaks the rule (`setAllowInvalid(false)`); otherwise only a warning triangle. */
  readonly strict: boolean;
  readonly showDropdown: boolean;
  readonly help?: string;
}

export interface Cell {
  readonly value?: CellValue;
  /** Text of the formula with its `=`; `value` is then its result. */
  readonly formula?: string;
  readonly format?: NumberFormat;
  /** The other members of `userEnteredFormat`, kept as given. */
  readonly style?: { readonly [key: string]: Json };
  readonly note?: string;
  readonly validation?: ValidationRule;
}

/** Google's limit for the text of one cell. */
export const MAX_CELL_CHARACTERS = 50_000;

/** Whether a value is an error of a cell. */
export function isCellError(value: CellValue | undefined): value is CellError {
  return typeof value === 'object';
}

/** Whether a cell counts as content for getLastRow and friends: a value or a formula. */
export function hasContent(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.value !== undefined || cell.formula !== undefined);
}

/** Whether a cell holds nothing at all, so that it need not be kept. */
export function isEmptyCell(cell: Cell): boolean {
  return (
    cell.value === undefined &&
    cell.formula === undefined &&
    cell.format === undefined &&
    cell.style === undefined &&
    cell.note === undefined &&
    cell.validation === undefined
  );
}

type Content = {
  value?: CellValue | undefined;
  formula?: string | undefined;
  format?: NumberFormat | undefined;
};
type Rest = {
  style?: Cell['style'] | undefined;
  note?: string | undefined;
  validation?: ValidationRule | undefined;
};

/** A cell with some parts replaced; a part given as undefined is taken away. */
export function withParts(cell: Cell | undefined, parts: Content & Rest): Cell {
  const merged: Record<string, unknown> = { ...cell, ...parts };
  for (const key of Object.keys(merged)) if (merged[key] === undefined) delete merged[key];
  return merged;
}

const formats = new Map<string, NumberFormat>();

/** One shared object per number format, so that thousands of cells do not keep their own. */
export function numberFormat(type: FormatType, pattern: string): NumberFormat {
  const key = `${type} ${pattern}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = Object.freeze({ type, pattern });
    formats.set(key, format);
  }
  return format;
}

/** Whether values of this format are read as dates. */
export function isDateFormat(format: NumberFormat | undefined): boolean {
  return format?.type === 'DATE' || format?.type === 'TIME' || format?.type === 'DATE_TIME';
}

/** Whether the cell is formatted as plain text, so that what is typed stays as typed. */
export function isTextFormat(format: NumberFormat | undefined): boolean {
  return format?.type === 'TEXT';
}

/** Whether the value is to be handed to a script as a Date. */
export function isDateCell(cell: Cell | undefined): boolean {
  return typeof cell?.value === 'number' && isDateFormat(cell.format);
}
