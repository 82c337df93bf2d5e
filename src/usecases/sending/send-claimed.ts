/** Sends notices whose rows already say 送信中, and stamps all of them in one commit. Outside the lock. */
import { DomainError } from '../../domain/errors';
import { daysAfter } from '../../domain/period';
import { writeDeadline } from '../../domain/fields/date';
import { dayOfInstant, instantOfDay } from '../../domain/fields/instant';
import { recipientIn } from '../../domain/mode';
import { grouped } from '../../domain/temporary-password';
import { compose, forRehearsal, type Mail } from '../../notices/compose';
import { remainingQuota, sendMail } from '../../notices/gmail';
import type { NoticeKind } from '../../notices/kinds';
import { now } from '../../platform/clock';
import { logTrouble } from '../../platform/log';
import { commit, update, type RowUpdate } from '../../sheets/commit';
import { findByKey } from '../../sheets/find-row';
import type { ReadRow } from '../../sheets/row';
import type { notices, passwords } from '../../sheets/schema/index';
import type { Installation } from '../installation/installation';
import { readContent, type NoticeRows } from './notice-rows';
import { mailCodeOf, temporaryPasswordOf } from '../login/secrets';
import type { Rules } from '../installation/rules';
import { wakeSender } from './wake-sender';

/** What happened to one notice. */
export type Sending =
  | { outcome: 'sent'; subject?: string }
  | { outcome: 'quota' }
  | { outcome: 'held' }
  | { outcome: 'late' }
  | { outcome: 'unknown' }
  | { outcome: 'failed'; reason: string };

/** A quota used up is looked at again after an hour. */
const QUOTA_PAUSE_MS = 3_600_000;
/** So is 試行宛先 while it is blank, sooner: somebody is at it. */
const HELD_PAUSE_MS = 600_000;

/** Sends and stamps; a notice that could not be sent keeps its text and is tried again. Answers how many went out. */
export function sendClaimed(
  claimed: readonly NoticeRows[],
  installation: Installation,
  rules: Rules,
): number {
  const results = claimed.map((one) => ({ one, sending: sendOne(one, installation, rules), at: now() }));
  commit({
    updates: results.flatMap(({ one, sending, at }) => stamps(one, sending, at, rules)),
    appends: [],
  });
  const waiting = results.filter(({ sending }) => !['sent', 'late'].includes(sending.outcome));
  if (waiting.length > 0) {
    const held = waiting.some(({ sending }) => sending.outcome === 'held');
    wakeSender(now() + (held ? HELD_PAUSE_MS : QUOTA_PAUSE_MS));
  }
  return results.filter(({ sending }) => sending.outcome === 'sent').length;
}

function sendOne({ notice }: NoticeRows, installation: Installation, rules: Rules): Sending {
  const { code } = readContent(notice);
  if (code && code.until <= now()) return { outcome: 'late' };
  const { mode, testMail } = rules.settings;
  if (mode === '試行' && testMail === '') return { outcome: 'held' };
  const mail = toMail(notice, installation, rules);
  if (typeof mail === 'string') return { outcome: 'failed', reason: mail };
  try {
    sendMail(mail, {
      name: rules.settings.officeName,
      replyTo: rules.settings.officeMail,
      alias: rules.settings.senderMail,
    });
    return { outcome: 'sent', subject: mail.subject };
  } catch (error) {
    // The text is localised, so it cannot say why; the quota can. Anything else may have been sent all the same.
    logTrouble('sendMail', error);
    return { outcome: remainingQuota() <= 0 ? 'quota' : 'unknown' };
  }
}

/** The mail of a notice row, or the reason (for a person) why it cannot be written. */
function toMail(notice: ReadRow<typeof notices>, installation: Installation, rules: Rules): Mail | string {
  const { mode, testMail } = rules.settings;
  const recipient = recipientIn(mode, notice.values.to, testMail);
  if (recipient === undefined) return '宛先がメールアドレスの形になっていません。';
  try {
    const mail = compose(
      notice.values.kind as NoticeKind,
      notice.values.notice,
      notice.values.to,
      fieldsOf(notice, installation, rules),
      rules,
    );
    return mode === '試行' ? forRehearsal(mail, recipient) : { ...mail, to: recipient };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return `文面「${notice.values.kind}」をご確認ください（${String(error.facts.field ?? error.code)}）。`;
  }
}

function fieldsOf(
  notice: ReadRow<typeof notices>,
  installation: Installation,
  rules: Rules,
): Record<string, string> {
  const { id, code, fields } = readContent(notice);
  const { number, to } = notice.values;
  if (code) return { ...fields, 確認コード: mailCodeOf(installation.secret, code.id, number, to) };
  if (id === undefined) return fields;
  return {
    ...fields,
    仮パスワード: grouped(temporaryPasswordOf(installation.secret, id)),
    仮パスワード期限: writeDeadline(lastDayOfTemporary(now(), rules)),
  };
}

function lastDayOfTemporary(sentAt: number, rules: Rules): string {
  return daysAfter(dayOfInstant(sentAt), rules.settings.temporaryDays);
}

/** The writes that follow from a sending, or from finding it in the sent box. */
export function stamps(one: NoticeRows, sending: Sending, at: number, rules: Rules): RowUpdate[] {
  // Left 送信中: the sent box tells later whether it went out.
  if (sending.outcome === 'unknown') return [];
  const notice = located(one.notice);
  if (sending.outcome === 'quota') {
    return [
      update(notice, {
        state: '送信待ち',
        dueAt: at + QUOTA_PAUSE_MS,
        sentAt: null,
        error: '本日の送信数の上限に達したため、あらためて送ります。',
      }),
    ];
  }
  if (sending.outcome === 'held') {
    return [
      update(notice, {
        state: '送信待ち',
        dueAt: at + HELD_PAUSE_MS,
        sentAt: null,
        error: '設定「試行宛先」が空欄のため、待っています。入れると10分ほどで送ります。',
      }),
    ];
  }
  if (sending.outcome === 'late')
    return [update(notice, { state: '取りやめ', error: '確認コードの期限を過ぎたため、送りませんでした。' })];
  if (sending.outcome === 'failed') return [update(notice, { state: '失敗', error: sending.reason })];
  const subject = sending.subject === undefined ? {} : { subject: sending.subject };
  const updates = [update(notice, { state: '送信済', sentAt: at, error: '', ...subject })];
  if (one.credential) {
    updates.push(
      update(one.credential, { temporaryUntil: instantOfDay(daysAfter(lastDayOfTemporary(at, rules), 1)) }),
    );
  }
  if (one.record) updates.push(update(located(one.record), { state: '送付済', sentAt: at }));
  return updates;
}

/** The row where it stands; one whose place is not known is searched for by its key. */
function located<T extends typeof notices | typeof passwords>(row: ReadRow<T>): ReadRow<T> {
  if (row.row > 0) return row;
  const key = String(row.raw[row.tab.key] ?? '');
  const own = findByKey(row.tab, key);
  if (!own) throw new DomainError('ROW_MISSING', { tab: row.tab.title, key });
  return own;
}
