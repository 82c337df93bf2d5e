/** 変更届 on My Page: 氏名などの変更を届け出る → 確認する → この内容で届け出る → 受付番号, and what becomes of it. */
import type { Page } from 'playwright-core';
import type { MypageView } from '../../src/contract/mypage';
import type { NotificationFacts } from '../../src/contract/mypage-notifications';
import { cut, no, ok, openPage, startPages, stopPages, type Play, type Reply } from './support/open-page';
import { status, view } from './support/samples';

jest.setTimeout(60_000);
beforeAll(startPages);
afterAll(stopPages);

const filed = (more: Partial<NotificationFacts> = {}): NotificationFacts => ({
  receipt: 'D26-000123-7',
  kind: '氏名',
  state: '申請中',
  changes: [{ item: '氏名', before: '髙﨑 邉子', after: '試作 邉子' }],
  note: '',
  changedOn: '2026-11-01',
  notifiedOn: '2026-11-22',
  evidence: '郵送待ち',
  reason: '',
  fixBy: '',
  ...more,
});
const withThem = (...notifications: NotificationFacts[]): MypageView => ({ ...view, notifications });
const received = ok({
  receipt: 'D26-000123-7',
  at: '2026-11-22T09:05:00+09:00',
  mailed: true,
  token: 't-next',
  view: withThem(filed()),
});

const server =
  (answers: Record<string, Reply | (() => Reply)>, mine: MypageView = view): Play =>
  ({ method }) => {
    if (method === 'status') return ok(status);
    if (method === 'login') return ok({ next: 'home', token: 't-home', view: mine });
    const answer = answers[method];
    return typeof answer === 'function' ? answer() : (answer ?? no('TROUBLE'));
  };

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function openLedger(page: Page): Promise<void> {
  await page.getByLabel('登録番号').fill('00123');
  await page.getByLabel('パスワード').fill('own password');
  await press(page, 'ログイン');
  await page.getByRole('link', { name: '台帳' }).click();
  await page.getByRole('button', { name: '氏名などの変更を届け出る' }).waitFor();
}

async function openForm(page: Page, kind?: string): Promise<void> {
  await openLedger(page);
  await press(page, '氏名などの変更を届け出る');
  await page.getByRole('heading', { name: '氏名などの変更の届出' }).waitFor();
  if (kind !== undefined) await page.getByLabel(kind, { exact: true }).check();
}

async function fillName(page: Page): Promise<void> {
  await page.getByLabel('お名前').fill('試作 邉子');
  await page.getByLabel('変更が生じた日').fill('令和8年11月1日');
}

test('from 氏名などの変更を届け出る to 受付番号: old and new are shown before they are sent', async () => {
  const { page, calls, look } = await openPage('mypage', { play: server({ sendNotification: received }) });
  await openLedger(page);
  expect(await look('notify-ledger')).toEqual([]);
  await press(page, '氏名などの変更を届け出る');
  await page.waitForFunction(() => document.activeElement?.textContent === '氏名などの変更の届出');
  await page.getByLabel('氏名の変更').check();
  expect(await look('notify')).toEqual([]);
  await page.getByText('いまの登録：髙﨑 邉子').waitFor();
  expect(await page.getByLabel('生年月日', { exact: true }).count()).toBe(0);
  await fillName(page);
  await press(page, '確認する');
  await page.getByRole('heading', { name: '届出の確認' }).waitFor();
  await page.getByText('変更前：髙﨑 邉子').waitFor();
  await page.getByText('変更後：試作 邉子').waitFor();
  await page.getByText('令和8年11月1日（2026年）').waitFor();
  expect(await look('notify-confirm')).toEqual([]);
  await press(page, '修正する');
  expect(await page.getByLabel('お名前').inputValue()).toBe('試作 邉子');
  await press(page, '確認する');
  await press(page, 'この内容で届け出る');
  await page.getByRole('heading', { name: '変更の届出を受け付けました' }).waitFor();
  await page.getByText('D26-000123-7').waitFor();
  expect(calls.filter(({ method }) => method === 'sendNotification')).toEqual([
    expect.objectContaining({
      token: 't-home',
      key: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      args: {
        kind: '氏名',
        changes: { 氏名: '試作 邉子' },
        changedOn: '令和8年11月1日',
        note: '',
        evidence: '郵送待ち',
      },
    }),
  ]);
  expect(await look('notify-received')).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  for (const text of ['D26-000123-7', '試作 邉子', '00123', '同封'])
    expect(await page.getByText(text).first().isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: '印刷する' }).isVisible()).toBe(false);
  await look('notify-slip-print');
  await page.emulateMedia({ media: 'screen' });
  await press(page, '台帳にもどる');
  await page.getByRole('heading', { name: '届出の状況' }).waitFor();
  expect(await look('notify-list')).toEqual([]);
});

test('what is wrong is said above and at each field', async () => {
  const { page, calls, look } = await openPage('mypage', { play: server({}) });
  await openForm(page);
  await press(page, '確認する');
  const summary = page.getByRole('alert');
  await summary.getByText('「届出の種類」を選んでください。').waitFor();
  await page.getByLabel('氏名の変更').check();
  expect(await summary.count()).toBe(0);
  await press(page, '確認する');
  await summary.getByText('変わったところがありません。').waitFor();
  await summary.getByText('「変更が生じた日」を入力してください。').waitFor();
  await page.getByLabel('お名前').fill('');
  await page.getByLabel('フリガナ').fill('試作');
  await page.getByLabel('変更が生じた日').fill('2999/1/1');
  await press(page, '確認する');
  for (const sentence of [
    '「お名前」を入力してください。',
    '「フリガナ」は、カタカナで入力してください。',
    '「変更が生じた日」が、今日よりあとの日付になっています。',
  ])
    await summary.getByText(sentence).waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
  expect(await look('notify-wrong')).toEqual([]);
  await summary.getByRole('link', { name: '「フリガナ」は' }).click();
  await page.waitForFunction(() => (document.activeElement as HTMLInputElement).value === '試作');
  expect(calls.map(({ method }) => method)).toEqual(['status', 'login']);
});

test.each([
  ['登録の辞退', '辞退する日', '承認されると、登録がなくなります'],
  ['休止', '休止を始める日', '承認されると、休止になります'],
])('%s says what it means before it is sent, and asks for no papers', async (kind, day, warning) => {
  const { page, look } = await openPage('mypage', { play: server({ sendNotification: received }) });
  await openForm(page, kind);
  expect(await page.getByLabel(day).inputValue()).toMatch(/^\d{4}\/\d{2}\/\d{2}$/);
  expect(await page.getByRole('group', { name: '証明書類' }).count()).toBe(0);
  await press(page, '確認する');
  await page.getByText(warning).waitFor();
  expect(await look(`notify-confirm-${kind}`)).toEqual([]);
});

test('その他 is told in words, and papers may be left out', async () => {
  const { page, calls } = await openPage('mypage', { play: server({ sendNotification: received }) });
  await openForm(page, 'その他の届出');
  await press(page, '確認する');
  await page.getByRole('alert').getByText('「届出の内容」を入力してください。').waitFor();
  await page.getByLabel('届出の内容').fill('旧姓の併記をお願いします');
  await page.getByLabel('送る書類はない').check();
  await press(page, '確認する');
  await press(page, 'この内容で届け出る');
  await page.getByText('D26-000123-7').waitFor();
  expect(calls.at(-1)?.args).toMatchObject({
    kind: 'その他',
    note: '旧姓の併記をお願いします',
    evidence: '不要',
  });
});

test('a kind that is open is not offered, a finished one is again', async () => {
  const mine = withThem(filed(), filed({ receipt: 'D26-000100-1', kind: '休止', state: '不承認' }));
  const { page } = await openPage('mypage', { play: server({}, mine) });
  await openForm(page);
  expect(await page.getByRole('radio').count()).toBe(4);
  expect(await page.getByLabel('氏名の変更').count()).toBe(0);
  await page.getByText('氏名の変更は、前の届出が終わってから届け出てください。').waitFor();
  await page.getByLabel('休止', { exact: true }).check();
});

test('差戻し shows why and until when, is mended with the same 受付番号, and home points at it', async () => {
  const returned = filed({
    state: '差戻し',
    reason: '証明書類の文字が、読み取れませんでした。\n写しを、もう一度お送りください。',
    fixBy: '2026-12-08',
  });
  const { page, calls, look } = await openPage('mypage', {
    play: server({ sendNotification: received }, withThem(returned)),
  });
  await page.getByLabel('登録番号').fill('00123');
  await page.getByLabel('パスワード').fill('own password');
  await press(page, 'ログイン');
  await page.getByText('直していただきたい届出があります').waitFor();
  expect(await look('notify-home')).toEqual([]);
  await press(page, '届出を見る');
  await page.getByRole('button', { name: '修正して再申請' }).waitFor();
  await page.getByRole('link', { name: '台帳' }).click();
  const card = page.getByRole('article', { name: 'D26-000123-7' });
  await card.getByText('令和8年12月8日（火）').waitFor();
  await card.getByText('写しを、もう一度お送りください。').waitFor();
  expect(await look('notify-returned')).toEqual([]);
  await card.getByRole('button', { name: 'くわしく見る' }).click();
  await press(page, '修正して再申請');
  expect(await page.getByLabel('お名前').inputValue()).toBe('試作 邉子');
  expect(await page.getByRole('radio', { name: '休止' }).count()).toBe(0);
  expect(await look('notify-mend')).toEqual([]);
  await page.getByLabel('お名前').fill('試作 辺子');
  await press(page, '確認する');
  await press(page, 'この内容で届け出る');
  await page.getByText('変更の届出を受け付けました').waitFor();
  expect(calls.at(-1)?.args).toMatchObject({
    receipt: 'D26-000123-7',
    changes: { 氏名: '試作 辺子' },
    changedOn: '2026/11/01',
  });
});

test('取り下げる asks first, and then says it is withdrawn', async () => {
  const { page, calls, look } = await openPage('mypage', {
    play: server(
      { withdrawNotification: ok({ token: 't-next', view: withThem(filed({ state: '取下げ' })) }) },
      withThem(filed()),
    ),
  });
  await openLedger(page);
  await press(page, 'くわしく見る');
  expect(await look('notify-slip')).toEqual([]);
  await press(page, '取り下げる');
  const dialog = page.getByRole('dialog', { name: 'この届出を取り下げますか' });
  expect(await look('notify-withdraw')).toEqual([]);
  await dialog.getByRole('button', { name: 'やめる' }).click();
  expect(calls.some(({ method }) => method === 'withdrawNotification')).toBe(false);
  await press(page, '取り下げる');
  await dialog.getByRole('button', { name: '取り下げる' }).click();
  await page.getByText('取り下げられました。').waitFor();
  expect(await page.getByRole('button', { name: '取り下げる' }).count()).toBe(0);
  expect(calls.at(-1)).toMatchObject({ args: { receipt: 'D26-000123-7' } });
});

test('a lost answer is sent again under the same key, and a double press sends once', async () => {
  const answers = [cut, received];
  const { page, calls } = await openPage('mypage', {
    play: server({ sendNotification: () => answers.shift() ?? no('TROUBLE') }),
  });
  await openForm(page, '氏名の変更');
  await fillName(page);
  await press(page, '確認する');
  await page.getByRole('button', { name: 'この内容で届け出る' }).dblclick();
  await page.getByText('通信がとぎれました。入力はそのままです。').waitFor();
  await press(page, 'この内容で届け出る');
  await page.getByText('D26-000123-7').waitFor();
  const keys = calls.filter(({ method }) => method === 'sendNotification').map(({ key }) => key);
  expect(keys).toHaveLength(2);
  expect(keys[1]).toBe(keys[0]);
});

test('filed on another phone meanwhile, it is said and 台帳 shows it', async () => {
  const { page } = await openPage('mypage', {
    play: server({
      sendNotification: no('OPEN_ALREADY'),
      view: ok({ token: 't-later', view: withThem(filed()) }),
    }),
  });
  await openForm(page, '氏名の変更');
  await fillName(page);
  await press(page, '確認する');
  await press(page, 'この内容で届け出る');
  await page.getByText('同じ種類の届出が、まだ終わっていません。').waitFor();
  await page.getByRole('link', { name: '台帳' }).click();
  await page.getByRole('article', { name: 'D26-000123-7' }).waitFor();
});

test('what only the server finds wrong leads back to its field; typed text survives an expired session', async () => {
  const answers = [no('INVALID', { fields: { changedOn: 'FUTURE' } }), no('SESSION_ENDED'), received];
  const { page } = await openPage('mypage', {
    play: server({ sendNotification: () => answers.shift() ?? no('TROUBLE') }),
  });
  await openForm(page, '氏名の変更');
  await fillName(page);
  await press(page, '確認する');
  await press(page, 'この内容で届け出る');
  await page.getByRole('alert').getByText('「変更が生じた日」が、今日よりあとの日付').waitFor();
  await page.getByLabel('変更が生じた日').fill('2026/10/1');
  await press(page, '確認する');
  await press(page, 'この内容で届け出る');
  await page.getByRole('heading', { name: 'もう一度ログインしてください' }).waitFor();
  await page.getByLabel('パスワード', { exact: true }).fill('own password');
  await press(page, 'ログイン');
  await page.getByText('変更後：試作 邉子').waitFor();
  await press(page, 'この内容で届け出る');
  await page.getByText('D26-000123-7').waitFor();
});

test.each([
  [320, '100%'],
  [390, '200%'],
])(
  'at %i px with text %s every view fits, and everything to press is 44 px high',
  async (width, fontSize) => {
    const { page, look } = await openPage('mypage', { play: server({ sendNotification: received }), width });
    await page.addStyleTag({ content: `html { font-size: ${fontSize}; }` });
    await openForm(page, '氏名の変更');
    await fillName(page);
    expect(await look(`notify-${fontSize}`)).toEqual([]);
    const low = () =>
      page
        .locator('main :is(button, select, input:not([type=radio]), .tick)')
        .evaluateAll((all) =>
          all.filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.outerHTML),
        );
    expect(await low()).toEqual([]);
    await press(page, '確認する');
    expect(await look(`notify-confirm-${fontSize}`)).toEqual([]);
    await press(page, 'この内容で届け出る');
    await page.getByText('D26-000123-7').waitFor();
    expect(await look(`notify-slip-${fontSize}`)).toEqual([]);
    expect(await low()).toEqual([]);
  },
);
