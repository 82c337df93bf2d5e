/** Who calls My Page: the person of a signed token, whose row of `_要約` still carries the token's 世代. */
import { DomainError } from '../../domain/errors';
import { numberKey } from '../../domain/fields/number';
import { mayLogIn } from '../../domain/registrant';
import { judgeSession, type Claims } from '../../domain/session';
import { now } from '../../platform/clock';
import type { ReadRow } from '../../sheets/row';
import { ledger, type summaries } from '../../sheets/schema/index';
import { findSummaryRows, readLastSeen, readSummaryRow, type LastSeen } from '../../sheets/summary';
import type { Installation } from '../installation/installation';
import { readToken, signToken } from './secrets';

type SummaryRow = ReadRow<typeof summaries>;

/** The claims of a token of this purpose; DomainError `SESSION_ENDED` for any other text. */
export function requireClaims(
  installation: Installation,
  token: string | undefined,
  purpose: Claims['p'],
): Claims {
  const claims = token === undefined ? undefined : readToken(installation.secret, token);
  if (claims?.p !== purpose) throw new DomainError('SESSION_ENDED', {});
  return claims;
}

/** The person's row of `_要約`: at the token's hint, else searched for. DomainError `SESSION_ENDED` if there is none. */
export function requireSummaryRow(claims: Claims): SummaryRow {
  const hinted = readSummaryRow(claims.r);
  if (hinted.values.number === claims.n) return hinted;
  const found = findSummaryRows(numberKey(claims.n))
    .map(readSummaryRow)
    .find((row) => row.values.number === claims.n);
  if (!found) throw new DomainError('SESSION_ENDED', {});
  return found;
}

/** Whether the claims still hold for this row: in time, of the same 世代, of a person who may enter. */
export function holds(claims: Claims, row: SummaryRow): boolean {
  const facts = {
    now: now(),
    generation: row.values.generation ?? 0,
    mayLogIn: mayEnter(readLastSeen(row.values.lastSeen)),
  };
  return judgeSession(claims, facts) === 'ok';
}

/** Refuses with DomainError `SESSION_ENDED` unless the claims still hold for this row. */
export function requireSession(claims: Claims, row: SummaryRow): void {
  if (!holds(claims, row)) throw new DomainError('SESSION_ENDED', {});
}

/** Whether the state of a person lets her in, by the ledger row as last seen. */
export function mayEnter(seen: LastSeen): boolean {
  const text = (key: 'state' | 'stateReason' | 'mypage') => String(seen[ledger.columns[key].header] ?? '');
  return mayLogIn({ state: text('state'), stateReason: text('stateReason'), mypage: text('mypage') });
}

/** A token for the person of this row; `issued` stays when a session goes on. */
export function newToken(
  installation: Installation,
  purpose: Claims['p'],
  row: SummaryRow,
  issued = now(),
): string {
  const { number, generation } = row.values;
  return signToken(installation.secret, {
    p: purpose,
    n: number,
    r: row.row,
    g: generation ?? 0,
    i: issued,
    s: now(),
  });
}
