/** The writes by which one judged form response enters パスワード送付, and with it the notices that follow from it. */
import { isoOfInstant } from '../../domain/fields/instant';
import { normalizeMail } from '../../domain/fields/mail';
import type { FormAnswer, Judgement, MatchNote } from '../../domain/form-answer';
import {
  append,
  update,
  type Commit,
  type Landed,
  type RowAppend,
  type RowUpdate,
} from '../../sheets/commit';
import type { Found } from '../../sheets/read';
import { rewrittenRow, writtenRow } from '../../sheets/row';
import { notices, passwords, type RowOf } from '../../sheets/schema/index';
import { readSummary, withNotice, writeSummary } from '../../sheets/summary';
import { ledgerChange } from '../ledger/ledger-change';
import type { Numbering } from '../summary/numbering';
import type { Person } from '../summary/people';
import type { NoticeContent, NoticeRows } from '../sending/notice-rows';

/** What a person reads in メモ. */
const NOTE_TEXTS: Readonly<Record<MatchNote, string>> = {
  MAILS_DIFFER: '2つのメールアドレスが違っています',
  NEAR_MISS_DOMAIN: 'メールアドレスの@のあとが書きまちがいかもしれません',
  NOT_A_MAIL: 'メールアドレスの形になっていません',
  PHONE_DIFFERS: '電話番号が台帳と違っています',
  NO_BIRTH_DATE_ON_FILE: '台帳に生年月日がありません',
  BIRTH_DATE_NOT_READABLE: '回答の生年月日が読み取れません',
  NUMBER_TWICE: '先頭の0だけが違う番号の方が2名以上います',
  MANY_WRONG_BIRTH_DATES: '生年月日の違う回答が続いています。ご本人かどうかお確かめください',
  MANY_ANSWERS: 'この番号やアドレスの回答がたくさんあります。ご本人かどうかお確かめください',
  ROW_WAS_GONE: 'この回答の行がシートから消えていたので、もう一度のせました',
  MAIL_WAS_MADE: 'この回答についてのメールは、すでに用意してあります。「通知」のシートでお確かめください',
  CORRECTS_EARLIER: '前の回答を直した回答のようです。前の回答とあわせてご確認ください',
};

interface Judged {
  answer: FormAnswer;
  judgement: Judgement;
  people: readonly Person[];
  /** When its password was sent, if it was. */
  sentAt: number | null;
  /** Drawn before the lock: id of the temporary password, and its hash. */
  password: { id: string; hash: string };
  at: number;
  numbering: Numbering;
  found: Found;
}

export interface FormRecord extends Commit {
  /** Something was left for the sending job. */
  queued: boolean;
  /** The password notice this execution has to send, once it is known where the rows landed. */
  claimedAt(landed: Landed): NoticeRows | undefined;
}

/** Everything one response writes, for one commit. */
export function writeFormRecord(judged: Judged): FormRecord {
  const { answer, judgement, people, numbering, found } = judged;
  const person = people.find((one) => one.ledger.values.number === judgement.registrant?.number);
  const recorded: Partial<RowOf<typeof passwords>> = {
    responseId: answer.responseId,
    receivedAt: answer.receivedAt,
    number: person?.ledger.values.number ?? answer.number,
    name: answer.name,
    mail: normalizeMail(answer.mail),
    answers: JSON.stringify(answer),
    match: judgement.result,
    state: judgement.state,
    sentAt: judged.sentAt,
    memo: judgement.notes.map((note) => NOTE_TEXTS[note]).join('。'),
  };
  const recordNear = numbering.near(passwords);
  const appends: RowAppend[] = [append(passwords, found.headers(passwords), recorded, recordNear)];
  const updates: RowUpdate[] = [];
  const notice = person && judgement.send ? passwordNotice(judged, person, recordNear) : undefined;
  if (person && notice) {
    appends.push(append(notices, found.headers(notices), notice, numbering.near(notices)));
    const change = issuePassword(judged, person);
    appends.push(...change.appends);
    updates.push(...change.updates);
  }
  const queued = person !== undefined && judgement.noticeToOld;
  if (person && queued) appends.push(append(notices, found.headers(notices), noticeToOld(judged, person)));
  updates.push(numbering.toUpdate());
  return {
    updates,
    appends,
    queued,
    claimedAt: ([recordRow, noticeRow]) =>
      person && notice
        ? {
            notice: writtenRow(notices, found.headers(notices), noticeRow ?? 0, notice),
            record: writtenRow(passwords, found.headers(passwords), recordRow ?? 0, recorded),
            credential: rewrittenRow(person.credential, {
              temporary: judged.password.hash,
              temporaryUntil: null,
            }),
          }
        : undefined,
  };
}

function passwordNotice(
  { answer, password, at, numbering }: Judged,
  person: Person,
  recordNear: number,
): Partial<RowOf<typeof notices>> {
  const content: NoticeContent = {
    fields: { 氏名: person.ledger.values.name, 登録番号: person.ledger.values.number },
    id: password.id,
    hints: { credential: person.credential.row, record: recordNear },
  };
  return {
    notice: numbering.notice(),
    number: person.ledger.values.number,
    kind: 'パスワード',
    by: 'メール',
    to: normalizeMail(answer.mail),
    about: answer.responseId,
    fields: JSON.stringify(content),
    state: '送信中',
    dueAt: at,
    sentAt: at,
    tries: 1,
  };
}

function issuePassword({ password, at, numbering, found }: Judged, person: Person) {
  const summary = withNotice(readSummary(person.summary.values.summary), {
    at: isoOfInstant(at),
    subject: 'パスワードのお知らせ',
  });
  const change = ledgerChange(
    person,
    { set: { mypage: '送付済' }, by: 'システム', route: 'フォーム', at },
    { summary: writeSummary(summary) },
    numbering,
    found,
  );
  return {
    appends: change.appends,
    updates: [
      ...change.updates,
      update(person.credential, { temporary: password.hash, temporaryUntil: null }),
    ],
  };
}

function noticeToOld({ answer, at, numbering }: Judged, person: Person): Partial<RowOf<typeof notices>> {
  return {
    notice: numbering.notice(),
    number: person.ledger.values.number,
    kind: '別のアドレスからのご連絡',
    by: 'メール',
    to: normalizeMail(person.ledger.values.mail),
    about: answer.responseId,
    fields: JSON.stringify({ fields: { 氏名: person.ledger.values.name } } satisfies NoticeContent),
    state: '送信待ち',
    dueAt: at,
    tries: 0,
  };
}
