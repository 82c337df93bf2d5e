import * as fc from 'fast-check';
import type { Json } from '../../workspace/engine/service';
import { a1Of, parseA1, referenceRect } from '../../workspace/sheets/a1';
import { isDateFormat, numberFormat } from '../../workspace/sheets/cell';
import { displayText } from '../../workspace/sheets/display';
import { formatOfPattern } from '../../workspace/sheets/number-format';
import { loadWorkbook, saveWorkbook } from '../../workspace/sheets/save';
import { instantToSerial, serialToInstant } from '../../workspace/sheets/serial';
import { closeDraft, newTab, openDraft, putCell } from '../../workspace/sheets/tab';
import { enterText } from '../../workspace/sheets/typed-text';
import { newWorkbook, withTab } from '../../workspace/sheets/workbook';

const shown = (typed: string): string => {
  const { value, format } = enterText(typed, { year: 2026 });
  return displayText({
    ...(value === undefined ? {} : { value }),
    ...(format === undefined ? {} : { format }),
  });
};

describe('typed text', () => {
  it.each([
    ['00123', 123, '123'],
    ['2024/10/1', 45566, '2024/10/01'],
    ['2026-08-17', 46251, '2026-08-17'],
    ['2026-07', 46204, '2026/07/01'],
    ['1-2', 46024, '1/2'],
    ['10:30', 0.4375, '10:30'],
    ['2026/4/1 9:05', 46113.37847222222, '2026/04/01 9:05:00'],
    ['10%', 0.1, '10%'],
    ['1e5', 100000, '1.00E+05'],
    ['1,000,000', 1000000, '1,000,000'],
    ['true', true, 'TRUE'],
    ['=1+1', 2, '2'],
    ["'00123", '00123', '00123'],
    ['令和6年10月1日', '令和6年10月1日', '令和6年10月1日'],
    ['S35.4.1', 'S35.4.1', 'S35.4.1'],
    ['＝1+1', '＝1+1', '＝1+1'],
    ['100-0001', '100-0001', '100-0001'],
    ['090-1234-5678', '090-1234-5678', '090-1234-5678'],
    ['０９０－１２３４－５６７８', '０９０－１２３４－５６７８', '０９０－１２３４－５６７８'],
    ['第００１２号', '第００１２号', '第００１２号'],
    ['千代田1-2-3', '千代田1-2-3', '千代田1-2-3'],
    ['髙橋 一郎', '髙橋 一郎', '髙橋 一郎'],
    ['a@example.jp', 'a@example.jp', 'a@example.jp'],
  ])('%s becomes %p', (typed, value, display) => {
    expect(enterText(typed, { year: 2026 }).value).toEqual(value);
    expect(shown(typed)).toBe(display);
  });

  it.each([
    '+81901234567',
    ' 12',
    '１２３',
    '22 34',
    '1-2-3',
    '2024/13/1',
    '¥1,000',
    '2024年10月1日',
    '-abc',
    '=A1',
    '30:15',
  ])('%s is refused', (typed) => {
    expect(() => enterText(typed, { year: 2026 })).toThrow(/AmbiguousInput/);
  });

  it('stays as typed in a plain text cell', () => {
    for (const typed of ['00123', '1-2', '+81901234567', ' 12', '１２３', 'TRUE']) {
      expect(enterText(typed, { year: 2026, format: numberFormat('TEXT', '@') })).toEqual({ value: typed });
    }
  });
});

describe('number formats', () => {
  it.each([
    [46113.5, 'yyyy/MM/dd H:mm:ss', '2026/04/01 12:00:00'],
    [46113, 'yyyy"年"m"月"d"日"', '2026年4月1日'],
    [46113.378472222226, 'h:mm', '9:05'],
    [12, '0000', '0012'],
    [-1234.5, '#,##0.00', '-1,234.50'],
    [0.256, '0%', '26%'],
    [3, '@', '3'],
  ])('%p as %s shows %s', (value, pattern, text) => {
    const format = formatOfPattern(pattern);
    expect(displayText({ value, ...(format === undefined ? {} : { format }) })).toBe(text);
  });

  it('know dates from numbers', () => {
    expect(isDateFormat(formatOfPattern('yyyy/MM/dd'))).toBe(true);
    expect(isDateFormat(formatOfPattern('#,##0'))).toBe(false);
  });

  it('show numbers without a format in full, up to 15 digits', () => {
    expect([0.1 + 0.2, 1 / 3, 1e15, 123456789012345].map((value) => displayText({ value }))).toEqual([
      '0.3',
      '0.3333333333',
      '1E+15',
      '123456789012345',
    ]);
  });
});

describe('serial numbers', () => {
  it('hold the wall clock of a zone', () => {
    expect(new Date(serialToInstant(0.13541666666666666, 'Asia/Tokyo')).toISOString()).toBe(
      '1899-12-29T18:15:00.000Z',
    );
  });

  it('come back from any instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_500_000_000, max: 4_000_000_000 }), (seconds) => {
        const instant = seconds * 1000;
        const again = serialToInstant(instantToSerial(instant, 'Asia/Tokyo'), 'Asia/Tokyo');
        // The hour that summer time repeated in Tokyo (1948 to 1951) has two instants for one wall clock.
        expect([0, 3_600_000]).toContain(Math.abs(again - instant));
      }),
    );
  });
});

describe('A1 notation', () => {
  it.each([
    ['$C$3', 'C3'],
    ['c3:a1', 'A1:C3'],
    ['5:7', 'A5:Z7'],
    ['D:F', 'D1:F1000'],
    ["'旧 台帳'!A2:C", 'A2:C1000'],
  ])('%s means %s', (text, means) => {
    const reference = parseA1(text);
    expect(reference && a1Of(referenceRect(reference, 1000, 26))).toBe(means);
  });
});

describe('the snapshot', () => {
  it('gives the same spreadsheet back', () => {
    const draft = openDraft(newTab(0, '台帳'));
    const text = numberFormat('TEXT', '@');
    for (let row = 0; row < 40; row += 1) putCell(draft, row, 2, { format: text });
    putCell(draft, 0, 0, { value: '番号', note: 'n' });
    putCell(draft, 3, 1, { value: 46113, format: numberFormat('DATE', 'yyyy/mm/dd') });
    putCell(draft, 90, 25, {
      value: true,
      validation: { type: 'BOOLEAN', values: [], strict: true, showDropdown: true },
    });
    putCell(draft, 91, 0, { value: { error: '#REF!' } });
    const workbook = withTab(
      newWorkbook({ id: 'x', title: 't', owner: 'o', tabs: ['台帳'] }),
      closeDraft(draft),
    );
    const again = loadWorkbook(JSON.parse(JSON.stringify(saveWorkbook(workbook))) as Json);
    expect(JSON.stringify(saveWorkbook(again))).toBe(JSON.stringify(saveWorkbook(workbook)));
    expect(again.tabs[0]?.rows[3]?.[1]).toEqual({
      value: 46113,
      format: { type: 'DATE', pattern: 'yyyy/mm/dd' },
    });
    expect(again.tabs[0]?.rows[39]?.[2]).toEqual({ format: { type: 'TEXT', pattern: '@' } });
    expect(again.tabs[0]?.rows[91]?.[0]).toEqual({ value: { error: '#REF!' } });
  });
});
