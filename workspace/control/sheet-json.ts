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

/** Each cell from A1 to the last row and column with content. */
function grid(tab: Tab, show: (cell: Cell | undefined) => Json): Json[][] {
  const columns = lastColumn(tab);
  return Array.from({ length: lastRow(tab) }, (_, row) =>
    Array.from({ length: columns }, (__, column) => show(cellAt(tab, row, column))),
  );
}

/** Tabs are immutable values: what was made of one is made once. */
const known = new WeakMap<Tab, Json>();

/** The values of a tab. */
export function valuesJson(tab: Tab, timeZone: string): Json {
  const values = known.get(tab) ?? grid(tab, (cell) => valueJson(cell, timeZone));
  known.set(tab, values);
  return values;
}

/** The formulas of a tab, without their places. */
export function formulasOf(tab: Tab): string[] {
  return tab.rows.flatMap((row) => (row ?? []).flatMap((cell) => cell?.formula ?? []));
}

/** `{values, display, formulas}` from A1 to the last row and column with content. */
export function tabJson(tab: Tab, timeZone: string): Json {
  return {
    values: valuesJson(tab, timeZone),
    display: grid(tab, displayText),
    formulas: grid(tab, (cell) => cell?.formula ?? ''),
  };
}
