/** ポイント: what applying for and deciding them costs. */
import { newKey, valueOf, type OfficeDay } from '../support/office-day';
import { pointsDay } from '../support/points-day';
import { insider } from './insider';
import type { Operation } from './operations';

const LECTURE = {
  ...{ eventCode: '', category: '講演会', role: '', title: '見本講演会', host: 'ほかの団体' },
  ...{ attendedOn: '2026-10-08', endedOn: '', hours: '' },
};

/** A person who has applied; 証明書類 come by post. */
async function applied(day: OfficeDay) {
  const { person, token } = await insider(day);
  const { receipt } = valueOf<{ receipt: string }>(
    await day.mypage('applyPoints', { form: LECTURE, evidence: { kind: 'later' } }, { token, key: newKey() }),
  );
  return { person, token, receipt };
}

/** So many applications on paper of ten people, their papers there. */
async function entered(day: OfficeDay, count: number) {
  const office = pointsDay(day);
  const people = (await day.rows('台帳'))
    .filter((row) => row['状態'] === '有効' && row['メールアドレス'] !== '')
    .map((row) => row['登録番号'] ?? '')
    .slice(0, 10);
  const numbers: Record<string, string> = {};
  for (let at = 0; at < count; at += 1) {
    const number = people[at % people.length] ?? '';
    numbers[await office.enter(number, { title: `第${String(at)}回講演会` })] = number;
    // Google takes sixty writes a minute.
    if (at % 20 === 19) await day.advance('PT1M');
  }
  return { office, receipts: Object.keys(numbers), numbers };
}

const approve = (count: number, budget: number): Operation => ({
  name: `ポイント: approve ${String(count)}, notices queued`,
  budget,
  measured: 'office',
  run: async (day) => {
    const { office, receipts, numbers } = await entered(day, count);
    await office.decide('承認', receipts, { numbers });
  },
});

export const pointsBench: readonly Operation[] = [
  { name: 'apply for points (without file)', budget: 10, measured: 'mypage', run: (day) => applied(day) },
  {
    name: 'withdraw an application of points',
    budget: 10,
    measured: 'mypage',
    run: async (day) => {
      const { token, receipt } = await applied(day);
      valueOf(await day.mypage('withdrawPoints', { receipt }, { token, key: newKey() }));
    },
  },
  {
    name: 'ポイント: the queue',
    budget: 10,
    measured: 'office',
    run: async (day) => {
      const { office } = await entered(day, 3);
      await office.queue();
    },
  },
  approve(1, 10),
  approve(50, 14),
  {
    name: 'ポイント: 差戻し of one, notice queued',
    budget: 10,
    measured: 'office',
    run: async (day) => {
      const { office, receipts, numbers } = await entered(day, 1);
      await office.decide('差戻し', receipts, { numbers, reason: '写真が読めませんでした。' });
    },
  },
  {
    name: 'ポイント: enter one from paper',
    budget: 12,
    measured: 'office',
    run: (day) => entered(day, 1),
  },
  {
    name: 'まもなく送信: stop one',
    budget: 12,
    measured: 'office',
    run: async (day) => {
      const { office, receipts, numbers } = await entered(day, 1);
      await office.decide('承認', receipts, { numbers });
      const { notices } = valueOf<{ notices: { notice: string }[] }>(await office.call('waitingNotices', {}));
      valueOf(await office.call('stopNotices', { notices: notices.map(({ notice }) => notice) }));
    },
  },
];
