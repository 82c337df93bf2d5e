/**
 * A registrant corrects her address on the phone while a secretary sorts 台帳 and pastes over five rows: the right rows
 * hold the right values, 変更履歴 explains all of it, and nobody else's row has changed.
 */
import { admit, OWN_PASSWORD } from '../support/admit';
import type { FrameLocator, Page } from 'playwright-core';
import { desktop, openBrowser, phone, screenshot, type TestBrowser } from '../support/browser';
import { ledgerMorning, type LedgerHand } from '../support/ledger-hand';
import { officeDay, type OfficeDay, type Person, type Row } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

const ADDRESS = '見本県髙﨑市濵町2-34-5';
const ROOM = '試作荘';

let workspace: TestWorkspace;
let browser: TestBrowser;
let day: OfficeDay;
let hand: LedgerHand;
let person: Person;
let page: Page;
let mypage: FrameLocator;

beforeAll(async () => {
  [workspace, browser] = await Promise.all([startTestWorkspace(), openBrowser()]);
  day = officeDay(workspace.control);
});
beforeEach(async () => {
  ({ hand, person } = await ledgerMorning(workspace.control, 40, 'noMail'));
  await admit(day, person);
  page = await browser.newPage(phone);
});
afterEach(() => page.close());
afterAll(async () => {
  await browser.close();
  await workspace.close();
});

/** She logs in on the phone and comes as far as 変更の確認. */
async function upToConfirmation(): Promise<void> {
  await page.goto(`${workspace.url}exec`);
  mypage = page.frameLocator('#sandboxFrame').frameLocator('#userHtmlFrame');
  await mypage.getByLabel('登録番号').fill(person.number);
  await mypage.getByLabel('パスワード', { exact: true }).fill(OWN_PASSWORD);
  await mypage.getByRole('button', { name: 'ログイン' }).click();
  await mypage.getByRole('link', { name: '台帳' }).click();
  await mypage.getByRole('button', { name: '変更する' }).click();
  await mypage.getByLabel('郵便番号', { exact: true }).first().fill('000-0102');
  await mypage.getByLabel('住所', { exact: true }).first().fill(ADDRESS);
  await mypage.getByRole('button', { name: '確認する' }).click();
  await mypage.getByRole('heading', { name: '変更の確認' }).waitFor();
}

/** She sends it and reads her 受付番号. */
async function send(): Promise<string> {
  await mypage.getByRole('button', { name: 'この内容で届け出る' }).click();
  const number = await mypage
    .getByText(/D26-\d{6}-\d/)
    .first()
    .innerText();
  return /D26-\d{6}-\d/.exec(number)?.[0] ?? '';
}

const people = async () => new Map((await day.rows('台帳')).map((row) => [row['登録番号'] ?? '', row]));

/** Everybody's row is as before but for her address and the pasted rooms; every difference has its line. */
async function allIsRight(
  before: Map<string, Row>,
  pasted: readonly string[],
  receipt: string,
): Promise<void> {
  await day.advance('PT6M');
  const after = await people();
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  const lines = (await day.rows('変更履歴')).filter((row) => row['項目'] !== '登録番号');
  for (const [number, row] of before) {
    const room = pasted.includes(number) ? { '建物・部屋': ROOM } : {};
    const own = number === person.number ? { 郵便番号: '000-0102', 住所: ADDRESS } : {};
    expect({ ...after.get(number), 更新日時: '' }).toEqual({ ...row, ...room, ...own, 更新日時: '' });
    const told = lines.filter((line) => line['登録番号'] === number);
    if (pasted.includes(number))
      expect(told).toContainEqual(
        expect.objectContaining({
          項目: '建物・部屋',
          変更前: row['建物・部屋'],
          変更後: ROOM,
          経路: 'シート',
        }),
      );
    if (number !== person.number && !pasted.includes(number)) expect(told).toEqual([]);
  }
  expect(lines).toContainEqual(
    expect.objectContaining({
      登録番号: person.number,
      項目: '住所',
      変更後: ADDRESS,
      経路: 'マイページ',
      受付番号: receipt,
    }),
  );
  expect(await hand.findings()).toEqual([]);
}

it('sorted and pasted over exactly between the read and the write of her change', async () => {
  const before = await people();
  await upToConfirmation();
  const at = { function: 'mypage', call: 'Sheets.Spreadsheets.batchUpdate', k: 1, when: 'before' };
  const edits = [
    { tab: '台帳', action: 'sort', column: 3, ascending: false },
    { tab: '台帳', range: 'G2:G6', values: Array.from({ length: 5 }, () => [ROOM]) },
  ];
  for (const edit of edits)
    await workspace.control.post('/api/faults', { kind: 'edit', at, edit: { user: hand.user, ...edit } });
  const receipt = await send();
  await screenshot(page, 'change-while-sorting-phone');
  expect(await workspace.control.get('/api/faults')).toEqual([]);
  const pasted = (await hand.display()).slice(1, 6).map(([number = '']) => number);
  await allIsRight(before, pasted, receipt);
});

it('sorted and pasted over in the spreadsheet beside her, while she reads 変更の確認', async () => {
  const before = await people();
  await upToConfirmation();
  const desk = await browser.newPage(desktop);
  await desk.goto(`${workspace.url}sheet?user=${encodeURIComponent(hand.user)}`);
  await desk.getByRole('tab', { name: '台帳', exact: true }).click();
  const cell = (a1: string) => desk.locator(`[data-a1="${a1}"]`);
  const saved = () => desk.locator('body:not(.saving)').waitFor();
  const first = await cell('C2').innerText();
  await cell('C2').click();
  await desk.getByRole('menubar').getByRole('menuitem', { name: 'データ' }).click();
  await desk
    .getByRole('menu')
    .getByRole('menuitem', { name: /シートを.*Z → A/ })
    .click();
  await cell('C2').filter({ hasNotText: first }).waitFor();
  await saved();
  await cell('G2').click();
  await desk.locator('[data-a1="G2"][aria-selected="true"]').waitFor();
  await desk.evaluate((room) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', `${Array.from({ length: 5 }, () => room).join('\r\n')}\r\n`);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, ROOM);
  await saved();
  await screenshot(desk, 'change-while-sorting-sheet');
  const pasted = (await hand.display()).slice(1, 6).map(([number = '']) => number);
  expect(pasted).not.toEqual([...before.keys()].slice(0, 5));
  const receipt = await send();
  await allIsRight(before, pasted, receipt);
  await desk.close();
});
