/** Values from scripts and people into cells. */
import { PlatformError } from '../engine/platform-error';
import type { Cell, CellValue } from './cell';
import { MAX_CELL_CHARACTERS, isDateFormat, isTextFormat, numberFormat, withParts } from './cell';
import { AmbiguousInput, enterText } from './typed-text';

/** A value as it reaches the model: blank is null, a date its serial number. */
export type Written = null | string | number | boolean | { readonly serial: number };

/** Throws Google's text for more than a cell can hold. */
export function requireCellLength(text: string): void {
  if (text.length > MAX_CELL_CHARACTERS) {
    throw new PlatformError('cellTooLong');
  }
}

/** The default format of a date without and with a time of day. */
function dateFormat(serial: number): ReturnType<typeof numberFormat> {
  return Number.isInteger(serial)
    ? numberFormat('DATE', 'yyyy/mm/dd')
    : numberFormat('DATE_TIME', 'yyyy/mm/dd h:mm:ss');
}

/** The cell after a value was written into it as `setValue` and typing do; format, note and validation stay. */
export function writtenCell(cell: Cell | undefined, written: Written, year: number): Cell {
  const put = (value: CellValue | undefined, formula?: string): Cell => withParts(cell, { value, formula });
  if (written === null) return put(undefined);
  if (typeof written === 'string') {
    requireCellLength(written);
    const entered = enterText(written, { format: cell?.format, year });
    const after = put(entered.value, entered.formula);
    return entered.format === undefined || cell?.format !== undefined
      ? after
      : withParts(after, { format: entered.format });
  }
  if (isTextFormat(cell?.format))
    throw new AmbiguousInput(JSON.stringify(written), 'not text, in a plain text cell');
  if (typeof written !== 'object') return put(written);
  if (cell?.format === undefined)
    return withParts(put(written.serial), { format: dateFormat(written.serial) });
  if (!isDateFormat(cell.format))
    throw new AmbiguousInput('a Date', `in a cell formatted ${cell.format.pattern}`);
  return put(written.serial);
}
