/** ポイント in the sidebar: まとめて承認. */
import { startPages, stopPages } from './support/open-page';
import { decided, openQueue } from './support/points-desk';

beforeAll(startPages);
afterAll(stopPages);

test('まとめて承認 shows count and samples; what was left stays with its reason', async () => {
  const { page, decisions, look } = await openQueue({
    answers: {
      decidePoints: () =>
        decided({ decided: 1, skipped: [{ receipt: 'P26-000002-0', reason: 'NO_POINTS', state: '申請中' }] }),
    },
  });
  await page.getByRole('button', { name: 'まとめて承認' }).click();
  await page.getByText('まだ選ばれていません。').waitFor();
  await page.getByLabel('「一致」をすべて選ぶ').check();
  await page.getByLabel('見本 花子（00102）を選ぶ').check();
  await page.getByRole('button', { name: 'まとめて承認' }).click();
  await page.getByText('選んだ2件を承認しますか').waitFor();
  await page.getByText('受講履歴と一致していない申請が1件あります。').waitFor();
  expect(await look('points-together')).toEqual([]);
  await page.getByRole('button', { name: 'まとめて承認' }).click();
  await page.getByText('見本 花子：ポイントの数を入れてから、承認してください。').waitFor();
  await page.getByText('雛形 次郎（00101）：「承認」にしました。').waitFor();
  expect(decisions()[0]?.args.receipts).toEqual(['P26-000001-0', 'P26-000002-0']);
  expect(await look('points-together-done')).toEqual([]);
});

test('まとめて承認 says once when the people are told', async () => {
  const { page } = await openQueue({ answers: { decidePoints: () => decided({ decided: 2, notices: 2 }) } });
  await page.getByLabel('「一致」をすべて選ぶ').check();
  await page.getByLabel('見本 花子（00102）を選ぶ').check();
  await page.getByRole('button', { name: 'まとめて承認' }).click();
  await page.getByText('選んだ2件を承認しますか').waitFor();
  await page.getByRole('button', { name: 'まとめて承認' }).click();
  await page.getByText('雛形 次郎（00101）：「承認」にしました。').waitFor();
  expect(await page.getByText(/お知らせのメール（2通）は/).count()).toBe(1);
});
