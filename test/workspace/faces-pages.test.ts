import type { Browser, Page } from 'playwright-core';
import { openChromium } from './faces-chromium';
import { openFaces, OWNER, STAFF } from './faces-world';
import type { OpenedFaces } from './faces-world';

const PROJECT = {
  'Code.js': `
    function greet() { GmailApp.sendEmail('a@example.com', 'ご案内', '本文です。\\nhttp://localhost/ <b>太字でない</b>'); }
    function onOpen() {}`,
};

let faces: OpenedFaces;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [faces, browser] = await Promise.all([openFaces(PROJECT), openChromium()]);
  await faces.control.post('/api/forms', {
    owner: OWNER,
    title: '連絡先記入フォーム',
    items: [
      { title: '氏名', type: 'TEXT', required: true },
      { title: '生年月日', type: 'DATE', required: true },
      { title: '種類', type: 'MULTIPLE_CHOICE', required: false, choices: ['個人', '事業所'] },
    ],
  });
});
afterAll(async () => {
  await browser.close();
  await faces.close();
});
beforeEach(async () => {
  page = await browser.newPage();
});
afterEach(async () => {
  await page.close();
});

describe('the form', () => {
  it('asks for what is required, records an answer and offers another', async () => {
    await page.goto(`${faces.url}form`);
    await page.getByRole('heading', { name: '連絡先記入フォーム' }).waitFor();
    await page.getByRole('button', { name: '送信' }).click();
    expect(await page.getByText('この質問は必須です').count()).toBe(2);
    await page.getByLabel('氏名', { exact: true }).fill('髙橋 花子');
    await page.getByLabel('生年月日', { exact: true }).fill('1960-02-29');
    await page.getByLabel('個人').check();
    await page.getByRole('button', { name: '送信' }).click();
    await page.getByText('回答を記録しました。').waitFor();
    await page.getByRole('link', { name: '別の回答を送信' }).click();
    expect(await page.getByLabel('氏名', { exact: true }).inputValue()).toBe('');
  });
});

describe('the mailboxes', () => {
  it('show a message as plain text and can bounce it', async () => {
    await faces.control.post('/api/call', { page: 'editor', user: OWNER, function: 'greet', args: [] });
    await page.goto(`${faces.url}mail?to=a@example.com`);
    await page.getByRole('button', { name: 'ご案内' }).click();
    const body = page.locator('article pre');
    expect(await body.innerText()).toBe('本文です。\nhttp://localhost/ <b>太字でない</b>');
    expect(await body.locator('b').count()).toBe(0);
    await page.getByRole('button', { name: '不達にする' }).click();
    await page.getByText('不達の通知を返しました。').waitFor();
    const received = await faces.control.get<{ from: string }[]>(`/api/mail?to=${OWNER}`);
    expect(received.at(-1)?.from).toContain('mailer-daemon');
  });
});

describe('the launcher', () => {
  it('leads to the faces as the chosen person', async () => {
    await page.goto(faces.url);
    const sheet = page.getByRole('link', { name: 'スプレッドシートとサイドバー' });
    await sheet.waitFor();
    expect(await sheet.getAttribute('href')).toBe(`/sheet?user=${encodeURIComponent(STAFF)}`);
    await page.getByLabel('利用者').selectOption(OWNER);
    expect(await sheet.getAttribute('href')).toBe(`/sheet?user=${encodeURIComponent(OWNER)}`);
    await page.getByRole('link', { name: '連絡先記入フォーム' }).waitFor();
  });

  it('moves the clock and lists executions with what they called', async () => {
    await faces.control.post('/api/call', { page: 'editor', user: OWNER, function: 'greet', args: [] });
    await page.goto(faces.url);
    const row = page.locator('tbody tr').first();
    await row.getByText('greet').waitFor();
    await row.locator('summary').click();
    await row.getByText('GmailApp.sendEmail × 1').waitFor();
    const before = await page.locator('#clock').innerText();
    expect(before).toMatch(/^2026\/11\/22\(日\) 09:00/u);
    await page.getByRole('button', { name: '+1日' }).click();
    await page.locator('#clock').filter({ hasText: '2026/11/23(月) 09:00' }).waitFor();
  });
});
