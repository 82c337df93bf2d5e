/** People of whom `_要約` has lost its row or 控え: what stands in 台帳 is nothing somebody has typed. */
import type { Found } from '../../sheets/read';
import { readFound } from '../../sheets/read-found';
import type { ReadRow } from '../../sheets/row';
import { credentials, summaries, type ledger } from '../../sheets/schema/index';
import { readLastSeen } from '../../sheets/summary';
import type { PersonPlace } from '../summary/people';

type LedgerRow = ReadRow<typeof ledger>;

/** Those among the rows whose person the rebuilding has to mend first; `placeOf`: where a row's person stands. No contact while all are known. */
export function lostAmong(
  rows: readonly LedgerRow[],
  placeOf: (row: LedgerRow) => PersonPlace | undefined,
  found: Found,
): ReadonlySet<LedgerRow> {
  const known = rows.filter((row) => placeOf(row) !== undefined);
  const unknown = rows.filter((row) => placeOf(row) === undefined && row.values.number !== '');
  const kept = (row: LedgerRow) =>
    readLastSeen(found.row(summaries, placeOf(row)?.summaryRow ?? 0).values.lastSeen);
  const numbers = numbersWithPassword(unknown.map(({ values }) => values.number));
  return new Set([
    ...known.filter((row) => Object.keys(kept(row)).length === 0),
    ...unknown.filter(({ values }) => numbers.has(values.number)),
  ]);
}

/** Of these numbers those with a row of `_認証`. */
function numbersWithPassword(numbers: readonly string[]): ReadonlySet<string> {
  if (numbers.length === 0) return new Set();
  const { rowsOf } = readFound([{ tab: credentials, texts: numbers }]);
  return new Set(rowsOf(credentials).map(({ values }) => values.number));
}
