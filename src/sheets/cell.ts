/** One cell between the Sheets API and memory: typed both ways, nothing parsed on the way in. */
import { dayOfSerial, parseDay, serialOfDay } from '../domain/fields/date';
import { instantOfSerial, serialOfInstant } from '../domain/fields/instant';
import type { CellKind, Column } from './schema';

/** A cell as `UNFORMATTED_VALUE` / `SERIAL_NUMBER` gives it. */
export type RawCell = string | number | boolean;
export type CellValue = string | number | null;

/** Number format of the cells of a column; numbers keep the automatic one. */
const formats = {
  text: { type: 'TEXT', pattern: '@' },
  json: { type: 'TEXT', pattern: '@' },
  day: { type: 'DATE', pattern: 'yyyy/mm/dd' },
  instant: { type: 'DATE_TIME', pattern: 'yyyy/mm/dd hh:mm:ss' },
  number: undefined,
} as const satisfies Record<CellKind, { type: string; pattern: string } | undefined>;

/** The format a column's cells are given: empty where it stays automatic. */
export function formatOf(kind: CellKind): GoogleAppsScript.Sheets.Schema.CellFormat {
  const numberFormat = formats[kind];
  return numberFormat ? { numberFormat } : {};
}

/** What a column holds when the cell is blank. */
export function blankOf(kind: CellKind): CellValue {
  return kind === 'number' || kind === 'instant' ? null : '';
}

/**
 * The value of a cell; `undefined` when what stands there is no such value
 * (a word in a date column): the caller flags it, it is never guessed.
 */
export function decodeCell(raw: RawCell | undefined, kind: CellKind): CellValue | undefined {
  if (raw === undefined || raw === '') return blankOf(kind);
  switch (kind) {
    case 'text':
    case 'json':
      return typeof raw === 'boolean' ? (raw ? 'TRUE' : 'FALSE') : String(raw);
    case 'day':
      return typeof raw === 'number'
        ? dayOfSerial(Math.floor(raw))
        : typeof raw === 'string'
          ? parseDay(raw)
          : undefined;
    case 'instant':
      return typeof raw === 'number' ? instantOfSerial(raw) : undefined;
    case 'number':
      return typeof raw === 'number' ? raw : undefined;
  }
}

/** The raw content a value is stored as. */
export function encodeRaw(value: CellValue, kind: CellKind): RawCell {
  if (value === null || value === '') return '';
  if (kind === 'day') return serialOfDay(String(value));
  if (kind === 'instant') return serialOfInstant(Number(value));
  if (kind === 'number') return Number(value);
  return String(value);
}

/** Cell data of `updateCells`/`appendCells` for raw content: typed, so that `=1+1` or `00123` stay text. */
export function cellData(
  raw: RawCell,
  column: Pick<Column, 'kind'>,
): GoogleAppsScript.Sheets.Schema.CellData {
  const format = { userEnteredFormat: formatOf(column.kind) };
  if (raw === '') return format;
  if (typeof raw === 'number') return { userEnteredValue: { numberValue: raw }, ...format };
  if (typeof raw === 'boolean') return { userEnteredValue: { boolValue: raw }, ...format };
  return { userEnteredValue: { stringValue: raw }, ...format };
}

/** Fields mask that goes with `cellData`. */
export const CELL_FIELDS = 'userEnteredValue,userEnteredFormat.numberFormat';
