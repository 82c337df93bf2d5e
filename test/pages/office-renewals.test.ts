/** Applications of 更新 in the sidebar: 確認済, 決裁, 特例, 取消, and those on paper. */
import type { RenewalCase } from '../../src/contract/office-renewal';
import { no, ok, startPages, stopPages } from './support/open-page';
import { registrant } from './support/registrant-samples';
import { applied, two, decided, queue, open, buttonsOf, card } from './support/renewal-desk';

beforeAll(startPages);
afterAll(stopPages);

test('an application shows figures and proof; one that lacks points is 確認済 only with a reason of 特例', async () => {
  const { page, calls, look } = await open('renewals', { decideRenewals: () => decided() });
  await card(page, '見本 花子').getByText('ポイントが2足りません。').waitFor();
  expect(await look('renewals')).toEqual([]);
  await card(page, '雛形 次郎').getByRole('button', { name: '確認済にする' }).click();
  await page.getByText('「確認済」にしました。').waitFor();
  await card(page, '見本 花子').getByRole('button', { name: '確認済にする' }).click();
  await page.getByLabel('特例とする理由').fill('会長の決裁による。');
  expect(await look('renewals-exception')).toEqual([]);
  await card(page, '見本 花子').getByRole('button', { name: '確認済にする' }).click();
  await page.getByText('申請中の申請はありません。').waitFor();
  const decisions = calls.filter(({ method }) => method === 'decideRenewals').map(({ args }) => args);
  expect(decisions[0]).toEqual({
    decision: '確認済',
    receipts: ['K26-000001-0'],
    rows: { 'K26-000001-0': 2 },
  });
  expect(decisions[1]).toMatchObject({ exception: { kind: '要件不足', reason: '会長の決裁による。' } });
});

test('決裁日を入れてまとめて承認: count, samples, and what was left', async () => {
  const { page, calls, look } = await open('renewals', {
    decideRenewals: () =>
      decided({
        certificates: 1,
        skipped: [
          {
            receipt: 'K26-000002-0',
            name: '見本 花子',
            reason: 'UNMET',
            state: '確認済',
            spelled: ['ポイントが2足りません。'],
          },
        ],
      }),
  });
  await page.getByLabel('確認済', { exact: true }).check();
  await page.getByLabel('要件を満たす申請をすべて選ぶ').check();
  await page.getByLabel('見本 花子（00102）を選ぶ').check();
  await page.getByRole('button', { name: 'まとめて承認' }).click();
  await page.getByText('選んだ2件を「承認」にしますか').waitFor();
  await page.getByLabel('決裁日').fill('令和9年3月20日');
  await page.getByLabel('決裁番号').fill('第12号');
  expect(await look('renewals-together')).toEqual([]);
  await page.getByRole('button', { name: 'まとめて承認' }).click();
  await page.getByText('見本 花子：ポイントが2足りません。').waitFor();
  await page.getByText('雛形 次郎（00101）：「承認」にしました。').waitFor();
  expect(calls.find(({ method }) => method === 'decideRenewals')?.args).toMatchObject({
    decision: '承認',
    receipts: ['K26-000001-0', 'K26-000002-0'],
    resolvedOn: '2027-03-20',
    resolution: '第12号',
  });
});

test.each([
  ['申請中', true, ['確認済にする', '差戻し'], 'まとめて確認済'],
  ['申請中', false, ['承認する', '差戻し', '不承認'], 'まとめて承認'],
  ['確認済', true, ['承認する', '差戻し', '不承認', '確認を取り消す'], 'まとめて承認'],
  ['確認済', false, ['承認する', '差戻し', '不承認', '確認を取り消す'], 'まとめて承認'],
  ['差戻し', true, ['申請中にもどす', '不承認'], ''],
  ['差戻し', false, ['申請中にもどす', '不承認'], ''],
] as const)(
  '%s with 決裁を使う=%s: the buttons are what the server offers',
  async (state, use, names, all) => {
    const { page, look } = await open('renewals', {
      renewalQueue: ({ args }) => queue(String(args.show), use),
    });
    await page.getByLabel(state, { exact: true }).check();
    await page.getByText(`${state}の申請が2件あります。`).waitFor();
    expect(await buttonsOf(page, '雛形 次郎')).toEqual(names);
    const group = page.getByRole('button', { name: /^まとめて/ });
    expect(await group.allInnerTexts()).toEqual(all === '' ? [] : [all]);
    expect(await page.getByLabel('雛形 次郎（00101）を選ぶ').count()).toBe(all === '' ? 0 : 1);
    expect(await look(`renewals-offers-${state}-${String(use)}`)).toEqual([]);
  },
);

test('what was read for one state never stands under the name of another, not for a moment', async () => {
  const { page } = await open('renewals');
  await page.getByText('申請中の申請が2件あります。').waitFor();
  const seen = await page.evaluateHandle(() => {
    const texts: string[] = [];
    const note = () => texts.push((document.querySelector('main') ?? document.body).innerText);
    new MutationObserver(note).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return texts;
  });
  await page.getByLabel('差戻し', { exact: true }).check();
  await card(page, '雛形 次郎').getByRole('button', { name: '申請中にもどす' }).waitFor();
  const states = (await seen.jsonValue()).filter((text) => text.includes('差戻しの申請が2件あります。'));
  expect(states.length).toBeGreaterThan(0);
  for (const text of states) expect(text).not.toContain('確認済にする');
});

test('決裁を使う=しない: approved from 申請中 without 決裁日; a 特例 asks for its 決裁番号', async () => {
  const { page, calls, look } = await open('renewals', {
    renewalQueue: () => queue('申請中', false),
    decideRenewals: () => decided({ certificates: 1 }),
  });
  await card(page, '雛形 次郎').getByRole('button', { name: '承認する' }).click();
  await page.getByText('この申請を承認しますか').waitFor();
  expect(await page.getByLabel('決裁日').count()).toBe(0);
  await card(page, '雛形 次郎').getByRole('button', { name: '承認する' }).click();
  await page.getByText('「承認」にしました。').waitFor();
  await card(page, '見本 花子').getByRole('button', { name: '承認する' }).click();
  await page.getByLabel('特例とする理由').fill('会長の決裁による。');
  await page.getByLabel('決裁番号').fill('特第1号');
  expect(await look('renewals-at-once-exception')).toEqual([]);
  await card(page, '見本 花子').getByRole('button', { name: '承認する' }).click();
  await page.getByText('申請中の申請はありません。').waitFor();
  const decisions = calls.filter(({ method }) => method === 'decideRenewals').map(({ args }) => args);
  expect(decisions[0]).toEqual({
    ...{ decision: '承認', receipts: ['K26-000001-0'], rows: { 'K26-000001-0': 2 } },
  });
  expect(decisions[1]).toMatchObject({ resolution: '特第1号', exception: { kind: '要件不足' } });
});

test('a press its state does not allow leaves the case where it is; one somebody was faster with goes', async () => {
  const skip = (at: 0 | 1, state: string) => {
    const { receipt, name } = two[at] as RenewalCase;
    return { receipt, name, reason: 'DECIDED', state, spelled: [] };
  };
  const { page, look } = await open('renewals', {
    decideRenewals: ({ args }) =>
      decided({
        ...{ decided: 0, notices: 0 },
        skipped:
          (args.receipts as string[]).length === 2
            ? [skip(0, '申請中'), skip(1, '取下げ')]
            : [skip(0, '申請中')],
      }),
  });
  await card(page, '雛形 次郎').getByRole('button', { name: '確認済にする' }).click();
  await card(page, '雛形 次郎')
    .getByText('「申請中」の申請は、いまの設定ではこのように決められません。')
    .waitFor();
  expect(await look('renewals-not-allowed')).toEqual([]);
  await page.getByLabel('要件を満たす申請をすべて選ぶ').check();
  await page.getByLabel('見本 花子（00102）を選ぶ').check();
  await page.getByRole('button', { name: 'まとめて確認済' }).click();
  await page.getByRole('button', { name: 'まとめて確認済' }).click();
  await page.getByText('見本 花子（00102）：すでに「取下げ」になっています。').waitFor();
  await card(page, '雛形 次郎').getByRole('button', { name: '確認済にする' }).waitFor();
  await page.getByText('申請中の申請が1件あります。').waitFor();
});

test('an approval is taken back in its line', async () => {
  const { page, calls, look } = await open('renewals', {
    decideRenewals: ({ args }) => decided({ notices: args.decision === '取消' ? 0 : 1 }),
  });
  await page.getByLabel('確認済', { exact: true }).check();
  const first = card(page, '雛形 次郎').getByRole('button', { name: '承認する' });
  await first.click();
  await page.getByText('この申請を承認しますか').waitFor();
  await first.click();
  await page.getByText('「承認」にしました。').waitFor();
  await page.getByRole('button', { name: /^決定を取り消す/ }).click();
  await page.getByText('証書は「廃棄」になります。').waitFor();
  await page.getByLabel('理由', { exact: true }).fill('取り違えました。');
  expect(await look('renewals-undo')).toEqual([]);
  await page.getByRole('button', { name: '決定を取り消す', exact: true }).click();
  await page.getByText('雛形 次郎（00101）：「取消」にしました。').waitFor();
  expect(calls.filter(({ method }) => method === 'decideRenewals').pop()?.args).toEqual({
    ...{ decision: '取消', receipts: ['K26-000001-0'], rows: { 'K26-000001-0': 2 } },
    reason: '取り違えました。',
  });
});

test('one found by its number is taken back, and opened again; the list is then read anew', async () => {
  let found = applied(1, { state: '承認', mayBecome: ['取消'], decidedBy: '青木', spelled: ['すでに更新'] });
  const { page, calls, look } = await open('renewals', {
    renewalCase: () => ok({ found }),
    decideRenewals: () => decided({ notices: 0 }),
  });
  const search = async () => {
    await page.getByRole('textbox', { name: '受付番号' }).fill('K26-000001-0');
    await page.getByRole('button', { name: '探す', exact: true }).click();
  };
  await page.getByRole('button', { name: '受付番号で探す' }).click();
  await search();
  await page.getByText('いまの状態：承認').waitFor();
  expect(await look('renewals-search')).toEqual([]);
  await page.getByRole('button', { name: '決定を取り消す' }).click();
  await page.getByText('訂正のお知らせを送ります。').waitFor();
  await page.getByLabel('理由', { exact: true }).fill('取り違えました。');
  expect(await look('renewals-search-undo')).toEqual([]);
  await page.getByRole('button', { name: '決定を取り消す' }).click();
  await page.getByText('雛形 次郎（00101）：「取消」にしました。').waitFor();
  found = { ...found, state: '取消', mayBecome: ['申請中'] };
  await search();
  await page.getByRole('button', { name: '申請中にもどす' }).click();
  await page.getByText('雛形 次郎（00101）：申請中にもどしました。').waitFor();
  const reads = () => calls.filter(({ method }) => method === 'renewalQueue').length;
  const before = reads();
  await page.getByRole('button', { name: '一覧にもどる' }).click();
  await page.getByText('申請中の申請が2件あります。').waitFor();
  expect(reads()).toBe(before + 1);
});

test('an application on paper is entered; what bars it is said', async () => {
  const { page, calls, look } = await open('renewals', {
    findRegistrant: () => ok({ person: registrant({}) }),
    enterRenewal: () => no('INVALID', { fields: { number: 'OPEN_APPLICATION' } }),
  });
  await page.getByRole('button', { name: '紙の申請を入力する' }).click();
  await page.getByRole('textbox', { name: '登録番号' }).fill('１０１');
  await page.getByRole('button', { name: '次へ' }).click();
  await page.getByRole('button', { name: '雛形 次郎さんの申請を受け付ける' }).click();
  expect(calls.find(({ method }) => method === 'findRegistrant')?.args).toEqual({ number: '１０１' });
  await page.getByText('この方の更新の申請が、まだ終わっていません。').first().waitFor();
  expect(await look('renewals-paper')).toEqual([]);
  await page.getByRole('link', { name: 'この方の更新の申請が、まだ終わっていません。' }).click();
  const person = page.getByRole('group', { name: '登録番号の方' });
  expect(await person.evaluate((box) => box === document.activeElement)).toBe(true);
});
