/** The person a token stands for with all her rows of a tab, read for a decision about them. */
import type { Claims } from '../../domain/session';
import type { Found } from '../../sheets/read';
import { findEach, type Find } from '../../sheets/read-found';
import type { ReadRow } from '../../sheets/row';
import { notices, type periods, type points, type Tab } from '../../sheets/schema';
import { requirePerson, wantedFor, type Person } from '../summary/people';
import { findTogether, readBelonging } from '../summary/keyed-rows';
import { requireSession, requireSummaryRow } from '../login/session';

/** What was read of the one a token stands for. */
export interface OwnGround<T extends Tab> {
  person: Person;
  rows: ReadRow<T>[];
  /** Also of the other tabs that were asked for. */
  rowsOf<U extends Tab>(tab: U): ReadRow<U>[];
  found: Found;
}

/** The person of the claims and her rows of a tab, under the lock. DomainError `SESSION_ENDED`, `ROW_MISSING`. */
export function readOwn<T extends Tab>(
  claims: Claims,
  tab: T,
  others: readonly (typeof points | typeof periods)[] = [],
): OwnGround<T> {
  const summary = requireSummaryRow(claims);
  requireSession(claims, summary);
  const place = { summaryRow: summary.row, ledgerRow: summary.values.ledgerRow ?? 0, number: claims.n };
  const also = [...wantedFor([place]), { tab: notices }];
  const { found, rowsOf } = readBelonging([tab, ...others], claims.n, also, findOwn);
  const person = requirePerson(found, place);
  requireSession(claims, person.summary);
  return { person, rows: rowsOf(tab), rowsOf, found };
}

/** The first tab by itself: mostly nothing stands there. */
const findOwn: Find = ([first, ...others]) => [
  ...findEach(first ? [first] : []),
  ...(others.length > 0 ? findTogether(others) : []),
];

/** The row of ポイント with this 受付番号. */
export function rowOf(
  rows: readonly ReadRow<typeof points>[],
  receipt: string,
): ReadRow<typeof points> | undefined {
  return rows.find(({ values }) => values.receipt === receipt);
}
