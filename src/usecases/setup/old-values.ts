/** Values of an old row as 台帳 keeps them. */
import { dayOfSerial } from '../../domain/fields/date';
import type { CellValue } from '../../sheets/cell';
import { ledger, type RowOf } from '../../sheets/schema';

/** By column key; days as ISO text. */
export function byKey(values: Readonly<Record<string, string | number>>): Partial<RowOf<typeof ledger>> {
  const keyed: Record<string, CellValue> = {};
  for (const [key, { header, kind }] of Object.entries(ledger.columns)) {
    const value = values[header];
    if (value === undefined) continue;
    keyed[key] = kind === 'day' && typeof value === 'number' ? dayOfSerial(value) : String(value);
  }
  return keyed;
}
