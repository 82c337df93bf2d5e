/** People by number as `_要約` knows them, for decisions that write nothing to 台帳: two contacts however many there are. */
import { numberKey } from '../../domain/fields/number';
import { findAnyInColumn } from '../../sheets/find';
import { readForDecision, type Found } from '../../sheets/read';
import { valuesOf, type ReadRow } from '../../sheets/row';
import { COUNTER_ROW, ledger, periods, points, summaries, type RowOf } from '../../sheets/schema';
import { readLastSeen, readSummary, systemPlace, type Summary } from '../../sheets/summary';
import { knownRows } from '../summary/person-rows';
import type { PersonPoints } from './person-points';
import { periodsOf } from './person-points';

/** A person as last seen. */
export interface KnownPerson {
  row: ReadRow<typeof summaries>;
  ledger: RowOf<typeof ledger>;
  summary: Summary;
}

/** Rows of `_要約` of these numbers, to be read with whatever else is wanted. */
export function findSummariesOf(numbers: readonly string[]): number[] {
  const keys = [...new Set(numbers.map(numberKey))].filter((key) => key !== '');
  // Only there: a key may also be the row of 台帳 somebody else stands in.
  return findAnyInColumn(summaries, systemPlace('numberKey'), keys).filter((row) => row > COUNTER_ROW);
}

/** The people of these numbers, as 要約 knows them; two contacts. Those whose numbers differ by leading zeros only are left out. */
export function readKnown(numbers: readonly string[]): KnownPerson[] {
  const rows = findSummariesOf(numbers);
  const people = knownPeople(readForDecision([{ tab: summaries, rows }]), rows);
  return numbers.flatMap((number) => people.get(number) ?? []);
}

/** The people of these rows by 登録番号. */
export function knownPeople(found: Found, rows: readonly number[]): Map<string, KnownPerson> {
  const people = rows
    .map((row) => found.row(summaries, row))
    .map((row): [string, KnownPerson] => [
      row.values.number,
      {
        row,
        ledger: valuesOf(ledger, readLastSeen(row.values.lastSeen)),
        summary: readSummary(row.values.summary),
      },
    ]);
  return new Map(people);
}

/** Periods and magazine of a person, with these records or those 要約 remembers. */
export function pointsOf(
  { ledger: own, summary }: KnownPerson,
  records: readonly RowOf<typeof points>[] = knownRows(summary, points),
): PersonPoints<RowOf<typeof points>> {
  return {
    periods: periodsOf(knownRows(summary, periods), own),
    records,
    magazine: own.magazine,
    certified: own,
  };
}
