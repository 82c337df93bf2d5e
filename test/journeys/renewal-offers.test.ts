/** What the sidebar offers of a renewal is what its door then does, with and without 決裁を使う. */
import type { RenewalCase, RenewalDecision } from '../../src/contract/office-renewal';
import { typeSetting } from '../support/renewal-day';
import { renewalScene } from '../support/renewal-scene';

const scene = renewalScene();
const words: Partial<Record<RenewalDecision, object>> = {
  承認: { resolvedOn: '2026-11-24', resolution: '決裁第1号' },
  不承認: { resolvedOn: '2026-11-24', reason: '要件を確認できませんでした。' },
  差戻し: { reason: 'お名前を確認できませんでした。' },
  取消: { reason: '別の方と取り違えました。' },
};
const offered = async (receipt: string) =>
  (await scene.renewal.ask('renewalCase', { receipt })).found as RenewalCase;
/** Presses a button the card has: what is not offered cannot be pressed. */
async function press(decision: RenewalDecision, { receipt, mayBecome }: RenewalCase) {
  expect(mayBecome).toContain(decision);
  const answer = await scene.renewal.decide(decision, [receipt], words[decision]);
  expect(answer).toMatchObject({ decided: 1, skipped: [] });
  return answer;
}
const queued = async (show: string) => (await scene.renewal.ask('renewalQueue', { show })).cases;

it('with 決裁を使う=しない, what the queue offers of an application in 申請中 approves it', async () => {
  await typeSetting(scene.day, '決裁を使う', 'しない');
  await scene.day.advance('PT6M');
  const { receipt } = await scene.apply();
  const { useDecision, cases } = await scene.renewal.ask('renewalQueue', { show: '申請中' });
  expect(useDecision).toBe(false);
  expect(cases).toMatchObject([{ receipt, state: '申請中', mayBecome: ['承認', '差戻し', '不承認'] }]);
  const answer = await scene.renewal.decide('承認', [receipt], { rows: { [receipt]: cases[0]?.row } });
  expect(answer).toMatchObject({ decided: 1, skipped: [], certificates: 1, notices: 1 });
  expect(await scene.row(receipt)).toMatchObject({ 状態: '承認', 決裁日: '2026/11/24' });
  expect(await queued('申請中')).toEqual([]);
});

it('with 決裁を使う=する, nothing is decided before 確認済, and a 差戻し is not confirmed', async () => {
  const { receipt } = await scene.apply();
  const [applied] = await queued('申請中');
  expect(applied).toMatchObject({ state: '申請中', mayBecome: ['確認済', '差戻し'] });
  const early = await scene.renewal.decide('不承認', [receipt], words['不承認']);
  expect(early).toMatchObject({ decided: 0, skipped: [{ reason: 'DECIDED', state: '申請中' }] });
  await press('確認済', await offered(receipt));
  const [confirmed] = await queued('確認済');
  expect(confirmed?.mayBecome).toEqual(['承認', '差戻し', '不承認', '申請中']);
  await press('差戻し', await offered(receipt));
  const [returned] = await queued('差戻し');
  expect(returned).toMatchObject({ state: '差戻し', mayBecome: ['申請中', '不承認'] });
});

it.each(['する', 'しない'])(
  'with 決裁を使う=%s an approval is taken back by what its card offers, and opened again',
  async (use) => {
    await typeSetting(scene.day, '決裁を使う', use);
    await scene.day.advance('PT6M');
    const { receipt } = await scene.apply();
    if (use === 'する') await press('確認済', await offered(receipt));
    await press('承認', await offered(receipt));
    const approved = await offered(receipt.toLowerCase());
    expect(approved).toMatchObject({ receipt, state: '承認', mayBecome: ['取消'] });
    await press('取消', approved);
    expect(await scene.renewal.rowsOf('証書', scene.person.number)).toMatchObject([{ 状態: '廃棄' }]);
    expect((await scene.view()).next).toBeNull();
    const takenBack = await offered(receipt);
    expect(takenBack).toMatchObject({ state: '取消', mayBecome: ['申請中'] });
    await press('申請中', takenBack);
    expect(await queued('申請中')).toMatchObject([{ receipt, state: '申請中' }]);
    await scene.wait('PT40M');
    expect(await scene.subjects()).toEqual([`【民紹協】資格更新の申請を受け付けました（${receipt}）`]);
  },
);

it('an approval taken back is not opened again beside another application of the same period', async () => {
  const first = (await scene.apply()).receipt;
  await press('確認済', await offered(first));
  await press('承認', await offered(first));
  await press('取消', await offered(first));
  const second = (await scene.apply()).receipt;
  const again = await scene.renewal.decide('申請中', [first]);
  expect(again).toMatchObject({
    ...{ decided: 0 },
    skipped: [{ reason: 'BARRED', spelled: ['ほかに、手続中の更新の申請があります。'] }],
  });
  expect(await queued('申請中')).toMatchObject([{ receipt: second }]);
});

it('of two taken back for the same period, opened again together, one is opened', async () => {
  const takenBack = async () => {
    const { receipt } = await scene.apply();
    await press('確認済', await offered(receipt));
    await press('不承認', await offered(receipt));
    await press('取消', await offered(receipt));
    return receipt;
  };
  const receipts = [await takenBack(), await takenBack()];
  const again = await scene.renewal.decide('申請中', receipts);
  expect(again).toMatchObject({
    ...{ decided: 1 },
    skipped: [
      { receipt: receipts[1], reason: 'BARRED', spelled: ['ほかに、手続中の更新の申請があります。'] },
    ],
  });
  expect(await queued('申請中')).toMatchObject([{ receipt: receipts[0] }]);
});

it('no application has this 受付番号', async () => {
  expect(await scene.renewal.ask('renewalCase', { receipt: 'K26-999999-9' })).toEqual({ found: null });
});
