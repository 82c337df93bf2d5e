/** 要確認 in the sidebar of the real Workspace: a secretary looks at old and new, sends, refuses, and sends a group. */
import type { FrameLocator, Page } from 'playwright-core';
import { desktop, openBrowser, screenshot, type TestBrowser } from '../support/browser';
import { officeDay, type OfficeDay } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

let workspace: TestWorkspace;
let browser: TestBrowser;
let day: OfficeDay;
let page: Page;
let sidebar: FrameLocator;

beforeAll(async () => {
  [workspace, browser] = await Promise.all([startTestWorkspace(), openBrowser()]);
  day = officeDay(workspace.control);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', now: '2026-11-22T09:00:00+09:00' });
  page = await browser.newPage(desktop);
});
afterEach(() => page.close());
afterAll(async () => {
  await browser.close();
  await workspace.close();
});

/** A secretary opens the sidebar beside the tab パスワード送付 and goes to パスワード. */
async function openPasswords(): Promise<void> {
  const [secretary = ''] = (await day.sample()).staff;
  await page.goto(
    `${workspace.url}sheet?user=${encodeURIComponent(secretary)}&sidebar=${encodeURIComponent('事務局画面を開く')}`,
  );
  sidebar = page.frameLocator('#sidebarFrame').frameLocator('#userHtmlFrame');
  await page.getByRole('tab', { name: 'パスワード送付' }).click();
  await sidebar.getByText('動作モード').waitFor();
  await sidebar.getByLabel('画面').selectOption('passwords');
  await sidebar.getByRole('heading', { name: 'パスワードの送付' }).waitFor();
}

const exact = (name: string) => sidebar.getByRole('button', { name, exact: true });

/** The case of a number. */
const caseOf = (number: string) => sidebar.getByRole('article', { name: `（${number}）` });

it('one case is sent after a look at old and new, another is refused', async () => {
  const [sent, refused] = await Promise.all([day.person('otherMail'), day.person('roleMail')]);
  const first = await day.answer(sent);
  const second = await day.answer(refused);
  await openPasswords();
  await sidebar.getByText('確認を待っている回答が2件あります。').waitFor();
  await screenshot(page, 'queue-first');

  const card = caseOf(sent.number);
  await card.getByRole('button', { name: '送付する' }).click();
  const step = card.getByRole('form', { name: 'この宛先に送付しますか' });
  expect(await step.getByRole('definition').allInnerTexts()).toEqual([sent.mailToType, sent.mail]);
  await step.getByLabel('メモ').fill('電話で確認');
  await screenshot(page, 'queue-step');
  expect(await day.recorded(first.responseId)).toEqual([expect.objectContaining({ 状態: '要確認' })]);
  await step.getByRole('button', { name: '送付する' }).click();
  await sidebar.getByText('送付待ちにしました。数分のうちに管理者のアカウントから送られます。').waitFor();
  await sidebar.getByRole('option', { name: 'パスワード（1）' }).waitFor({ state: 'attached' });
  await screenshot(page, 'queue-done');

  const other = caseOf(refused.number);
  await other.getByRole('button', { name: '送付しない' }).click();
  await other.getByRole('button', { name: '送付しない' }).click();
  await sidebar.getByText('「送付しない」にしました。メールは出ません。').waitFor();
  await sidebar.getByText('確認を待っている回答はありません。').waitFor();

  expect(await day.passwordMails(sent.mailToType)).toEqual([]);
  await day.advance('PT5M');
  expect(await day.passwordMails(sent.mailToType)).toHaveLength(1);
  expect(await day.passwordMails(refused.mailToType)).toEqual([]);
  expect(await day.recorded(first.responseId)).toEqual([
    expect.objectContaining({ 状態: '送付済', メモ: '電話で確認' }),
  ]);
  expect(await day.recorded(second.responseId)).toEqual([expect.objectContaining({ 状態: '送付しない' })]);
});

it('a response that cannot be sent to stays and says what to do', async () => {
  const person = await day.person('noBirthDate');
  const { responseId } = await day.answer(person, { 生年月日: '1960-01-01' });
  await openPasswords();
  const card = caseOf(person.number);
  await card.getByRole('button', { name: '送付する' }).click();
  await card.getByRole('button', { name: '送付する' }).click();
  await card.getByRole('alert').getByText('台帳に生年月日がありません').waitFor();
  await screenshot(page, 'queue-skip');
  expect(await day.recorded(responseId)).toEqual([expect.objectContaining({ 状態: '要確認' })]);
});

it('まとめて送付 shows three samples of the earlier answers and then sends the ticked ones', async () => {
  await openPasswords();
  await sidebar.getByLabel('開始前').check();
  await sidebar.getByText('取扱いを始める前の回答が').waitFor();
  const early = (await day.rows('パスワード送付')).filter((row) => row['状態'] === '開始前');
  await sidebar.getByLabel('すべて選ぶ').check();
  await sidebar.getByText(`${String(early.length)}件を選択中`).waitFor();
  await screenshot(page, 'queue-early');
  await exact('まとめて送付').click();
  const step = sidebar.getByRole('form', { name: `選んだ${String(early.length)}件に送付しますか` });
  expect(await step.getByRole('listitem').count()).toBe(3);
  for (const { 登録番号: number = '', 氏名: name = '', メールアドレス: mail = '' } of early.slice(0, 3)) {
    const text = await step.innerText();
    expect([number, name, mail].filter((each) => !text.includes(each))).toEqual([]);
  }
  await screenshot(page, 'queue-group');
  await step.getByRole('button', { name: 'まとめて送付' }).click();
  await sidebar.getByText(/^\d+件を送付待ちにしました。/).waitFor();
  await screenshot(page, 'queue-group-done');
  const decided = Number(/^(\d+)件/.exec(await sidebar.getByText(/^\d+件を送付待ち/).innerText())?.[1]);
  expect(decided).toBeGreaterThan(5);
  await day.advance('PT30M');
  expect((await day.mails()).filter(({ body }) => body.includes('▼仮パスワード'))).toHaveLength(decided);
});
