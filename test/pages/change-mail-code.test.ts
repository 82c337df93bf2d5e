/** 確認コード of メールアドレスの変更: one that does not come or is wrong, a lost answer, an expired session, a new login. */
import { code, done, fillForm, NEW, openForm, sent, server } from './support/change-mail-steps';
import { press } from './support/mypage-steps';
import { cut, no, ok, openPage, startPages, stopPages } from './support/open-page';

beforeAll(startPages);
afterAll(stopPages);

test('a code that does not come is sent once more, under another key; a wrong one is said', async () => {
  const answers = [
    no('INVALID', { fields: { code: 'CODE_WRONG' } }),
    no('INVALID', { fields: { code: 'CODE_ENDED' } }),
    done,
  ];
  const { page, calls, look } = await openPage('mypage', {
    play: server({ requestMailChange: sent, confirmMailChange: () => answers.shift() ?? no('TROUBLE') }),
  });
  await openForm(page);
  await fillForm(page);
  await press(page, '確認コードを受け取る');
  await code(page).fill('123456');
  await press(page, 'このアドレスに変更する');
  await page.getByRole('alert').getByText('いちばん新しいメールの6けたの数字').waitFor();
  expect(await code(page).inputValue()).toBe('123456');
  expect(await look('mail-code-wrong')).toEqual([]);
  await code(page).fill('123457');
  await press(page, 'このアドレスに変更する');
  await page.getByRole('alert').getByText('このコードは、もう使えません').waitFor();
  await press(page, 'もう一度コードを送る');
  await page.getByText('もう一度お送りします。数分お待ちください。').waitFor();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  expect(await look('mail-code-resent')).toEqual([]);
  const asks = calls.filter(({ method }) => method === 'requestMailChange');
  expect(asks).toHaveLength(2);
  expect(asks[1]?.key).not.toBe(asks[0]?.key);
  expect(asks[1]?.args).toEqual(asks[0]?.args);
  await code(page).fill('654321');
  await press(page, 'このアドレスに変更する');
  await page.getByText('D26-000123-7').waitFor();
});

test('a lost answer is asked for again under the same key, at both steps', async () => {
  const [asks, tries] = [
    [cut, sent],
    [cut, done],
  ];
  const { page, calls } = await openPage('mypage', {
    play: server({
      requestMailChange: () => asks.shift() ?? no('TROUBLE'),
      confirmMailChange: () => tries.shift() ?? no('TROUBLE'),
    }),
  });
  await openForm(page);
  await fillForm(page);
  await page.getByRole('button', { name: '確認コードを受け取る' }).dblclick();
  await page.getByText('通信がとぎれました。入力はそのままです。').waitFor();
  await press(page, '確認コードを受け取る');
  await code(page).fill('123456');
  await page.getByRole('button', { name: 'このアドレスに変更する' }).dblclick();
  await page.getByText('通信がとぎれました。入力はそのままです。').waitFor();
  await press(page, 'このアドレスに変更する');
  await page.getByText('D26-000123-7').waitFor();
  const keys = calls.slice(2).map(({ key }) => key);
  expect(keys).toEqual([keys[0], keys[0], keys[2], keys[2]]);
});

test('what was typed survives an expired session, ホーム and Back, but not logging out', async () => {
  const tries = [no('SESSION_ENDED'), done];
  const { page } = await openPage('mypage', {
    play: server({
      requestMailChange: sent,
      confirmMailChange: () => tries.shift() ?? no('TROUBLE'),
      logout: ok({}),
    }),
  });
  await openForm(page);
  await fillForm(page);
  await page.getByRole('link', { name: 'ホーム' }).click();
  await page.getByRole('heading', { name: '髙﨑 邉子 様' }).waitFor();
  await page.evaluate('goBack()');
  expect(await page.getByLabel('新しいメールアドレス（確認）').inputValue()).toBe(NEW);
  await page.getByLabel('いまのパスワード').fill('own password');
  await press(page, '確認コードを受け取る');
  await code(page).fill('123456');
  await press(page, 'このアドレスに変更する');
  await page.getByRole('heading', { name: 'もう一度ログインしてください' }).waitFor();
  await page.getByLabel('パスワード', { exact: true }).fill('own password');
  await press(page, 'ログイン');
  await page.getByText(`${NEW} へ、6けたの確認コード`).waitFor();
  expect(await code(page).inputValue()).toBe('123456');
  await press(page, 'このアドレスに変更する');
  await page.getByText('D26-000123-7').waitFor();
  await press(page, '台帳にもどる');
  await press(page, 'メールアドレスの変更');
  expect(await page.getByLabel('新しいメールアドレス', { exact: true }).inputValue()).toBe('');
  await fillForm(page, 'himitsu@docomo.ne.jp');
  await press(page, 'ログアウト');
  await page.getByText('ログアウトしました。').waitFor();
  expect(await page.content()).not.toContain('himitsu');
});

test('after a new login the code can be typed without anything else; sending once more asks the password again', async () => {
  const { page, calls } = await openPage('mypage', { play: server({ confirmMailChange: done }) });
  await openForm(page);
  await press(page, '確認コードを入力する');
  await page.getByText('新しいメールアドレスに届いた、6けたの確認コードを入力してください。').waitFor();
  await press(page, 'もう一度コードを送る');
  await page.getByRole('heading', { name: 'メールアドレスの変更' }).waitFor();
  await page.evaluate('goBack()');
  await code(page).fill('123456');
  await press(page, 'このアドレスに変更する');
  await page.getByText('D26-000123-7').waitFor();
  expect(calls.map(({ method }) => method)).toEqual(['status', 'login', 'confirmMailChange']);
});
