import type { Browser, Page } from 'playwright-core';
import { openChromium } from './faces-chromium';
import { openFaces, OWNER, STAFF } from './faces-world';
import type { OpenedFaces } from './faces-world';

/** A red dot, 1×1. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';

const PROJECT = {
  'Code.js': `
    function make(share) {
      var folder = Drive.Files.create({ name: '証明書類', mimeType: 'application/vnd.google-apps.folder' }).id;
      if (share) Drive.Permissions.create({ type: 'user', role: 'reader', emailAddress: share }, folder, { sendNotificationEmail: false });
      var blob = Utilities.newBlob(Utilities.base64Decode('${PNG}'), 'image/png');
      var made = Drive.Files.create({ name: '<b>写真.png', parents: [folder] }, blob, { fields: 'id,webViewLink' });
      var html = Utilities.newBlob('<script>top.x = 1</script>', 'text/html');
      var page = Drive.Files.create({ name: 'x.html', parents: [folder] }, html, { fields: 'id,webViewLink' });
      SpreadsheetApp.getActiveSheet().getRange('A1').setValue(made.webViewLink + '\\n' + page.webViewLink);
      return [made.id, page.id, folder];
    }
    function onOpen() {}`,
};

let faces: OpenedFaces;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [faces, browser] = await Promise.all([
    openFaces(PROJECT, {
      oauthScopes: ['spreadsheets', 'drive.file', 'userinfo.email'].map(
        (scope) => `https://www.googleapis.com/auth/${scope}`,
      ),
      dependencies: {
        enabledAdvancedServices: [{ userSymbol: 'Drive', serviceId: 'drive', version: 'v3' }],
      },
    }),
    openChromium(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await faces.close();
});
beforeEach(async () => {
  page = await browser.newPage();
});
afterEach(() => page.close());

async function make(share = ''): Promise<string[]> {
  const answer = await faces.control.post<{ value: string[] }>('/api/call', {
    page: 'editor',
    function: 'make',
    args: [share],
  });
  return answer.value;
}

const address = (id: string, user: string, rest = ''): string =>
  `${faces.url}drive/file/${id}${rest}?user=${user}`;

it('a link shows the file to those it is shared with, and refuses everybody else', async () => {
  const [image = '', , folder = ''] = await make();
  expect((await page.goto(address(image, STAFF)))?.status()).toBe(403);
  await page.getByRole('heading', { name: 'アクセス権が必要です' }).waitFor();
  expect((await page.goto(address(image, STAFF, '/content')))?.status()).toBe(403);
  await faces.control.post(`/api/files/${folder}`, { user: OWNER, action: 'share', with: STAFF });
  expect((await page.goto(address(image, STAFF)))?.status()).toBe(200);
  const shown = page.getByRole('img', { name: '<b>写真.png' });
  await shown.waitFor();
  expect(await shown.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(1);
  expect((await page.goto(address(image, 'stranger@example.com')))?.status()).toBe(403);
  await faces.control.post(`/api/files/${folder}`, { user: OWNER, action: 'trash' });
  expect((await page.goto(address(image, STAFF)))?.status()).toBe(404);
  expect((await page.goto(address(image, OWNER)))?.status()).toBe(200);
  expect((await page.goto(`${faces.url}drive/file/1none`))?.status()).toBe(404);
});

it('a link that is open to everybody is told as such', async () => {
  const [image = ''] = await make();
  await faces.control.post(`/api/files/${image}`, { user: OWNER, action: 'link' });
  expect((await page.goto(address(image, 'stranger@example.com')))?.status()).toBe(200);
  await page.getByText('リンクを知っている全員').waitFor();
  await expect(faces.control.post(`/api/files/${image}`, { user: STAFF, action: 'trash' })).rejects.toThrow(
    `Only ${OWNER} may do this.`,
  );
});

it('content that is no picture and no PDF is only offered for saving', async () => {
  const [, html = ''] = await make(STAFF);
  const answer = await page.request.get(address(html, STAFF, '/content'));
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
  });
});

it('the spreadsheet opens the links of the selected cell as the person at it, and leaves its lines alone', async () => {
  const [image = ''] = await make(STAFF);
  await page.goto(`${faces.url}sheet?user=${STAFF}`);
  const link = page.getByRole('link', { name: 'リンク1を開く' });
  await link.waitFor();
  expect(await page.getByRole('link', { name: /^リンク/u }).count()).toBe(2);
  expect(await link.getAttribute('href')).toBe(
    `${faces.url}drive/file/${image}?user=${encodeURIComponent(STAFF)}`,
  );
  await page.getByLabel('数式バー').focus();
  await page.getByLabel('数式バー').press('Enter');
  await page.locator('body:not(.saving)').waitFor();
  const { values } = await faces.control.get<{ values: string[][] }>(
    `/api/sheets/${encodeURIComponent((await faces.control.get<string[]>('/api/sheets'))[0] ?? '')}`,
  );
  expect(values[0]?.[0]).toMatch(/^http\S+\nhttp\S+$/u);
});
