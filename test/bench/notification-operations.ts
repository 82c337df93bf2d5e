/** 変更届: what filing and deciding one costs. */
import { about, NEW_NAME, notificationDay } from '../support/notification-day';
import { newKey, valueOf, type OfficeDay } from '../support/office-day';
import type { Operation } from './operations';

/** A person who has filed one. */
async function filed(day: OfficeDay, form: object = NEW_NAME) {
  const notes = notificationDay(day);
  const { person, token } = await notes.enter('noMail');
  const { receipt } = await notes.send(token, form);
  return { notes, person, token, receipt };
}

/** As before it, with the papers here. */
async function ready(day: OfficeDay) {
  const { notes, receipt, ...rest } = await filed(day);
  valueOf(await notes.arrived(await notes.caseOf(receipt)));
  return { ...rest, notes, one: await notes.caseOf(receipt) };
}

export const notificationBench: readonly Operation[] = [
  {
    name: 'file a 変更届, receipt queued',
    budget: 10,
    measured: 'mypage',
    run: (day) => filed(day),
  },
  {
    name: 'withdraw a 変更届',
    budget: 10,
    measured: 'mypage',
    run: async (day) => {
      const { token, receipt } = await filed(day);
      valueOf(await day.mypage('withdrawNotification', { receipt }, { token, key: newKey() }));
    },
  },
  {
    name: '変更届: the queue',
    budget: 10,
    measured: 'office',
    run: async (day) => (await filed(day)).notes.queue(),
  },
  {
    name: '変更届: papers arrived',
    budget: 10,
    measured: 'office',
    run: async (day) => {
      const { notes, receipt } = await filed(day);
      valueOf(await notes.arrived(await notes.caseOf(receipt)));
    },
  },
  {
    name: '変更届: approve one, notice queued',
    budget: 10,
    measured: 'office',
    run: async (day) => {
      const { notes, one } = await ready(day);
      valueOf(await notes.decide(one, '承認'));
    },
  },
  {
    name: '変更届: approve 登録辞退, all that waits is stopped',
    // As 登録者の状態: what may wait is searched for in four tabs.
    budget: 14,
    measured: 'office',
    run: async (day) => {
      const { notes, receipt } = await filed(day, about('登録辞退'));
      valueOf(await notes.decide(await notes.caseOf(receipt), '承認'));
    },
  },
  {
    name: '変更届: send one back',
    budget: 10,
    measured: 'office',
    run: async (day) => {
      const { notes, receipt } = await filed(day);
      const words = { reason: '証明書類が、まだ届いていません。', fixBy: '2026-12-31' };
      valueOf(await notes.decide(await notes.caseOf(receipt), '差戻し', words));
    },
  },
  {
    name: '変更届: find the person of one on paper',
    budget: 10,
    measured: 'office',
    run: async (day) => valueOf(await notificationDay(day).office('findNotifier', { number: '00012' })),
  },
  {
    name: '変更届: enter one from paper, receipt queued',
    budget: 10,
    measured: 'office',
    run: async (day) => {
      const notes = notificationDay(day);
      const { person } = await notes.enter('noMail');
      const entry = { ...NEW_NAME, number: person.number, notifiedOn: '2026-11-18' };
      valueOf(await notes.office('enterNotification', entry));
    },
  },
];
