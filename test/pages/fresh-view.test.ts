/** An open My Page shows what the office decided meanwhile: the view is read again, quietly, and nothing typed is lost. */
import type { Locator, Page } from 'playwright-core';
import type { MypageView } from '../../src/contract/mypage';
import { answering, logIn, press, type Answers } from './support/mypage-steps';
import { no, ok, openPage, startPages, stopPages, type Reply } from './support/open-page';
import { view } from './support/samples';

beforeAll(startPages);
afterAll(stopPages);

/** The same person once the office has approved the waiting application and corrected a telephone number. */
const approved: MypageView = {
  ...view,
  notices: [{ date: '令和8年11月22日（2026年）', subject: '【民紹協】ポイントの承認のお知らせ' }],
  ledger: view.ledger.map((item) => (item.kind === '電話' ? { ...item, text: '03-0000-0202' } : item)),
  renewal: { ...view.renewal, canApply: true, why: [] },
  points: {
    ...view.points,
    records: view.points.records.map((one, index) =>
      index > 0 ? one : { ...one, state: '承認', counted: 2, why: null, canWithdraw: false, reason: '' },
    ),
  },
};
const now = ok({ token: 't-now', view: approved });

/** My Page of somebody who has just logged in, by a clock the test moves. */
async function open(answers: Answers) {
  const opened = await openPage('mypage', {
    play: answering({ login: ok({ next: 'home', token: 't-home', view }), ...answers }),
    fakeClock: true,
  });
  await logIn(opened.page);
  await opened.page.getByRole('heading', { name: '髙﨑 邉子 様' }).waitFor();
  const reads = () => opened.calls.filter(({ method }) => method === 'view');
  return { ...opened, reads };
}

const go = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();
/** Takes the application back that waits. */
async function withdraw(page: Page): Promise<void> {
  await go(page, 'ポイント');
  const card = page.getByRole('listitem').filter({ hasText: 'P26-000031-2' });
  await card.getByRole('button', { name: '取り下げる' }).click();
  await press(page, '取り下げる');
}

const pending = (page: Page) => page.getByText('事務局で確認しています。承認されると数えます。');
const approval = (page: Page) => page.locator('.tag', { hasText: '承認' });

/** As if the phone had been put away and taken out again. */
const seenAgain = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

test('opening ポイント shows a decision made meanwhile, and the old list until it is there', async () => {
  let arrive = (_: Reply): void => undefined;
  const late = new Promise<Reply>((resolve) => (arrive = resolve));
  const { page, reads } = await open({ view: () => late });
  await go(page, 'ポイント');
  await pending(page).waitFor();
  arrive(now);
  await approval(page).waitFor();
  expect(await pending(page).count()).toBe(0);
  expect(reads()).toMatchObject([{ token: 't-home' }]);
});

test.each<[string, (page: Page) => Locator]>([
  ['ホーム', (page) => page.getByText('【民紹協】ポイントの承認のお知らせ')],
  ['台帳', (page) => page.getByText('03-0000-0202')],
  ['ポイント', approval],
  ['更新', (page) => page.getByRole('heading', { name: '更新を申請できます' })],
])('opening %s shows what was decided meanwhile, by one reading', async (name, news) => {
  const { page, reads } = await open({ view: now });
  await go(page, name);
  await news(page).waitFor();
  expect(reads()).toHaveLength(1);
  await go(page, name);
  await news(page).waitFor();
  expect(reads().length).toBeLessThanOrEqual(2);
});

test('a view that is opened by its button or by Back is read again too', async () => {
  const later = {
    ...approved,
    notices: [{ date: '令和8年11月23日（2026年）', subject: 'また別のお知らせ' }],
  };
  const replies = [now, ok({ token: 't-later', view: later })];
  const { page, reads } = await open({ view: () => replies.shift() ?? no('TROUBLE') });
  await press(page, 'ポイントを確認・申請する');
  await approval(page).waitFor();
  await page.clock.fastForward(2_000);
  await page.evaluate('goBack()');
  await page.getByText('また別のお知らせ').waitFor();
  expect(reads()).toMatchObject([{ token: 't-home' }, { token: 't-now' }]);
});

test('the login itself, and a page seen again at once, ask for nothing', async () => {
  const { page, reads } = await open({ view: now });
  await seenAgain(page);
  await page.clock.fastForward(30_000);
  await seenAgain(page);
  expect(reads()).toEqual([]);
});

test('a page seen again after a while shows what was decided meanwhile', async () => {
  const filling = view.points.filling.map((one) => ({ ...one, title: 'セミナー（また別の日）' }));
  const later = ok({ token: 't-later', view: { ...approved, points: { ...approved.points, filling } } });
  const replies = [now, later];
  const { page, reads } = await open({ view: () => replies.shift() ?? no('TROUBLE') });
  await go(page, 'ポイント');
  await approval(page).waitFor();
  await page.clock.fastForward(61_000);
  await seenAgain(page);
  await page.getByText('セミナー（また別の日）').waitFor();
  expect(reads()).toHaveLength(2);
});

test('what is typed stays, whether the page is seen again or another view is opened in between', async () => {
  const { page, reads } = await open({ view: now });
  await go(page, 'ポイント');
  await press(page, '講習・ポイントの承認を申請する');
  await press(page, '一覧にない');
  const title = page.getByLabel('セミナー・講習などの名称');
  await title.fill('若者の就労を考える講演会');
  const before = reads().length;
  await page.clock.fastForward('03:00');
  await seenAgain(page);
  expect(await title.inputValue()).toBe('若者の就労を考える講演会');
  expect(reads()).toHaveLength(before);
  await go(page, 'ホーム');
  await page.getByText('ポイントの承認のお知らせ').waitFor();
  await go(page, 'ポイント');
  await press(page, '講習・ポイントの承認を申請する');
  await press(page, '一覧にない');
  expect(await title.inputValue()).toBe('若者の就労を考える講演会');
});

test('a reading that a write overtakes does not bring the old view back', async () => {
  let arrive = (_: Reply): void => undefined;
  const late = new Promise<Reply>((resolve) => (arrive = resolve));
  const gone = { ...view, points: { ...view.points, records: view.points.records.slice(1) } };
  const { page } = await open({
    view: () => late,
    withdrawPoints: ok({ token: 't-next', view: gone }),
  });
  await withdraw(page);
  await page.getByText('申請を取り下げました').waitFor();
  arrive(now);
  await page.clock.fastForward(100);
  expect(await page.getByText('受付番号 P26-000031-2', { exact: true }).count()).toBe(0);
  expect(await approval(page).count()).toBe(0);
});

test('where it cannot be read, the old stays with its time and a way to try again, which clears the words', async () => {
  const replies = [no('BUSY'), now];
  const { page, look } = await open({ view: () => replies.shift() ?? no('TROUBLE') });
  await go(page, 'ポイント');
  await page.getByText('いまの状況を読み込めませんでした').waitFor();
  await page.getByText('下の内容は、11月22日 09:00のものです。').waitFor();
  await pending(page).waitFor();
  expect(await look('unread')).toEqual([]);
  await press(page, 'もう一度読み込む');
  await approval(page).waitFor();
  expect(await page.getByText('いまの状況を読み込めませんでした').count()).toBe(0);
});

test('a refusal that stands in ポイント is gone when ポイント is opened again', async () => {
  const { page } = await open({
    view: ok({ token: 't-now', view }),
    withdrawPoints: no('INVALID', { fields: { activity: 'NOT_OPEN' } }),
  });
  const refused = page.getByText('この申請は、事務局で確認が済んだか、取り下げられています。');
  await withdraw(page);
  await refused.first().waitFor();
  await go(page, 'ポイント');
  await refused.first().waitFor({ state: 'hidden' });
});

test('a visit that has ended asks to log in again', async () => {
  const { page } = await open({ view: no('SESSION_ENDED') });
  await go(page, '台帳');
  await page.getByRole('heading', { name: 'もう一度ログインしてください' }).waitFor();
});
