/** 承認, 差戻し, 不承認 of a 変更届 by a secretary: one commit of the row, 台帳 with 控え and 変更履歴, and the notice, which waits. */
import { DomainError } from '../../domain/errors';
import { writeDay, writeDeadline } from '../../domain/fields/date';
import { dayOfInstant, isoOfInstant, writeInstant } from '../../domain/fields/instant';
import { KIND_NAMES } from '../../domain/fields/notification';
import { plainLine } from '../../domain/fields/text';
import { isOpen, kindNamed, standingOf } from '../../domain/notification';
import { judgeApproval, type Hindrance } from '../../domain/notification-approval';
import { sendingTime } from '../../domain/sending-time';
import { now } from '../../platform/clock';
import { commit, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import type { Found } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { COUNTER_ROW, summaries, type notifications } from '../../sheets/schema/index';
import { readSummary, resultOf, withResult, writeSummary, type Summary } from '../../sheets/summary';
import { alone } from '../alone';
import { approvalWrites, type Approved } from './approve-notification';
import { itemsNow } from './file-notification';
import { ledgerCells } from '../ledger/ledger-cells';
import { readOfficeCase, type SeenPlace } from './notification-row';
import { notifyPerson, type Told } from '../sending/notify-person';
import { mayWait, readUntold, stopUntold } from '../sending/untold';
import { startNumbering, type Numbering } from '../summary/numbering';
import type { Person } from '../summary/people';
import { updatePersonRow } from '../summary/person-rows';
import type { Rules } from '../installation/rules';
import { requireStaff } from '../desk/staff';
import { wakeSender } from '../sending/wake-sender';

interface Args {
  receipt: string;
  place: SeenPlace;
  decision: '承認' | '差戻し' | '不承認';
  reason?: string | undefined;
  request?: string | undefined;
  fixBy?: string | undefined;
}

/** Why a 変更届 was left as it is; `about` names what the sentence is about. */
export interface Left {
  done: false;
  reason: Hindrance | 'DECIDED' | 'WITHDRAWN' | 'NOT_FOUND' | 'NO_PERSON' | 'OPEN_ALREADY';
  about: string;
}

/** What became of a decision: how the person is told and from when on, or why nothing was done. */
type Outcome = { done: true; told: Told; sendAt: string } | Left;

/** The words that go to the person with a 差戻し or 不承認. */
interface Words {
  reason: string;
  request: string;
  fixBy: string;
}

const REQUESTS: Readonly<Record<Args['decision'], string>> = {
  承認: '',
  差戻し: '内容をご確認のうえ、直して再申請してください。',
  不承認: 'ご不明な点は、下記へお問い合わせください。',
};

/** DomainError `NOT_STAFF`, `BUSY`, `INVALID` without a key, or 差戻し and 不承認 without a reason. */
export function decideNotification(args: Args, clientKey: string): Outcome {
  const { staff, rules } = requireStaff();
  const words = requireWords(args);
  const outcome = alone(() => decide(args, words, clientKey, staff.name, rules));
  if (outcome.done && outcome.told === 'mail') wakeSender(now());
  return outcome;
}

function requireWords({ decision, reason = '', request = '', fixBy = '' }: Args): Words {
  const [why, what] = [plainLine(reason), plainLine(request)];
  const late = decision === '差戻し' && fixBy < dayOfInstant(now());
  if (why === undefined || what === undefined || late || (decision !== '承認' && why === ''))
    throw new DomainError('INVALID', {});
  return {
    reason: decision === '承認' ? '' : why,
    request: what === '' ? REQUESTS[decision] : what,
    fixBy: decision === '差戻し' ? fixBy : '',
  };
}

/** Nothing was done. */
export function left(reason: Left['reason'], about = ''): Left {
  return { done: false, reason, about };
}

function decide(args: Args, words: Words, clientKey: string, by: string, rules: Rules): Outcome {
  const { found, row, person } = readOfficeCase(args.receipt, args.place);
  const before = person && resultOf(person.summary.values.done, clientKey);
  if (before !== undefined) return before as Outcome;
  if (!row) return left('NOT_FOUND');
  if (!isOpen(row.values)) return left(...ended(row));
  if (!person) return left('NO_PERSON');
  const at = now();
  const numbering = startNumbering(found.row(summaries, COUNTER_ROW), Number(dayOfInstant(at).slice(0, 4)));
  const approved = args.decision === '承認' ? approve(row, person, rules, at) : undefined;
  if (approved && 'done' in approved) return approved;
  return write({ row, person, found, approved, at, by }, args.decision, words, clientKey, rules, numbering);
}

function ended({ values }: ReadRow<typeof notifications>): Parameters<typeof left> {
  const state = standingOf(values);
  const when = values.decidedAt === null ? '' : writeInstant(values.decidedAt);
  if (state === '取下げ') return ['WITHDRAWN', when];
  return ['DECIDED', [state, values.decidedBy, when].filter((part) => part !== '').join('、')];
}

/** What an approval changes, or what stands against it. */
function approve(
  row: ReadRow<typeof notifications>,
  person: Person,
  rules: Rules,
  at: number,
): Approved | Left {
  if (row.unfit.length > 0) return left('UNREADABLE', row.unfit.map(({ header }) => header).join('、'));
  const items = itemsNow(person.ledger, rules);
  const judged = judgeApproval(row.values, items, person.ledger.values.state);
  if ('hindrance' in judged) return left(judged.hindrance, judged.about);
  const { changedOn, notifiedOn } = row.values;
  try {
    const cells = ledgerCells(items, judged.values, person.ledger);
    return { ...judged, cells, on: changedOn || notifiedOn || dayOfInstant(at) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return left('NOT_CHANGEABLE', Object.keys(error.facts).join('、'));
  }
}

interface Decided {
  row: ReadRow<typeof notifications>;
  person: Person;
  found: Found;
  approved: Approved | undefined;
  at: number;
  by: string;
}

function write(
  { row, person, found, approved, at, by }: Decided,
  decision: Args['decision'],
  words: Words,
  clientKey: string,
  rules: Rules,
  numbering: Numbering,
): Outcome {
  const set = {
    state: decision,
    decidedAt: at,
    decidedBy: by,
    reason: decision === '承認' ? '' : `${words.reason}\n${words.request}`,
    fixBy: words.fixBy,
  };
  const own = updatePersonRow(readSummary(person.summary.values.summary), row, set);
  const { receipt } = row.values;
  // Returned, sent again and decided within the waiting time: the first notice would tell of what is over.
  const left = stopUntold(mayWait(own.summary) ? readUntold('変更届', [receipt]) : [], own.summary);
  const dueAt = sendingTime(at, rules);
  const news = notifyPerson(
    person,
    { ...newsOf(row, decision, words, approved, rules), about: receipt, dueAt },
    left.summary,
    numbering,
    found,
  );
  const outcome: Outcome = { done: true, told: news.told, sendAt: isoOfInstant(dueAt) };
  const toSummarySet = (summary: Summary) => ({
    done: withResult(person.summary.values.done, clientKey, outcome),
    summary: writeSummary(summary),
  });
  const change: { updates: RowUpdate[]; appends: RowAppend[] } = approved
    ? approvalWrites({ row, person, found, approved, at, by }, news.summary, toSummarySet, numbering)
    : { updates: [update(person.summary, toSummarySet(news.summary))], appends: [] };
  commit({
    updates: [own.update, ...left.updates, ...change.updates, numbering.toUpdate()],
    appends: [...change.appends, ...news.appends],
  });
  return outcome;
}

function newsOf(
  { values }: ReadRow<typeof notifications>,
  decision: Args['decision'],
  words: Words,
  approved: Approved | undefined,
  { settings }: Rules,
) {
  const kind = kindNamed(values.kind);
  const named = { 届出の種類: kind ? KIND_NAMES[kind] : values.kind };
  const why = { 理由: words.reason, お願い: words.request };
  switch (decision) {
    case '承認':
      return {
        kind: '変更届の承認' as const,
        subject: `変更の届出を承認しました（${values.receipt}）`,
        evenEnded: kind === '登録辞退',
        fields: { ...named, ...nameIn(approved), 結果の案内: resultOfApproval(approved, settings.dateOrder) },
      };
    case '差戻し':
      return {
        kind: '変更届の差戻し' as const,
        subject: `変更の届出について確認のお願い（${values.receipt}）`,
        fields: {
          ...named,
          ...why,
          補正期限: writeDeadline(words.fixBy),
          届出日: writeDay(values.notifiedOn, settings.dateOrder),
        },
      };
    case '不承認':
      return {
        kind: '変更届の不承認' as const,
        subject: `変更の届出の結果をお知らせします（${values.receipt}）`,
        fields: { ...named, ...why },
      };
  }
}

/** The mail speaks to the person by the name that stands in 台帳 from now on. */
function nameIn(approved: Approved | undefined): { 氏名?: string } {
  const name = approved?.values.get('氏名');
  return name === undefined ? {} : { 氏名: name };
}

function resultOfApproval(approved: Approved | undefined, order: Rules['settings']['dateOrder']): string {
  if (approved?.kind === '登録辞退')
    return `${writeDay(approved.on, order)}付で、登録を抹消しました。マイページは、もうご利用いただけません。長いあいだ、ありがとうございました。`;
  if (approved?.kind === '休止') return `${writeDay(approved.on, order)}付で、休止としました。`;
  return approved && approved.values.size > 0
    ? '台帳に反映しました。'
    : '届出の内容を、事務局で確かに承りました。';
}
