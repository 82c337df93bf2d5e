/** A person with all rows of ポイント, read for a decision about them. */
import type { Claims } from '../../domain/session';
import { findExact } from '../../sheets/find';
import { readForDecision, type Found, type Wanted } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { notices, points, type Tab } from '../../sheets/schema';
import { requirePerson, wantedFor, type Person } from '../summary/people';
import { requireSession, requireSummaryRow } from '../login/session';

/** What was read of the one a token stands for. */
export interface OwnGround<T extends Tab> {
  person: Person;
  rows: ReadRow<T>[];
  found: Found;
}

/** The person of the claims and her rows of a tab, under the lock. DomainError `SESSION_ENDED`, `ROW_MISSING`. */
export function readOwn<T extends Tab>(claims: Claims, tab: T, also: readonly Wanted[] = []): OwnGround<T> {
  const summary = requireSummaryRow(claims);
  requireSession(claims, summary);
  const place = { summaryRow: summary.row, ledgerRow: summary.values.ledgerRow ?? 0, number: claims.n };
  const rows = findExact(tab, claims.n);
  const found = readForDecision([...wantedFor([place]), { tab, rows }, { tab: notices }, ...also]);
  const person = requirePerson(found, place);
  requireSession(claims, person.summary);
  return { person, rows: ownRows(found, tab, rows, claims.n), found };
}

/** Of the rows in which a number stands, those that are the person's: another cell may hold the same text. */
export function ownRows<T extends Tab>(
  found: Found,
  tab: T,
  rows: readonly number[],
  number: string,
): ReadRow<T>[] {
  return rows.map((row) => found.row(tab, row)).filter((row) => row.raw.number === number);
}

/** The row of ポイント with this 受付番号. */
export function rowOf(
  rows: readonly ReadRow<typeof points>[],
  receipt: string,
): ReadRow<typeof points> | undefined {
  return rows.find(({ values }) => values.receipt === receipt);
}
