/** A visit to My Page after login: first password, the views, its end. */
import { startPages, stopPages, cut, ok, openPage } from './support/open-page';
import { view } from './support/samples';
import { first, home, server, logIn, typeBirthDate } from './support/visit-page';

beforeAll(startPages);
afterAll(stopPages);

test('ホーム says until when the qualification lasts, how many days are left, and what was sent', async () => {
  const { page, look } = await openPage('mypage', { play: server({ login: home }) });
  await logIn(page);
  await page.getByText('令和9年3月31日（2027年） まで').waitFor();
  await page.getByText('あと 129 日').waitFor();
  await page.getByText('前回のログイン：11月20日 21:03').waitFor();
  await page.getByText('【民紹協】職業紹介士マイページ').waitFor();
  expect(await look('home')).toEqual([]);
});

test('a 受付番号 in お知らせ stays on one line', async () => {
  const subject = 'ポイントの申請を受け付けました（P26-000010-0）';
  const notices = [{ date: '令和8年11月22日（2026年）', subject }];
  const { page } = await openPage('mypage', {
    play: server({ login: ok({ next: 'home', token: 't-home', view: { ...view, notices } }) }),
  });
  await logIn(page);
  const line = page.getByRole('listitem').filter({ hasText: subject });
  await line.waitFor();
  const broken = () =>
    line.evaluate((element) => {
      const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const tops = new Set<number>();
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const at = node.textContent?.indexOf('P26-000010-0') ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 'P26-000010-0'.length);
        for (const { top } of range.getClientRects()) tops.add(top);
      }
      return tops.size;
    });
  for (const width of [320, 340, 360, 375, 390]) {
    await page.setViewportSize({ width, height: 844 });
    expect([width, await broken()]).toEqual([width, 1]);
  }
});

test.each([
  ['失効', -10, '資格は失効しています'],
  ['満了', -1, '有効期間が終わっています'],
  ['休止', 40, '資格は休止中です'],
  ['不明', null, '有効期間を事務局で確認しています'],
] as const)('a validity that is %s says what to do', async (state, daysLeft, sentence) => {
  const validity = { ...view.validity, state, daysLeft, ...(state === '不明' && { start: '', end: '' }) };
  const { page, look } = await openPage('mypage', {
    play: server({
      login: ok({ next: 'home', token: 't', view: { ...view, validity, notices: [], lastLogin: null } }),
    }),
  });
  await logIn(page);
  await page.getByText(sentence).waitFor();
  expect(await look(`home-${state}`)).toEqual([]);
});

test('前回のログイン stays the one before this visit, though the server knows of this one by now', async () => {
  const now = { ...view, lastLogin: '2026-11-22T09:00:00+09:00' };
  const { page } = await openPage('mypage', {
    play: server({
      login: ok({ next: 'home', token: 't', view: { ...view, lastLogin: null } }),
      view: ok({ token: 't-2', view: now }),
    }),
    fakeClock: true,
  });
  await logIn(page);
  await page.getByText('ありません（今回がはじめてです）').waitFor();
  await page.clock.fastForward('25:10');
  await page.clock.resume();
  await page.getByRole('dialog').getByRole('button', { name: '続ける' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByText('ありません（今回がはじめてです）').waitFor();
});

test('台帳 shows each item with its note, and Back leads to ホーム', async () => {
  const { page, look } = await openPage('mypage', { play: server({ login: home }) });
  await logIn(page);
  await page.getByRole('link', { name: '台帳' }).click();
  await page.getByRole('heading', { name: '台帳の確認・修正（規定第12条の2による変更の届出）' }).waitFor();
  await page.getByText('東京都文京区本駒込1丁目2番3号').waitFor();
  await page.getByText('（登録がありません）').waitFor();
  expect(await page.getByRole('link', { name: '台帳' }).getAttribute('aria-current')).toBe('page');
  expect(await look('ledger')).toEqual([]);
  await page.evaluate('goBack()');
  await page.getByRole('heading', { name: '髙﨑 邉子 様' }).waitFor();
});

test('「ログアウト」 ends the visit at once and leaves nothing of the person in the page', async () => {
  const { page, called } = await openPage('mypage', { play: server({ login: home, logout: ok({}) }) });
  await logIn(page);
  await page.getByRole('link', { name: '台帳' }).click();
  await page.getByRole('button', { name: 'ログアウト' }).click();
  await page.getByText('ログアウトしました。').waitFor();
  expect(await page.content()).not.toMatch(/髙﨑|00123|本駒込/);
  expect(await page.getByLabel('登録番号').inputValue()).toBe('');
  expect(await page.getByLabel('パスワード').inputValue()).toBe('');
  expect((await called('logout')).token).toBe('t-home');
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    0,
    '',
  ]);
});

test('a logout whose answer is lost says that other devices could not be confirmed', async () => {
  const { page } = await openPage('mypage', { play: server({ login: home, logout: cut }) });
  await logIn(page);
  await page.getByRole('button', { name: 'ログアウト' }).click();
  await page.getByText('ほかの端末のログアウトは確かめられませんでした。').waitFor();
});

test('after 25 quiet minutes 「続ける」 renews the visit with a new token', async () => {
  const { page, called, look } = await openPage('mypage', {
    play: server({ login: home, view: ok({ token: 't-next', view }), logout: ok({}) }),
    fakeClock: true,
  });
  await logIn(page);
  await page.getByRole('heading', { name: '髙﨑 邉子 様' }).waitFor();
  await page.clock.fastForward('25:10');
  const dialog = page.getByRole('dialog', { name: 'まもなくログアウトします' });
  await dialog.waitFor();
  await page.clock.resume();
  expect(await look('idle')).toEqual([]);
  await dialog.getByRole('button', { name: '続ける' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect((await called('view')).token).toBe('t-home');
  await page.getByRole('button', { name: 'ログアウト' }).click();
  await page.getByText('ログアウトしました。').waitFor();
  expect((await called('logout')).token).toBe('t-next');
});

test('after 30 quiet minutes the views are hidden until the person logs in again', async () => {
  const { page } = await openPage('mypage', { play: server({ login: home }), fakeClock: true });
  await logIn(page);
  await page.getByRole('heading', { name: '髙﨑 邉子 様' }).waitFor();
  await page.clock.fastForward('31:00');
  await page.getByRole('heading', { name: 'もう一度ログインしてください' }).waitFor();
  expect(await page.getByText('髙﨑 邉子 様').isVisible()).toBe(false);
  await page.clock.resume();
  await page.getByLabel('パスワード', { exact: true }).fill('own password');
  await page.getByRole('button', { name: 'ログイン' }).click();
  await page.getByRole('heading', { name: '髙﨑 邉子 様' }).waitFor();
});

test('the keyboard alone logs in, opens 台帳 and logs out', async () => {
  const { page } = await openPage('mypage', { play: server({ login: home, logout: ok({}) }) });
  await page.getByLabel('登録番号').focus();
  await page.keyboard.type('00123');
  await page.keyboard.press('Tab');
  await page.keyboard.type('abcd-efgh-jkmn');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '髙﨑 邉子 様' }).waitFor();
  await page.getByRole('link', { name: '台帳' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '台帳の確認・修正' }).waitFor();
  await page.getByRole('button', { name: 'ログアウト' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('ログアウトしました。').waitFor();
});

test.each([
  ['narrow phone', 320, '100%'],
  ['double text', 390, '200%'],
])(
  'on a phone (%s, %i px, text %s) every view after login fits the window',
  async (name, width, fontSize) => {
    const { page, look } = await openPage('mypage', {
      play: server({ login: first, firstLogin: ok({ token: 't-home', view }) }),
      width,
    });
    await page.addStyleTag({ content: `html { font-size: ${fontSize}; }` });
    await logIn(page);
    await page.getByRole('button', { name: '設定する' }).click();
    await page.getByRole('alert').waitFor();
    expect(await look(`first-${name}`)).toEqual([]);
    await typeBirthDate(page);
    await page.getByRole('button', { name: 'おまかせで作る' }).click();
    await page.getByRole('button', { name: '設定する' }).click();
    await page.getByText('パスワードを設定しました。').waitFor();
    expect(await look(`home-${name}`)).toEqual([]);
    await page.getByRole('link', { name: '台帳' }).click();
    await page.getByText('（登録がありません）').waitFor();
    expect(await look(`ledger-${name}`)).toEqual([]);
  },
);

test('in forced colours the views keep their borders and signs', async () => {
  const { page, look } = await openPage('mypage', { play: server({ login: home }) });
  await page.emulateMedia({ forcedColors: 'active' });
  await logIn(page);
  await page.getByRole('heading', { name: '髙﨑 邉子 様' }).waitFor();
  expect(await look('home-forced-colours')).toEqual([]);
});

test('everything to press is at least 44 px high, except links within sentences', async () => {
  const { page } = await openPage('mypage', { play: server({ login: first }) });
  const low = () =>
    page
      .locator(
        'main :is(button, select, input:not([type=checkbox]), .tick, .help-links a), header :is(button, a)',
      )
      .evaluateAll((all) =>
        all.filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.outerHTML),
      );
  expect(await low()).toEqual([]);
  await logIn(page);
  await page.getByRole('heading', { name: 'はじめての方' }).waitFor();
  expect(await low()).toEqual([]);
});
