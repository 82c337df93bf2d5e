/** J4: a registrant applies for the renewal, sends a 差戻し again, withdraws, or says that the 証書 has come. */
import { changeState } from '../../domain/application-state';
import { DomainError } from '../../domain/errors';
import { dayOfInstant } from '../../domain/fields/instant';
import { mayLogIn } from '../../domain/registrant';
import { now } from '../../platform/clock';
import { commit, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import { rewrittenRow } from '../../sheets/row';
import {
  certificates,
  COUNTER_ROW,
  periods,
  points,
  renewals,
  summaries,
  type Tab,
} from '../../sheets/schema';
import { readSummary, resultOf, withResult, writeSummary, type Summary } from '../../sheets/summary';
import { alone } from '../alone';
import { requireInstallation } from '../installation/installation';
import { myView } from '../login/my-view';
import { startNumbering, type Numbering } from '../summary/numbering';
import { toRegistrant, type Person } from '../summary/people';
import { updatePersonRow } from '../summary/person-rows';
import { readOwn, type OwnGround } from '../points/own-rows';
import { loadRules, type Rules } from '../installation/rules';
import { newToken, requireClaims } from '../login/session';
import { requireOpen } from '../desk/stop';
import { wakeSender } from '../sending/wake-sender';
import { figureCells, inForceRenewal, judgeRenewal, type Renewer } from './judge';
import { newRenewal, withReceipt } from './new-renewal';
import { renewerOfRows } from './renewer-of-rows';
import { requirePrinted, type Printed } from './printed';

interface Receipt {
  receipt: string;
  at: string;
  mailed: boolean;
}

/** What a write comes to; `result` is kept in 処理済. */
interface Written {
  updates?: readonly RowUpdate[];
  appends?: readonly RowAppend[];
  summary: Summary;
  result: Receipt;
}

type Ground = OwnGround<typeof renewals>;

/** DomainError `SESSION_ENDED`, `STOPPED`, `BUSY`, `INVALID` (printedName, sendTo; renewal: why it cannot be). */
export function applyRenewal(
  token: string | undefined,
  clientKey: string,
  { receipt, ...printed }: Printed & { receipt?: string | undefined },
) {
  const { result, ...rest } = write(
    token,
    clientKey,
    renewals,
    [points, periods],
    (ground, rules, numbering) =>
      receipt === undefined
        ? applyNew(printed, ground, rules, numbering)
        : applyAgain(receipt, printed, ground, rules, numbering),
  );
  return { ...(result as Receipt), ...rest };
}

/** 取下げ by the person. DomainError `SESSION_ENDED`, `STOPPED`, `BUSY`, `INVALID` (renewal NOT_OPEN). */
export function withdrawRenewal(token: string | undefined, clientKey: string, receipt: string) {
  const { token: next, view } = write(token, clientKey, renewals, [], ({ rows, person }) => {
    const own = rows.find(({ values }) => values.receipt === receipt);
    if (!own) throw new DomainError('INVALID', { renewal: 'NOT_OPEN' });
    const summary = readSummary(person.summary.values.summary);
    const { values } = inForceRenewal(own.values, summary);
    const set = openOnly(() =>
      changeState('更新申請', values, { to: '取下げ', who: '本人', at: now(), by: '本人' }, true),
    );
    const written = updatePersonRow(summary, own, set);
    return {
      updates: [written.update],
      summary: written.summary,
      result: { receipt, at: '', mailed: false },
    };
  });
  return { token: next, view };
}

/** 「受け取りました」. DomainError `SESSION_ENDED`, `STOPPED`, `BUSY`, `INVALID` (certificate NOT_OPEN). */
export function confirmCertificate(token: string | undefined, clientKey: string, certificate: string) {
  const { token: next, view } = write(token, clientKey, certificates, [], ({ rows, person }) => {
    const own = rows.find(({ values }) => values.certificate === certificate);
    if (own?.values.state !== '発送済') throw new DomainError('INVALID', { certificate: 'NOT_OPEN' });
    const set = { state: '受領', receivedOn: dayOfInstant(now()) };
    const written = updatePersonRow(readSummary(person.summary.values.summary), own, set);
    const result = { receipt: certificate, at: '', mailed: false };
    return { updates: [written.update], summary: written.summary, result };
  });
  return { token: next, view };
}

/** One write of the person the token stands for, under the lock, with its result in 処理済. */
function write<T extends Tab>(
  token: string | undefined,
  clientKey: string,
  tab: T,
  others: readonly (typeof points | typeof periods)[],
  decide: (ground: OwnGround<T>, rules: Rules, numbering: Numbering) => Written,
) {
  const installation = requireInstallation();
  requireOpen(installation);
  const claims = requireClaims(installation, token, 'home');
  const { rules } = loadRules();
  const { row, result, fresh } = alone(() => {
    const ground = readOwn(claims, tab, others);
    const { person, found } = ground;
    const before = resultOf(person.summary.values.done, clientKey);
    if (before !== undefined) return { row: person.summary, result: before, fresh: false };
    requireRegistrant(person);
    const year = Number(dayOfInstant(now()).slice(0, 4));
    const numbering = startNumbering(found.row(summaries, COUNTER_ROW), year);
    const { updates = [], appends = [], summary, result } = decide(ground, rules, numbering);
    const set = {
      ledgerRow: person.ledger.row,
      done: withResult(person.summary.values.done, clientKey, result),
      summary: writeSummary(summary),
    };
    commit({ updates: [...updates, update(person.summary, set), numbering.toUpdate()], appends });
    return { row: rewrittenRow(person.summary, set), result, fresh: result.mailed };
  });
  if (fresh) wakeSender(now());
  return {
    result,
    token: newToken(installation, 'home', row, claims.i),
    view: myView(row, installation, rules),
  };
}

/** A typed 登録抹消 may not have been taken over yet. */
function requireRegistrant(person: Person): void {
  if (!mayLogIn(toRegistrant(person.ledger))) throw new DomainError('SESSION_ENDED', {});
}

/** The person as the rows tell. */
function renewerOn({ person, rowsOf }: Ground): Renewer {
  return renewerOfRows(person.ledger.values, readSummary(person.summary.values.summary), rowsOf);
}

function applyNew(printed: Printed, ground: Ground, rules: Rules, numbering: Numbering): Written {
  const who = renewerOn(ground);
  const today = dayOfInstant(now());
  const judged = judgeRenewal(who, today, rules);
  const why = judged ? [...judged.obstacles, ...judged.unmet] : ['UNKNOWN'];
  if (!judged || why.length > 0)
    throw new DomainError('INVALID', { renewal: why[0]?.replace('LAPSED', 'STATE') ?? 'UNKNOWN' });
  const entry = { who, judged, printed: requirePrinted(printed, who.ledger), receivedOn: today };
  return newRenewal(entry, readSummary(ground.person.summary.values.summary), numbering, ground.found);
}

/** Same 受付番号, first 受付日; what is unmet by now the office judges. */
function applyAgain(
  receipt: string,
  printed: Printed,
  ground: Ground,
  rules: Rules,
  numbering: Numbering,
): Written {
  const own = ground.rows.find(({ values }) => values.receipt === receipt);
  const summary = readSummary(ground.person.summary.values.summary);
  const values = own && inForceRenewal(own.values, summary).values;
  if (!own || !values) throw new DomainError('INVALID', { renewal: 'NOT_OPEN' });
  const who = renewerOn(ground);
  const judged = judgeRenewal(who, own.values.receivedOn, rules, own.values);
  const set = {
    ...openOnly(() =>
      changeState('更新申請', values, { to: '申請中', who: '本人', at: now(), by: '' }, true),
    ),
    ...(judged ? figureCells(judged) : {}),
    ...requirePrinted(printed, who.ledger),
  };
  const written = updatePersonRow(summary, own, set);
  const told = withReceipt(receipt, who, [], written.summary, numbering, ground.found);
  return { ...told, updates: [written.update] };
}

/** Somebody was faster: told as a problem of the application, with the view as it is now after the next look. */
function openOnly<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FROM_STATE')
      throw new DomainError('INVALID', { renewal: 'NOT_OPEN' });
    throw error;
  }
}
