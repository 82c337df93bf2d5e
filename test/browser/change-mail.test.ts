/** J2 through the faces only: the mail address, its code in the new mailbox, the receipt in both, 控え. */
import { admit, OWN_PASSWORD } from '../support/admit';
import type { FrameLocator, Page } from 'playwright-core';
import { violationsOf } from '../support/axe';
import { openBrowser, phone, screenshot, type TestBrowser } from '../support/browser';
import { codeIn, officeDay, type OfficeDay, type Person } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

const NEW = 'atarashii@example.net';

let workspace: TestWorkspace;
let browser: TestBrowser;
let day: OfficeDay;
let person: Person;

beforeAll(async () => {
  [workspace, browser] = await Promise.all([startTestWorkspace(), openBrowser()]);
  day = officeDay(workspace.control);
  person = await day.person('noMail');
  await admit(day, person);
});
afterAll(async () => {
  await browser.close();
  await workspace.close();
});

const mypageOf = (page: Page): FrameLocator =>
  page.frameLocator('#sandboxFrame').frameLocator('#userHtmlFrame');

/** What axe finds in the frames of My Page. */
const violations = (page: Page): Promise<string[]> => violationsOf(page, ['sandboxFrame', 'userHtmlFrame']);

async function bodyOf(page: Page, to: string, subject: string): Promise<string> {
  await page.goto(`${workspace.url}mail?to=${encodeURIComponent(to)}`);
  await page.getByText(subject).first().click();
  await page.getByText('――――――――――').first().waitFor();
  return page.locator('body').innerText();
}

it('a registrant changes the mail address on a phone', async () => {
  const page = await browser.newPage(phone);
  await page.goto(`${workspace.url}exec`);
  const mypage = mypageOf(page);
  // By keyboard: clicks sometimes land beside what has just been scrolled to inside the frames.
  const press = (name: string) => mypage.getByRole('button', { name, exact: true }).press('Enter');
  await mypage.getByLabel('登録番号').fill(person.number);
  await mypage.getByLabel('パスワード', { exact: true }).fill(OWN_PASSWORD);
  await press('ログイン');
  await mypage.getByRole('link', { name: '台帳' }).click();
  await mypage.getByRole('heading', { name: '台帳の確認・修正' }).waitFor();
  await screenshot(page, 'change-mail-ledger');
  await press('メールアドレスの変更');
  await mypage.getByLabel('新しいメールアドレス', { exact: true }).fill('atarashii@example.con');
  await mypage.getByRole('button', { name: '「@example.com」に直す' }).waitFor();
  await screenshot(page, 'change-mail-hint');
  await mypage.getByLabel('新しいメールアドレス', { exact: true }).fill(NEW);
  await mypage.getByLabel('新しいメールアドレス（確認）').fill(NEW);
  await mypage.getByLabel('いまのパスワード').fill('not the password');
  await press('確認コードを受け取る');
  await mypage.getByText('「いまのパスワード」が違うようです。').first().waitFor();
  await screenshot(page, 'change-mail-wrong-password');
  expect(await violations(page)).toEqual([]);
  await mypage.getByLabel('いまのパスワード').fill(OWN_PASSWORD);
  await press('確認コードを受け取る');
  await mypage.getByRole('heading', { name: '確認コードの入力' }).waitFor();
  await day.advance('PT1M');

  const mailbox = await browser.newPage(phone);
  const body = await bodyOf(mailbox, NEW, '確認コードのお知らせ');
  await screenshot(mailbox, 'change-mail-code-mail');
  const code = codeIn({ id: '', from: '', to: '', subject: '', body });

  await mypage.getByLabel('確認コード').fill(code === '000000' ? '000001' : '000000');
  await press('このアドレスに変更する');
  await mypage.getByText('「確認コード」が違うようです。').first().waitFor();
  await screenshot(page, 'change-mail-wrong-code');
  expect(await violations(page)).toEqual([]);
  await mypage.getByLabel('確認コード').fill(code);
  await press('このアドレスに変更する');
  await mypage.getByRole('heading', { name: '変更の届出を受け付けました' }).waitFor();
  await screenshot(page, 'change-mail-done');
  expect(await violations(page)).toEqual([]);
  const receipt = (await mypage.getByText(/^D26-\d{6}-\d$/).innerText()).trim();
  await press('控えを印刷する');
  await mypage.getByRole('heading', { name: '変更の届出の控え' }).waitFor();
  await mypage.getByText(`変更後：${NEW}`).waitFor();
  await screenshot(page, 'change-mail-print');
  await press('もどる');
  await press('台帳にもどる');
  await mypage.getByText(NEW).waitFor();

  await day.advance('PT1M');
  expect(await bodyOf(mailbox, NEW, `受け付けました（${receipt}）`)).toContain('・メールアドレス');
  const toOld = await bodyOf(mailbox, person.mailToType, '登録のメールアドレスが変わりました');
  expect(toOld).toContain('お心当たりのない方');
  await screenshot(mailbox, 'change-mail-old-mail');
});
