/** パスワード in the sidebar: 送付する, 送付しない, まとめて送付, まとめて送付しない. */
import { cut, no, startPages, stopPages, type Reply } from './support/open-page';
import { all, skip, openQueue, card, button, focused } from './support/password-desk';

beforeAll(startPages);
afterAll(stopPages);

test('送付する names old and new address before it sends, and a line stands where the case stood', async () => {
  const { page, decisions, look } = await openQueue();
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '送付する' }).click();
  const step = first.getByRole('form', { name: 'この宛先に送付しますか' });
  expect(await step.getByRole('definition').allInnerTexts()).toEqual([
    'new1@example.com',
    'old1@example.co.jp',
  ]);
  expect(decisions()).toEqual([]);
  expect(await look('decide-step')).toEqual([]);

  await step.getByLabel('メモ').fill(' 電話で確認 ');
  await step.getByRole('button', { name: '送付する' }).click();
  await page
    .getByText('雛形 次郎（00101）：送付待ちにしました。数分のうちに管理者のアカウントから送られます。')
    .waitFor();
  expect(await first.count()).toBe(0);
  expect(decisions()).toEqual([
    expect.objectContaining({
      key: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      args: { decision: '送付する', responseIds: ['r-1'], memo: '電話で確認' },
    }),
  ]);
  await page.getByText('確認を待っている回答が4件あります。').waitFor();
  await page.getByRole('option', { name: 'パスワード（4）' }).waitFor({ state: 'attached' });
  expect(await look('decide-done')).toEqual([]);
});

test('送付しない ends a case with its memo left blank, and no mail is spoken of', async () => {
  const { page, decisions } = await openQueue();
  await card(page, '見本 花子').getByRole('button', { name: '送付しない' }).click();
  const step = page.getByRole('form', { name: '送付しないことにしますか' });
  await step.getByRole('button', { name: '送付しない' }).click();
  await page.getByText('見本 花子（00102）：「送付しない」にしました。メールは出ません。').waitFor();
  expect(decisions().map(({ args }) => args)).toEqual([{ decision: '送付しない', responseIds: ['r-2'] }]);
});

test('everything works with the keyboard, and the focus goes on where the case stood', async () => {
  const { page, decisions } = await openQueue();
  const { keyboard } = page;
  await card(page, '雛形 次郎').getByRole('checkbox').focus();
  await keyboard.press('Tab');
  expect(await focused(page)).toBe('この行を表示する');
  await keyboard.press('Tab');
  expect(await focused(page)).toBe('送付する');
  await keyboard.press('Enter');
  expect(await focused(page)).toBe('この宛先に送付しますか');
  await keyboard.press('Escape');
  expect(await focused(page)).toBe('送付する');
  await keyboard.press('Tab');
  expect(await focused(page)).toBe('送付しない');
  await keyboard.press('Space');
  await keyboard.press('Tab');
  await keyboard.type('本人から取下げ');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  expect(await focused(page)).toBe('送付しない');
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await page.getByText('雛形 次郎（00101）：').waitFor();
  expect(await focused(page)).toContain('雛形 次郎（00101）：「送付しない」にしました。');
  await keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    '見本 花子（00102）を選ぶ',
  );
  expect(decisions()).toHaveLength(1);
});

test.each([
  ['NO_PERSON', 'この登録番号の方がいません'],
  ['STOPPED', '登録の抹消か、マイページの停止になっている方です。台帳の「状態」'],
  ['NO_BIRTH_DATE', '台帳に入れてから、もう一度送付してください。'],
  ['NOT_A_MAIL', 'メールアドレスを直してから、もう一度送付してください。'],
])('a case left because of %s stays and says what to do', async (reason, sentence) => {
  const { page, look } = await openQueue({ decide: skip(reason) });
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '送付する' }).click();
  await first.getByRole('button', { name: '送付する' }).click();
  await first.getByRole('alert').getByText(sentence).waitFor();
  expect(await focused(page)).toContain(sentence);
  expect(await look(`decide-${reason}`)).toEqual([]);
  await first.getByRole('button', { name: '送付しない' }).waitFor();
});

test.each([
  ['DECIDED', 'すでに決まっています。'],
  ['NOT_FOUND', 'この回答がありません。'],
])('a case that is %s leaves the list with the reason', async (reason, sentence) => {
  const { page } = await openQueue({ decide: skip(reason) });
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '送付する' }).click();
  await first.getByRole('button', { name: '送付する' }).click();
  await page.getByText(sentence).waitFor();
  expect(await first.count()).toBe(0);
});

test('after a broken connection the same decision goes out with the same key, another with another', async () => {
  const replies: Reply[] = [cut, cut, no('BUSY')];
  const { page, decisions, look } = await openQueue({ decide: (call) => replies.shift() ?? all(call) });
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '送付する' }).click();
  const press = first.getByRole('button', { name: '送付する' });
  await press.click();
  await page.getByText('通信がとぎれました。').waitFor();
  expect(await look('decide-cut')).toEqual([]);
  await press.click();
  await page.getByText('通信がとぎれました。').waitFor();
  await first.getByLabel('メモ').fill('電話で確認');
  await press.click();
  await page.getByText('混み合っています。').waitFor();
  expect(await first.getByLabel('メモ').inputValue()).toBe('電話で確認');
  await press.click();
  await page.getByText('送付待ちにしました。').waitFor();
  const [a, b, c, d] = decisions().map(({ key }) => key);
  expect(b).toBe(a);
  expect(c).not.toBe(a);
  expect(d).toBe(c);
});

test('while a decision is under way its button says so and a second press does nothing', async () => {
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  const { page, decisions } = await openQueue({
    decide: async (call) => {
      await held;
      return all(call);
    },
  });
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '送付する' }).click();
  const press = first.getByRole('button', { name: '送付する' });
  await press.click();
  await page.locator('.button[aria-disabled="true"]').waitFor();
  await press.click({ force: true });
  await first.getByRole('button', { name: 'やめる' }).click();
  await page.getByText('記録しています。').waitFor();
  // Another case can be looked at meanwhile, and keeps the focus.
  await card(page, '仮名 正').getByRole('button', { name: '送付しない' }).click();
  await page.getByRole('form', { name: '送付しないことにしますか' }).getByLabel('メモ').focus();
  answer();
  await page.getByText('雛形 次郎（00101）：').waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  expect(decisions()).toHaveLength(1);
});

test.each([
  ['試行', '試行の宛先に届きます', '数分のうちに、試行の宛先に届きます。'],
  ['準備', 'メールはまだ出ません。', '動作モードが準備のあいだは、メールは出ません。'],
])('in %s the step and the line say where mail really goes', async (mode, before, after) => {
  const { page, look } = await openQueue({ mode });
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '送付する' }).click();
  await first.getByText(before).waitFor();
  expect(await look(`decide-${mode}`)).toEqual([]);
  await first.getByRole('button', { name: '送付する' }).click();
  await page.getByText(after).waitFor();
});

test('counts that cannot be read again after a decision are taken away, and come back with ホーム', async () => {
  const homes = [undefined, no('BUSY')];
  const { page } = await openQueue({ home: () => homes.shift() });
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '送付する' }).click();
  await first.getByRole('button', { name: '送付する' }).click();
  await page.getByText('雛形 次郎（00101）：送付待ちにしました。').waitFor();
  await page.getByRole('option', { name: 'パスワード', exact: true }).waitFor({ state: 'attached' });
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.getByLabel('画面').selectOption('home');
  await page.getByRole('button', { name: 'パスワードの要確認 4件' }).waitFor();
});

test('at 200 % nothing is cut off', async () => {
  const { page, look } = await openQueue({ width: 150 });
  await page.getByLabel('すべて選ぶ').check();
  expect(await look('zoomed')).toEqual([]);
  await button(page, 'まとめて送付').click();
  expect(await look('zoomed-group')).toEqual([]);
  await button(page, 'やめる').click();
  await card(page, '雛形 次郎').getByRole('button', { name: '送付する' }).click();
  expect(await look('zoomed-step')).toEqual([]);
});
