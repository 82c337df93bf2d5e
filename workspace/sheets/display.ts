/** What a person sees in a cell. */
import type { Cell } from './cell';
import { isCellError } from './cell';
import { automaticNumber, formattedNumber } from './number-format';

/** The displayed text of a cell; `''` when blank. */
export function displayText(cell: Cell | undefined): string {
  const value = cell?.value;
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (isCellError(value)) return value.error;
  if (cell?.format === undefined || cell.format.type === 'TEXT') return automaticNumber(value);
  return formattedNumber(value, cell.format);
}
