/** ポイント in the sidebar: the queue with its explained match, 承認 by Enter, 差戻し, 不承認, 取消. */
import { startPages, stopPages } from './support/open-page';
import { waits, three, reasons, decided, openQueue, card } from './support/points-desk';

beforeAll(startPages);
afterAll(stopPages);

test('each application tells what 受講履歴 says of it; 証明書類 open beside', async () => {
  const { page, look } = await openQueue();
  await card(page, '雛形 次郎').getByText('受講履歴との照合：一致').waitFor();
  await card(page, '見本 花子').getByText('記録なし').waitFor();
  const link = card(page, '見本 花子').getByRole('link', { name: /証明書類1を開く/ });
  expect(await link.getAttribute('href')).toBe('https://drive.google.com/file/d/mihon/view');
  expect(await link.getAttribute('target')).toBe('_blank');
  await card(page, '仮名 正').getByText('（紙）').waitFor();
  expect(await look('points')).toEqual([]);
});

test('a plain one is approved by Enter, and the focus goes on to the next 承認', async () => {
  const { page, decisions } = await openQueue();
  await card(page, '雛形 次郎').getByRole('button', { name: '承認', exact: true }).press('Enter');
  await page.getByText('「承認」にしました。お知らせのメールは、11月24日 10:30以後に送られます。').waitFor();
  expect(decisions()).toHaveLength(1);
  expect(decisions()[0]?.args).toEqual({
    decision: '承認',
    receipts: ['P26-000001-0'],
    numbers: { 'P26-000001-0': '00101' },
    matches: { 'P26-000001-0': '一致' },
  });
  await page.waitForFunction(() => document.activeElement?.textContent === '承認');
  expect(
    await card(page, '見本 花子')
      .getByRole('button', { name: '承認', exact: true })
      .evaluate((one) => one === document.activeElement),
  ).toBe(true);
});

test('one without a record is looked at first, with the points the office names', async () => {
  const { page, decisions, look } = await openQueue();
  const one = card(page, '見本 花子');
  await one.getByRole('button', { name: '承認', exact: true }).click();
  await one.getByText('受講履歴との照合は「記録なし」です。証明書類をお確かめください。').waitFor();
  await one.getByLabel('承認するポイント').fill('1');
  expect(await look('points-look')).toEqual([]);
  await one.getByRole('button', { name: '承認する' }).click();
  await page.getByText('「承認」にしました。').waitFor();
  expect(decisions()[0]?.args).toMatchObject({ granted: { 'P26-000002-0': 1 } });
});

test('差戻し takes a 理由文例 with its 補正期限; without a reason it is not sent', async () => {
  const { page, decisions, look } = await openQueue();
  const one = card(page, '見本 花子');
  await one.getByRole('button', { name: '差戻し' }).click();
  await one.getByRole('button', { name: '差し戻す' }).click();
  await one.getByText('「理由」を入力してください。').first().waitFor();
  await one.getByLabel('理由文例').selectOption(reasons[0]?.reason ?? '');
  expect(await one.getByRole('alert').count()).toBe(0);
  expect(await look('points-return')).toEqual([]);
  await one.getByRole('button', { name: '差し戻す' }).click();
  await page.getByText('「差戻し」にしました。').waitFor();
  expect(decisions()).toHaveLength(1);
  expect(decisions()[0]?.args).toMatchObject({
    decision: '差戻し',
    reason: '写真が読み取れませんでした。',
    request: '明るい場所で撮り直してください。',
    fixBy: '2026-12-08',
  });
});

test('不承認 takes the reason of a 理由文例, and not what it asks of somebody who may send again', async () => {
  const { page, decisions } = await openQueue();
  const one = card(page, '見本 花子');
  await one.getByRole('button', { name: '不承認' }).click();
  await one.getByLabel('理由文例').selectOption(reasons[0]?.reason ?? '');
  expect(await one.getByLabel('お願い').inputValue()).toBe('');
  await one.getByRole('button', { name: '不承認にする' }).click();
  await page.getByText('「不承認」にしました。').waitFor();
  expect(decisions()[0]?.args).toMatchObject({ reason: '写真が読み取れませんでした。', request: '' });
});

test('what was sent back is opened again before it is approved', async () => {
  const { page, decisions, look } = await openQueue({
    cases: [
      waits(1, { state: '差戻し', fixBy: '令和8年12月8日（火）', reason: '写真が読めません。' }),
      ...three.slice(1),
    ],
  });
  const one = card(page, '雛形 次郎');
  await one.getByText('差戻し中（令和8年12月8日（火）まで）').waitFor();
  expect(await one.getByRole('button').allInnerTexts()).toEqual([
    'この行を表示する',
    '申請中にもどす',
    '不承認',
  ]);
  await one.getByRole('button', { name: '申請中にもどす' }).click();
  await one.getByText('そのお知らせは出ません。').waitFor();
  expect(await look('points-reopen')).toEqual([]);
  await one.getByRole('button', { name: '申請中にもどす' }).click();
  await page.getByText('もう一度、申請中にしました。').waitFor();
  expect(decisions()[0]?.args).toMatchObject({ decision: '申請中', receipts: ['P26-000001-0'] });
  expect(await page.getByRole('button', { name: '決定を取り消す' }).count()).toBe(0);
});

test('決定を取り消す needs a reason and says what becomes of the mail', async () => {
  const { page, decisions, look } = await openQueue();
  await card(page, '雛形 次郎').getByRole('button', { name: '承認', exact: true }).click();
  await page.getByRole('button', { name: /^決定を取り消す/ }).click();
  await page.getByText('まだ送っていないお知らせは出ません。').waitFor();
  expect(await look('points-undo')).toEqual([]);
  await page.getByLabel('理由', { exact: true }).fill('ほかの方の記録でした。');
  await page.getByRole('button', { name: '決定を取り消す', exact: true }).click();
  await page.getByText('「取消」にしました。').waitFor();
  expect(decisions().at(-1)?.args).toMatchObject({ decision: '取消', reason: 'ほかの方の記録でした。' });
});

test('somebody was faster: it leaves the list and says so', async () => {
  const { page } = await openQueue({
    answers: {
      decidePoints: () =>
        decided({
          decided: 0,
          notices: 0,
          skipped: [{ receipt: 'P26-000001-0', reason: 'DECIDED', state: '取下げ' }],
        }),
    },
  });
  await card(page, '雛形 次郎').getByRole('button', { name: '承認', exact: true }).click();
  await page.getByText('すでに「取下げ」になっています。').waitFor();
  expect(await card(page, '雛形 次郎').count()).toBe(0);
});
