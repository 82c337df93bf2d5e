/** People by number as `_要約` knows them, for decisions that write nothing to 台帳: two contacts however many there are. */
import { numberKey } from '../../domain/fields/number';
import { findAny } from '../../sheets/find';
import type { Found } from '../../sheets/read';
import { valuesOf, type ReadRow } from '../../sheets/row';
import { COUNTER_ROW, ledger, periods, points, summaries, type RowOf } from '../../sheets/schema';
import { readLastSeen, readSummary, type Summary } from '../../sheets/summary';
import { knownRows } from '../person-rows';
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
  return findAny(summaries, keys).filter((row) => row > COUNTER_ROW);
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
