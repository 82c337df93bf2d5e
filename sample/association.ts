/** The whole association before us: a pure function of its size and of today. */
import { attendanceRows } from './attendance';
import type { Case, CaseName } from './cases';
import { caseNames, caseOf, personOfCase, placeOfCase } from './cases';
import type { Calendar } from './cohorts';
import { calendarOn } from './cohorts';
import { dayInJapan } from './days';
import type { Event } from './events';
import { createEvents, eventRows } from './events';
import type { OldAnswer } from './form';
import { oldAnswers } from './form';
import { abbreviate, ledgerRow } from './ledger';
import type { Person } from './person';
import { createPerson } from './person';

/** How many registrants there are when nobody says. */
export const defaultRegistrants = 300;

export interface AssociationOptions {
  /** At least one for each named case. */
  registrants: number;
  /** ISO date-time with offset. */
  now: string;
}

export interface Association {
  calendar: Calendar;
  people: Person[];
  cases: Record<CaseName, Case>;
  events: Event[];
  /** Rows of the old 台帳, under its headers. */
  ledger: string[][];
  /** Rows of 行事一覧. */
  eventList: string[][];
  /** Rows of 受講者名簿. */
  attendance: string[][];
  answers: OldAnswer[];
}

/** The association of this size as it stands at this moment. */
export function createAssociation({ registrants, now }: AssociationOptions): Association {
  if (!Number.isInteger(registrants) || registrants < caseNames.length) {
    throw new Error(`The sample needs at least ${caseNames.length} registrants, got ${registrants}.`);
  }
  const calendar = calendarOn(dayInJapan(now));
  const people = Array.from({ length: registrants }, (_, place) =>
    createPerson(place, registrants, calendar),
  );
  const named = new Map<CaseName, Person>();
  caseNames.forEach((name, index) => {
    const place = placeOfCase(index, registrants);
    const ordinary = people[place];
    if (!ordinary) throw new Error(`No place ${place} in the register for ${name}.`);
    const person = personOfCase(name, ordinary, calendar);
    people[place] = person;
    named.set(name, person);
  });
  const numbers = new Set([...named.values()].map((person) => person.number));
  const events = createEvents(calendar);
  const rows = people.map((person) => ledgerRow(person, numbers.has(person.number)));
  const cases = Object.fromEntries([...named].map(([name, person]) => [name, caseOf(name, person)]));
  return {
    calendar,
    people,
    cases: cases as Record<CaseName, Case>,
    events,
    ledger: abbreviate(rows, people, numbers),
    eventList: eventRows(events, calendar),
    attendance: attendanceRows(events, people, named, calendar),
    answers: oldAnswers(
      people.filter((person) => !numbers.has(person.number)),
      calendar,
    ),
  };
}
