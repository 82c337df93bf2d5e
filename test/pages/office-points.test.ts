/** ポイント in the sidebar: the queue with its explained match, 承認 by Enter, 差戻し, まとめて承認, 取消, paper, 送信を止める. */
import type { Page } from 'playwright-core';
import type { PointCase } from '../../src/contract/office-points';
import { no, ok, openPage, startPages, stopPages, type Reply, type SeenCall } from './support/open-page';
import { registrant } from './support/registrant-samples';
import { officeHome } from './support/samples';

jest.setTimeout(60_000);
beforeAll(startPages);
afterAll(stopPages);

const waits = (at: number, more: Partial<PointCase> = {}): PointCase => ({
  receipt: `P26-00000${String(at)}-0`,
  row: at + 1,
  number: `0010${String(at)}`,
  name: ['', '雛形 次郎', '見本 花子', '仮名 正'][at] ?? '',
  category: 'セミナー',
  role: '',
  title: '実務セミナー（秋）',
  host: '当協会',
  date: '令和8年10月8日（2026年）',
  received: '令和8年11月10日（2026年）',
  hours: null,
  claimed: 2,
  worth: 2,
  course: false,
  evidence: { state: '不要', links: [] },
  match: '一致',
  explained: ['受講履歴：実務セミナー（秋）（令和8年10月8日（2026年）・出席）'],
  state: '申請中',
  wish: '',
  decided: '',
  fixBy: '',
  overdue: false,
  reason: '',
  enteredBy: '本人',
  validTo: '令和9年3月31日（2027年）',
  standing: '3 / 5ポイント',
  ...more,
});

const three = [
  waits(1),
  waits(2, {
    host: 'ほかの団体',
    match: '記録なし',
    worth: null,
    explained: ['受講履歴に、この方のこの行事の記録がありません。'],
    evidence: { state: '添付', links: ['https://drive.google.com/file/d/mihon/view'] },
  }),
  waits(3, { evidence: { state: '郵送待ち', links: [] }, enteredBy: '事務局' }),
];
const reasons = [
  { code: 'P1', reason: '写真が読み取れませんでした。', request: '明るい場所で撮り直してください。' },
];
const decided = (more: object = {}) =>
  ok({ decided: 1, skipped: [], notices: 1, leavesAt: '11月24日 10:30', letters: 0, ...more });

interface Options {
  cases?: PointCase[];
  answers?: Record<string, (call: SeenCall) => Reply>;
}

async function openQueue({ cases = three, answers = {} }: Options = {}) {
  const opened = await openPage('office', {
    width: 300,
    height: 700,
    append: '<div id="view" data-view="sidebar" data-facts="{}" hidden></div>',
    play: (call) => {
      const answer = answers[call.method];
      if (answer) return answer(call);
      if (call.method === 'home')
        return ok({
          ...officeHome,
          waiting: [
            { label: 'ポイントの確認待ち', count: 3, tab: 'ポイント', view: 'points' },
            { label: 'まもなく送信', count: 2, tab: '通知', view: 'notices' },
            { label: '元に戻した入力（7日間）', count: 1, tab: '操作記録', view: 'putBack' },
          ],
        });
      if (call.method === 'pointsQueue')
        return ok({ total: cases.length, cases, reasons, today: '2026-11-24', fixBy: '2026-12-08' });
      return call.method === 'decidePoints' ? decided() : no('TROUBLE');
    },
  });
  await opened.page.getByRole('button', { name: 'ポイントの確認待ち' }).click();
  await opened.page.getByText('申請中の申請が3件あります。').waitFor();
  const decisions = () => opened.calls.filter(({ method }) => method === 'decidePoints');
  return { ...opened, decisions };
}

const card = (page: Page, name: string) => page.getByRole('article', { name });

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

test('an application on paper is entered from a 行事', async () => {
  const { page, calls, look } = await openQueue({
    answers: {
      pointChoices: () =>
        ok({
          today: '2026-11-24',
          categories: [{ category: 'セミナー', roles: [], course: false, byHours: false, oursOnly: false }],
          events: [
            {
              ...{ eventCode: 'S26-01', title: '実務セミナー（秋）', category: 'セミナー', host: '当協会' },
              ...{ attendedOn: '2026-10-08', endedOn: '', date: '令和8年10月8日（2026年）' },
            },
          ],
        }),
      findRegistrant: ({ args }) =>
        ok({ person: args['number'] === '102' ? registrant({ number: '00102', name: '見本 花子' }) : null }),
      enterPoints: () => ok({ receipt: 'P26-000099-1', name: '見本 花子' }),
    },
  });
  await page.getByRole('button', { name: '紙の申請を入力する' }).click();
  const number = page.getByRole('textbox', { name: '登録番号' });
  await number.waitFor();
  await page.getByRole('button', { name: '次へ' }).click();
  await page.getByText('「登録番号」を入力してください。').first().waitFor();
  await number.fill('999');
  await page.getByRole('button', { name: '次へ' }).click();
  await page.getByText('台帳に、この登録番号の方がいません。').first().waitFor();
  expect(await look('points-paper-nobody')).toEqual([]);
  await number.fill('102');
  await number.press('Enter');
  await page.getByRole('group', { name: '登録番号の方' }).getByText('昭和45年5月1日（1970年）').waitFor();
  await page.getByRole('button', { name: '見本 花子さんの申請を受け付ける' }).click();
  expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual([
    '「活動の種類」を選んでください。',
    '「名称」を入力してください。',
    '「主催」を選んでください。',
    '「受講日」を入力してください。',
  ]);
  expect(await page.getByLabel('当協会などの行事から入れる').locator('option').allTextContents()).toEqual([
    '一覧にない',
    '実務セミナー（秋） 令和8年10月8日',
  ]);
  await page.getByLabel(/行事から入れる/).selectOption({ index: 1 });
  expect(await look('points-paper')).toEqual([]);
  await page.getByRole('button', { name: '見本 花子さんの申請を受け付ける' }).click();
  await page.getByText('見本 花子さんの申請を、受付番号 P26-000099-1 で受け付けました。').waitFor();
  expect(await number.inputValue()).toBe('');
  expect(await number.evaluate((input) => input === document.activeElement)).toBe(true);
  expect(calls.find(({ method }) => method === 'enterPoints')?.args).toMatchObject({
    number: '00102',
    receivedOn: '2026-11-24',
    form: { eventCode: 'S26-01', attendedOn: '2026-10-08' },
    evidenceState: '受領済',
  });
});

test('an application is found by its number in whatever state', async () => {
  const { page, look } = await openQueue({
    answers: {
      pointCase: () => ok({ found: waits(1, { state: '承認', decided: '11月20日 10:00 青木' }) }),
    },
  });
  await page.getByRole('button', { name: '受付番号で探す' }).click();
  await page.getByRole('textbox', { name: '受付番号' }).fill('P26-000001-0');
  await page.getByRole('button', { name: '探す', exact: true }).click();
  await page.getByRole('button', { name: '決定を取り消す' }).waitFor();
  await page.getByText('いまの状態：承認（2ポイント）').waitFor();
  expect(await look('points-search')).toEqual([]);
});

test('a notice that has not left is stopped after a question', async () => {
  const notice = {
    ...{ notice: 'N26-000012', number: '00101', name: '雛形 次郎', kind: 'ポイントの承認' },
    ...{ about: 'P26-000001-0', leavesAt: '11月24日 10:30' },
  };
  const { page, calls, look } = await openQueue({
    answers: {
      waitingNotices: () => ok({ notices: [notice] }),
      stopNotices: () => ok({ stopped: 1, gone: 0 }),
    },
  });
  await page.getByLabel('画面').selectOption('notices');
  await page.getByText('これから送るお知らせが1通あります。').waitFor();
  expect(await look('notices')).toEqual([]);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '送信を止める' }).click();
  await page.getByText('選んだ1通の送信を止めますか').waitFor();
  await page.getByRole('button', { name: '送信を止める' }).click();
  await page.getByText('1通の送信を止めました。').waitFor();
  expect(calls.find(({ method }) => method === 'stopNotices')?.args).toEqual({ notices: ['N26-000012'] });
});

test('what could not stay in a tab is listed with the reason', async () => {
  const { page, look } = await openQueue({
    answers: {
      putBackEdits: () =>
        ok({
          edits: [
            {
              ...{ at: '11月24日 9:58', by: '青木', target: 'P26-000001-0' },
              text: '状態に「承認」（すでに取り下げられています）',
            },
          ],
        }),
    },
  });
  await page.getByLabel('画面').selectOption('putBack');
  await page.getByText('状態に「承認」（すでに取り下げられています）').waitFor();
  expect(await look('put-back')).toEqual([]);
});
