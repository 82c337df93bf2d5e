/** Rows of ポイント of people of whom 要約 has not all: whoever is told what is missing is told by all of them. */
import { findAny } from '../../sheets/find';
import { readForDecision } from '../../sheets/read';
import { points, type RowOf } from '../../sheets/schema';
import type { KnownPerson } from './known-people';
import { ownRows } from './own-rows';

/** By 登録番号, of those among them only; no contact where 要約 has everything, else two however many there are. */
export function trimmedRecords(people: Iterable<KnownPerson>): Map<string, RowOf<typeof points>[]> {
  const numbers = [...people].filter(({ summary }) => summary.trimmed).map(({ ledger }) => ledger.number);
  if (numbers.length === 0) return new Map();
  const rows = findAny(points, numbers);
  const found = readForDecision([{ tab: points, rows }]);
  return new Map(
    numbers.map((number) => [number, ownRows(found, points, rows, number).map(({ values }) => values)]),
  );
}
