/** 取込 in the dialog of the real Workspace: a CP932 list is chosen, looked at, a candidate picked, taken over. */
import { violationsOf } from '../support/axe';
import { desktop, openBrowser, screenshot, type TestBrowser } from '../support/browser';
import { toCp932 } from '../support/cp932';
import { officeDay, type OfficeDay } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

let workspace: TestWorkspace;
let browser: TestBrowser;
let day: OfficeDay;

beforeAll(async () => {
  [workspace, browser] = await Promise.all([startTestWorkspace(), openBrowser()]);
  day = officeDay(workspace.control);
});
afterAll(async () => {
  await browser.close();
  await workspace.close();
});

it('a list as Excel saves it is matched, a candidate is picked, and all of it is taken over', async () => {
  const [secretary = ''] = (await day.sample()).staff;
  const [one, other] = [await day.person('sameMail'), await day.person('noMail')];
  const csv = [
    '実務セミナー 受講者名簿',
    '登録番号,お名前,セミナー名,開催日',
    `${one.number},${one.name},実務セミナー（秋）,令和8年10月8日`,
    `,${other.name},実務セミナー（秋）,令和8年10月8日`,
    ',外部 一郎,実務セミナー（秋）,令和8年10月8日',
  ].join('\r\n');
  const page = await browser.newPage(desktop);
  await page.goto(
    `${workspace.url}sheet?user=${encodeURIComponent(secretary)}&sidebar=${encodeURIComponent('取込')}`,
  );
  const dialog = page.frameLocator('#dialogFrame').frameLocator('#userHtmlFrame');
  await dialog.getByRole('heading', { name: '取込' }).waitFor();
  await dialog
    .getByLabel('名簿のファイル')
    .setInputFiles({ name: '名簿.csv', mimeType: 'text/csv', buffer: Buffer.from(toCp932(csv)) });
  await dialog.getByRole('button', { name: '1行を取り込む' }).waitFor();
  await screenshot(page, 'import-checked');
  expect(await violationsOf(page, ['dialogFrame', 'userHtmlFrame'])).toEqual([]);

  await dialog.getByLabel(`4行目の${other.name}さん`).selectOption(other.number);
  await dialog.getByRole('button', { name: '2行を取り込む' }).click();
  await dialog.getByText('受講履歴に2行を入れました。').waitFor();
  await screenshot(page, 'import-done');
  const rows = (await day.rows('受講履歴')).filter((row) => row['名称'] === '実務セミナー（秋）');
  expect(rows.map((row) => row['登録番号']).sort()).toEqual([one.number, other.number].sort());
  await page.close();
});
