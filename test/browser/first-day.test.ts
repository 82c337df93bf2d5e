/** The owner's first day in Chromium: the dialogs of 初期設定 and 本番に切り替える at their size, on the spreadsheet. */
import type { FrameLocator, Page } from 'playwright-core';
import { desktop, openBrowser, screenshot, type TestBrowser } from '../support/browser';
import { firstDay, type FirstDay } from '../support/first-day';
import { officeDay, type OfficeDay } from '../support/office-day';
import { startTestWorkspace, testNow, type TestWorkspace } from '../support/workspace';

let workspace: TestWorkspace;
let browser: TestBrowser;
let day: FirstDay;
let office: OfficeDay;

beforeAll(async () => {
  [workspace, browser] = await Promise.all([startTestWorkspace({ scenario: 'empty' }), openBrowser()]);
  day = firstDay(workspace.control);
  office = officeDay(workspace.control);
  await workspace.control.post('/api/reset', {
    scenario: 'sample',
    setUp: false,
    registrants: 60,
    now: testNow,
  });
});
afterAll(async () => {
  await browser.close();
  await workspace.close();
});

/** Opens the spreadsheet as a person and runs a menu item; the dialog it shows. */
async function openDialog(item: string, user: string): Promise<{ page: Page; dialog: FrameLocator }> {
  const page = await browser.newPage(desktop);
  await page.goto(
    `${workspace.url}sheet?user=${encodeURIComponent(user)}&sidebar=${encodeURIComponent(item)}`,
  );
  return { page, dialog: page.frameLocator('#dialogFrame').frameLocator('#userHtmlFrame') };
}

/** Nothing of the page is cut off sideways. */
async function expectNoSideScroll(dialog: FrameLocator): Promise<void> {
  const over = await dialog.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
}

it('初期設定 tells what is left to do, what could not be read, what was done', async () => {
  const { page, dialog } = await openDialog('初期設定', await day.owner());
  await dialog.getByRole('heading', { name: '初期設定' }).waitFor();
  await dialog.getByText('許可番号').waitFor();
  await expectNoSideScroll(dialog);
  await screenshot(page, 'setup-top');
  await dialog.getByRole('button', { name: '閉じる' }).scrollIntoViewIfNeeded();
  await screenshot(page, 'setup-bottom');
  await dialog.getByRole('button', { name: '閉じる' }).click();
  await page.locator('#dialogFrame').waitFor({ state: 'detached' });
});

it('初期設定 run again says that nothing was changed; to a secretary it says who may', async () => {
  const { page, dialog } = await openDialog('初期設定', await day.owner());
  await dialog.getByText('新しく変えたところはありません').waitFor();
  await screenshot(page, 'setup-again');
  const [secretary = ''] = (await office.sample()).staff;
  const refused = await openDialog('初期設定', secretary);
  await refused.dialog.getByText('のアカウントで行ってください').waitFor();
  await screenshot(refused.page, 'setup-refused');
});

it('本番に切り替える shows the figures, asks once more, and says what it has done', async () => {
  await day.set('フォームURL', await day.formUrl());
  await day.set('案内ページURL', 'https://www.example.jp/mypage');
  await day.setUp();
  const { page, dialog } = await openDialog('本番に切り替える', await day.owner());
  await dialog.getByText('フォームの回答').first().waitFor();
  await expectNoSideScroll(dialog);
  await screenshot(page, 'production-figures');
  await dialog.getByRole('button', { name: '本番にする' }).click();
  await dialog.getByText('本番にしてよろしいですか').waitFor();
  await screenshot(page, 'production-confirm');
  await dialog.getByRole('button', { name: 'はい、本番にする' }).click();
  await dialog.getByText('本番になりました。').waitFor();
  await screenshot(page, 'production-done');
  expect((await office.rows('設定')).find((row) => row['項目'] === '動作モード')?.['値']).toBe('本番');
  expect(await office.mails()).toEqual([]);
});
