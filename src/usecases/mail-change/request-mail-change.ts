/** J2: the mail address, first step. The own password is asked again, and a code goes to the new address. */
import { DomainError } from '../../domain/errors';
import { dayOfInstant, isoOfInstant } from '../../domain/fields/instant';
import { isMailAddress, isSharedMailbox, normalizeMail } from '../../domain/fields/mail';
import { numberKey } from '../../domain/fields/number';
import { shownItems } from '../../domain/ledger-items';
import { askCode } from '../../domain/mail-change';
import { passwordKey } from '../../domain/password';
import { mayLogIn } from '../../domain/registrant';
import { now } from '../../platform/clock';
import { randomId } from '../../platform/random';
import { commit, update } from '../../sheets/commit';
import { rewrittenRow } from '../../sheets/row';
import { COUNTER_ROW, summaries } from '../../sheets/schema/index';
import { resultOf, withResult } from '../../sheets/summary';
import { alone } from '../alone';
import { requireInstallation } from '../installation/installation';
import { credentialOf } from '../login/login';
import { countFailure, forgetFailures, guardOf, requireNoWait, shelfNow } from '../login/login-guard';
import { codeNotice } from './mail-change-notices';
import { readMailChange, readWithMail, withMailChange } from './mail-change-state';
import { startNumbering } from '../summary/numbering';
import { requirePerson, toRegistrant } from '../summary/people';
import { loadRules, type Rules } from '../installation/rules';
import { fits } from '../login/secrets';
import { newToken, requireClaims, requireSession, requireSummaryRow } from '../login/session';
import { requireOpen } from '../desk/stop';
import { wakeSender } from '../sending/wake-sender';

interface Wish {
  mail: string;
  kind?: string | undefined;
  password: string;
}

/** What is answered, and kept in 処理済 for the same key: where the code goes, and until when it works. */
interface Asked {
  mail: string;
  until: string;
}

/**
 * Queues the code. An address somebody else has gets the same answer; its mailbox alone is told that it cannot be used.
 * DomainError `SESSION_ENDED`, `STOPPED`, `BUSY`, `WAIT` (wrong passwords, or too many codes), `INVALID` (facts: field → code).
 */
export function requestMailChange(token: string | undefined, clientKey: string, wish: Wish) {
  const installation = requireInstallation();
  requireOpen(installation);
  const claims = requireClaims(installation, token, 'home');
  const guard = guardOf(installation, numberKey(claims.n));
  const { rules, cached } = loadRules([guard.cacheKey]);
  const seen = requireSummaryRow(claims);
  requireSession(claims, seen);
  const shelf = shelfNow(guard, cached, installation);
  requireNoWait(guard, shelf);
  const { mail, kind } = requirePossible(wish, rules);
  const { current } = credentialOf(seen).values;
  if (!fits(passwordKey(wish.password), current, installation.cost)) {
    const until = countFailure(guard, shelf, installation);
    throw new DomainError('INVALID', {
      password: 'WRONG_PASSWORD',
      ...(until > 0 ? { until: isoOfInstant(until) } : {}),
    });
  }
  forgetFailures(guard, shelf, installation);

  const id = randomId();
  const place = { summaryRow: seen.row, ledgerRow: seen.values.ledgerRow ?? 0, number: claims.n };
  const { row, asked } = alone(() => {
    const { found, taken } = readWithMail(place, mail);
    const person = requirePerson(found, place);
    requireSession(claims, person.summary);
    const { done } = person.summary.values;
    const before = resultOf(done, clientKey) as Asked | undefined;
    if (before !== undefined) return { row: person.summary, asked: before };
    if (!mayLogIn(toRegistrant(person.ledger))) throw new DomainError('SESSION_ENDED', {});
    // Who wants to show that mail arrives again at the same address may.
    if (normalizeMail(person.ledger.values.mail) === mail && person.ledger.values.mailState === '確認済')
      throw new DomainError('INVALID', { mail: 'SAME_MAIL' });

    const at = now();
    const next = askCode(readMailChange(done), { id, mail, kind }, at);
    if ('wait' in next) throw new DomainError('WAIT', { until: isoOfInstant(next.wait) });
    const result: Asked = { mail, until: isoOfInstant(next.open.until) };
    const set = { done: withResult(withMailChange(done, next.change), clientKey, result) };
    const numbering = startNumbering(found.row(summaries, COUNTER_ROW), Number(dayOfInstant(at).slice(0, 4)));
    const notice = codeNotice({ person, numbering, found, at }, next.open, taken);
    commit({ updates: [update(person.summary, set), numbering.toUpdate()], appends: [notice] });
    return { row: rewrittenRow(person.summary, set), asked: result };
  });
  wakeSender(now());
  return { ...asked, token: newToken(installation, 'home', row, claims.i) };
}

/** The address and its kind as they would be stored, if 台帳項目 lets a person change them. */
function requirePossible({ mail: typed, kind = '' }: Wish, rules: Rules): { mail: string; kind: string } {
  const items = shownItems(rules.items, {});
  if (!items.some(({ way }) => way === 'mail')) throw new DomainError('INVALID', { mail: 'NOT_CHANGEABLE' });
  const choices = items.find(({ item, way }) => item === 'メール区分' && way === 'now')?.choices ?? [];
  if (kind !== '' && !choices.includes(kind)) throw new DomainError('INVALID', { kind: 'NOT_A_CHOICE' });
  const mail = normalizeMail(typed);
  if (!isMailAddress(mail)) throw new DomainError('INVALID', { mail: 'NOT_A_MAIL' });
  if (isSharedMailbox(mail, rules.settings.sharedMailboxes))
    throw new DomainError('INVALID', { mail: 'SHARED_MAIL' });
  return { mail, kind };
}
