/** From the first day of the next period on 台帳 shows it; nothing else depends on this having run (product.md, Rules). */
import { dayOfInstant } from '../../domain/fields/instant';
import { now } from '../../platform/clock';
import { commit, type RowAppend, type RowUpdate } from '../../sheets/commit';
import { COUNTER_ROW, summaries, type ledger, periods, type RowOf } from '../../sheets/schema';
import { publish } from '../../sheets/spreadsheet';
import { alone } from '../alone';
import { ledgerChange } from '../ledger/ledger-change';
import { readRowsOf, type RowsOf } from '../summary/keyed-rows';
import { startNumbering } from '../summary/numbering';
import { findPerson, findPlacesOf, wantedFor } from '../summary/people';

/** The period that has begun after the one 台帳 shows; undefined where there is none. */
export function begunPeriod({ number, validTo }: RowOf<typeof ledger>, rowsOf: RowsOf) {
  const today = dayOfInstant(now());
  return rowsOf(periods, number)
    .map(({ values }) => values)
    .find(({ start }) => start > validTo && start <= today);
}

/** Writes it for these people in one commit. */
export function turnPeriods(numbers: readonly string[]): void {
  publish();
  alone(() => {
    const places = [...findPlacesOf(numbers).values()];
    const known = places.map(({ number }) => number);
    const { found, rowsOf } = readRowsOf([periods], known, wantedFor(places));
    const year = Number(dayOfInstant(now()).slice(0, 4));
    const numbering = startNumbering(found.row(summaries, COUNTER_ROW), year);
    const updates: RowUpdate[] = [];
    const appends: RowAppend[] = [];
    for (const place of places) {
      const person = findPerson(found, place);
      const next = person && begunPeriod(person.ledger.values, rowsOf);
      if (!next) continue;
      const set = { validFrom: next.start, validTo: next.end };
      const change = { set, by: 'システム', route: '更新' as const, at: now(), receipt: next.receipt };
      const written = ledgerChange(person, change, {}, numbering, found);
      updates.push(...written.updates);
      appends.push(...written.appends);
    }
    if (updates.length > 0) commit({ updates: [...updates, numbering.toUpdate()], appends });
  });
}
