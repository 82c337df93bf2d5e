/** What becomes of a 変更届 on My Page: its kind is not offered while it is open, 差戻し is mended, 取り下げる asks first. */
import { logIn, press } from './support/mypage-steps';
import { filed, openForm, openLedger, received, server, withThem } from './support/notification-steps';
import { ok, openPage, startPages, stopPages } from './support/open-page';

beforeAll(startPages);
afterAll(stopPages);

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
  await logIn(page);
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
