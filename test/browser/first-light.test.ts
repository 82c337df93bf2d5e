/** J1 through the faces only: the form, the mailbox, My Page on a phone, the secretariat's spreadsheet beside it. */
import type { FrameLocator, Page } from 'playwright-core';
import { openBrowser, desktop, phone, screenshot, type TestBrowser } from '../support/browser';
import { officeDay, passwordIn, type OfficeDay, type Person } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

const OWN = 'みどり-そら-かわ-ねこ-2026';

let workspace: TestWorkspace;
let browser: TestBrowser;
let day: OfficeDay;
let person: Person;

beforeAll(async () => {
  [workspace, browser] = await Promise.all([startTestWorkspace(), openBrowser()]);
  day = officeDay(workspace.control);
  person = await day.person('noMail');
});
afterAll(async () => {
  await browser.close();
  await workspace.close();
});

const mypageOf = (page: Page): FrameLocator =>
  page.frameLocator('#sandboxFrame').frameLocator('#userHtmlFrame');

it('a registrant goes from the form through the password mail to the own ledger', async () => {
  const page = await browser.newPage(phone);
  await page.goto(`${workspace.url}form`);
  await page.getByLabel('登録番号').fill(person.number);
  await page.getByLabel('氏名').fill(person.name);
  await page.getByLabel('生年月日').fill(person.birthDate);
  await page.getByLabel('メールアドレス', { exact: false }).first().fill(person.mailToType);
  await screenshot(page, 'form');
  await page.getByRole('button', { name: '送信' }).click();
  await page.getByText('回答を記録しました。').waitFor();

  await page.goto(`${workspace.url}mail?to=${encodeURIComponent(person.mailToType)}`);
  await page.getByText('パスワードのお知らせ').first().click();
  await page.getByText('▼仮パスワード').first().waitFor();
  expect((await page.locator('header').boundingBox())?.width).toBe(390);
  await screenshot(page, 'mail');
  const password = passwordIn({
    id: '',
    from: '',
    to: '',
    subject: '',
    body: await page.locator('body').innerText(),
  });

  await page.goto(`${workspace.url}exec`);
  const mypage = mypageOf(page);
  await mypage.getByLabel('登録番号').fill(person.number);
  await mypage.getByLabel('パスワード', { exact: true }).fill(password);
  await screenshot(page, 'login');
  await mypage.getByRole('button', { name: 'ログイン' }).click();

  await mypage.getByRole('heading', { name: 'はじめての方' }).waitFor();
  const [year = '', month = '', date = ''] = person.birthDate.split('-');
  await mypage.getByLabel('年', { exact: true }).fill(year);
  await mypage.getByLabel('月', { exact: true }).fill(String(Number(month)));
  await mypage.getByLabel('日', { exact: true }).fill(String(Number(date)));
  await mypage.getByLabel('新しいパスワード', { exact: true }).fill(OWN);
  await mypage.getByLabel('新しいパスワード（確認）').fill(OWN);
  await screenshot(page, 'first-login');
  await mypage.getByRole('button', { name: '設定する' }).click();

  await mypage.getByRole('link', { name: '台帳' }).waitFor();
  await screenshot(page, 'home');
  await mypage.getByRole('link', { name: '台帳' }).click();
  await mypage.getByRole('heading', { name: '台帳の確認・修正' }).waitFor();
  await screenshot(page, 'ledger');
  const ledger = await mypage.locator('body').innerText();
  expect(ledger).toContain(person.name);
  expect(ledger).toContain(person.mailToType);
  expect(ledger).not.toContain('備考');
  await screenshot(page, 'ledger');
});

it('the secretariat sees the entry in the spreadsheet, and the sidebar opens beside it', async () => {
  const { staff } = await day.sample();
  const page = await browser.newPage(desktop);
  await page.goto(
    `${workspace.url}sheet?user=${encodeURIComponent(staff[0] ?? '')}&sidebar=${encodeURIComponent('事務局画面を開く')}`,
  );
  const sidebar = page.frameLocator('#sidebarFrame').frameLocator('#userHtmlFrame');
  await sidebar.getByRole('combobox').waitFor();
  await screenshot(page, 'sheet-first');
  await page.getByRole('tab', { name: 'パスワード送付' }).click();
  await page.getByText(person.mailToType).first().waitFor();
  await screenshot(page, 'sheet');
});

it('the launcher shows each execution with its service calls', async () => {
  const page = await browser.newPage(desktop);
  await page.goto(workspace.url);
  await page.getByText('onFormSubmitted').first().waitFor();
  const row = page.getByRole('row').filter({ hasText: 'onFormSubmitted' });
  await row.locator('summary').click();
  expect(await row.innerText()).toMatch(/GmailApp\.sendEmail/);
  await screenshot(page, 'launcher');
});
