/** 控え on paper: 台帳, and the receipt of a change, each on one A4 page with nothing cut. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { LedgerItem, MypageView } from '../../src/contract/mypage';
import { LEDGER_ITEMS, shownItems } from '../../src/domain/ledger-items';
import { no, ok, openPage, startPages, stopPages, type Play } from './support/open-page';
import { status, view } from './support/samples';

beforeAll(startPages);
afterAll(stopPages);

/** Every item 台帳 shows at first, each filled in with something long. */
const LONG: Record<string, string> = {
  登録番号: '00123',
  氏名: '髙﨑 邉子',
  フリガナ: 'タカサキ クニコ',
  住所: `東京都文京区${'本駒込'.repeat(12)}1丁目2番3号`,
  '建物・部屋': 'グランドヒルズ本駒込エグゼクティブレジデンス弐番館 1203号室',
  メールアドレス: 'kuniko.takasaki-no-totemo-nagai-namae-desu@department.example.ne.jp',
  事業所名: '株式会社 見本人材紹介サービス総合研究所 東京中央支店',
  事業所住所: `東京都港区${'芝浦'.repeat(12)}4丁目5番6号`,
};
const full: MypageView = {
  ...view,
  ledger: shownItems(LEDGER_ITEMS, LONG).map((item): LedgerItem => ({
    ...item,
    text: item.text || '見本のことば',
  })),
};
const moved: MypageView = {
  ...full,
  ledger: full.ledger.map((item) =>
    item.item === '部署' ? { ...item, value: '総務部', text: '総務部' } : item,
  ),
};
const server: Play = ({ method }) => {
  if (method === 'status') return ok(status);
  if (method === 'login') return ok({ next: 'home', token: 't', view: full });
  if (method !== 'changeLedger') return no('TROUBLE');
  const receipt = { receipt: 'D26-000123-7', at: '2026-11-22T09:05:00+09:00', items: ['部署'], mailed: true };
  return ok({ ...receipt, token: 't', view: moved });
};

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function openLedger() {
  const opened = await openPage('mypage', { play: server, fakeClock: true });
  const { page } = opened;
  await page.getByLabel('登録番号').fill('00123');
  await page.getByLabel('パスワード').fill('own password');
  await press(page, 'ログイン');
  await page.getByRole('link', { name: '台帳' }).click();
  return opened;
}

/** The printed pages, kept beside the screenshots; and what a printed page would cut off at its right. */
async function print(page: Page, name: string): Promise<{ pages: number; cut: string[] }> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const folder = join(process.cwd(), '.build', 'screenshots', 'pages');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.pdf`), pdf);
  const text = pdf.toString('latin1');
  expect(text).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  await page.emulateMedia({ media: 'print' });
  // 210 mm less two margins of 15 mm, at 96 px an inch.
  await page.setViewportSize({ width: 680, height: 986 });
  const cut = await page.locator('main *').evaluateAll((all) =>
    all
      .filter((each) => each.getBoundingClientRect().right > 680.5 || each.scrollWidth > each.clientWidth + 1)
      .filter((each) => getComputedStyle(each).display !== 'inline' && each.clientWidth > 0)
      .map((each) => each.outerHTML.slice(0, 80)),
  );
  return { pages: (text.match(/\/Type \/Page\b/g) ?? []).length, cut };
}

const visible = (page: Page, text: string) => page.getByText(text, { exact: true }).first().isVisible();

test('台帳 with its number, name and day, every item, on one page', async () => {
  const { page, look } = await openLedger();
  await press(page, '控えを印刷する');
  await page.getByRole('heading', { name: '職業紹介士台帳の控え' }).waitFor();
  expect(await look('ledger-print')).toEqual([]);
  expect(await print(page, 'ledger-print')).toEqual({ pages: 1, cut: [] });
  for (const text of ['髙﨑 邉子 様', '00123', '令和8年11月22日（2026年） 現在'])
    expect({ text, visible: await visible(page, text) }).toEqual({ text, visible: true });
  for (const { label, text } of full.ledger) {
    expect({ label, visible: await visible(page, label) }).toEqual({ label, visible: true });
    expect(await page.locator('main').innerText()).toContain(text);
  }
  for (const name of ['印刷する', 'もどる', 'ログアウト'])
    expect(await page.getByRole('button', { name, exact: true }).isVisible()).toBe(false);
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await press(page, 'もどる');
  await page.getByRole('heading', { name: '台帳の確認・修正' }).waitFor();
});

test('the receipt with 受付番号, before and after, on one page; 印刷する asks the browser', async () => {
  const { page, look } = await openLedger();
  await press(page, '変更する');
  await page.getByLabel('部署').fill('総務部');
  await press(page, '確認する');
  await press(page, 'この内容で届け出る');
  await press(page, '控えを印刷する');
  await page.getByRole('heading', { name: '変更の届出の控え' }).waitFor();
  expect(await look('receipt-print')).toEqual([]);
  await page.evaluate(() => {
    globalThis.print = () => (document.title = 'printed');
  });
  await press(page, '印刷する');
  expect(await page.title()).toBe('printed');
  expect(await print(page, 'receipt-print')).toEqual({ pages: 1, cut: [] });
  for (const text of ['髙﨑 邉子 様', '00123', 'D26-000123-7', '令和8年11月22日（2026年） 09:05', '部署'])
    expect({ text, visible: await visible(page, text) }).toEqual({ text, visible: true });
  expect(await page.locator('main').innerText()).toMatch(/変更前：見本のことば\s*変更後：総務部/);
  await page.emulateMedia({ media: 'screen' });
  await press(page, 'もどる');
  await page.getByRole('heading', { name: '変更の届出を受け付けました' }).waitFor();
});

test('an office with a dozen items of its own prints them all, on a second page if need be', async () => {
  const own = Array.from({ length: 14 }, (_, at): LedgerItem => ({
    ...(full.ledger[0] as LedgerItem),
    item: `項目${String(at)}`,
    label: `独自の項目${String(at)}`,
    text: `内容${String(at)}`,
  }));
  const { page } = await openPage('mypage', {
    play: (call) =>
      call.method === 'login'
        ? ok({ next: 'home', token: 't', view: { ...full, ledger: [...full.ledger, ...own] } })
        : server(call),
  });
  await page.getByLabel('登録番号').fill('00123');
  await page.getByLabel('パスワード').fill('own password');
  await press(page, 'ログイン');
  await page.getByRole('link', { name: '台帳' }).click();
  await press(page, '控えを印刷する');
  const { pages, cut } = await print(page, 'ledger-print-long');
  expect(cut).toEqual([]);
  expect(pages).toBeLessThanOrEqual(2);
  for (const { text } of own) expect(await visible(page, text)).toBe(true);
});
