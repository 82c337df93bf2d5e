import { request as send } from 'node:http';
import type { Browser, Frame, Page } from 'playwright-core';
import { openChromium } from './faces-chromium';
import { openFaces } from './faces-world';
import type { OpenedFaces } from './faces-world';

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
  page = await browser.newPage();
});
afterEach(async () => {
  await page.close();
});

/** Opens the web app and gives the frame of the user's HTML. */
async function openExec(query = ''): Promise<Frame> {
  await page.goto(`${faces.url}exec${query}`);
  const frame = page.frameLocator('#sandboxFrame').frameLocator('#userHtmlFrame');
  await frame.locator('#keys').filter({ hasText: 'whoAmI' }).waitFor();
  const element = await frame.owner().elementHandle();
  const inner = await element.contentFrame();
  if (!inner) throw new Error('The frame of the user HTML is missing.');
  return inner;
}

async function press(frame: Frame, id: string): Promise<string> {
  await frame.locator('#out').evaluate((out) => (out.textContent = '…'));
  await frame.locator(`#${id}`).click();
  await frame.waitForFunction(() => document.getElementById('out')?.textContent !== '…');
  return (await frame.locator('#out').textContent()) ?? '';
}

describe('the web app', () => {
  it('runs inside two frames on the other origin, under the notice bar', async () => {
    const frame = await openExec();
    expect(await page.title()).toBe('受付');
    expect(await page.locator('#warning').textContent()).toContain(
      'This application was created by a Google Apps Script user',
    );
    expect(await page.locator('meta[name=viewport]').getAttribute('content')).toContain('width=device-width');
    expect(await page.locator('#sandboxFrame').getAttribute('sandbox')).toBe(
      'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox',
    );
    const origin = await frame.evaluate(() => window.origin);
    expect(origin).toBe(new URL(faces.url.replace('localhost', '127.0.0.1')).origin);
  });

  it('names the functions of the server, without private ones', async () => {
    const frame = await openExec();
    const keys = (await frame.locator('#keys').textContent())?.split(' ') ?? [];
    expect(keys).toEqual(expect.arrayContaining(['doGet', 'double', 'onOpen']));
    expect(keys).not.toContain('hidden_');
  });

  it('answers calls by the rules of the wire', async () => {
    const frame = await openExec();
    expect(await press(frame, 'double')).toBe('42');
    expect(await press(frame, 'fail')).toBe('Error|Error: abc');
    expect(await press(frame, 'born')).toBe('null');
    expect(await press(frame, 'who')).toBe('["","owner@example.jp"]');
    expect(await press(frame, 'illegal')).toBe('thrown|Failed due to illegal value in property: 0');
  });

  it('tells NetworkError when the answer is lost, though the server has done it', async () => {
    const frame = await openExec();
    await faces.control.post('/api/faults', { kind: 'lostAnswer', at: { function: 'double' } });
    expect(await press(frame, 'double')).toMatch(/^NetworkError\|/u);
    const last = (await faces.control.get<{ function: string; outcome: string }[]>('/api/executions')).at(-1);
    expect(last).toMatchObject({ function: 'double', outcome: 'ok' });
  });

  it('has history and url, which work on the outer address', async () => {
    const frame = await openExec('?a=1&a=2');
    await frame.locator('#place').filter({ hasText: 'parameters' }).waitFor();
    expect(JSON.parse((await frame.locator('#place').textContent()) ?? '')).toEqual({
      hash: '',
      parameter: { a: '1' },
      parameters: { a: ['1', '2'] },
    });
    await frame.locator('#go').click();
    await page.waitForURL(/view=/u);
    expect(new URL(page.url()).hash).toBe('#x');
    await page.goBack();
    await frame.locator('#place').filter({ hasText: 'null,' }).waitFor();
    expect(new URL(page.url()).search).toBe('?a=1&a=2');
  });

  it('cannot reach this server by itself nor navigate the top window', async () => {
    const frame = await openExec();
    const outcome = await frame.evaluate(() =>
      fetch('/api/clock').then(
        () => 'reached',
        () => 'refused',
      ),
    );
    expect(outcome).toBe('refused');
    await frame.locator('#top').click();
    expect(new URL(page.url()).pathname).toBe('/exec');
  });

  it('stays blank when the page reloads itself', async () => {
    const frame = await openExec();
    await frame.evaluate(() => window.location.reload());
    const inner = page.frameLocator('#sandboxFrame').frameLocator('#userHtmlFrame');
    await inner.locator('#keys').waitFor({ state: 'detached' });
    expect((await inner.locator('body').innerText()).trim()).toBe('');
  });

  it.each([
    ['?mode=throw', 'broken'],
    ['?mode=nothing', 'The script completed but did not return anything.'],
  ])('shows Google’s error page for %s', async (query, text) => {
    const response = await page.goto(`${faces.url}exec${query}`);
    expect(response?.status()).toBe(200);
    expect(await page.locator('.errorMessage').textContent()).toContain(text);
  });
});

function status(host: string, method = 'GET', path = '/', origin?: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { host, ...(origin === undefined ? {} : { origin }) };
    send(new URL(path, faces.url.replace('localhost', '127.0.0.1')), { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('the server', () => {
  it('answers to its two names only, and refuses HEAD of the web app', async () => {
    const port = new URL(faces.url).port;
    expect(await status(`localhost:${port}`)).toBe(200);
    expect(await status(`127.0.0.1:${port}`)).toBe(200);
    expect(await status(`evil.example:${port}`)).toBe(421);
    expect(await status(`localhost:${port}`, 'HEAD', '/exec')).toBe(403);
  });

  it('lets no page of another origin change anything', async () => {
    const { host } = new URL(faces.url);
    expect(await status(host, 'POST', '/api/clock', 'http://evil.example')).toBe(403);
    expect(await status(host, 'POST', '/api/clock', `http://${host.replace('localhost', '127.0.0.1')}`)).toBe(
      403,
    );
  });
});
