/** Finding a person's rows: by number, and by address. */
import { DomainError } from '../../domain/errors';
import { isoOfInstant } from '../../domain/fields/instant';
import { normalizeMail } from '../../domain/fields/mail';
import { numberKey, numberText } from '../../domain/fields/number';
import type { Registrant } from '../../domain/registrant';
import { isSomebodyElse } from '../../domain/same-person';
import { findAny } from '../../sheets/find';
import { findByKey } from '../../sheets/find-row';
import { readForDecision, type Found, type Wanted } from '../../sheets/read';
import { readFound } from '../../sheets/read-found';
import type { ReadRow } from '../../sheets/row';
import { COUNTER_ROW, credentials, history, ledger, summaries } from '../../sheets/schema/index';
import { publish } from '../../sheets/spreadsheet';
import { credentialRowOf, findSummaryRows, readLastSeen, readSummaryRow } from '../../sheets/summary';
import { identityOf } from '../ledger/identity';

/** A person's rows as read for a decision. */
export interface Person {
  ledger: ReadRow<typeof ledger>;
  summary: ReadRow<typeof summaries>;
  credential: ReadRow<typeof credentials>;
}

/** Where a person's rows stood when they were found. */
export interface PersonPlace {
  summaryRow: number;
  ledgerRow: number;
  number: string;
}

/** The ledger row as the domain sees it. */
export function toRegistrant(row: ReadRow<typeof ledger>): Registrant {
  const { updatedAt, ...values } = row.values;
  return { ...values, updatedAt: updatedAt === null ? '' : isoOfInstant(updatedAt) };
}

/** Places of the people a typed number may mean: none, one, or several that differ by leading zeros. */
export function findPlaces(typedNumber: string): PersonPlace[] {
  return findSummaryRows(numberKey(typedNumber)).map((row) => {
    const { values } = readSummaryRow(row);
    return { summaryRow: row, ledgerRow: values.ledgerRow ?? 0, number: values.number };
  });
}

/**
 * The people typed numbers mean, by typed text: two contacts however many they are. Of several that differ by leading
 * zeros only, the one typed exactly so; left out where nobody, or more than one, is meant.
 */
export function findPlacesOf(typed: readonly string[]): Map<string, PersonPlace> {
  const rows = findAny(summaries, [...new Set(typed.map(numberKey))]).filter((row) => row > COUNTER_ROW);
  if (rows.length === 0) return new Map();
  const found = readForDecision([{ tab: summaries, rows }]);
  const places = rows.map((row): PersonPlace => {
    const { number, ledgerRow } = found.row(summaries, row).values;
    return { summaryRow: row, ledgerRow: ledgerRow ?? 0, number };
  });
  return new Map(typed.flatMap((text) => meant(text, places).map((place) => [text, place] as const)));
}

function meant(typed: string, places: readonly PersonPlace[]): PersonPlace[] {
  const alike = places.filter(({ number }) => numberKey(number) === numberKey(typed));
  if (alike.length <= 1) return alike;
  const exact = alike.filter(({ number }) => numberText(number) === numberText(typed));
  return exact.length === 1 ? exact : [];
}

/** The rows in which an address stands, read; none where a cell shows it and holds something else. DomainError `BUSY`. */
export function findByMail(mail: string): ReadRow<typeof ledger>[] {
  publish();
  const { rowsOf, isWhole } = readFound([{ tab: ledger, texts: [normalizeMail(mail)], as: 'part' }]);
  return isWhole ? rowsOf(ledger) : [];
}

/** What people and their changes need read: their rows, the counters, the headers of 変更履歴. */
export function wantedFor(places: readonly PersonPlace[]): Wanted[] {
  return [
    { tab: ledger, rows: places.map((place) => place.ledgerRow).filter((row) => row > 1) },
    { tab: summaries, rows: [COUNTER_ROW, ...places.map((place) => place.summaryRow)] },
    { tab: credentials, rows: places.map((place) => credentialRowOf(place.summaryRow)) },
    { tab: history },
  ];
}

/**
 * The person's rows among those read, each recognised by its number. A row of
 * 台帳 or `_認証` that stands elsewhere than its hint is searched for and read
 * again. Undefined when one of them is gone (somebody deleted the row of 台帳).
 */
export function findPerson(found: Found, place: PersonPlace): Person | undefined {
  const summary = found.row(summaries, place.summaryRow);
  if (summary.values.number !== place.number) return undefined;
  const hinted = place.ledgerRow > 1 ? found.row(ledger, place.ledgerRow) : undefined;
  const beside = found.row(credentials, credentialRowOf(place.summaryRow));
  const own = hinted?.values.number === place.number ? hinted : findByKey(ledger, place.number);
  const credential = beside.values.number === place.number ? beside : findByKey(credentials, place.number);
  return own && credential ? { summary, ledger: own, credential } : undefined;
}

/**
 * The person's rows; DomainError `ROW_MISSING` when one of them is gone, `ROW_OF_ANOTHER` when the row of 台帳 with her
 * number holds somebody else's content that nobody has said is right (facts: number).
 */
export function requirePerson(found: Found, place: PersonPlace): Person {
  const { number } = place;
  const person = findPerson(found, place);
  if (!person) throw new DomainError('ROW_MISSING', { number });
  const seen = identityOf(readLastSeen(person.summary.values.lastSeen));
  if (isSomebodyElse(seen, identityOf(person.ledger.byHeader)))
    throw new DomainError('ROW_OF_ANOTHER', { number });
  return person;
}
