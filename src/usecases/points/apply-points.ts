/** J3: a registrant applies for points, sends a 差戻し again, or withdraws. Read, decide, one commit; the receipt goes by mail at once. */
import { changeState, standingOf } from '../../domain/application-state';
import { categoryOn } from '../../domain/category';
import { DomainError } from '../../domain/errors';
import { dayOfInstant, isoOfInstant } from '../../domain/fields/instant';
import type { PointForm } from '../../domain/fields/point-application';
import { mayLogIn } from '../../domain/registrant';
import { now } from '../../platform/clock';
import { commit, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import { rewrittenRow, type ReadRow } from '../../sheets/row';
import { COUNTER_ROW, points, summaries } from '../../sheets/schema';
import { readSummary, resultOf, withResult, writeSummary, type Summary } from '../../sheets/summary';
import { alone } from '../alone';
import { requireInstallation } from '../installation/installation';
import { myView } from '../login/my-view';
import { notifyPerson } from '../sending/notify-person';
import { startNumbering, yearOf } from '../summary/numbering';
import { toRegistrant, type Person } from '../summary/people';
import { updatePersonRow } from '../summary/person-rows';
import { loadRules, type Rules } from '../installation/rules';
import { newToken, requireClaims } from '../login/session';
import { requireOpen } from '../desk/stop';
import { wakeSender } from '../sending/wake-sender';
import { evidenceCells, keepEvidence, type EvidenceArgs, type KeptEvidence } from './evidence-cells';
import { activityCells, newPointRow, requireForm, requireNew } from './new-point-row';
import { readOwn, rowOf, type OwnGround } from './own-rows';

/** What is answered, and kept in 処理済 for the same key. */
interface Receipt {
  receipt: string;
  at: string;
  mailed: boolean;
}

interface Application {
  receipt?: string | undefined;
  form: PointForm;
  evidence: EvidenceArgs;
}

type Ground = OwnGround<typeof points>;
type Written = { row: ReadRow<typeof summaries>; result: Receipt; fresh: boolean };

/** DomainError `SESSION_ENDED`, `STOPPED`, `BUSY`, `INVALID` (facts: field → code). */
export function applyPoints(token: string | undefined, clientKey: string, application: Application) {
  const installation = requireInstallation();
  requireOpen(installation);
  const claims = requireClaims(installation, token, 'home');
  const { rules } = loadRules();
  const kept = keepEvidence(application.evidence, installation, claims.n);
  const { row, result, fresh } = alone(() => {
    const ground = readOwn(claims, points);
    const before = resultOf(ground.person.summary.values.done, clientKey);
    if (before !== undefined) return { row: ground.person.summary, result: before as Receipt, fresh: false };
    requireRegistrant(ground.person);
    return application.receipt === undefined
      ? writeNew(application, kept, clientKey, ground, rules)
      : writeAgain(application.receipt, application, kept, clientKey, ground, rules);
  });
  if (fresh && result.mailed) wakeSender(now());
  return {
    ...result,
    token: newToken(installation, 'home', row, claims.i),
    view: myView(row, installation, rules),
  };
}

/** 取下げ by the person. DomainError `SESSION_ENDED`, `STOPPED`, `BUSY`, `INVALID` (activity NOT_OPEN). */
export function withdrawPoints(token: string | undefined, clientKey: string, receipt: string) {
  const installation = requireInstallation();
  requireOpen(installation);
  const claims = requireClaims(installation, token, 'home');
  const { rules } = loadRules();
  const row = alone(() => {
    const ground = readOwn(claims, points);
    const { person, rows, found } = ground;
    if (resultOf(person.summary.values.done, clientKey) !== undefined) return person.summary;
    requireRegistrant(person);
    const own = rowOf(rows, receipt);
    if (!own || own.values.enteredBy !== '本人') throw new DomainError('INVALID', { activity: 'NOT_OPEN' });
    const change = { to: '取下げ', who: '本人', at: now(), by: '本人' } as const;
    const set = openOnly(() => changeState('ポイント', own.values, change, false));
    const written = updatePersonRow(readSummary(person.summary.values.summary), own, set);
    const numbering = startNumbering(found.row(summaries, COUNTER_ROW), yearOf(now()));
    const kept = summarySet(person, written.summary, clientKey, { receipt });
    commit({
      updates: [written.update, update(person.summary, kept), numbering.toUpdate()],
      appends: [],
    });
    return rewrittenRow(person.summary, kept);
  });
  return { token: newToken(installation, 'home', row, claims.i), view: myView(row, installation, rules) };
}

/** A typed 登録抹消 may not have been taken over yet. */
function requireRegistrant(person: Person): void {
  if (!mayLogIn(toRegistrant(person.ledger))) throw new DomainError('SESSION_ENDED', {});
}

/** Somebody was faster: told as a problem of the application, with the view as it is now after the next look. */
function openOnly<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FROM_STATE')
      throw new DomainError('INVALID', { activity: 'NOT_OPEN' });
    throw error;
  }
}

function writeNew(
  { form, evidence }: Application,
  kept: KeptEvidence,
  clientKey: string,
  ground: Ground,
  rules: Rules,
): Written {
  const { person, found } = ground;
  const at = now();
  const today = dayOfInstant(at);
  const numbering = startNumbering(found.row(summaries, COUNTER_ROW), yearOf(at));
  const cells = evidenceCells(evidence, kept, asksFor(form, rules, today), {
    evidence: '',
    evidenceState: '',
  });
  const written = newPointRow(
    { form, receivedOn: today, enteredBy: '本人' },
    cells,
    ground,
    rules,
    numbering,
  );
  return write(
    person,
    written.summary,
    [],
    [written.append],
    written.receipt,
    form,
    clientKey,
    numbering,
    ground,
  );
}

/** Same 受付番号, first 申請日 (product.md, States of an application). */
function writeAgain(
  receipt: string,
  { form, evidence }: Application,
  kept: KeptEvidence,
  clientKey: string,
  ground: Ground,
  rules: Rules,
): Written {
  const { person, rows, found } = ground;
  const at = now();
  const own = rowOf(rows, receipt);
  if (!own || own.values.enteredBy !== '本人' || standingOf(own.values).state !== '差戻し')
    throw new DomainError('INVALID', { activity: 'NOT_OPEN' });
  const values = requireForm(form, person, rules, dayOfInstant(at));
  requireNew(values, rows, receipt);
  const change = { to: '申請中', who: '本人', at, by: '' } as const;
  const set = {
    ...activityCells(values, own.values.receivedOn, person, rows, rules),
    ...evidenceCells(evidence, kept, asksFor(values, rules, own.values.receivedOn), own.values),
    ...openOnly(() => changeState('ポイント', own.values, change, false)),
    match: '',
  };
  const numbering = startNumbering(found.row(summaries, COUNTER_ROW), yearOf(at));
  const written = updatePersonRow(readSummary(person.summary.values.summary), own, set);
  return write(person, written.summary, [written.update], [], receipt, values, clientKey, numbering, ground);
}

/** The commit both ways of applying share: the row, the receipt by mail, 要約 and 処理済. */
function write(
  person: Person,
  summary: Summary,
  updates: readonly RowUpdate[],
  appends: readonly RowAppend[],
  receipt: string,
  values: PointForm,
  clientKey: string,
  numbering: ReturnType<typeof startNumbering>,
  { found }: Ground,
): Written {
  const at = now();
  const news = {
    kind: 'ポイントの受付',
    about: receipt,
    fields: { 活動: values.title },
    subject: `ポイントの申請を受け付けました（${receipt}）`,
    dueAt: at,
    mailOnly: true,
  } as const;
  const notice = notifyPerson(person, news, summary, numbering, found);
  const result = { receipt, at: isoOfInstant(at), mailed: notice.told === 'mail' };
  const set = summarySet(person, notice.summary, clientKey, result);
  commit({
    updates: [...updates, update(person.summary, set), numbering.toUpdate()],
    appends: [...appends, ...notice.appends],
  });
  return { row: rewrittenRow(person.summary, set), result, fresh: true };
}

function summarySet(person: Person, summary: Summary, clientKey: string, result: unknown) {
  return {
    ledgerRow: person.ledger.row,
    done: withResult(person.summary.values.done, clientKey, result),
    summary: writeSummary(summary),
  };
}

/** 証明書類 the 区分 asks for; none for what the association itself held (facts/office.md A22). */
function asksFor({ category, role, host }: PointForm, rules: Rules, day: string): boolean {
  return host !== '当協会' && (categoryOn(rules.categories, category, role, day)?.evidence ?? '') !== '';
}
