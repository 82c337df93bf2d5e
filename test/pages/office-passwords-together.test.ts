/** パスワード in the sidebar: many at once, the filter, 開始前, and more than are shown. */
import { ok, startPages, stopPages } from './support/open-page';
import { waits, DOUBTS, openQueue, card, button, focused } from './support/password-desk';

beforeAll(startPages);
afterAll(stopPages);

test('照合結果 filters the cases, and 「すべて選ぶ」 takes only those shown', async () => {
  const { page, look } = await openQueue();
  await page.getByLabel('照合結果').selectOption({ label: '氏名不一致（2）' });
  expect(await page.getByRole('article').count()).toBe(2);
  await page.getByLabel('すべて選ぶ').check();
  await page.getByText('2件を選択中').waitFor();
  expect(await look('decide-ticked')).toEqual([]);
  await page.getByLabel('照合結果').selectOption({ label: 'すべて（5）' });
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2);
  expect(await page.getByLabel('すべて選ぶ').isChecked()).toBe(false);
});

test('まとめて送付 shows count and three samples first, then how many were sent and why others were left', async () => {
  const { page, decisions, look } = await openQueue({
    decide: () =>
      ok({
        decided: 3,
        skipped: [
          { responseId: 'r-2', reason: 'SAME_PERSON' },
          { responseId: 'r-4', reason: 'DECIDED' },
        ],
      }),
  });
  await page.getByLabel('すべて選ぶ').check();
  await button(page, 'まとめて送付').click();
  const step = page.getByRole('form', { name: '選んだ5件に送付しますか' });
  expect(await step.getByRole('listitem').count()).toBe(3);
  const text = await step.innerText();
  for (const shown of [
    '雛形 次郎',
    '00101',
    'new1@example.com',
    'old2@example.co.jp',
    '仮名 正',
    'ほか2件',
    DOUBTS,
  ])
    expect(text).toContain(shown);
  expect(await page.getByRole('article').count()).toBe(0);
  expect(await look('group-step')).toEqual([]);
  expect(decisions()).toEqual([]);

  await step.getByLabel('メモ').fill('一括');
  await step.getByRole('button', { name: 'まとめて送付' }).click();
  await page.getByText('3件を送付待ちにしました。数分のうちに管理者のアカウントから送られます。').waitFor();
  expect(await focused(page)).toContain('3件を送付待ちにしました。');
  await page.getByText('2件は残しました。').waitFor();
  const left = page.getByRole('status').getByRole('listitem');
  expect(await left.allInnerTexts()).toEqual([
    expect.stringMatching(/^同じ方の、より新しい回答を送付待ちにしました。[^]*見本 花子（00102）$/),
    expect.stringMatching(/^すでに決まっています。[^]*手本 三郎（00104）$/),
  ]);
  expect(decisions().map(({ args }) => args)).toEqual([
    { decision: '送付する', responseIds: ['r-5', 'r-4', 'r-3', 'r-2', 'r-1'], memo: '一括' },
  ]);
  expect(await page.getByRole('article').count()).toBe(1);
  await card(page, '見本 花子').waitFor();
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
  expect(await look('group-done')).toEqual([]);
});

test('まとめて送付しない decides the ticked ones only, and やめる keeps the ticks', async () => {
  const { page, decisions } = await openQueue();
  await page.getByLabel('雛形 次郎（00101）を選ぶ').check();
  await page.getByLabel('凡例 良子（00105）を選ぶ').check();
  await button(page, 'まとめて送付しない').click();
  await button(page, 'やめる').click();
  expect(await focused(page)).toBe('まとめて送付しない');
  await page.getByText('2件を選択中').waitFor();
  await page.keyboard.press('Enter');
  const step = page.getByRole('form', { name: '選んだ2件に送付しないことにしますか' });
  await step.getByRole('button', { name: 'まとめて送付しない' }).click();
  await page.getByText('2件を「送付しない」にしました。メールは出ません。').waitFor();
  expect(decisions().map(({ args }) => args)).toEqual([
    { decision: '送付しない', responseIds: ['r-5', 'r-1'] },
  ]);
  expect(await page.getByRole('article').count()).toBe(3);
});

test('まとめて送付 without a tick says what to do first', async () => {
  const { page, decisions, look } = await openQueue();
  await button(page, 'まとめて送付').click();
  await page.getByRole('alert').getByText('先に印を付けてください').waitFor();
  expect(await look('group-none')).toEqual([]);
  expect(decisions()).toEqual([]);
});

test('開始前 shows the earlier answers, which are decided the same way', async () => {
  const early = [waits(1, { reason: '開始前' }), waits(2, { reason: '開始前' })];
  const { page, calls, look } = await openQueue({ cases: [], early });
  await page.getByText('確認を待っている回答はありません。').waitFor();
  await page.getByLabel('開始前').check();
  await page.getByText('取扱いを始める前の回答が2件あります。').waitFor();
  expect(calls.at(-1)?.args).toEqual({ state: '開始前' });
  expect(await look('early')).toEqual([]);
  await page.getByLabel('すべて選ぶ').check();
  await button(page, 'まとめて送付').click();
  await button(page, 'まとめて送付').click();
  await page.getByText('2件を送付待ちにしました。').waitFor();
  await page.getByText('取扱いを始める前の回答はありません。').waitFor();
});

test('where more wait than are shown, the next ones come after the last is decided', async () => {
  const { page } = await openQueue({ cases: [waits(1)], total: 3 });
  await page.getByText('確認を待っている回答が3件あります。古いものから1件を表示しています。').waitFor();
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '送付する' }).click();
  await first.getByRole('button', { name: '送付する' }).click();
  await button(page, '続きを表示する').click();
  await page.getByText('確認を待っている回答が2件あります。').waitFor();
});
