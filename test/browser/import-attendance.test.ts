/** 取込 of 400 rows in the dialog: each row has its result before anything is written, and what is written is what was shown. */
import type { FrameLocator, Page } from 'playwright-core';
import { violationsOf } from '../support/axe';
import { desktop, openBrowser, screenshot, type TestBrowser } from '../support/browser';
import { toCp932 } from '../support/cp932';
import { officeDay, type OfficeDay, type Person, type Row } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

const SEMINAR = '実務セミナー（秋）';
const HEAD = '登録番号,受講者氏名,フリガナ,セミナー名,開催日,出欠';

let workspace: TestWorkspace;
let browser: TestBrowser;
let day: OfficeDay;
let page: Page;
let dialog: FrameLocator;
let variant: Person;

beforeAll(async () => {
  [workspace, browser] = await Promise.all([startTestWorkspace(), openBrowser()]);
  day = officeDay(workspace.control);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', now: '2026-11-22T09:00:00+09:00' });
  variant = await day.person('variantKanji');
  const [secretary = ''] = (await day.sample()).staff;
  page = await browser.newPage(desktop);
  await page.goto(
    `${workspace.url}sheet?${new URLSearchParams({ user: secretary, sidebar: '取込' }).toString()}`,
  );
  dialog = page.frameLocator('#dialogFrame').frameLocator('#userHtmlFrame');
  await dialog.getByRole('heading', { name: '取込' }).waitFor();
});
afterEach(() => page.close());
afterAll(async () => {
  await browser.close();
  await workspace.close();
});

const choose = (csv: string) =>
  dialog
    .getByLabel('名簿のファイル')
    .setInputFiles({ name: '受講者名簿.csv', mimeType: 'text/csv', buffer: Buffer.from(toCp932(csv)) });

/** 400 people of an autumn's seminars as the organiser's Excel saved them: two lines above the headers, other hands' kanji. */
async function autumnList(): Promise<{ csv: string; known: Row[] }> {
  const known = (await day.rows('台帳'))
    .filter((row) => row['状態'] === '有効' && row['氏名'] !== variant.name)
    .slice(0, 34);
  const own = (at: number) => `${known[at]?.['登録番号'] ?? ''},${known[at]?.['氏名'] ?? ''},`;
  const lines = [
    // 髙﨑 惠子 signed in as 高崎 恵子 does; the ledger keeps the name as it is.
    `第${variant.number}号,高崎　恵子,,${SEMINAR},令和8年10月8日,出席`,
    ...known.slice(0, 30).map((_, at) => `${own(at)},${SEMINAR},2026/10/8,○`),
    `${own(0)},${SEMINAR},R8.10.8,出席`,
    `${own(30)},${SEMINAR},2026/10/8,欠席`,
    `${own(31)},むかしのセミナー,平成2年10月9日,出席`,
    `,${known[32]?.['氏名'] ?? ''},,${SEMINAR},2026/10/8,出席`,
    `${own(33)},${SEMINAR},令和8年13月40日,出席`,
    ...Array.from({ length: 364 }, (_, at) => `,外部 ${String(at)}郎,,${SEMINAR},2026/10/8,出席`),
  ];
  expect(lines).toHaveLength(400);
  return { csv: ['実務セミナー 受講者名簿', '作成：当協会', HEAD, ...lines].join('\r\n'), known };
}

/** 「行」 by result, as the dialog counts them. */
async function counts(): Promise<Record<string, string>> {
  const rows = dialog.getByRole('table', { name: '結果ごとの行の数' }).getByRole('row');
  const texts = await rows.evaluateAll((all) =>
    all.map((row) => [
      row.querySelector('th')?.firstChild?.textContent ?? '',
      row.querySelector('td')?.textContent ?? '',
    ]),
  );
  return Object.fromEntries(texts) as Record<string, string>;
}
/** What the dialog says of a line of the file. */
const lineOf = (line: number) =>
  dialog
    .locator('tbody tr')
    .filter({ has: dialog.getByRole('rowheader', { name: String(line), exact: true }) })
    .innerText();

/** What axe finds in the dialog, or a part of it: all of 400 rows takes it long. */
async function look(name: string, part = 'html'): Promise<string[]> {
  await screenshot(page, name);
  return violationsOf(page, ['dialogFrame', 'userHtmlFrame'], part);
}

it('each of 400 rows of CP932 has its result; what is taken over is all of what was shown', async () => {
  const before = await day.rows('受講履歴');
  const { csv, known } = await autumnList();
  await choose(csv);
  await dialog.getByRole('button', { name: '33行を取り込む' }).waitFor();
  expect(await counts()).toEqual({
    ...{ 一致: '31 行', 候補: '1 行', 登録者以外: '364 行', 重複: '1 行', 期間外: '1 行' },
    ...{ 欠席: '1 行', 読めない: '1 行' },
  });
  const results = dialog.getByRole('region', { name: '行ごとの結果' });
  expect(await results.locator('tbody tr').count()).toBe(400);
  // The lines are those of the file, so that one finds them in Excel.
  expect(await lineOf(4)).toContain(`${variant.number} ${variant.name}`);
  expect(await lineOf(35)).toContain('重複');
  expect(await lineOf(39)).toContain('読めない');
  expect(await look('import-400-checked')).toEqual([]);
  await results.focus();
  await page.keyboard.press('End');
  expect(await look('import-400-end')).toEqual([]);
  expect(await day.rows('受講履歴')).toEqual(before);

  const choice = dialog.getByLabel(`38行目の${known[32]?.['氏名'] ?? ''}さん`);
  await choice.selectOption(known[32]?.['登録番号'] ?? '');
  await dialog.getByRole('button', { name: '34行を取り込む' }).press('Enter');
  await dialog.getByText('受講履歴に34行を入れました。登録者以外の364行は入れていません。').waitFor();
  await dialog.getByText('39行目：読めない（受講日）').waitFor();
  expect(await look('import-400-done')).toEqual([]);

  const added = (await day.rows('受講履歴')).slice(before.length);
  expect(added).toHaveLength(34);
  expect(added.filter((row) => row['名称'] === SEMINAR && row['出欠'] === '出席')).toHaveLength(32);
  expect(new Set(added.map((row) => row['記録番号'])).size).toBe(34);
  expect(added.map((row) => row['登録番号'])).not.toContain('');
  expect(added.find((row) => row['登録番号'] === variant.number)).toMatchObject({ 受講日: '2026/10/08' });
  expect((await day.ledger(variant.number))?.['氏名']).toBe(variant.name);
  expect(JSON.stringify(added)).not.toContain('外部');
});

it('a 候補 nobody of the list is like is given to whom a typed 登録番号 finds', async () => {
  const person = await day.person('leapDay');
  const { name } = await day.person('sameMail');
  await choose(`${HEAD}\r\n,${name},,${SEMINAR},2026/10/8,出席`);
  await dialog.getByRole('button', { name: '0行を取り込む' }).press('Enter');
  await dialog.getByText('候補1行は残しました').waitFor();
  await dialog.getByText('前の取込で残した候補', { exact: true }).click();
  await dialog.getByText('ほかの方を登録番号で選ぶ').click();
  await dialog.getByLabel('登録番号', { exact: true }).fill(person.number);
  await dialog.getByRole('button', { name: '次へ' }).press('Enter');
  const choice = dialog.getByLabel(new RegExp(`^${name}さん`, 'u'));
  await dialog
    .getByRole('option', { name: `${person.number} ${person.name}` })
    .waitFor({ state: 'attached' });
  expect(await choice.inputValue()).toBe(person.number);
  expect(await look('import-candidate-by-number')).toEqual([]);
  await dialog.getByRole('button', { name: '選んだ1件を決める' }).press('Enter');
  await dialog.getByText('1件を決めました。').waitFor();
  const own = (await day.rows('受講履歴')).filter((row) => row['氏名'] === name && row['名称'] === SEMINAR);
  expect(own).toMatchObject([{ 登録番号: person.number }]);
});

it.each(['before', 'after'] as const)(
  'killed %s it is written, and pressed again, all rows stand there once',
  async (when) => {
    const before = (await day.rows('受講履歴')).length;
    await choose((await autumnList()).csv);
    const press = dialog.getByRole('button', { name: '33行を取り込む' });
    await press.waitFor();
    await workspace.control.post('/api/faults', {
      kind: 'kill',
      at: { function: 'office', call: 'Sheets.Spreadsheets.batchUpdate', when },
    });
    await press.press('Enter');
    await dialog.getByRole('alert').waitFor();
    expect(await look(`import-400-killed-${when}`, '[role=alert]')).toEqual([]);
    const stands = (await day.rows('受講履歴')).length - before;
    expect(stands).toBe(when === 'before' ? 0 : 34);
    await press.press('Enter');
    await dialog.getByText('受講履歴に33行を入れました。').waitFor();
    // The 候補 nobody has chosen stands there too, without a number.
    expect((await day.rows('受講履歴')).length - before).toBe(34);
  },
);
