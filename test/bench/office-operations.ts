/** What else the office does all day: パスワード, 台帳の点検, 変更の一覧, 受付. */
import { ledgerHand } from '../support/ledger-hand';
import { newKey, valueOf, type OfficeDay } from '../support/office-day';
import { pointsDay } from '../support/points-day';
import type { Operation } from './operations';

const ask = async <T>(day: OfficeDay, method: string, args: unknown = {}, key = newKey()): Promise<T> =>
  valueOf<T>(await pointsDay(day).call(method, args, key));

/** The owner asks: a secretary is refused. */
const owner = async (day: OfficeDay, method: string) =>
  valueOf(await day.office((await day.sample()).owner, method));

/** A response that waits for a person. */
async function doubtful(day: OfficeDay) {
  const { responseId } = await day.answer(await day.person('otherMail'));
  return responseId;
}

/** A word in 台帳 nobody knows, and the finding about it. */
async function finding(day: OfficeDay) {
  const hand = await ledgerHand(day.control);
  await hand.type((await day.person('sameMail')).number, '通知方法', 'FAX');
  const [found] = await hand.findings();
  return { hand, id: found?.id ?? '' };
}

const office = (name: string, run: (day: OfficeDay) => Promise<unknown>, more: object = {}): Operation => ({
  ...{ name, budget: 10, measured: 'office', run },
  ...more,
});

export const officeBench: readonly Operation[] = [
  office('パスワード: the queue', async (day) => {
    await doubtful(day);
    await ask(day, 'passwordQueue');
  }),
  office(
    'パスワード: send one',
    async (day) => ask(day, 'decidePasswords', { decision: '送付する', responseIds: [await doubtful(day)] }),
    { budget: 14 },
  ),
  office('パスワード: 送付しない', async (day) =>
    ask(day, 'decidePasswords', { decision: '送付しない', responseIds: [await doubtful(day)] }),
  ),
  office('台帳の点検: findings', async (day) => (await finding(day)).hand.findings()),
  office('台帳の点検: show a row', async (day) => {
    const { id } = await finding(day);
    await ask(day, 'showFinding', { id, turn: 0 });
  }),
  office(
    '台帳の点検: mend one',
    async (day) => {
      const { hand, id } = await finding(day);
      await hand.mend(id, 'accept');
    },
    { budget: 14 },
  ),
  office('変更の一覧', async (day) => ask(day, 'changes')),
  office('変更の一覧: 確認済にする', async (day) => {
    const hand = await ledgerHand(day.control);
    await hand.type((await day.person('sameMail')).number, '電話番号', '03-0000-0101');
    const { lines } = await ask<{ lines: { row: number; change: string }[] }>(day, 'changes');
    await ask(day, 'markSeen', { lines: lines.slice(0, 1).map(({ row, change }) => ({ row, change })) });
  }),
  office('この行を表示する', async (day) => ask(day, 'showRow', { tab: 'ポイント', row: 3 })),
  office('受付: how it stands', async (day) => ask(day, 'reception')),
  office(
    '受付を止める',
    async (day) => ask(day, 'setReception', { text: '保守のため、受付を止めています。' }),
    { budget: 14 },
  ),
  office('要約を作り直す, asked by the owner', async (day) => owner(day, 'rebuildSummaries')),
];
