/** ポイント: what applying for and deciding them costs. */
import { newKey, valueOf, type OfficeDay } from '../support/office-day';
import { pointsDay } from '../support/points-day';
import { insider } from './insider';
import type { Operation } from './operations';
import { TYPED } from './typed';

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

const MOST_PEOPLE = 100;

/** So many applications on paper of ten people or more whose period has the day, their papers there or still to come. */
async function entered(day: OfficeDay, count: number, evidenceState = '受領済') {
  const office = pointsDay(day);
  const people = (await day.rows('台帳'))
    .filter((row) => row['状態'] === '有効' && row['メールアドレス'] !== '')
    .filter((row) => (row['有効期間満了日'] ?? '') >= '2027' && (row['有効期間開始日'] ?? '') < '2026/10')
    .map((row) => row['登録番号'] ?? '')
    .slice(0, Math.max(10, Math.min(MOST_PEOPLE, count / 2)));
  const numbers: Record<string, string> = {};
  for (let at = 0; at < count; at += 1) {
    const number = people[at % people.length] ?? '';
    numbers[await office.enter(number, { title: `第${String(at)}回講演会`, evidenceState })] = number;
    // Google takes sixty writes a minute.
    if (at % 20 === 19) await day.advance('PT1M');
  }
  return { office, receipts: Object.keys(numbers), numbers };
}

const approve = (count: number, budget: number, more: object = {}): Operation => ({
  ...more,
  name: `ポイント: approve ${String(count)}, notices queued`,
  budget,
  measured: 'office',
  run: async (day) => {
    const { office, receipts, numbers } = await entered(day, count);
    await office.decide('承認', receipts, { numbers });
  },
});

const decided = (name: string, decision: string): Operation => ({
  ...{ name, budget: 10, measured: 'office' },
  run: async (day) => {
    const { office, receipts, numbers } = await entered(day, 1);
    await office.decide(decision, receipts, { numbers, reason: '写真が読めませんでした。' });
  },
});

/** 承認 in 状態 of so many rows, one below the other, as one paste. */
const typed = (name: string, count: number): Operation => ({
  ...{ name, budget: TYPED, measured: 'onSheetEdited' },
  run: async (day) => {
    const { office, receipts } = await entered(day, count);
    await day.advance('PT6M');
    const edit = await office.typing(receipts[0] ?? '', '状態', '承認');
    const [cell = '', column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(edit.range) ?? [];
    const range = `${cell}:${column}${String(Number(row) + count - 1)}`;
    const values = receipts.map(() => ['承認']);
    await day.control.post(`/api/sheets/${encodeURIComponent(edit.tab)}/edit`, { ...edit, range, values });
  },
});

const read = (name: string, method: string): Operation => ({
  ...{ name, budget: 10, measured: 'office' },
  run: async (day) => valueOf(await pointsDay(day).call(method, {})),
});

export const pointsBench: readonly Operation[] = [
  { name: 'apply for points (without file)', budget: 10, measured: 'mypage', run: (day) => applied(day) },
  {
    name: 'send a 差戻し of points again, with a photo',
    budget: 10,
    measured: 'mypage',
    run: async (day) => {
      const { token, receipt } = await applied(day);
      await pointsDay(day).decide('差戻し', [receipt], { reason: '写真が読めませんでした。' });
      const file = newKey();
      valueOf(await day.mypage('sendEvidence', { data: '/9j/AA==' }, { token, key: file }));
      const args = { receipt, form: LECTURE, evidence: { kind: 'files', files: [file] } };
      valueOf(await day.mypage('applyPoints', args, { token, key: newKey() }));
    },
  },
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
  // All rows of ポイント of those hundred people, and what 要約 holds of them.
  approve(200, 14, { cells: () => 8000 }),
  decided('ポイント: 差戻し of one, notice queued', '差戻し'),
  decided('ポイント: 不承認 of one, notice queued', '不承認'),
  {
    name: 'ポイント: 取消 of a decision, the notice taken back',
    budget: 10,
    measured: 'office',
    run: async (day) => {
      const { office, receipts, numbers } = await entered(day, 1);
      await office.decide('承認', receipts, { numbers });
      await office.decide('取消', receipts, { numbers, reason: '押しまちがい' });
    },
  },
  {
    name: 'ポイント: 証明書類が届いた',
    budget: 10,
    measured: 'office',
    run: async (day) => {
      const { office, receipts } = await entered(day, 1, '郵送待ち');
      valueOf(await office.call('setPointEvidence', { receipts, state: '受領済' }));
    },
  },
  typed('ポイント: 状態 typed into one cell', 1),
  // Each of fifty rows is read before the lock and under it.
  { ...typed('ポイント: 状態 pasted into 50 cells', 50), cells: () => 5000 },
  {
    name: 'ポイント: one by its 受付番号',
    budget: 10,
    measured: 'office',
    run: async (day) => {
      const { office, receipts } = await entered(day, 1);
      valueOf(await office.call('pointCase', { receipt: receipts[0] }));
    },
  },
  read('ポイント: choices of the entry from paper', 'pointChoices'),
  {
    name: 'ポイント: enter one from paper',
    budget: 12,
    measured: 'office',
    run: (day) => entered(day, 1),
  },
  {
    name: 'まもなく送信: what waits',
    budget: 10,
    measured: 'office',
    run: async (day) => {
      const { office, receipts, numbers } = await entered(day, 1);
      await office.decide('承認', receipts, { numbers });
      valueOf(await office.call('waitingNotices', {}));
    },
  },
  read('元に戻した入力', 'putBackEdits'),
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
