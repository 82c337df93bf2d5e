/** The field for 証明書類 on a phone: photos are made small and upright there, and every refusal says what to do. */
import type { Page } from 'playwright-core';
import { violationsOf } from '../support/axe';
import { openBrowser, phone, screenshot, type TestBrowser } from '../support/browser';
import { harnessPage } from '../support/harness-page';

const PAGE = `
  import { render } from 'preact';
  import { useState } from 'preact/hooks';
  import './src/mypage/page/page.css';
  import { FileField } from './src/ui/file-field';
  import { base64Of } from './src/ui/photo-reduce';
  function App() {
    const [files, setFiles] = useState([]);
    window.chosen = () => Promise.all(files.map(async ({ key, type, blob }) => ({ key, type, size: blob.size, data: await base64Of(blob) })));
    return (
      <main class="main"><h1>ポイントの申請</h1>
        <FileField id="evidence" label="証明書類" support="修了証などの写真かPDFを選んでください。" files={files} onChange={setFiles} most={3} />
      </main>
    );
  }
  render(<App />, document.getElementById('app'));
`;

interface Chosen {
  key: string;
  type: string;
  size: number;
  data: string;
}
type Payload = { name: string; mimeType: string; buffer: Buffer };

let browser: TestBrowser;
let html: string;
let page: Page;
let photo: Buffer;
/** Drawn once: it takes a while. */
let drawn: Buffer | undefined;

beforeAll(async () => {
  [browser, html] = await Promise.all([openBrowser(), harnessPage(PAGE)]);
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage(phone);
  page.setDefaultTimeout(30_000);
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await page.goto('http://127.0.0.1/harness');
  drawn ??= await drawPhoto(4000, 3000, 'image/jpeg');
  photo = drawn;
});
afterEach(() => page.context().close());

/** A photo as noisy as a camera's: a red corner above on the left, the rest colours and grain. */
async function drawPhoto(width: number, height: number, type: string): Promise<Buffer> {
  const data = await page.evaluate(
    async ([w, h, kind]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [w, h];
      const context = canvas.getContext('2d')!;
      const image = context.createImageData(w, h);
      let seed = 1;
      for (let at = 0; at < image.data.length; at += 4) {
        seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
        const grain = (seed >> 16) % 60;
        image.data[at] = ((at / 4) % w) / (w / 180) + grain;
        image.data[at + 1] = at / 4 / w / (h / 180) + grain;
        image.data[at + 2] = 100 + grain;
        image.data[at + 3] = 255;
      }
      context.putImageData(image, 0, 0);
      context.fillStyle = '#ff0000';
      context.fillRect(0, 0, w / 4, h / 4);
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, kind, 0.95));
      const bytes = new Uint8Array(await blob!.arrayBuffer());
      let text = '';
      for (let from = 0; from < bytes.length; from += 30_000)
        text += String.fromCharCode(...bytes.subarray(from, from + 30_000));
      return btoa(text);
    },
    [width, height, type] as const,
  );
  return Buffer.from(data, 'base64');
}

/** The same photo as a camera held sideways writes it: EXIF says orientation 6, and where it was taken. */
function turned(jpeg: Buffer): Buffer {
  const tiff = Buffer.from('49492a0008000000010012010300010000000600000000000000', 'hex');
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('35.6895N 139.6917E')]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

const jpeg = (buffer: Buffer, name = '写真.jpg'): Payload => ({ name, mimeType: 'image/jpeg', buffer });
const pdf = (size: number): Payload => ({
  name: '修了証.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(size - 8)]),
});
const choose = (...files: Payload[]): Promise<void> => page.getByLabel(/^証明書類/u).setInputFiles(files);
const chosen = (): Promise<Chosen[]> =>
  page.evaluate(() => (window as unknown as { chosen: () => Promise<Chosen[]> }).chosen());
const listed = (count: number): Promise<void> =>
  page
    .locator('.files li')
    .nth(count - 1)
    .waitFor();
const error = (): Promise<string> => page.locator('#evidence-error').innerText();

/** Size of a JPEG as the browser shows it, and the colour of its corners: above left, above right. */
function look(data: string): Promise<{ width: number; height: number; corners: string[] }> {
  return page.evaluate(async (text) => {
    const image = new Image();
    image.src = `data:image/jpeg;base64,${text}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const colour = (x: number): string => {
      const [red = 0, green = 0, blue = 0] = context.getImageData(x, 20, 1, 1).data;
      return red > 200 && green < 80 && blue < 80 ? 'red' : red > 240 && green > 240 ? 'white' : 'other';
    };
    return { width: canvas.width, height: canvas.height, corners: [colour(20), colour(canvas.width - 20)] };
  }, data);
}

const axe = (): Promise<string[]> => violationsOf(page);

it('a photo of 12 megapixels becomes a JPEG of at most 1 MB and 2,000 pixels', async () => {
  expect(photo.length).toBeGreaterThan(3_000_000);
  await choose(jpeg(photo));
  await listed(1);
  const [file] = await chosen();
  expect(file).toMatchObject({ type: 'image/jpeg', key: expect.stringMatching(/^[0-9a-f]{32}$/) as string });
  expect(file!.size).toBeLessThanOrEqual(1_000_000);
  expect(file!.data).toMatch(/^\/9j\/[A-Za-z0-9+/]+={0,2}$/);
  const { width, height, corners } = await look(file!.data);
  expect([width / height, corners]).toEqual([4 / 3, ['red', 'other']]);
  expect(width).toBeLessThanOrEqual(2000);
  expect(width).toBeGreaterThanOrEqual(1200);
  expect(await page.getByRole('img', { name: '1つ目の写真' }).isVisible()).toBe(true);
});

it('a photo taken sideways arrives upright, without place and time', async () => {
  await choose(jpeg(turned(photo)));
  await listed(1);
  const [file] = await chosen();
  const { width, height, corners } = await look(file!.data);
  expect(width).toBeLessThan(height);
  expect(corners).toEqual(['other', 'red']);
  const bytes = Buffer.from(file!.data, 'base64').toString('latin1');
  expect(bytes).not.toContain('Exif');
  expect(bytes).not.toContain('139.69');
});

it('a PNG with nothing behind it becomes a JPEG on white; a small photo keeps its size', async () => {
  const png = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [300, 200];
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  await choose({ name: '画面.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') });
  await listed(1);
  expect(await look((await chosen())[0]!.data)).toEqual({
    width: 300,
    height: 200,
    corners: ['white', 'white'],
  });
});

it('a PDF is taken as it is up to 3 MB; above, the sentence says what to do', async () => {
  await choose(pdf(3 * 1024 * 1024));
  await listed(1);
  const [file] = await chosen();
  expect(file).toMatchObject({ type: 'application/pdf', size: 3 * 1024 * 1024 });
  await choose(pdf(3 * 1024 * 1024 + 1));
  await page.locator('#evidence-error').waitFor();
  expect(await error()).toContain('3MBを超えています。紙を写真に撮るか、ページを分けてください。');
  expect(await chosen()).toHaveLength(1);
});

it('what is no photo and what does not open is refused with a sentence, tied to the field', async () => {
  await choose(jpeg(Buffer.from('not a photo')));
  await page.locator('#evidence-error').waitFor();
  expect(await error()).toContain('この写真を開けませんでした。');
  const input = page.getByLabel(/^証明書類/u);
  expect(await input.getAttribute('aria-describedby')).toBe('evidence-support evidence-error');
  expect(await input.getAttribute('aria-invalid')).toBe('true');
  await choose({ name: 'x.docx', mimeType: 'application/msword', buffer: Buffer.from('PK') });
  await page.getByText('写真（JPEG・PNG）かPDFを選んでください。').waitFor();
  expect(await chosen()).toEqual([]);
  expect(await axe()).toEqual([]);
  await screenshot(page, 'file-field-error');
});

it('photos are taken again in their place, dropped with the focus going back, and are no more than allowed', async () => {
  const small = await drawPhoto(400, 300, 'image/jpeg');
  const tall = await drawPhoto(300, 400, 'image/jpeg');
  await choose(jpeg(small), pdf(100), jpeg(small), jpeg(small));
  await listed(3);
  expect(await error()).toContain('一度に送れるのは3つまでです。');
  const before = await chosen();
  expect(new Set(before.map(({ key }) => key)).size).toBe(3);

  const shown = await page.locator('.files img').first().getAttribute('src');
  const waiting = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^撮り直す\s?（1つ目）$/u }).click();
  await (await waiting).setFiles([jpeg(tall)]);
  await page.waitForFunction(
    (src) => document.querySelector<HTMLImageElement>('.files img')?.src !== src,
    shown,
  );
  const after = await chosen();
  expect(after.slice(1)).toEqual(before.slice(1));
  expect(await look(after[0]!.data)).toMatchObject({ width: 300, height: 400 });

  await screenshot(page, 'file-field');
  expect(await axe()).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);
  await page.getByRole('button', { name: /^取り消す\s?（2つ目）$/u }).click();
  expect((await chosen()).map(({ key }) => key)).toEqual([after[0]!.key, after[2]!.key]);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('evidence');
  expect(await page.getByRole('status').innerText()).toBe('1つ取り消しました。');
});

it('no picture stays in memory behind a preview that is gone', async () => {
  const urls = await page.evaluate(() => {
    const open = new Set<string>();
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (blob: Blob) => {
      const url = createObjectURL.call(URL, blob);
      open.add(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      open.delete(url);
      revokeObjectURL.call(URL, url);
    };
    (window as unknown as { open: Set<string> }).open = open;
    return 0;
  });
  expect(urls).toBe(0);
  const small = await drawPhoto(400, 300, 'image/jpeg');
  const open = (): Promise<number> =>
    page.evaluate(() => (window as unknown as { open: Set<string> }).open.size);
  await choose(jpeg(small));
  await page.getByRole('img', { name: '1つ目の写真' }).waitFor();
  expect(await open()).toBe(1);
  await page.getByRole('button', { name: /^取り消す\s?（1つ目）$/u }).click();
  await page.locator('.files li').waitFor({ state: 'detached' });
  await page.waitForFunction(() => (window as unknown as { open: Set<string> }).open.size === 0);
});

it('the component costs the page less than 5 KB', async () => {
  const bare = await harnessPage(
    "import { render } from 'preact'; import { useState, useEffect, useRef } from 'preact/hooks'; import './src/mypage/page/page.css'; import { Field } from './src/ui/field'; import { Button } from './src/ui/button'; import { newClientKey } from './src/ui/client-key'; render(<Field id='a' label='b'><Button>{newClientKey()}{[useState, useEffect, useRef].length}</Button></Field>, document.body);",
  );
  const whole = await harnessPage(
    "import { render } from 'preact'; import './src/mypage/page/page.css'; import { FileField } from './src/ui/file-field'; import { base64Of } from './src/ui/photo-reduce'; render(<FileField id='a' label='b' files={[]} onChange={() => void base64Of(new Blob())} />, document.body);",
  );
  expect(Buffer.byteLength(whole) - Buffer.byteLength(bare)).toBeLessThan(5_000);
});
