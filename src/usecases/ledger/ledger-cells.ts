/** Values of items of 台帳 as the cells of a row. */
import { DomainError } from '../../domain/errors';
import { isDay } from '../../domain/fields/date';
import type { ItemKind } from '../../domain/fields/item';
import { encodeRaw } from '../../sheets/cell';
import type { OwnCell } from '../../sheets/commit';
import type { ReadRow } from '../../sheets/row';
import { ledger, type Column, type RowOf } from '../../sheets/schema/index';

const KEYS: ReadonlyMap<string, keyof typeof ledger.columns> = new Map(
  (Object.keys(ledger.columns) as (keyof typeof ledger.columns)[]).map((key) => [
    ledger.columns[key].header,
    key,
  ]),
);

/**
 * New values by column; a column the office added is found by its header, which must stand there once.
 * DomainError `INVALID` (facts: item → code).
 */
export function ledgerCells(
  items: readonly { item: string; kind: ItemKind }[],
  values: ReadonlyMap<string, string>,
  row: ReadRow<typeof ledger>,
): { set: Partial<RowOf<typeof ledger>>; own: OwnCell[] } {
  const set: Record<string, string> = {};
  const own: OwnCell[] = [];
  for (const { item, kind } of items) {
    const value = values.get(item);
    if (value === undefined) continue;
    const key = KEYS.get(item);
    if (key !== undefined) {
      const { kind: stored }: Column = ledger.columns[key];
      if (stored === 'day' && value !== '' && !isDay(value))
        throw new DomainError('INVALID', { [item]: 'NOT_A_DATE' });
      set[key] = value;
      continue;
    }
    if (row.headers.texts.filter((header) => header === item).length !== 1)
      throw new DomainError('INVALID', { [item]: 'NOT_CHANGEABLE' });
    const cell = kind === '日付' ? ('day' as const) : undefined;
    own.push({ header: item, content: encodeRaw(value, cell ?? 'text'), kind: cell });
  }
  return { set: set, own };
}
