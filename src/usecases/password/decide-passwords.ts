/** 送付する, 送付しない, まとめて送付: a secretary decides responses that wait for a person. Nothing is sent from here: it queues. */
import { dayOfInstant, isoOfInstant } from '../../domain/fields/instant';
import { isMailAddress, normalizeMail } from '../../domain/fields/mail';
import { mayLogIn } from '../../domain/registrant';
import { now } from '../../platform/clock';
import { randomId } from '../../platform/random';
import { append, commit, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import { readForDecision, type Found } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { COUNTER_ROW, notices, passwords, summaries } from '../../sheets/schema/index';
import { publish } from '../../sheets/spreadsheet';
import { readSummary, resultOf, withNotice, writeSummary } from '../../sheets/summary';
import { alone } from '../alone';
import { ledgerChange } from '../ledger/ledger-change';
import type { NoticeContent } from '../sending/notice-rows';
import { readKeyed } from '../summary/keyed-rows';
import { startNumbering, type Numbering } from '../summary/numbering';
import { findPerson, findPlacesOf, toRegistrant, wantedFor, type Person } from '../summary/people';
import type { Rules } from '../installation/rules';
import { requireStaff } from '../desk/staff';
import { wakeSender } from '../sending/wake-sender';

interface Args {
  decision: '送付する' | '送付しない';
  responseIds: readonly string[];
  memo?: string | undefined;
}

type Skip =
  'SAME_PERSON' | 'DECIDED' | 'NOT_FOUND' | 'NO_PERSON' | 'STOPPED' | 'NO_BIRTH_DATE' | 'NOT_A_MAIL';

interface Decisions {
  decided: number;
  skipped: { responseId: string; reason: Skip }[];
}

/** States a decision may be taken from. */
const OPEN: readonly string[] = ['要確認', '開始前'];

/** One commit for all of them, or for none. DomainError `NOT_STAFF`, `BUSY`, `INVALID` without a key. */
export function decidePasswords(args: Args, clientKey: string): Decisions {
  const { staff, rules } = requireStaff();
  publish();
  const decisions = alone(() => decideAll(args, clientKey, staff.name, rules));
  if (args.decision === '送付する' && decisions.decided > 0) wakeSender(now());
  return decisions;
}

function decideAll(args: Args, clientKey: string, staffName: string, rules: Rules): Decisions {
  const { found: records, rows } = readKeyed(passwords, args.responseIds, [{ tab: notices }]);
  const byId = new Map(rows.map((row) => [row.values.responseId, row]));
  const numbers = args.decision === '送付する' ? [...byId.values()].map(({ values }) => values.number) : [];
  const places = findPlacesOf(numbers);
  const found = readForDecision(wantedFor([...new Set(places.values())]));
  const counterRow = found.row(summaries, COUNTER_ROW);
  const before = resultOf(counterRow.values.done, clientKey);
  if (before !== undefined) return before as Decisions;

  const people = new Map([...places].map(([typed, place]) => [typed, findPerson(found, place)]));
  const numbering = startNumbering(counterRow, Number(dayOfInstant(now()).slice(0, 4)));
  const updates: RowUpdate[] = [];
  const appends: RowAppend[] = [];
  const decisions: Decisions = { decided: 0, skipped: [] };
  const served = new Set<string>();
  // Of one person's answers the latest is the one that counts.
  const latestFirst = [...new Set(args.responseIds)].sort(
    (a, b) => (byId.get(b)?.values.receivedAt ?? 0) - (byId.get(a)?.values.receivedAt ?? 0),
  );
  for (const responseId of latestFirst) {
    const record = byId.get(responseId);
    const person = record && people.get(record.values.number);
    const twice = person !== undefined && served.has(person.ledger.values.number) ? 'SAME_PERSON' : undefined;
    const reason = args.decision === '送付する' ? (hindrance(record, person, rules) ?? twice) : ended(record);
    if (reason !== undefined || !record) {
      decisions.skipped.push({ responseId, reason: reason ?? 'NOT_FOUND' });
      continue;
    }
    decisions.decided += 1;
    const set = { staff: staffName, memo: noted(record.values.memo, args.memo) };
    if (args.decision === '送付しない' || !person) {
      updates.push(update(record, { ...set, state: '送付しない' }));
      continue;
    }
    updates.push(update(record, { ...set, state: '送付待ち' }));
    appends.push(passwordMail(record, person, numbering, records));
    served.add(person.ledger.values.number);
    const change = invited(person, staffName, numbering, found);
    updates.push(...change.updates);
    appends.push(...change.appends);
  }
  numbering.remember(clientKey, decisions);
  commit({ updates: [...updates, numbering.toUpdate()], appends });
  return decisions;
}

function ended(record: ReadRow<typeof passwords> | undefined): Skip | undefined {
  if (!record) return 'NOT_FOUND';
  return OPEN.includes(record.values.state) ? undefined : 'DECIDED';
}

/** What stands against sending, so that no password goes out that could not be used. */
function hindrance(
  record: ReadRow<typeof passwords> | undefined,
  person: Person | undefined,
  rules: Rules,
): Skip | undefined {
  const end = ended(record);
  if (end !== undefined || !record) return end;
  if (!person) return 'NO_PERSON';
  if (!mayLogIn(toRegistrant(person.ledger))) return 'STOPPED';
  if (rules.settings.firstBirthDateCheck && person.ledger.values.birthDate === '') return 'NO_BIRTH_DATE';
  return isMailAddress(normalizeMail(record.values.mail)) ? undefined : 'NOT_A_MAIL';
}

function noted(before: string, memo: string | undefined): string {
  return [before, memo?.trim() ?? ''].filter((text) => text !== '').join('　');
}

function passwordMail(
  record: ReadRow<typeof passwords>,
  person: Person,
  numbering: Numbering,
  records: Found,
): RowAppend {
  const { number, name } = person.ledger.values;
  const content: NoticeContent = {
    fields: { 氏名: name, 登録番号: number },
    id: randomId(),
    hints: { credential: person.credential.row, record: record.row },
  };
  return append(notices, records.headers(notices), {
    notice: numbering.notice(),
    number,
    kind: 'パスワード',
    by: 'メール',
    to: normalizeMail(record.values.mail),
    about: record.values.responseId,
    fields: JSON.stringify(content),
    state: '送信待ち',
    dueAt: now(),
    tries: 0,
  });
}

/** マイページ of someone who does not use it yet becomes 送付済; the notice enters the read model. */
function invited(person: Person, staffName: string, numbering: Numbering, found: Found) {
  const summary = withNotice(readSummary(person.summary.values.summary), {
    at: isoOfInstant(now()),
    subject: 'パスワードのお知らせ',
  });
  const mypage = person.ledger.values.mypage === '利用中' ? '利用中' : '送付済';
  return ledgerChange(
    person,
    { set: { mypage }, by: staffName, route: '事務局画面', at: now() },
    { summary: writeSummary(summary) },
    numbering,
    found,
  );
}
