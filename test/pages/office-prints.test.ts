/** 印刷: certificates, labels, lists and letters as pages. */
import type { Page } from 'playwright-core';
import type { ResolutionLine } from '../../src/contract/office-renewal';
import { mergeData } from '../../src/office/page/print/merge-data';
import { certificate, openDesk, type Answers } from './support/certificate-samples';
import { ok, startPages, stopPages } from './support/open-page';

beforeAll(startPages);
afterAll(stopPages);

const open = (answers: Answers = {}) => openDesk('print', answers);

describe('the prints', () => {
  /** Pages of the PDF Chromium makes of what is shown. */
  async function pagesOf(page: Page): Promise<number> {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
  }
  /** Elements whose text does not fit into them. */
  const cutOff = (page: Page, what: string) =>
    page
      .locator(what)
      .evaluateAll((all) =>
        all
          .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
          .map((one) => (one as HTMLElement).innerText),
      );

  test('証書: a page each, the serial on it, nothing cut, 外字 marked', async () => {
    const { page, look } = await open();
    await page.getByLabel('資格認定証書', { exact: true }).check();
    await page.getByRole('button', { name: '作成済を読む' }).click();
    await page.getByText('第 S26-000003 号').waitFor();
    expect(await look('print-certificates')).toEqual([]);
    expect(await page.locator('.certificate').count()).toBe(3);
    expect(await cutOff(page, '.certificate')).toEqual([]);
    expect(await page.locator('.certificate .gaiji').count()).toBe(1);
    expect(await pagesOf(page)).toBe(3);
  });

  test('宛名ラベル: each in its place, the same serial, nothing cut', async () => {
    const { page, look } = await open();
    await page.getByLabel('宛名ラベル', { exact: true }).check();
    await page.getByRole('button', { name: '作成済を読む' }).click();
    await page.getByText('3・00103').waitFor();
    expect(await look('print-labels')).toEqual([]);
    expect(await cutOff(page, '.label')).toEqual([]);
    expect(await page.locator('.label .mark').allInnerTexts()).toEqual(['1・00101', '2・00102', '3・00103']);
    expect(await pagesOf(page)).toBe(1);
  });

  test('決裁一覧 lies on A4 landscape', async () => {
    const line = (serial: number): ResolutionLine => ({
      ...{ serial, receipt: `K26-${String(serial).padStart(6, '0')}-0`, number: '00101', name: '雛形 次郎' },
      ...{ validTo: '令和9年3月31日', course: '令和7年6月5日', magazine: '有', total: 5, exception: '' },
      ...{ exceptionReason: '', received: '令和8年11月10日', confirmedBy: '青木' },
    });
    const { page, look } = await open({
      resolutionList: () =>
        ok({
          today: '令和9年3月20日（2027年）',
          office: '見本協会',
          lines: Array.from({ length: 60 }, (_, at) => line(at + 1)),
        }),
    });
    await page.getByText('決裁一覧', { exact: false }).last().waitFor();
    await page.getByText('K26-000060-0').waitFor();
    expect(await look('print-resolution')).toEqual([]);
    const pages = await pagesOf(page);
    expect(pages).toBeGreaterThanOrEqual(2);
    expect(pages).toBeLessThanOrEqual(4);
  });

  test('差込データ has the order and the serial of the prints, and no cell that runs', () => {
    const text = mergeData([certificate(1), certificate(2, { printedName: '=1+1' })]);
    const lines = text.slice(1).split('\r\n');
    expect(text.startsWith('\ufeff"連番","証書番号"')).toBe(true);
    expect(lines[1]).toMatch(/^"1","S26-000001","00101","雛形 次郎"/);
    expect(lines[2]).toContain(`"'=1+1"`);
  });
});
