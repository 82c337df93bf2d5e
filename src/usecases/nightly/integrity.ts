/**
 * The nightly walk: everybody's numbers, and a slice of the people in full. It only looks; what does not fit is mended
 * under the lock from the rows as they then are, so that a person at work meanwhile is never in the way.
 */
import { dayOfInstant } from '../../domain/fields/instant';
import { numberKey } from '../../domain/fields/number';
import { now } from '../../platform/clock';
import type { ReadRow } from '../../sheets/row';
import { ledger, summaries, type Tab } from '../../sheets/schema/index';
import { readLastSeen, readSummary } from '../../sheets/summary';
import { highest, NUMBERED, raiseCounters, type Given } from './counters';
import type { Known } from '../findings/findings';
import { readRegister, readSlice, type Numbered, type Register, type SliceRows } from './integrity-read';
import { standingOf, twoPasswords, withoutPassword } from './integrity-words';
import { mendPeople } from './mend-people';
import { isTyped } from './mends';
import { isCurrent, isOtherFormat } from '../summary/read-model';
import { PERSON_TABS, showsRows } from '../summary/person-summary';
import type { Rules } from '../installation/rules';

/** Nights a walk through the register takes: with ten rows of applications each a night stays below 8 cells a registrant. */
const NIGHTS = 80;
const LEAST = 3;
/** One search looks for so many numbers. */
const MOST = 250;

/** Where the walk is. */
export interface WalkState {
  /** Row of 台帳 at which it goes on. */
  next: number;
  /** Column of 台帳 in which the numbers stand. */
  column: number;
}

/** What a night found for a person to look at. */
export interface Walked {
  state: WalkState;
  /** What is so now. */
  standing: string[];
  /** What happened, once. */
  happened: string[];
  /** A read model of another version was met. */
  otherFormat: boolean;
}

/** One night. DomainError `COUNTERS_LOST`, `HEADERS_BROKEN`, `TAB_MISSING`, `BUSY`. */
export function walkRegister({ next, column }: WalkState, texts: Rules['texts'], known: Known): Walked {
  const register = readRegister(column);
  const size = Math.min(MOST, Math.max(LEAST, Math.ceil(register.people.length / NIGHTS)));
  const ahead = register.people.filter(({ row }) => row >= next);
  const people = (ahead.length > 0 ? ahead : register.people).slice(0, size);
  const slice = readSlice(people, register);
  const odd = [
    ...register.people.filter((person) => !hasRows(person, register)),
    ...people.filter((person) => !fits(person, register, slice)),
  ];
  const mended = mendPeople(
    [...new Set(odd.map(({ row }) => row))].sort((a, b) => a - b),
    texts,
    known,
  );
  const given = above(slice, register);
  if (Object.keys(given).length > 0 || slice.ended.length > 0) raiseCounters(given, slice.ended);
  return {
    state: { next: (people[people.length - 1]?.row ?? 1) + 1, column: register.column },
    standing: [...standingOf(register), ...mended.twoPasswords.map(twoPasswords)],
    happened: mended.withoutPassword.map(withoutPassword),
    otherFormat: people.some(({ number }) =>
      (register.summaryRows.get(number) ?? []).some((row) =>
        isOtherFormat(slice.found.row(summaries, row).values.summary),
      ),
    ),
  };
}

/** Whether a number has its one row in each hidden tab. */
function hasRows({ number }: Numbered, { summaryRows, credentialRows }: Register): boolean {
  return [summaryRows, credentialRows].every((rows) => rows.get(number)?.length === 1);
}

/** Whether everything `_要約` keeps of a person is as the other tabs have it. */
function fits({ row, number }: Numbered, register: Register, { found, rows }: SliceRows): boolean {
  const [summaryRow] = register.summaryRows.get(number) ?? [];
  if (summaryRow === undefined) return false;
  const person = found.row(ledger, row);
  const { values } = found.row(summaries, summaryRow);
  // Somebody moved rows between two reads: looked at again under the lock.
  if (person.values.number !== number || values.number !== number) return false;
  const seen = readLastSeen(values.lastSeen);
  if (Object.keys(seen).length === 0 || isTyped(seen, person.byHeader)) return false;
  if (values.ledgerRow !== row || values.numberKey !== numberKey(number)) return false;
  const own = PERSON_TABS.flatMap((tab: Tab): ReadRow[] =>
    (rows.get(tab.title) ?? []).map((one) => found.row(tab, one)),
  ).filter(({ raw }) => String(raw.number ?? '') === number);
  return isCurrent(values.summary) && showsRows(readSummary(values.summary), own);
}

/** Numbers of this year that were found above the counters: only this year's are drawn. */
function above({ found, rows }: SliceRows, { counters }: Register): Given {
  const texts = NUMBERED.flatMap(({ tab, columns }) =>
    (rows.get(tab.title) ?? []).flatMap((row) =>
      columns.map((key) => String(found.row(tab, row).raw[key] ?? '')),
    ),
  );
  const year = dayOfInstant(now()).slice(0, 4);
  return Object.fromEntries(
    Object.entries(highest(texts)).filter(
      ([name, n]) => name.endsWith(year) && n > (counters.counters[name] ?? 0),
    ),
  );
}
