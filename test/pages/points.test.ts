/** ポイント of My Page: what is missing, what counts, 差戻し sent again, 取下げ. */
import { no, ok, openPage, startPages, stopPages } from './support/open-page';
import { view } from './support/samples';
import { received, server, requirements, press, openPoints } from './support/points-page';

beforeAll(startPages);
afterAll(stopPages);

test('the home view says what is missing for the renewal, the list what counts and why not', async () => {
  const { page, look } = await openPage('mypage', { play: server({}) });
  await page.getByLabel('登録番号').fill('00123');
  await page.getByLabel('パスワード').fill('own password');
  await press(page, 'ログイン');
  await page.getByRole('button', { name: 'ポイントを確認・申請する' }).waitFor();
  expect(await look('points-home')).toEqual([]);
  await press(page, 'ポイントを確認・申請する');
  await page.getByText('確認中の申請が承認されると、更新の要件がそろいます。').first().waitFor();
  await page.getByText('理由：受講証明書の写真が読めませんでした。').waitFor();
  await page.getByText('補正期限（直す期限）：令和8年12月4日（金）').waitFor();
  expect(await look('points')).toEqual([]);
});

test('a list that is closed shows that it can be opened', async () => {
  const [known] = view.points.offered;
  const offered = Array.from({ length: 7 }, () => ({
    ...known,
    attended: false,
  })) as typeof view.points.offered;
  const { page, look } = await openPage('mypage', {
    play: server({}, { ...view, points: { ...view.points, offered } }),
  });
  await openPoints(page);
  await press(page, '講習・ポイントの承認を申請する');
  const list = page.getByText('最近の当協会の行事（7件）');
  const sign = () => list.evaluate((summary) => getComputedStyle(summary, '::before').content);
  expect(await sign()).toContain('▶');
  expect(await look('points-pick-closed')).toEqual([]);
  await list.click();
  expect(await sign()).toContain('▼');
  expect(await page.getByRole('heading', { level: 2 }).count()).toBe(7);
});

test('where the validity has ended, ポイント asks for nothing that would come too late', async () => {
  const mine = { ...view, points: { ...view.points, today: '2027-05-10', requirements } };
  const { page } = await openPage('mypage', { play: server({}, mine) });
  await openPoints(page);
  await page.getByText('要件がそろわないまま、この資格有効期間は終わりました。').waitFor();
  expect(await page.getByText('残りの日数が少ないので').count()).toBe(0);
});

test('a 差戻し is mended with what was sent before, and keeps its number', async () => {
  const { page, calls, look } = await openPage('mypage', { play: server({ applyPoints: received }) });
  await openPoints(page);
  await press(page, '修正して再申請');
  await page.getByText('直していただきたい点', { exact: true }).waitFor();
  await page.getByText('受付番号 P26-000022-5').waitFor();
  expect(await page.getByLabel('セミナー・講習などの名称').inputValue()).toBe('若者の就労を考える講演会');
  expect(await look('points-mend')).toEqual([]);
  await page.getByLabel('あとで郵送・FAXする', { exact: true }).check();
  await press(page, '確認する');
  await press(page, 'この内容で申請する');
  await page.getByText('証明書類に受付番号を書き添えて、郵送かFAXでお送りください。').waitFor();
  expect(calls.at(-1)?.args).toMatchObject({ receipt: 'P26-000022-5', evidence: { kind: 'later' } });
});

test('an application is withdrawn after a question; one decided meanwhile is told', async () => {
  let tries = 0;
  const { page, look } = await openPage('mypage', {
    play: server({
      view: ok({ token: 't-new', view }),
      withdrawPoints: () =>
        ++tries === 1 ? no('INVALID', { fields: { activity: 'NOT_OPEN' } }) : ok({ token: 't-next', view }),
    }),
  });
  await openPoints(page);
  await press(page, '取り下げる');
  await page.getByRole('heading', { name: 'この申請を取り下げますか' }).waitFor();
  expect(await look('points-withdraw')).toEqual([]);
  await press(page, '取り下げる');
  await page.getByText('この申請は、事務局で確認が済んだか、取り下げられています。').first().waitFor();
  await press(page, '取り下げる');
  await page.getByRole('heading', { name: 'この申請を取り下げますか' }).waitFor();
  await press(page, '取り下げる');
  await page.getByText('申請を取り下げました（受付番号 P26-000022-5）。').waitFor();
});
