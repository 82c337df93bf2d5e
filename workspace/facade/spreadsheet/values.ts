/** Values on their way between a script and the host: dates travel as `{date: ms}`. */
import { mismatch } from '../signature';

/** `[tab id, row, column, rows, columns]`, 0-based, as the host names a place. */
export type Place = [number, number, number, number, number];

function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** A cell's value for the script; Dates are made in its own realm. */
export function fromHost(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) return new Date((value as { date: number }).date);
  return value;
}

/** Rows of cell values for the script. */
export function gridFromHost(rows: unknown): unknown[][] {
  return (rows as unknown[][]).map((row) => row.map(fromHost));
}

/** A value of the script for the host; objects and arrays are no values of cells. */
export function toHost(value: unknown, method: string, args: readonly unknown[]): unknown {
  if (value === null || value === undefined || value === '') return null;
  if (isDate(value)) return { date: value.getTime() };
  if (typeof value === 'number') return Number.isFinite(value) ? value : mismatch(method, args);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return mismatch(method, args);
}
