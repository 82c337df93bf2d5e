/** The mail address on My Page: メールアドレスの変更 → 確認コードを受け取る → このアドレスに変更する → 受付番号, and what its form asks and says. */
import { asked, code, done, fillForm, NEW, openForm, sent, server } from './support/change-mail-steps';
import { logIn, press } from './support/mypage-steps';
import { no, ok, openPage, startPages, stopPages } from './support/open-page';
import { view } from './support/samples';

beforeAll(startPages);
afterAll(stopPages);

test('address and password, the code, 受付番号 with the address before and after', async () => {
  const { page, calls, look } = await openPage('mypage', {
    play: server({ requestMailChange: sent, confirmMailChange: done }),
  });
  await openForm(page);
  await page.getByText('いまのメールアドレス：kuniko.takasaki-no-nagai-namae@example.ne.jp').waitFor();
  await page.getByText('先に「@example.jp」からのメールを受け取れるようにしてください').waitFor();
  expect(await page.getByLabel('個人').isChecked()).toBe(true);
  expect(await look('mail')).toEqual([]);
  await fillForm(page, '　Ａtarashii＠docomo.ne.jp', 'atarashii@docomo.ne.jp ');
  await page.getByLabel('事業所').check();
  await press(page, '確認コードを受け取る');

  await page.getByRole('heading', { name: '確認コードの入力' }).waitFor();
  await page.getByText(`${NEW} へ、6けたの確認コードをお送りします。`).waitFor();
  expect(await code(page).getAttribute('autocomplete')).toBe('one-time-code');
  expect(await code(page).getAttribute('inputmode')).toBe('numeric');
  expect(await look('mail-code')).toEqual([]);
  await code(page).fill('１２３ ４５６');
  await press(page, 'このアドレスに変更する');

  await page.getByText('D26-000123-7').waitFor();
  await page.getByText('変更前：kuniko.takasaki-no-nagai-namae@example.ne.jp').waitFor();
  await page.getByText(`変更後：${NEW}`).waitFor();
  await page.getByText('前のアドレスにも、変更があったことをお知らせします。').waitFor();
  expect(await look('mail-done')).toEqual([]);
  const key = expect.stringMatching(/^[0-9a-f]{32}$/) as string;
  expect(calls.slice(2)).toEqual([
    {
      door: 'mypage',
      method: 'requestMailChange',
      token: 't-home',
      key,
      args: { mail: '　Ａtarashii＠docomo.ne.jp', password: 'own password', kind: '事業所' },
    },
    { door: 'mypage', method: 'confirmMailChange', token: 't-asked', key, args: { code: '１２３ ４５６' } },
  ]);
  await press(page, '台帳にもどる');
  await page.getByText(NEW).waitFor();
});

test('what is wrong is said at each field before anything is sent', async () => {
  const { page, calls, look } = await openPage('mypage', { play: server({}) });
  await openForm(page);
  await press(page, '確認コードを受け取る');
  const summary = page.getByRole('alert');
  for (const label of ['新しいメールアドレス', '新しいメールアドレス（確認）', 'いまのパスワード'])
    await summary.getByText(`「${label}」を入力してください。`).waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
  expect(await look('mail-wrong')).toEqual([]);
  await fillForm(page, 'atarashii', 'betsu@docomo.ne.jp');
  await press(page, '確認コードを受け取る');
  await summary.getByText('「新しいメールアドレス」が、メールアドレスの形になっていません。').waitFor();
  await summary.getByText('2つのメールアドレスが同じではありません。').waitFor();
  await press(page, '確認コードを入力する');
  await press(page, 'このアドレスに変更する');
  await page.getByRole('alert').getByText('「確認コード」を入力してください。').waitFor();
  await code(page).fill('12345');
  await press(page, 'このアドレスに変更する');
  await page
    .getByRole('alert')
    .getByText('「確認コード」は、メールにある6けたの数字を入力してください。')
    .waitFor();
  expect(calls.map(({ method }) => method)).toEqual(['status', 'login']);
});

test.each([
  ['atarashii@docmo.ne.jp', 'docomo.ne.jp'],
  ['atarashii@gmial.com', 'gmail.com'],
  ['Atarashii＠kaisha.con', 'kaisha.com'],
])('%s is asked about, and a press mends it to @%s', async (typed, meant) => {
  const { page, look } = await openPage('mypage', { play: server({}) });
  await openForm(page);
  await page.getByLabel('新しいメールアドレス', { exact: true }).fill(typed);
  await page.getByText(`「@${meant}」のまちがいではありませんか。`).waitFor();
  expect(await look('mail-hint')).toEqual([]);
  await press(page, `「@${meant}」に直す`);
  expect(await page.getByLabel('新しいメールアドレス', { exact: true }).inputValue()).toBe(
    `atarashii@${meant}`,
  );
  await page.getByText('のまちがいではありませんか').waitFor({ state: 'detached' });
});

test.each([
  [{ password: 'WRONG_PASSWORD' }, '「いまのパスワード」が違うようです。'],
  [{ mail: 'SAME_MAIL' }, 'いま登録されているメールアドレスと同じです。'],
  [{ mail: 'SHARED_MAIL' }, '「info@」など、ほかの方も読むアドレスは登録できません。'],
])('%j: the sentence says what to do, and what was typed stays', async (fields, sentence) => {
  const { page, look } = await openPage('mypage', {
    play: server({ requestMailChange: no('INVALID', { fields, until: '2026-11-22T09:01:00+09:00' }) }),
  });
  await openForm(page);
  await fillForm(page);
  await press(page, '確認コードを受け取る');
  await page.getByRole('alert').getByText(sentence).waitFor();
  await page.getByRole('alert').getByText('お待ちください').waitFor();
  expect(await page.getByLabel('新しいメールアドレス（確認）').inputValue()).toBe(NEW);
  expect(await page.getByLabel('いまのパスワード').inputValue()).toBe('own password');
  expect(await look('mail-refused')).toEqual([]);
});

test('while mails come back, ホーム and 台帳 say so and lead here; where it cannot be changed there is no button', async () => {
  const failing = { ...asked, mailFails: true };
  const { page, look } = await openPage('mypage', {
    play: server({ login: ok({ next: 'home', token: 't', view: failing }) }),
  });
  await logIn(page);
  await page.getByText('お知らせのメールが届いていません').waitFor();
  expect(await look('home-mail-fails')).toEqual([]);
  await press(page, 'メールアドレスの変更');
  await page.getByRole('heading', { name: 'メールアドレスの変更' }).waitFor();

  const fixed = { ...failing, ledger: view.ledger.filter(({ kind }) => kind !== 'メール') };
  const other = await openPage('mypage', {
    play: server({ login: ok({ next: 'home', token: 't', view: fixed }) }),
  });
  await logIn(other.page);
  await other.page.getByRole('link', { name: '台帳' }).click();
  await other.page.getByText('事務局へご連絡ください。').first().waitFor();
  expect(await other.page.getByRole('button', { name: 'メールアドレスの変更' }).count()).toBe(0);
});

test.each([
  [320, '100%'],
  [390, '200%'],
  [1280, '100%'],
])('at %i px with text %s the views fit, and everything to press is 44 px high', async (width, fontSize) => {
  const { page, look } = await openPage('mypage', {
    play: server({ requestMailChange: sent, confirmMailChange: done }),
    width,
  });
  await page.addStyleTag({ content: `html { font-size: ${fontSize}; }` });
  await openForm(page);
  const low = () =>
    page
      .locator('main :is(button, select, input:not([type=radio], [type=checkbox]), .tick)')
      .evaluateAll((all) =>
        all.filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.outerHTML),
      );
  await fillForm(page, 'a-very-long-name-that-some-people-have@docmo.ne.jp');
  await page.getByText('のまちがいではありませんか').waitFor();
  expect(await look(`mail-${fontSize}`)).toEqual([]);
  expect(await low()).toEqual([]);
  await press(page, '確認コードを受け取る');
  await code(page).fill('123456');
  expect(await look(`mail-code-${fontSize}`)).toEqual([]);
  expect(await low()).toEqual([]);
  await press(page, 'このアドレスに変更する');
  await page.getByText('D26-000123-7').waitFor();
  expect(await look(`mail-done-${fontSize}`)).toEqual([]);
});
