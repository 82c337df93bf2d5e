/** Fields of the change of 台帳 that say something while they are filled in: mail, addresses abroad, メールマガジン. */
import type { Page } from 'playwright-core';
import type { LedgerItem, MypageView } from '../../src/contract/mypage';
import { no, ok, openPage, startPages, stopPages, type Play } from './support/open-page';
import { status, view } from './support/samples';

beforeAll(startPages);
afterAll(stopPages);

/** An item the office added: 形式 メール, changed at once. */
const ownMail: LedgerItem = {
  item: '配信先アドレス',
  label: 'メールマガジンの配信先',
  value: '',
  text: '',
  kind: 'メール',
  way: 'now',
  help: '',
  papers: false,
  required: false,
  choices: [],
};
const withItems = (change: (item: LedgerItem) => LedgerItem): MypageView => ({
  ...view,
  ledger: [...view.ledger, ownMail].map(change),
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function openForm(shown: MypageView) {
  const play: Play = ({ method }) => {
    if (method === 'status') return ok(status);
    return method === 'login' ? ok({ next: 'home', token: 't', view: shown }) : no('TROUBLE');
  };
  const opened = await openPage('mypage', { play });
  const { page } = opened;
  await page.getByLabel('登録番号').fill('00123');
  await page.getByLabel('パスワード').fill('own password');
  await press(page, 'ログイン');
  await page.getByRole('link', { name: '台帳' }).click();
  await press(page, '変更する');
  await page.getByRole('heading', { name: '台帳の修正' }).waitFor();
  return opened;
}

test('a slip behind the @ is asked about and mended at a press', async () => {
  const { page, look } = await openForm(withItems((item) => item));
  const field = page.getByLabel('メールマガジンの配信先');
  await field.fill('kuniko@gmial.com');
  await press(page, '「@gmail.com」に直す');
  expect(await field.inputValue()).toBe('kuniko@gmail.com');
  expect(await look('fields-mail')).toEqual([]);
  await press(page, '確認する');
  await page.getByText('変更後：kuniko@gmail.com').waitFor();
});

test('an address abroad needs no postal code, and the form says so at once; in Japan it does', async () => {
  const { page, look } = await openForm(withItems((item) => item));
  const postal = page.getByLabel('郵便番号', { exact: true });
  expect(await postal.getAttribute('aria-required')).toBe('true');
  await page.getByLabel('住所', { exact: true }).fill('100 Example Street, Sampletown, EXAMPLELAND');
  await page.getByText('海外のご住所なので、なくてもかまいません。').waitFor();
  expect(await postal.getAttribute('aria-required')).toBe('false');
  expect(await look('fields-abroad')).toEqual([]);
  await postal.fill('');
  await press(page, '確認する');
  await page.getByText('変更後：100 Example Street, Sampletown, EXAMPLELAND').waitFor();
  await page.getByText('変更後：（登録しない）').waitFor();
  await press(page, '修正する');
  await postal.fill('sw1a 2aa');
  await press(page, '確認する');
  await page.getByText('変更後：SW1A 2AA').waitFor();
  await press(page, '修正する');
  await page.getByLabel('住所', { exact: true }).fill('アメリカ合衆国ニューヨーク州 見本通り1');
  expect(await postal.getAttribute('aria-required')).toBe('false');
  await page.getByLabel('住所', { exact: true }).fill('東京都港区三田1-2-3');
  await press(page, '確認する');
  await page.getByRole('alert').getByText('「郵便番号」は、7けたの数字で入力してください。').waitFor();
});

test.each([
  ['kuniko@example.ne.jp', 0],
  ['', 1],
])('choosing メールマガジン tells what happens (mail 「%s」)', async (mail, hints) => {
  const shown = withItems((item) => {
    if (item.item === 'メールマガジン登録') return { ...item, value: '無', text: '無' };
    return item.item === 'メールアドレス' ? { ...item, value: mail, text: mail } : item;
  });
  const { page, look } = await openForm(shown);
  await page.getByRole('group', { name: 'メールマガジンの登録' }).getByLabel('有').check();
  await page.getByText('当協会のメールマガジンをお送りします').waitFor();
  expect(await page.getByText('メールアドレスの登録がありません').count()).toBe(hints);
  expect(await look('fields-magazine')).toEqual([]);
  await press(page, '確認する');
  await page.getByText('変更後：有').waitFor();
  expect(await page.getByText('要件を満たさなくなります').count()).toBe(0);
});
