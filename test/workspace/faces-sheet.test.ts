import type { Browser, Locator, Page } from 'playwright-core';
import { openChromium } from './faces-chromium';
import { openFaces, OWNER, STAFF } from './faces-world';
import type { OpenedFaces } from './faces-world';

interface TabCells {
  values: unknown[][];
  display: string[][];
}

let faces: OpenedFaces;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [faces, browser] = await Promise.all([openFaces(), openChromium()]);
});
afterAll(async () => {
  await browser.close();
  await faces.close();
});
beforeEach(async () => {
  await faces.control.post('/api/workbook', {
    owner: OWNER,
    editors: [STAFF],
    title: '名簿',
    timeZone: 'Asia/Tokyo',
    locale: 'ja_JP',
    tabs: ['名簿', 'メモ'],
  });
  await faces.control.post(`/api/sheets/${encodeURIComponent('名簿')}/edit`, {
    user: OWNER,
    range: 'A1:B4',
    values: [
      ['番号', '氏名'],
      ['3', '佐藤'],
      ['1', '鈴木'],
      ['2', '高橋'],
    ],
  });
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
});
afterEach(async () => {
  await page.close();
});

async function openSheet(query = ''): Promise<void> {
  await page.goto(`${faces.url}sheet?user=${STAFF}${query}`);
  await page.getByRole('menuitem', { name: '受付' }).waitFor();
}

const cell = (a1: string): Locator => page.locator(`[data-a1="${a1}"]`);

/** Ends when all that was typed has been answered. */
async function saved(): Promise<void> {
  await page.locator('body:not(.saving)').waitFor();
}

async function display(tab = '名簿'): Promise<string[][]> {
  return (await faces.control.get<TabCells>(`/api/sheets/${encodeURIComponent(tab)}`)).display;
}

async function choose(menu: string, item: string): Promise<void> {
  await page.getByRole('menubar').getByRole('menuitem', { name: menu }).click();
  await page.getByRole('menu').getByRole('menuitem', { name: item }).click();
}

describe('the spreadsheet', () => {
  it('takes typing with Enter, Tab, F2 and Escape', async () => {
    await openSheet();
    expect(await page.getByLabel('サイドバー').isVisible()).toBe(false);
    await cell('A5').click();
    await page.keyboard.type('4');
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('田中');
    await page.keyboard.press('Enter');
    await cell('B2').click();
    await page.keyboard.press('F2');
    await page.keyboard.type(' 花子');
    await page.keyboard.press('Enter');
    await page.keyboard.type('取り消す');
    await page.keyboard.press('Escape');
    await saved();
    const rows = await display();
    expect(rows[4]?.slice(0, 2)).toEqual(['4', '田中']);
    expect([rows[1]?.[1], rows[2]?.[1]]).toEqual(['佐藤 花子', '鈴木']);
    expect(await page.locator('#nameBox').inputValue()).toBe('B3');
    expect(await page.locator('#formulaBar').inputValue()).toBe('鈴木');
  });

  it('takes a pasted table over many cells and clears a range with Delete', async () => {
    await openSheet();
    await cell('C1').click();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '住所\t電話\r\n東京都\t"a\nb"\r\n');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await saved();
    expect((await display()).slice(0, 2).map((row) => row.slice(2, 4))).toEqual([
      ['住所', '電話'],
      ['東京都', 'a\nb'],
    ]);
    await cell('A2').click();
    await cell('B3').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Delete');
    await saved();
    expect((await display())[1]?.slice(0, 2)).toEqual(['', '']);
    expect((await display())[3]?.slice(0, 2)).toEqual(['2', '高橋']);
  });

  it('sorts and inserts and deletes rows and columns', async () => {
    await openSheet();
    await cell('A2').click();
    await cell('B4').click({ modifiers: ['Shift'] });
    await choose('データ', '範囲を並べ替え（A → Z）');
    await saved();
    expect((await display()).slice(0, 4).map((row) => row[1])).toEqual(['氏名', '鈴木', '高橋', '佐藤']);
    await page.locator('[data-row="2"]').click({ button: 'right' });
    await page.getByRole('menuitem', { name: '上に 1 行挿入' }).click();
    await saved();
    await page.locator('[data-column="A"]').click({ button: 'right' });
    await page.getByRole('menuitem', { name: '列を削除' }).click();
    await saved();
    expect((await display()).slice(0, 4).map((row) => row[0])).toEqual(['氏名', '', '鈴木', '高橋']);
  });

  it('shows what others and scripts change, by itself', async () => {
    await openSheet();
    await faces.control.post(`/api/sheets/${encodeURIComponent('名簿')}/edit`, {
      user: OWNER,
      range: 'A6',
      values: [['よそから']],
    });
    await cell('A6').filter({ hasText: 'よそから' }).waitFor();
    await page.getByRole('tab', { name: 'メモ' }).click();
    await cell('A1').filter({ hasNotText: '番号' }).waitFor();
  });

  it('opens the sidebar a menu item shows, as this person', async () => {
    await openSheet(`&sidebar=${encodeURIComponent('画面を開く')}`);
    const side = page.frameLocator('#sidebarFrame').frameLocator('#userHtmlFrame');
    await side.locator('#who').filter({ hasText: STAFF }).waitFor();
    expect(await side.locator('#who').textContent()).toBe(`${STAFF},${STAFF}`);
    expect(await side.locator('#apis').textContent()).toBe('undefined undefined function');
    expect(await page.locator('#sidebarFrame').evaluate((frame) => frame.parentElement?.offsetWidth)).toBe(
      300,
    );
    await side.locator('#stamp').click();
    await cell('A5').filter({ hasText: '画面から' }).waitFor();
    await side.locator('#close').click();
    await page.locator('#sidebarFrame').waitFor({ state: 'detached' });
  });

  it('opens a dialog of the asked size and shows toasts', async () => {
    await openSheet();
    await choose('受付', '確認');
    const frame = page.locator('#dialogFrame');
    await frame.waitFor();
    expect(await frame.boundingBox()).toMatchObject({ width: 320, height: 120 });
    await page.frameLocator('#dialogFrame').frameLocator('#userHtmlFrame').getByText('終わる').click();
    await frame.waitFor({ state: 'detached' });
    await choose('受付', '知らせる');
    await page.getByText('済みました').waitFor();
  });

  it('asks before it changes what is only warned of, and shows Google’s refusal of what is protected', async () => {
    await faces.control.post('/api/call', { page: 'editor', user: OWNER, function: 'protect', args: [] });
    await openSheet();
    await cell('A2').click();
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await page.getByText('編集してもよろしいですか', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'OK' }).click();
    await saved();
    expect((await display())[1]?.[0]).toBe('9');
    await cell('B2').click();
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    await page.getByText('You are trying to edit a protected cell or object.').waitFor();
    await page.getByRole('button', { name: 'OK' }).click();
    await cell('B2').filter({ hasText: '佐藤' }).waitFor();
  });

  it('refuses visibly what nobody knows how Google would read', async () => {
    await openSheet();
    await cell('C2').click();
    await page.keyboard.type('1.2.3');
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor();
    expect(await page.getByRole('alertdialog').innerText()).toContain('1.2.3');
    await page.getByRole('button', { name: 'OK' }).click();
    expect((await display())[1]?.[2] ?? '').toBe('');
  });

  it('draws only the rows in view and stays usable on a long tab', async () => {
    const values = Array.from({ length: 2000 }, (_, row) =>
      Array.from({ length: 26 }, (__, column) => `r${row}c${column}`),
    );
    await faces.control.post(`/api/sheets/${encodeURIComponent('メモ')}/rows`, {
      user: OWNER,
      action: 'insert',
      at: 2,
      count: 1000,
    });
    await faces.control.post(`/api/sheets/${encodeURIComponent('メモ')}/edit`, {
      user: OWNER,
      range: 'A1:Z2000',
      values,
    });
    await openSheet(`&tab=${encodeURIComponent('メモ')}`);
    await page.locator('#nameBox').fill('C1999');
    await page.locator('#nameBox').press('Enter');
    await cell('C1999').filter({ hasText: 'r1998c2' }).waitFor();
    expect(await page.locator('[data-a1]').count()).toBeLessThan(2500);
  });
});
