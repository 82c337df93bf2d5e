/** The first login on My Page: birth date and own password, and whatever goes wrong on the way. */
import { startPages, stopPages, cut, no, ok, openPage } from './support/open-page';
import { view } from './support/samples';

import { first, server, logIn, typeBirthDate } from './support/visit-page';

beforeAll(startPages);
afterAll(stopPages);

test('the first login sets an own password with the birth date and arrives at ホーム', async () => {
  const { page, calls, look } = await openPage('mypage', {
    play: server({ login: first, firstLogin: ok({ token: 't-home', view }) }),
  });
  await logIn(page);
  await page.getByRole('heading', { name: 'はじめての方' }).waitFor();
  expect(await look('first')).toEqual([]);
  await typeBirthDate(page);
  await page.getByLabel('新しいパスワード', { exact: true }).fill('さくら-もみじ-いちょう');
  await page.getByLabel('新しいパスワード（確認）').fill('さくら-もみじ-いちょう');
  await page.getByRole('button', { name: '設定する' }).click();
  await page.getByText('パスワードを設定しました。').waitFor();
  expect(calls.at(-1)).toMatchObject({
    method: 'firstLogin',
    token: 't-first',
    key: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    args: { birthDate: '1963-04-02', password: 'さくら-もみじ-いちょう' },
  });
  expect(await look('home-first')).toEqual([]);
  await page.getByRole('link', { name: '台帳' }).click();
  await page.getByRole('link', { name: 'ホーム' }).click();
  await page.getByRole('heading', { name: '髙﨑 邉子 様' }).waitFor();
  expect(await page.getByText('パスワードを設定しました。').count()).toBe(0);
});

test('what is wrong with the first password is said field by field before anything is sent', async () => {
  const { page, calls, look } = await openPage('mypage', { play: server({ login: first }) });
  await logIn(page);
  await page.getByLabel('年', { exact: true }).fill('1963');
  await page.getByLabel('月', { exact: true }).fill('2');
  await page.getByLabel('日', { exact: true }).fill('30');
  await page.getByLabel('新しいパスワード', { exact: true }).fill('short');
  await page.getByLabel('新しいパスワード（確認）').fill('other');
  await page.getByRole('button', { name: '設定する' }).click();
  const summary = page.getByRole('alert');
  await summary.getByText('「生年月日」の日付がありません。').waitFor();
  await summary.getByText('「新しいパスワード」は、12文字以上にしてください。').waitFor();
  await summary.getByText('2つの「新しいパスワード」が同じではありません。').waitFor();
  expect(calls.map(({ method }) => method)).toEqual(['status', 'login']);
  expect(await look('first-wrong')).toEqual([]);
});

test('「おまかせで作る」 fills in both fields with one password that can be read', async () => {
  const { page, look } = await openPage('mypage', { play: server({ login: first }) });
  await logIn(page);
  await page.getByRole('button', { name: 'おまかせで作る' }).click();
  const made = await page.getByLabel('新しいパスワード', { exact: true }).inputValue();
  expect(made).toMatch(/^[a-z]{6}-[a-z]{6}-[a-z]{6}$/);
  expect(await page.getByLabel('新しいパスワード（確認）').inputValue()).toBe(made);
  await page.getByText('紙などに書きとめてから').waitFor();
  expect(await look('first-made')).toEqual([]);
});

test('a password the server refuses and a birth date that does not fit are explained', async () => {
  const answers = [no('INVALID', { fields: { password: 'CONTAINS_OWN_DATA' } }), no('FIRST_LOGIN_FAILED')];
  const { page } = await openPage('mypage', {
    play: server({ login: first, firstLogin: () => answers.shift() ?? no('TROUBLE') }),
  });
  await logIn(page);
  await typeBirthDate(page);
  await page.getByRole('button', { name: 'おまかせで作る' }).click();
  await page.getByRole('button', { name: '設定する' }).click();
  await page.getByRole('link', { name: 'お名前・番号・生年月日などが入っています。' }).waitFor();
  await page.getByRole('button', { name: '設定する' }).click();
  await page.getByText('生年月日が、台帳の記録と違うようです。').waitFor();
});

test('after a lost answer the same password goes out under the same key, another one under another', async () => {
  const { page, calls } = await openPage('mypage', { play: server({ login: first, firstLogin: cut }) });
  await logIn(page);
  await typeBirthDate(page);
  await page.getByRole('button', { name: 'おまかせで作る' }).click();
  for (const press of [1, 2, 3]) {
    if (press === 3) await page.getByRole('button', { name: 'おまかせで作る' }).click();
    await page.getByRole('button', { name: '設定する' }).click();
    await page.waitForFunction(
      (count) => document.querySelectorAll('[aria-disabled]').length === 0 && count > 0,
      press,
    );
  }
  const keys = calls.filter(({ method }) => method === 'firstLogin').map(({ key }) => key);
  expect(keys).toHaveLength(3);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

test('a visit that ended during the first login asks to log in again and keeps what was typed', async () => {
  const answers = [no('SESSION_ENDED'), ok({ token: 't-home', view })];
  const logins = [first, ok({ next: 'first', token: 't-again', askBirthDate: true, passwordLength: 12 })];
  const { page, calls, look } = await openPage('mypage', {
    play: server({
      login: () => logins.shift() ?? no('TROUBLE'),
      firstLogin: () => answers.shift() ?? no('TROUBLE'),
    }),
  });
  await logIn(page);
  await typeBirthDate(page);
  await page.getByRole('button', { name: 'おまかせで作る' }).click();
  const made = await page.getByLabel('新しいパスワード', { exact: true }).inputValue();
  await page.getByRole('button', { name: '設定する' }).click();
  await page.getByRole('heading', { name: 'もう一度ログインしてください' }).waitFor();
  expect(await page.getByLabel('新しいパスワード', { exact: true }).isVisible()).toBe(false);
  expect(await look('ended')).toEqual([]);
  await page.getByLabel('パスワード', { exact: true }).and(page.locator('#password')).fill('abcd-efgh-jkmn');
  await page.getByRole('button', { name: 'ログイン' }).click();
  await page.getByRole('heading', { name: 'はじめての方' }).waitFor();
  expect(await page.getByLabel('新しいパスワード', { exact: true }).inputValue()).toBe(made);
  expect(await page.getByLabel('年', { exact: true }).inputValue()).toBe('1963');
  await page.getByRole('button', { name: '設定する' }).click();
  await page.getByText('パスワードを設定しました。').waitFor();
  expect(calls.at(-1)?.token).toBe('t-again');
});

test('another person who logs in over an ended visit finds nothing of the one before', async () => {
  const other = { ...first };
  const { page } = await openPage('mypage', {
    play: server({ login: other, firstLogin: no('SESSION_ENDED') }),
  });
  await logIn(page);
  await typeBirthDate(page);
  await page.getByRole('button', { name: 'おまかせで作る' }).click();
  await page.getByRole('button', { name: '設定する' }).click();
  await page.getByRole('heading', { name: 'もう一度ログインしてください' }).waitFor();
  await page.locator('#number').fill('99999');
  await page.locator('#password').fill('zzzz-zzzz-zzzz');
  await page.getByRole('button', { name: 'ログイン' }).click();
  await page.getByRole('heading', { name: 'はじめての方' }).waitFor();
  expect(await page.getByLabel('新しいパスワード', { exact: true }).inputValue()).toBe('');
  expect(await page.getByLabel('年', { exact: true }).inputValue()).toBe('');
});
