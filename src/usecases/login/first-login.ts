/** J1: after the temporary password the person tells the birth date and sets an own password; only then the address is taken over. */
import { DomainError } from '../../domain/errors';
import { dayOfInstant } from '../../domain/fields/instant';
import { normalizeMail } from '../../domain/fields/mail';
import { numberKey } from '../../domain/fields/number';
import { checkPassword, passwordContext } from '../../domain/password';
import { mayLogIn } from '../../domain/registrant';
import { now } from '../../platform/clock';
import { alone } from '../alone';
import { commit, update } from '../../sheets/commit';
import { readFound } from '../../sheets/read-found';
import { rewrittenRow } from '../../sheets/row';
import { COUNTER_ROW, ledger, notices, summaries, type RowOf } from '../../sheets/schema/index';
import { resultOf, withResult } from '../../sheets/summary';
import { requireInstallation } from '../installation/installation';
import { ledgerChange } from '../ledger/ledger-change';
import { recordLogin } from './login';
import { countFailure, guardOf, requireNoWait, shelfNow } from './login-guard';
import { myView } from './my-view';
import { startNumbering } from '../summary/numbering';
import { requirePerson, toRegistrant, wantedFor, type Person } from '../summary/people';
import { loadRules, type Rules } from '../installation/rules';
import { hashOwn } from './secrets';
import { newToken, requireClaims, requireSession, requireSummaryRow } from './session';
import { requireOpen } from '../desk/stop';
import { requireOneRow } from '../findings/under-repair';

/** The password mail that led here is among the person's latest notices. */
const NOTICES_LOOKED_AT = 20;

interface Args {
  birthDate?: string | undefined;
  password: string;
}

/**
 * Sets the own password, ends every other session, and opens My Page. Sent
 * again with the same key it opens My Page without doing anything again.
 * DomainError `SESSION_ENDED`, `WAIT`, `FIRST_LOGIN_FAILED`, `INVALID` (facts: field → code), `STOPPED`, `BUSY`.
 */
export function firstLogin(token: string | undefined, clientKey: string, args: Args) {
  const installation = requireInstallation();
  requireOpen(installation);
  const claims = requireClaims(installation, token, 'first');
  const guard = guardOf(installation, numberKey(claims.n));
  const { rules, cached } = loadRules([guard.cacheKey]);
  const shelf = shelfNow(guard, cached, installation);
  requireNoWait(guard, shelf);
  requirePassword(args.password, claims.n, rules);
  const hash = hashOwn(args.password, installation.cost);

  const outcome = alone(() => {
    const place = requireSummaryRow(claims);
    if (resultOf(place.values.done, clientKey) !== undefined) {
      // Done before: the session it opened must still hold, or a token long ended would come back to life.
      requireSession({ ...claims, g: claims.g + 1 }, place);
      return { row: place };
    }
    requireSession(claims, place);
    const { found, rowsOf } = readFound(
      [{ tab: notices, texts: [claims.n], last: NOTICES_LOOKED_AT }],
      wantedFor([{ summaryRow: place.row, ledgerRow: place.values.ledgerRow ?? 0, number: claims.n }]),
    );
    const person = requirePerson(found, {
      summaryRow: place.row,
      ledgerRow: place.values.ledgerRow ?? 0,
      number: claims.n,
    });
    requireSession(claims, person.summary);
    requireOneRow(person, installation);
    if (!mayFinish(person, args, rules)) return 'refused' as const;
    requirePassword(args.password, claims.n, rules, person);

    const at = now();
    const sentTo = rowsOf(notices)
      .map(({ values }) => values)
      .filter(({ number, kind, sentAt }) => number === claims.n && kind === 'パスワード' && sentAt !== null)
      .sort((a, b) => (b.sentAt ?? 0) - (a.sentAt ?? 0))[0]?.to;
    const numbering = startNumbering(found.row(summaries, COUNTER_ROW), Number(dayOfInstant(at).slice(0, 4)));
    const summarySet = {
      generation: (person.summary.values.generation ?? 0) + 1,
      done: withResult(person.summary.values.done, clientKey, 'done'),
    };
    const change = ledgerChange(
      person,
      { set: takenOver(person, sentTo), by: '本人', route: 'フォーム', at },
      summarySet,
      numbering,
      found,
    );
    const credential = update(person.credential, {
      current: hash,
      temporary: '',
      temporaryUntil: null,
      firstLoginAt: person.credential.values.firstLoginAt ?? at,
    });
    commit({ updates: [...change.updates, credential, numbering.toUpdate()], appends: change.appends });
    return { row: rewrittenRow(person.summary, { ...summarySet, ...change.summarySet }) };
  });
  if (outcome === 'refused') {
    countFailure(guard, shelf, installation);
    throw new DomainError('FIRST_LOGIN_FAILED', {});
  }
  recordLogin(claims.n, '最初のログイン', installation);
  return {
    token: newToken(installation, 'home', outcome.row),
    view: myView(outcome.row, installation, rules),
  };
}

/** The temporary password must still be waiting, and the birth date must be the ledger's when 設定 asks for it. */
function mayFinish(person: Person, { birthDate }: Args, rules: Rules): boolean {
  if (person.credential.values.temporary === '' || !mayLogIn(toRegistrant(person.ledger))) return false;
  if (!rules.settings.firstBirthDateCheck) return true;
  return person.ledger.values.birthDate !== '' && birthDate === person.ledger.values.birthDate;
}

/**
 * What the first login changes in 台帳: the address is the one the password arrived at. Who had none was to be told by
 * letter (domain/adoption) and is told by mail from now on.
 */
function takenOver(person: Person, sentTo: string | undefined): Partial<RowOf<typeof ledger>> {
  const mail = normalizeMail(sentTo ?? '');
  const noticeBy = person.ledger.values.mail === '' ? { noticeBy: 'メール' } : {};
  return { mypage: '利用中', mailState: '確認済', ...(mail === '' ? {} : { mail, ...noticeBy }) };
}

function requirePassword(password: string, number: string, rules: Rules, person?: Person): void {
  const context = person ? passwordContext(toRegistrant(person.ledger)) : [number];
  const problem = checkPassword(password, { minLength: rules.settings.passwordLength, context });
  if (problem !== undefined) throw new DomainError('INVALID', { password: problem });
}
