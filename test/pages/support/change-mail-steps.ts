/** メールアドレスの変更 as a test plays it: the server's answers, the form and the code. */
import type { Page } from 'playwright-core';
import type { LedgerItem } from '../../../src/contract/mypage';
import { answering, logIn, press, type Answers } from './mypage-steps';
import { ok, type Play } from './open-page';
import { view } from './samples';

/** The address that is wished for. */
export const NEW = 'atarashii@docomo.ne.jp';
const kindItem: LedgerItem = {
  item: 'メール区分',
  label: 'メールアドレスの種類',
  value: '個人',
  text: '個人',
  kind: '選択肢',
  way: 'now',
  help: '',
  papers: false,
  required: false,
  choices: ['個人', '事業所'],
};
/** One whose kind of address is asked about too. */
export const asked = { ...view, ledger: [...view.ledger, kindItem] };
const home = ok({ next: 'home', token: 't-home', view: asked });
const moved = {
  ...asked,
  ledger: asked.ledger.map((item) => (item.kind === 'メール' ? { ...item, value: NEW, text: NEW } : item)),
};
/** The code is on its way. */
export const sent = ok({ mail: NEW, until: '2026-11-22T09:30:00+09:00', token: 't-asked' });
/** The address is changed. */
export const done = ok({
  receipt: 'D26-000123-7',
  at: '2026-11-22T09:05:00+09:00',
  items: ['メールアドレス'],
  mailed: true,
  toldOld: true,
  token: 't-next',
  view: moved,
});

/** Answers each method as the test says, after a login. */
export const server = (answers: Answers): Play => answering({ login: home, ...answers });

/** Logs in and goes to メールアドレスの変更. */
export async function openForm(page: Page): Promise<void> {
  await logIn(page);
  await page.getByRole('link', { name: '台帳' }).click();
  await press(page, 'メールアドレスの変更');
  await page.getByRole('heading', { name: 'メールアドレスの変更' }).waitFor();
}

/** Types the address, once more for its confirmation, and the password. */
export async function fillForm(page: Page, mail = NEW, again = mail): Promise<void> {
  await page.getByLabel('新しいメールアドレス', { exact: true }).fill(mail);
  await page.getByLabel('新しいメールアドレス（確認）').fill(again);
  await page.getByLabel('いまのパスワード').fill('own password');
}

/** The field of the code. */
export const code = (page: Page) => page.getByLabel('確認コード', { exact: true });
