/** The prints with what is hard to print: nothing is cut, nothing runs into its neighbour, one order and one serial on all. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { no, ok, openPage, startPages, stopPages } from './support/open-page';
import { hardLetters, manyCertificates, manyLines, SENDER } from './support/print-samples';

beforeAll(startPages);
afterAll(stopPages);

const ASSOCIATION = '公益社団法人 全国民営職業紹介事業協会';
/** The server hands out so many at once. */
const AT_ONCE = 60;

/** 印刷 of this kind, with so many 証書 to be printed. */
async function open(kind: string, count: number, faces: '12面' | '24面' = '12面'): Promise<Page> {
  // Somebody has sorted the tab, and the last line of each answer comes again with the next.
  const all = manyCertificates(count).reverse();
  const letters = hardLetters();
  const { page } = await openPage('office', {
    ...{ width: 1000, height: 700, append: '<div id="view" data-view="print" data-facts="{}" hidden></div>' },
    play: ({ method, args }) => {
      const skip = Number(args.skip ?? 0);
      if (method === 'certificateQueue')
        return ok({
          ...{ total: count, cases: all.slice(Math.max(0, skip - 1), skip + AT_ONCE), today: '2027-04-10' },
          ...{ sheet: { faces, x: 0, y: 0 }, association: ASSOCIATION },
        });
      if (method === 'resolutionList')
        return ok({
          today: '令和9年3月20日（2027年）',
          office: '職業紹介士事務局（見本）',
          lines: manyLines(count),
        });
      if (method === 'letters') return ok({ total: letters.length, letters, sender: SENDER });
      return no('TROUBLE');
    },
  });
  await page.getByLabel(kind).check();
  if (!/決裁|通知/.test(kind)) await page.getByRole('button', { name: '作成済を読む' }).click();
  return page;
}

/** Prints into .build/prints (not in git); answers how many pages. */
async function print(page: Page, name: string): Promise<number> {
  mkdirSync('.build/prints', { recursive: true });
  const pdf = await page.pdf({ preferCSSPageSize: true, path: `.build/prints/${name}.pdf` });
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}

/** As laid out on paper: texts of elements that hold more than they show. */
async function cutOff(page: Page, what: string): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  return page
    .locator(what)
    .evaluateAll((all) =>
      all
        .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
        .map((one) => (one as HTMLElement).innerText),
    );
}

/** Pairs of children of a box that lie upon each other. */
const overlaps = (page: Page, box: string) =>
  page.locator(box).evaluateAll((boxes) =>
    boxes.flatMap((one) => {
      const parts = [...one.children].map((part) => part.getBoundingClientRect());
      return parts.some((a, at) =>
        parts
          .slice(at + 1)
          .some(
            (b) =>
              a.bottom > b.top + 1 && b.bottom > a.top + 1 && a.right > b.left + 1 && b.right > a.left + 1,
          ),
      )
        ? [(one as HTMLElement).innerText]
        : [];
    }),
  );

const serials = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));

test('証書: the longest name stays on its page, which has its serial', async () => {
  const page = await open('資格認定証書', 5);
  await page.getByText('第 S27-000005 号').waitFor();
  expect(await cutOff(page, '.certificate')).toEqual([]);
  expect(await overlaps(page, '.certificate')).toEqual([]);
  expect(await page.locator('.certificate .gaiji').count()).toBe(1);
  expect(await print(page, 'certificates')).toBe(5);
});

test.each([
  ['12面', 12],
  ['24面', 24],
] as const)('宛名ラベル of %s: nothing is cut, nothing runs over the serial', async (faces, room) => {
  const page = await open('宛名ラベル', 62, faces);
  await page.getByText('62・00428').waitFor();
  expect(await cutOff(page, '.label')).toEqual([]);
  expect(await overlaps(page, '.label')).toEqual([]);
  expect(await print(page, `labels-${String(room)}`)).toBe(Math.ceil(62 / room));
});

test('証書, labels and list of two hundred lie in one order with one serial', async () => {
  const certificates = await open('資格認定証書', 200);
  await certificates.getByText('第 S27-000200 号').waitFor();
  const numbered = await certificates.locator('.certificate .serial').allInnerTexts();
  expect(numbered.map((text) => String(Number(/-(\d+)/.exec(text)?.[1])))).toEqual(serials(200));
  const labels = await open('宛名ラベル', 200);
  await labels.getByText('200・').waitFor();
  const marks = await labels.locator('.label .mark').allInnerTexts();
  expect(marks.map((text) => text.split('・')[0])).toEqual(serials(200));
  const list = await open('発送の一覧', 200);
  await list.getByText('S27-000200').waitFor();
  expect(await list.locator('tbody td:first-child').allInnerTexts()).toEqual(serials(200));
  expect(await cutOff(list, '.sheet-list table')).toEqual([]);
  expect(await print(list, 'list')).toBeLessThanOrEqual(16);
});

test('決裁一覧 of two hundred repeats its headers, keeps rows whole and ends with the seal', async () => {
  const page = await open('決裁一覧', 200);
  await page.getByText('K27-000200-0').waitFor();
  expect(await cutOff(page, '.sheet-list table')).toEqual([]);
  const style = (what: string, of: 'display' | 'breakInside') =>
    page
      .locator(what)
      .first()
      .evaluate((one, name) => getComputedStyle(one)[name], of);
  expect(await style('.sheet-list thead', 'display')).toBe('table-header-group');
  expect(await style('.sheet-list tbody tr', 'breakInside')).toBe('avoid');
  expect(await print(page, 'resolution')).toBeLessThanOrEqual(20);
});

test('郵送する通知: a page each, whoever it goes to', async () => {
  const page = await open('郵送する通知', 0);
  await page.getByText('勅使河原').first().waitFor();
  expect(await cutOff(page, '.letter')).toEqual([]);
  expect(await page.locator('.letter .to').allInnerTexts()).toEqual(
    hardLetters().map(({ name }) => `${name} 様`),
  );
  expect(await print(page, 'letters')).toBe(hardLetters().length);
});
