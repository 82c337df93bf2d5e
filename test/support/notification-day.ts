/** What tests of 変更届 do over and over: a registrant who files one, a secretary who looks at the queue and decides. */
import type { MypageValues } from '../../src/contract/mypage';
import type { OfficeValues } from '../../src/contract/office';
import type { NotificationCase } from '../../src/contract/office-notifications';
import { admitCase } from './admit';
import { deskOf } from './desk';
import { newKey, valueOf, type OfficeDay, type Row } from './office-day';

/** A name change as a registrant types it. */
export const NEW_NAME = {
  kind: '氏名',
  changes: { 氏名: '試作 花子', フリガナ: 'しさく はなこ' },
  changedOn: '令和8年11月1日',
  note: '',
  evidence: '郵送待ち',
};

/** The kinds about the registration itself. */
export const about = (kind: '登録辞退' | '休止', note = '') => ({
  kind,
  changes: {},
  changedOn: '2026-11-20',
  note,
  evidence: '',
});

/** Everything a test of 変更届 needs beside `officeDay`. */
export function notificationDay(day: OfficeDay) {
  const office = deskOf(day);
  const queue = async () => valueOf<OfficeValues['notificationQueue']>(await office('notificationQueue', {}));
  const caseOf = async (receipt: string): Promise<NotificationCase> => {
    const { cases } = await queue();
    const found = cases.find((each) => each.receipt === receipt);
    if (!found) throw new Error(`${receipt} is not in the queue.`);
    return found;
  };
  return {
    office,
    queue,
    caseOf,
    /** A person with the form answered and an own password. */
    enter: (name: string) => admitCase(day, name),
    send: async (token: string, form: object, key = newKey()) =>
      valueOf<MypageValues['sendNotification']>(await day.mypage('sendNotification', form, { token, key })),
    /** Decides what the queue shows. */
    decide: async (
      one: Pick<NotificationCase, 'receipt' | 'place'>,
      decision: string,
      more: object = {},
      key = newKey(),
      who = 0,
    ) =>
      office('decideNotification', { receipt: one.receipt, place: one.place, decision, ...more }, key, who),
    arrived: (one: Pick<NotificationCase, 'receipt' | 'place'>, state = '受領済', key = newKey()) =>
      office('setNotificationEvidence', { receipt: one.receipt, place: one.place, state }, key),
    /** The row of 変更届 with this 受付番号. */
    row: async (receipt: string): Promise<Row | undefined> =>
      (await day.rows('変更届')).find((row) => row['受付番号'] === receipt),
    /** What `_要約` keeps of the rows of 変更届 of a person, by 受付番号. */
    kept: async (number: string): Promise<Record<string, Record<string, unknown>>> => {
      const row = (await day.rows('_要約')).find((one) => one['登録番号'] === number);
      const summary = JSON.parse(row?.['要約'] ?? '{}') as {
        rows?: Record<string, Record<string, Record<string, unknown>>>;
      };
      return summary.rows?.['変更届'] ?? {};
    },
    /** Mails about 変更届 to an address. */
    mails: async (to: string) =>
      (await day.mails(to)).filter(({ subject }) => subject.includes('変更の届出')),
  };
}

export type NotificationDay = ReturnType<typeof notificationDay>;
