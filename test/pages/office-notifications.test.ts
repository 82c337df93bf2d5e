/** 変更届 in the sidebar: the queue, 承認, 差戻し, 不承認 and 証明書類. */
import type { Page } from 'playwright-core';
import { done, left, openQueue, waits } from './support/notification-queue';
import { cut, no, ok, startPages, stopPages, type Reply } from './support/open-page';

beforeAll(startPages);
afterAll(stopPages);

const card = (page: Page, name: string) => page.getByRole('article', { name });
const focused = (page: Page) => page.locator(':focus:not(body)').innerText();

test('old and new stand side by side, and what 台帳 holds now where it differs', async () => {
  const { page, look } = await openQueue();
  await page.getByRole('option', { name: '変更届（4）' }).waitFor({ state: 'attached' });
  await page.getByText('待っている届出が4件あります。').waitFor();
  const first = card(page, '雛形 次郎');
  expect(await first.getByRole('cell').allInnerTexts()).toEqual(['雛形 次郎', '凡例 次郎']);
  await card(page, '見本 花子').getByText('いまの台帳：雛形 二郎').waitFor();
  await card(page, '見本 花子').getByText('（紙）').waitFor();
  await card(page, '仮名 正').getByText('理由：転職のため').waitFor();
  await card(page, '手本 三郎').getByText('期限を過ぎました。').waitFor();
  expect(await look('notifications')).toEqual([]);
});

test('承認 with two presses of Enter, and the focus goes on to the next one', async () => {
  const { page, decisions, look } = await openQueue();
  await card(page, '雛形 次郎').getByRole('button', { name: '承認', exact: true }).focus();
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('承認する');
  expect(await look('notification-approve')).toEqual([]);
  expect(decisions()).toEqual([]);
  await page.keyboard.press('Enter');
  await page
    .getByText('雛形 次郎（00101）：「承認」にしました。お知らせのメールは、11月24日 10:30以後に送られます。')
    .waitFor();
  expect(decisions()).toEqual([
    expect.objectContaining({
      key: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      args: {
        receipt: 'D26-000001-0',
        place: { row: 2, summaryRow: 3, ledgerRow: 2 },
        decision: '承認',
      },
    }),
  ]);
  expect(await focused(page)).toBe('承認');
  expect(
    await page.evaluate(() => document.activeElement?.closest('article')?.getAttribute('aria-label')),
  ).toBe('見本 花子（00102）');
  await page.getByText('待っている届出が3件あります。').waitFor();
  expect(await look('notification-approved')).toEqual([]);
});

test('差戻し takes a reason from 理由文例, a request, and a day to come', async () => {
  const { page, decisions, look } = await openQueue();
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '差戻し' }).click();
  const step = first.getByRole('form', { name: 'ご本人に差し戻しますか' });
  await step.getByRole('button', { name: '差し戻す' }).click();
  await step.getByRole('alert').getByText('「理由」を入力してください。').waitFor();
  expect(await look('notification-return-wrong')).toEqual([]);
  await step.getByLabel('理由文例').selectOption({ index: 1 });
  expect(await step.getByLabel('お願い').inputValue()).toBe('受付番号を書き添えて、お送りください。');
  await step.getByLabel('補正期限').fill('2026/11/23');
  await step.getByRole('button', { name: '差し戻す' }).click();
  await step.getByRole('alert').getByText('「補正期限」は、今日よりあとの日付にしてください。').waitFor();
  await step.getByLabel('補正期限').fill('令和8年12月10日');
  await step.getByText('令和8年12月10日（木）').waitFor();
  expect(await look('notification-return')).toEqual([]);
  await step.getByRole('button', { name: '差し戻す' }).click();
  await page.getByText('「差戻し」にしました。').waitFor();
  expect(decisions().map(({ args }) => args)).toMatchObject([
    {
      decision: '差戻し',
      reason: '証明書類が、まだ届いていません。',
      request: '受付番号を書き添えて、お送りください。',
      fixBy: '2026-12-10',
    },
  ]);
});

test('不承認 needs a reason; Escape leaves the step and its words, and the focus comes back', async () => {
  const { page, decisions } = await openQueue();
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '不承認' }).click();
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe('不承認');
  await page.keyboard.press('Enter');
  await first.getByLabel('理由', { exact: true }).fill('登録の条件に合いません。');
  await first.getByRole('button', { name: '不承認にする' }).click();
  await page.getByText('「不承認」にしました。').waitFor();
  expect(decisions().map(({ args }) => args)).toMatchObject([
    { decision: '不承認', reason: '登録の条件に合いません。', request: '' },
  ]);
});

test('登録辞退 says what it ends before it is approved', async () => {
  const { page, look } = await openQueue();
  await card(page, '仮名 正').getByRole('button', { name: '承認', exact: true }).click();
  await page.getByText('台帳の状態を「登録抹消」にします。').waitFor();
  await page.getByText('もとに戻すことはできません。').waitFor();
  expect(await look('notification-withdrawal')).toEqual([]);
});

test('証明書類 are set to 受領済 and back', async () => {
  const { page, calls } = await openQueue();
  const second = card(page, '見本 花子');
  await second.getByRole('button', { name: '受領済にする' }).click();
  await second.getByRole('button', { name: '郵送待ちにもどす' }).waitFor();
  expect(calls.at(-1)).toMatchObject({
    method: 'setNotificationEvidence',
    args: { receipt: 'D26-000002-0', state: '受領済' },
  });
  expect(await card(page, '仮名 正').getByRole('button', { name: '受領済にする' }).count()).toBe(0);
});

test.each([
  ['NO_EVIDENCE', '', '証明書類が、まだ届いていません。'],
  ['LEDGER_DIFFERS', '氏名', '「氏名」が、届出のあとに台帳で変わっています。'],
  ['UNREADABLE', '', '「内容」を読み取れません。'],
  ['STATE_DIFFERS', '登録抹消', '台帳の状態が「登録抹消」なので'],
  ['NOT_CHANGEABLE', '氏名', '「氏名」は、いまの設定では変えられません。'],
  ['NO_PERSON', '', '台帳に、この登録番号の方がいません。'],
])('one left because of %s stays and says what to do', async (reason, about, sentence) => {
  const { page, look } = await openQueue({
    answers: { decideNotification: () => left(reason, about) },
  });
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '承認', exact: true }).click();
  await first.getByRole('button', { name: '承認する' }).click();
  await first.getByRole('alert').getByText(sentence).waitFor();
  expect(await focused(page)).toContain(sentence);
  await first.getByRole('button', { name: '差戻し' }).waitFor();
  expect(await look(`notification-${reason}`)).toEqual([]);
});

test.each([
  ['DECIDED', '承認、青木、11月24日 10:00', 'すでに決まっています（承認、青木、11月24日 10:00）。'],
  ['WITHDRAWN', '', 'ご本人が取り下げました。'],
  ['NOT_FOUND', '', 'この届出がありません。'],
])('one that is %s leaves the queue with the reason', async (reason, about, sentence) => {
  const { page } = await openQueue({ answers: { decideNotification: () => left(reason, about) } });
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '承認', exact: true }).click();
  await first.getByRole('button', { name: '承認する' }).click();
  await page.getByText(sentence).waitFor();
  expect(await first.count()).toBe(0);
});

test('after a broken connection the same decision goes out with the same key, pressed twice it goes once', async () => {
  const replies: Reply[] = [cut, no('BUSY'), done];
  const { page, decisions } = await openQueue({
    answers: { decideNotification: () => replies.shift() ?? no('TROUBLE') },
  });
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '承認', exact: true }).click();
  const press = first.getByRole('button', { name: '承認する' });
  await press.dblclick();
  await page.getByText('通信がとぎれました。').waitFor();
  await press.click();
  await page.getByText('混み合っています。').waitFor();
  await press.click();
  await page.getByText('「承認」にしました。').waitFor();
  expect(new Set(decisions().map(({ key }) => key)).size).toBe(1);
  expect(decisions()).toHaveLength(3);
});

test.each([
  ['letter', '本番', 'お知らせは郵送です。'],
  ['nobody', '本番', 'ご本人へのお知らせは送りません。'],
  ['mail', '試行', '試行の宛先に送られます。'],
  ['mail', '準備', 'メールは出ません。'],
])('told by %s in %s, the line says so', async (told, mode, sentence) => {
  const { page } = await openQueue({
    mode,
    answers: { decideNotification: () => ok({ done: true, told, sendAt: '2026-11-24T10:30:00+09:00' }) },
  });
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '承認', exact: true }).click();
  await first.getByRole('button', { name: '承認する' }).click();
  await page.getByRole('status').getByText(sentence).waitFor();
});

test('内容 that cannot be read is shown as it stands, and 処理中 says why', async () => {
  const odd = waits(1, { readable: false, changes: [], onFile: [], note: '氏名を凡例に', state: '処理中' });
  const { page, look } = await openQueue({ cases: [odd] });
  await page.getByText('「内容」を読み取れません：氏名を凡例に').waitFor();
  await page.getByText('シートで「状態」が書きかえられています。').waitFor();
  expect(await look('notification-odd')).toEqual([]);
});

test('nothing waits, or more than are shown', async () => {
  const { page } = await openQueue({ cases: [] });
  await page.getByText('待っている届出はありません。').waitFor();
  const more = await openQueue({ cases: [waits(1)], total: 3 });
  await more.page.getByText('待っている届出が3件あります。1件を表示しています。').waitFor();
  await card(more.page, '雛形 次郎').getByRole('button', { name: '承認', exact: true }).click();
  await more.page.getByRole('button', { name: '承認する' }).click();
  await more.page.getByRole('button', { name: '続きを表示する' }).click();
  await more.page.getByText('待っている届出が3件あります。').waitFor();
});

test('at 200 % nothing is cut off', async () => {
  const { page, look } = await openQueue({ width: 150 });
  expect(await look('notifications-zoomed')).toEqual([]);
  await card(page, '雛形 次郎').getByRole('button', { name: '差戻し' }).click();
  expect(await look('notification-return-zoomed')).toEqual([]);
});
