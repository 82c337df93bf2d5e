/** The cells of a tab as the control API shows them. */
import type { Json } from '../engine/service';
import type { Cell } from '../sheets/cell';
import { isCellError, isDateCell } from '../sheets/cell';
import { displayText } from '../sheets/display';
import { serialToInstant } from '../sheets/serial';
import type { Tab } from '../sheets/tab';
import { cellAt, lastColumn, lastRow } from '../sheets/tab';
import { isoTime } from './times';

/** A date as `{date: "2026-04-01T00:00:00+09:00"}`, blank as `""`, an error as its text. */
function valueJson(cell: Cell | undefined, timeZone: string): Json {
  const value = cell?.value;
  if (value === undefined) return '';
  if (isCellError(value)) return value.error;
  if (isDateCell(cell) && typeof value === 'number') {
    return { date: isoTime(serialToInstant(value, timeZone), timeZone) };
  }
  return value;
}

/** `{values, display, formulas}` from A1 to the last row and column with content. */
export function tabJson(tab: Tab, timeZone: string): Json {
  const grid = (show: (cell: Cell | undefined) => Json): Json[][] =>
    Array.from({ length: lastRow(tab) }, (_, row) =>
      Array.from({ length: lastColumn(tab) }, (__, column) => show(cellAt(tab, row, column))),
    );
  return {
    values: grid((cell) => valueJson(cell, timeZone)),
    display: grid(displayText),
    formulas: grid((cell) => cell?.formula ?? ''),
  };
}
