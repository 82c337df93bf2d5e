/** Logging in to My Page as a person sees it. */
import { startPages, stopPages, cut, no, ok, openPage, type Play } from './support/open-page';
import { office, status, view } from './support/samples';

beforeAll(startPages);
afterAll(stopPages);

const home = ok({ next: 'home', token: 't-home', view });
const server =
  (login: Play): Play =>
  (call) =>
    call.method === 'status' ? ok(status) : call.method === 'login' ? login(call) : no('TROUBLE');

async function typeAndLogin(page: import('playwright-core').Page): Promise<void> {
  await page.getByLabel('登録番号').fill('第00123号');
  await page.getByLabel('パスワード').fill('abcd-efgh-jkmn');
  await page.getByRole('button', { name: 'ログイン' }).click();
}

test('the login view stands without any answer of the server, and login works without the office hours', async () => {
  const { page, calls } = await openPage('mypage', {
    play: (call) => (call.method === 'status' ? new Promise(() => undefined) : home),
  });
  await page.getByRole('heading', { name: 'ログイン' }).waitFor();
  await typeAndLogin(page);
  await page.getByRole('heading', { name: '髙﨑 邉子 様' }).waitFor();
  expect(calls.map(({ method }) => method)).toEqual(['status', 'login']);
  expect(calls[1]?.args).toEqual({ number: '第00123号', password: 'abcd-efgh-jkmn' });
});

test('the login view stands even where google.script is missing', async () => {
  const { page } = await openPage('mypage', { play: () => no('TROUBLE'), bare: true });
  await typeAndLogin(page);
  await page.getByText('うまくいきませんでした。入力はそのままです。').waitFor();
});

test.each([390, 320])('at %i px nothing is wider than the window and axe finds nothing', async (width) => {
  const { page, look } = await openPage('mypage', { play: server(() => home), width });
  await page.getByText('03-0000-7011').waitFor();
  expect(await look('login')).toEqual([]);
});

test('a wrong password says what to check, takes the focus, and keeps what was typed', async () => {
  const { page, look } = await openPage('mypage', { play: server(() => no('LOGIN_FAILED')) });
  await page.getByText('03-0000-7011').waitFor();
  await typeAndLogin(page);
  const summary = page.getByRole('alert');
  await summary.getByText('登録番号かパスワードが違うようです。').waitFor();
  expect(await summary.innerText()).toContain(`${office.phone}（${office.hours}）`);
  expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
  expect(await page.getByLabel('登録番号').inputValue()).toBe('第00123号');
  expect(await page.getByLabel('パスワード').inputValue()).toBe('abcd-efgh-jkmn');
  expect(await look('login-failed')).toEqual([]);
});

test('the try that was one too many says so at once', async () => {
  const { page } = await openPage('mypage', {
    play: server(() => no('LOGIN_FAILED', { until: '2026-11-22T09:01:00+09:00' })),
    fakeClock: true,
  });
  await typeAndLogin(page);
  await page.getByRole('alert').getByText('あと1分お待ちください（09:01から入力できます）。').waitFor();
});

test('too many tries are told until when to wait, in minutes and by the clock', async () => {
  const { page, look } = await openPage('mypage', {
    play: server(() => no('WAIT', { until: '2026-11-22T09:03:00+09:00' })),
    fakeClock: true,
  });
  await typeAndLogin(page);
  await page.getByText('あと3分お待ちください（09:03から入力できます）。').waitFor();
  await page.clock.resume();
  expect(await look('login-wait')).toEqual([]);
});

test('blank fields are named and linked, and nothing is sent', async () => {
  const { page, calls, called } = await openPage('mypage', { play: server(() => home) });
  await page.getByRole('button', { name: 'ログイン' }).click();
  await page.getByRole('link', { name: '「パスワード」を入力してください。' }).click();
  expect(await page.getByLabel('パスワード').evaluate((box) => box === document.activeElement)).toBe(true);
  expect(await page.getByLabel('登録番号').getAttribute('aria-invalid')).toBe('true');
  await called('status');
  expect(calls.map(({ method }) => method)).toEqual(['status']);
});

test('a broken connection keeps the text and the next press sends it again', async () => {
  let tries = 0;
  const { page } = await openPage('mypage', { play: server(() => (++tries === 1 ? cut : home)) });
  await typeAndLogin(page);
  await page.getByText('通信がとぎれました。入力はそのままです。').waitFor();
  await page.getByRole('button', { name: 'ログイン' }).click();
  await page.getByRole('heading', { name: '髙﨑 邉子 様' }).waitFor();
});

test('pressing twice while the answer is awaited sends once and says after a second that it goes on', async () => {
  let answer: (() => void) | undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  const { page, calls } = await openPage('mypage', { play: server(() => held.then(() => home)) });
  await typeAndLogin(page);
  await page.getByRole('button', { name: 'ログイン' }).click({ force: true });
  await page.getByText('確認しています。このままお待ちください。').waitFor();
  answer?.();
  await page.getByRole('heading', { name: '髙﨑 邉子 様' }).waitFor();
  expect(calls.filter(({ method }) => method === 'login')).toHaveLength(1);
});

test('「表示する」 shows the password and hides it again', async () => {
  const { page } = await openPage('mypage', { play: server(() => home) });
  const password = page.getByLabel('パスワード');
  await password.fill('abcd');
  await page.getByLabel('表示する').check();
  expect(await password.getAttribute('type')).toBe('text');
  await page.getByLabel('表示する').uncheck();
  expect(await password.getAttribute('type')).toBe('password');
});

test('the number of the address’s fragment is filled in', async () => {
  const { page } = await openPage('mypage', { play: server(() => home), fragment: 'n=00123' });
  await expect(page.getByLabel('登録番号').inputValue()).resolves.toBe('00123');
});

test('a mail’s heading copied together with the password is dropped', async () => {
  const { page } = await openPage('mypage', { play: server(() => home) });
  await page.getByLabel('パスワード').evaluate((box) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', '▼仮パスワード\n  abcd-efgh-jkmn\n');
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  expect(await page.getByLabel('パスワード').inputValue()).toBe('abcd-efgh-jkmn');
});

test('while the office has stopped My Page a banner says so', async () => {
  const stopped = '点検のため、11月23日 9:00まで受付を止めています。';
  const { page, look } = await openPage('mypage', {
    play: (call) => (call.method === 'status' ? ok({ ...status, stopped }) : no('STOPPED')),
  });
  await page.getByText(stopped).waitFor();
  await typeAndLogin(page);
  await page.getByText('ただいま、マイページの受付を止めています。').waitFor();
  expect(await look('stopped')).toEqual([]);
});

test('forgetting the password asks once under one key and keeps the number typed', async () => {
  let tries = 0;
  const { page, calls, look } = await openPage('mypage', {
    play: (call) => (call.method === 'status' ? ok(status) : ++tries === 1 ? cut : ok({})),
  });
  await page.getByLabel('登録番号').fill('１２３');
  await page.getByRole('link', { name: 'パスワードをお忘れの方' }).click();
  expect(
    await page.getByRole('heading', { level: 1 }).evaluate((heading) => heading === document.activeElement),
  ).toBe(true);
  await look('forgot-password');
  await page.getByRole('button', { name: '仮パスワードを受け取る' }).click();
  await page.getByText('通信がとぎれました。').waitFor();
  await page.getByRole('button', { name: '仮パスワードを受け取る' }).click();
  await page.getByText('受け付けました。').waitFor();
  expect(await look('forgot-password-done')).toEqual([]);
  const [first, second] = calls.filter(({ method }) => method === 'requestPassword');
  expect(first).toMatchObject({
    args: { number: '１２３' },
    key: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
  });
  expect(second?.key).toBe(first?.key);
});

test('a forgotten number is asked for by mail address and birth date in either calendar', async () => {
  const { page, calls, look } = await openPage('mypage', {
    play: (call) => (call.method === 'status' ? ok(status) : ok({})),
  });
  await page.getByRole('link', { name: '登録番号がわからない方' }).click();
  await page.getByRole('button', { name: '登録番号を受け取る' }).click();
  await page.getByRole('link', { name: '「生年月日」を入力してください。' }).waitFor();
  expect(await look('forgot-number')).toEqual([]);
  await page.getByLabel('メールアドレス').fill('a@example.com');
  await page.getByLabel('西暦・元号').selectOption('昭和');
  await page.getByLabel('年', { exact: true }).fill('３８');
  await page.getByLabel('月', { exact: true }).fill('4');
  await page.getByLabel('日', { exact: true }).fill('２');
  await page.getByRole('button', { name: '登録番号を受け取る' }).click();
  await page.getByText('受け付けました。').waitFor();
  expect(calls.at(-1)?.args).toEqual({ mail: 'a@example.com', birthDate: '1963-04-02' });
});

test('the browser’s Back leads from a view of help to the login view', async () => {
  const { page, look } = await openPage('mypage', { play: server(() => home) });
  await page.getByRole('link', { name: 'メールが届かない方' }).click();
  await page.getByRole('heading', { name: 'メールが届かない方' }).waitFor();
  await page.getByText('「@example.jp」').waitFor();
  expect(await look('no-mail')).toEqual([]);
  await page.evaluate('goBack()');
  await page.getByRole('heading', { name: 'ログイン' }).waitFor();
});
