/** J1: login with number and password. Unknown, wrong and stopped give the same answer after the same work and calls. */
import { DomainError } from '../../domain/errors';
import { isoOfInstant } from '../../domain/fields/instant';
import { numberKey, numberText } from '../../domain/fields/number';
import { passwordKey } from '../../domain/password';
import { ALPHABET, temporaryKey } from '../../domain/temporary-password';
import { now } from '../../platform/clock';
import { writeProperties } from '../../platform/properties';
import { randomId } from '../../platform/random';
import type { ReadRow } from '../../sheets/row';
import { COUNTER_ROW, credentials, type summaries } from '../../sheets/schema/index';
import {
  credentialRowOf,
  findSummaryRows,
  readLastSeen,
  readSummaryRow,
  readSystemRow,
} from '../../sheets/summary';
import { PROPERTY, requireInstallation, type Installation } from '../installation/installation';
import { countFailure, forgetFailures, guardOf, requireNoWait, shelfNow } from './login-guard';
import { myView } from './my-view';
import { loadRules, type Rules } from '../installation/rules';
import { findByKey } from '../../sheets/find-row';
import { fits } from './secrets';
import { mayEnter, newToken } from './session';
import { requireOpen } from '../desk/stop';
import { noteTrouble } from '../desk/trouble';

const TEMPORARY_SHAPE = new RegExp(`^[${ALPHABET}]{12}$`);

export type LoggedIn =
  | { next: 'first'; token: string; askBirthDate: boolean; passwordLength: number }
  | { next: 'home'; token: string; view: ReturnType<typeof myView> };

/** DomainError `LOGIN_FAILED` (with `until` when a wait begins), `WAIT`, `STOPPED`. */
export function login({ number, password }: { number: string; password: string }): LoggedIn {
  const installation = requireInstallation();
  requireOpen(installation);
  const key = numberKey(number);
  const guard = guardOf(installation, key);
  const { rules, cached } = loadRules([guard.cacheKey]);
  const shelf = shelfNow(guard, cached, installation);
  requireNoWait(guard, shelf);

  const summary = findSummary(key, number);
  const credential = credentialOf(summary);
  const way = check(password, summary, credential, installation);
  if (way === undefined) {
    const until = countFailure(guard, shelf, installation);
    throw new DomainError('LOGIN_FAILED', until > 0 ? { until: isoOfInstant(until) } : {});
  }
  forgetFailures(guard, shelf, installation);
  if (way === 'temporary') return firstStep(summary, installation, rules);
  const view = myView(summary, installation, rules);
  recordLogin(summary.values.number, 'ログイン', installation);
  return { next: 'home', token: newToken(installation, 'home', summary), view };
}

/** Which password fits; undefined for none, and for people who may not enter. Always the same hashing for the same input. */
function check(
  password: string,
  summary: ReadRow<typeof summaries>,
  credential: ReadRow<typeof credentials>,
  installation: Installation,
): 'own' | 'temporary' | undefined {
  const known = summary.row !== COUNTER_ROW && credential.values.number === summary.values.number;
  const { current, temporary, temporaryUntil } = credential.values;
  const own = fits(passwordKey(password), known ? current : '', installation.cost);
  const typed = temporaryKey(password);
  const first = TEMPORARY_SHAPE.test(typed) && fits(typed, known ? temporary : '', installation.cost);
  if (!known || !mayEnter(readLastSeen(summary.values.lastSeen))) return undefined;
  const inTime = credential.unfit.length === 0 && (temporaryUntil === null || temporaryUntil > now());
  if (first && inTime) return 'temporary';
  return own ? 'own' : undefined;
}

/** The row of `_認証` beside it; one that somebody moved is searched for. */
export function credentialOf(summary: ReadRow<typeof summaries>): ReadRow<typeof credentials> {
  const beside = readSystemRow(credentials, credentialRowOf(summary.row));
  if (summary.row === COUNTER_ROW || beside.values.number === summary.values.number) return beside;
  return findByKey(credentials, summary.values.number) ?? beside;
}

/** The row of `_要約` the number means; for a number nobody has, the counter row, read all the same. */
function findSummary(key: string, typed: string): ReadRow<typeof summaries> {
  const rows = findSummaryRows(key === '' ? '-' : key);
  const [first = COUNTER_ROW, ...others] = rows;
  if (others.length === 0) return readSummaryRow(first);
  const exact = rows.map(readSummaryRow).find((row) => numberText(row.values.number) === numberText(typed));
  return exact ?? readSummaryRow(COUNTER_ROW);
}

function firstStep(summary: ReadRow<typeof summaries>, installation: Installation, rules: Rules): LoggedIn {
  return {
    next: 'first',
    token: newToken(installation, 'first', summary),
    askBirthDate: rules.settings.firstBirthDateCheck,
    passwordLength: rules.settings.passwordLength,
  };
}

/** Logins that may wait: the store holds 500 KB, and a job that does not run must not keep people out. */
const MOST_WAITING = 1000;

/** One property a login; the job empties them into ログイン記録. */
export function recordLogin(number: string, result: string, installation: Installation): void {
  const waiting = Object.keys(installation.properties).filter((name) =>
    name.startsWith(PROPERTY.login),
  ).length;
  if (waiting >= MOST_WAITING) {
    noteTrouble('recordLogin', new Error('Too many logins wait for the job.'));
    return;
  }
  const at = isoOfInstant(now());
  writeProperties({
    [`${PROPERTY.login}${now()}-${randomId().slice(0, 8)}`]: JSON.stringify({ number, at, result }),
  });
}
