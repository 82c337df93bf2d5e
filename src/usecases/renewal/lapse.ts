/** 失効予定 and 「失効を確定する（n名）」: the machine proposes, a person presses (product.md, Rules). */
import { toPlain } from '../../domain/fields/width';
import { dayOfInstant } from '../../domain/fields/instant';
import { lapses, mayHaveLapsed } from '../../domain/lapse';
import { daysAfter, lastPeriod } from '../../domain/period';
import { reachOf } from '../../domain/reach';
import { requirementsOf } from '../../domain/requirement';
import { now } from '../../platform/clock';
import { commit, type RowAppend, type RowUpdate } from '../../sheets/commit';
import { COUNTER_ROW, summaries } from '../../sheets/schema';
import { readSummary, resultOf } from '../../sheets/summary';
import { alone } from '../alone';
import { ledgerChange } from '../ledger/ledger-change';
import { startNumbering } from '../summary/numbering';
import { findPerson, findPlacesOf, wantedFor } from '../summary/people';
import { readKnown } from '../points/known-people';
import { neededIn, periodsOf } from '../points/person-points';
import { readRowsOf } from '../summary/keyed-rows';
import { wholeSummaries } from '../summary/whole-summaries';
import type { Rules } from '../installation/rules';
import { requireStaff } from '../desk/staff';
import { readEndings, type Ending } from './ending';
import { renewerOf, type Renewer } from './judge';
import { RENEWAL_TABS, renewerOfRows } from './renewer-of-rows';
import { written } from './renewal-queue';

const SHOWN = 60;

/** Whose validity has ended by 台帳, the earliest first. */
export function endedOf(endings: readonly Ending[], { settings }: Rules): Ending[] {
  const since = settings.formOpenedAt;
  if (since === null) return [];
  const [today, first] = [dayOfInstant(now()), dayOfInstant(since)];
  return endings
    .filter(({ active, validTo }) => active && mayHaveLapsed({ state: '', validTo }, today, first))
    .sort((a, b) => (a.validTo < b.validTo ? -1 : a.validTo > b.validTo ? 1 : 0));
}

/** Whether nothing keeps the qualification of this person. */
export function isLapsed(who: Renewer, rules: Rules): boolean {
  const { settings } = rules;
  const own = who.ledger;
  const periods = periodsOf(who.periods, own);
  const period = lastPeriod(periods);
  if (!period || settings.formOpenedAt === null) return false;
  const needed = neededIn(period, own, rules);
  const { counted } = requirementsOf(
    { period, periods, records: who.records, magazine: own.magazine, needed },
    rules,
  );
  const person = { state: toPlain(own.state), periods, counted, renewals: who.renewals };
  return lapses(person, dayOfInstant(now()), dayOfInstant(settings.formOpenedAt), settings);
}

/** Those nothing keeps, among 60 whose validity has ended. DomainError `NOT_STAFF`. */
export function lapseList({ skip = 0 }: { skip?: number | undefined }) {
  const { rules } = requireStaff();
  const ended = endedOf(readEndings(), rules);
  const people = readKnown(ended.slice(skip, skip + SHOWN).map(({ number }) => number));
  const whole = wholeSummaries(people.map(({ ledger, summary }) => [ledger.number, summary]));
  return {
    total: ended.length,
    people: people
      .filter(({ ledger: own, summary }) => isLapsed(renewerOf(whole.get(own.number) ?? summary, own), rules))
      .map(({ ledger: own }) => ({
        ...{ number: own.number, name: own.name, end: written(own.validTo) },
        phone: own.phone || own.mobile,
        by: reachOf(own)?.by ?? '',
      })),
  };
}

/** Each is judged again; who is kept by something stays as she is. DomainError `NOT_STAFF`, `BUSY`. */
export function confirmLapse({ numbers }: { numbers: readonly string[] }, clientKey: string) {
  const { staff, rules } = requireStaff();
  return alone(() => lapsePeople(numbers, staff.name, clientKey, rules));
}

/** Under the lock; also for the setting 失効の確定 自動. */
export function lapsePeople(
  numbers: readonly string[],
  by: string,
  clientKey: string | undefined,
  rules: Rules,
) {
  const places = [...findPlacesOf(numbers).values()];
  const own = places.map(({ number }) => number);
  const { found, rowsOf } = readRowsOf(RENEWAL_TABS, own, wantedFor(places));
  const counters = found.row(summaries, COUNTER_ROW);
  const before = clientKey === undefined ? undefined : resultOf(counters.values.done, clientKey);
  if (before !== undefined) return before as { lapsed: number; left: number };
  const numbering = startNumbering(counters, Number(dayOfInstant(now()).slice(0, 4)));
  const updates: RowUpdate[] = [];
  const appends: RowAppend[] = [];
  let lapsed = 0;
  for (const place of places) {
    const person = findPerson(found, place);
    if (!person) continue;
    const summary = readSummary(person.summary.values.summary);
    if (!isLapsed(renewerOfRows(person.ledger.values, summary, rowsOf), rules)) continue;
    const end = person.ledger.values.validTo;
    const set = { state: '失効', stateReason: '満了', stateOn: daysAfter(end, 1) };
    const change = { set, by, route: '更新' as const, at: now() };
    const written = ledgerChange(person, change, {}, numbering, found);
    updates.push(...written.updates);
    appends.push(...written.appends);
    lapsed += 1;
  }
  const answer = { lapsed, left: numbers.length - lapsed };
  if (clientKey !== undefined) numbering.remember(clientKey, answer);
  commit({ updates: [...updates, numbering.toUpdate()], appends });
  return answer;
}
