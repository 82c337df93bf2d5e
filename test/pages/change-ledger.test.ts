/** 台帳 on My Page: 変更する → 確認する → この内容で届け出る → 受付番号. */
import type { Page } from 'playwright-core';
import { cut, no, ok, openPage, startPages, stopPages, type Play, type Reply } from './support/open-page';
import { office, status, view } from './support/samples';

beforeAll(startPages);
afterAll(stopPages);

const home = ok({ next: 'home', token: 't-home', view });
const moved = {
  ...view,
  ledger: view.ledger.map((item) =>
    item.item === '電話番号' ? { ...item, value: '03-0000-0202', text: '03-0000-0202' } : item,
  ),
};
const done = ok({
  receipt: 'D26-000123-7',
  at: '2026-11-22T09:05:00+09:00',
  items: ['電話番号'],
  mailed: true,
  token: 't-next',
  view: moved,
});

const server =
  (answers: Record<string, Reply | (() => Reply)>): Play =>
  ({ method }) => {
    const answer = method === 'status' ? ok(status) : method === 'login' ? home : answers[method];
    return typeof answer === 'function' ? answer() : (answer ?? no('TROUBLE'));
  };

async function openForm(page: Page): Promise<void> {
  await page.getByLabel('登録番号').fill('00123');
  await page.getByLabel('パスワード').fill('own password');
  await page.getByRole('button', { name: 'ログイン' }).click();
  await page.getByRole('link', { name: '台帳' }).click();
  await page.getByRole('button', { name: '変更する' }).click();
  await page.getByRole('heading', { name: '台帳の修正' }).waitFor();
}

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

test('from 変更する to 受付番号: old and new are shown before they are sent, each item once', async () => {
  const { page, calls, look } = await openPage('mypage', {
    play: server({ changeLedger: done }),
  });
  await openForm(page);
  await page.waitForFunction(() => document.activeElement?.textContent === '台帳の修正');
  expect(await page.getByLabel('お名前').count()).toBe(0);
  await page.getByText('お名前・フリガナ・生年月日').waitFor();
  expect(await look('change')).toEqual([]);
  await page.getByLabel('電話番号').fill('０３（００００）０２０２');
  await press(page, '確認する');
  await page.getByRole('heading', { name: '変更の確認' }).waitFor();
  await page.getByText('変更前：03-0000-0101').waitFor();
  await page.getByText('変更後：03-0000-0202').waitFor();
  expect(await page.locator('dt').allTextContents()).toEqual(['電話番号']);
  expect(await look('confirm')).toEqual([]);
  await press(page, '修正する');
  expect(await page.getByLabel('電話番号').inputValue()).toBe('０３（００００）０２０２');
  await press(page, '確認する');
  await press(page, 'この内容で届け出る');
  await page.getByText('D26-000123-7').waitFor();
  await page.getByText('受付日時 令和8年11月22日（2026年） 09:05').waitFor();
  expect(calls.filter(({ method }) => method === 'changeLedger')).toEqual([
    expect.objectContaining({
      token: 't-home',
      key: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      args: { changes: { 電話番号: '03-0000-0202' } },
    }),
  ]);
  expect(await look('received')).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('D26-000123-7').isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: '控えを印刷する' }).isVisible()).toBe(false);
  await look('received-print');
  await page.emulateMedia({ media: 'screen' });
  await press(page, '台帳にもどる');
  await page.getByText('03-0000-0202').waitFor();
  expect(await look('ledger-changed')).toEqual([]);
});

test('what is wrong is said above and at each field, with the focus on the summary', async () => {
  const { page, calls, look } = await openPage('mypage', { play: server({}) });
  await openForm(page);
  await press(page, '確認する');
  await page.getByText('変わったところがありません。').waitFor();
  await page.getByLabel('郵便番号').fill('12');
  await page.getByLabel('住所').fill('');
  await page.getByLabel('電話番号').fill('なし');
  await press(page, '確認する');
  const summary = page.getByRole('alert');
  await summary.getByText('「郵便番号」は、7けたの数字で入力してください。').waitFor();
  await summary.getByText('「住所」を入力してください。').waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
  expect(await look('change-wrong')).toEqual([]);
  await summary.getByRole('link', { name: '「電話番号」は、' }).click();
  await page.waitForFunction(() => (document.activeElement as HTMLInputElement).value === 'なし');
  expect(calls.map(({ method }) => method)).toEqual(['status', 'login']);
});

test('what only the server finds wrong leads back to the field', async () => {
  const { page } = await openPage('mypage', {
    play: server({ changeLedger: no('INVALID', { fields: { 電話番号: 'NOT_CHANGEABLE' } }) }),
  });
  await openForm(page);
  await page.getByLabel('電話番号').fill('03-0000-0202');
  await press(page, '確認する');
  await press(page, 'この内容で届け出る');
  await page.getByRole('alert').getByText('「電話番号」は、ここでは変更できません。').waitFor();
  expect(await page.getByLabel('電話番号').inputValue()).toBe('03-0000-0202');
});

test('giving up メールマガジン is warned of before it is sent', async () => {
  const { page, look } = await openPage('mypage', { play: server({}) });
  await openForm(page);
  const choices = page.getByRole('group', { name: 'メールマガジンの登録' });
  await choices.getByLabel('無').check();
  await page.getByText('資格更新の要件を満たさなくなります').waitFor();
  expect(await look('change-magazine')).toEqual([]);
  await press(page, '確認する');
  await page.getByText('資格更新の要件を満たさなくなります').waitFor();
});

test('a lost answer is sent again under the same key, and a double press sends once', async () => {
  const answers = [cut, done];
  const { page, calls, look } = await openPage('mypage', {
    play: server({ changeLedger: () => answers.shift() ?? no('TROUBLE') }),
  });
  await openForm(page);
  await page.getByLabel('電話番号').fill('03-0000-0202');
  await press(page, '確認する');
  await page.getByRole('button', { name: 'この内容で届け出る' }).dblclick();
  await page.getByText('通信がとぎれました。入力はそのままです。').waitFor();
  expect(await look('confirm-cut')).toEqual([]);
  await press(page, 'この内容で届け出る');
  await page.getByText('D26-000123-7').waitFor();
  const keys = calls.filter(({ method }) => method === 'changeLedger').map(({ key }) => key);
  expect(keys).toHaveLength(2);
  expect(keys[1]).toBe(keys[0]);
});

test('typed text survives an expired session, ホーム and Back, but not logging out', async () => {
  const answers = [no('SESSION_ENDED'), done];
  const { page } = await openPage('mypage', {
    play: server({ changeLedger: () => answers.shift() ?? no('TROUBLE'), logout: ok({}) }),
  });
  await openForm(page);
  await page.getByLabel('電話番号').fill('03-0000-0202');
  await page.getByRole('link', { name: 'ホーム' }).click();
  await page.getByRole('heading', { name: '髙﨑 邉子 様' }).waitFor();
  await page.evaluate('goBack()');
  expect(await page.getByLabel('電話番号').inputValue()).toBe('03-0000-0202');
  await press(page, '確認する');
  await press(page, 'この内容で届け出る');
  await page.getByRole('heading', { name: 'もう一度ログインしてください' }).waitFor();
  await page.getByLabel('パスワード', { exact: true }).fill('own password');
  await press(page, 'ログイン');
  await page.getByText('変更後：03-0000-0202').waitFor();
  await press(page, 'この内容で届け出る');
  await page.getByText('D26-000123-7').waitFor();
  await press(page, '台帳にもどる');
  await press(page, '変更する');
  await page.getByLabel('建物・部屋').fill('ひみつ荘');
  await press(page, 'ログアウト');
  await page.getByText('ログアウトしました。').waitFor();
  expect(await page.content()).not.toContain('ひみつ荘');
});

test('a change that 台帳 already holds says so', async () => {
  const { page, look } = await openPage('mypage', {
    play: server({
      changeLedger: ok({
        receipt: null,
        at: '2026-11-22T09:05:00+09:00',
        items: [],
        mailed: false,
        token: 't',
        view: moved,
      }),
    }),
  });
  await openForm(page);
  await page.getByLabel('電話番号').fill('03-0000-0202');
  await press(page, '確認する');
  await press(page, 'この内容で届け出る');
  await page.getByText('台帳は、すでにこの内容になっています。').waitFor();
  expect(await look('received-nothing')).toEqual([]);
});

test.each([
  [320, '100%'],
  [390, '200%'],
  [1280, '100%'],
])(
  'at %i px with text %s every view of the change fits, and everything to press is 44 px high',
  async (width, fontSize) => {
    const { page, look } = await openPage('mypage', { play: server({ changeLedger: done }), width });
    await page.addStyleTag({ content: `html { font-size: ${fontSize}; }` });
    await openForm(page);
    expect(await look(`change-${fontSize}`)).toEqual([]);
    const low = () =>
      page
        .locator('main :is(button, select, input:not([type=radio]), .tick)')
        .evaluateAll((all) =>
          all.filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.outerHTML),
        );
    expect(await low()).toEqual([]);
    await page.getByLabel('住所').fill('東京都文京区本駒込'.repeat(6));
    await press(page, '確認する');
    expect(await look(`confirm-${fontSize}`)).toEqual([]);
    await press(page, 'この内容で届け出る');
    await page.getByText('D26-000123-7').waitFor();
    expect(await look(`received-${fontSize}`)).toEqual([]);
    expect(await page.getByText(`電話 ${office.phone}`).first().isVisible()).toBe(true);
  },
);
