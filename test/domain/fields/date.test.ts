import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  dayFromParts,
  dayOfSerial,
  isDay,
  parseDay,
  serialOfDay,
  weekdayOf,
  writeDay,
  writeDeadline,
} from '../../../src/domain/fields/date';
import { eraOf } from '../../../src/domain/fields/era';

const day = fc
  .integer({ min: -35428, max: 47481 }) // 1873-01-01 to 2099-12-31
  .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }).toString());

describe('days (facts/domain.md D3)', () => {
  test.each([
    '2024-10-01',
    '2024/10/1',
    '２０２４／１０／１',
    '20241001',
    '2024年10月1日',
    '2024.10.1',
    '西暦2024年10月1日',
    '令和6年10月1日',
    '令和６年１０月１日',
    '令和 6 年 10 月 1 日',
    'R6.10.1',
    'r6/10/01',
    'Ｒ６．１０．１',
    'R06.10.01',
    'R061001',
    '令6.10.1',
    '㋿6年10月1日',
    '2024年10月1日（火）',
    '2024-10-01 00:00:00',
    '令和六年十月一日',
    '二〇二四年十月一日',
  ])('%s is 1 October 2024', (text) => {
    expect(parseDay(text)).toBe('2024-10-01');
  });

  test.each([
    ['昭和38年4月1日', '1963-04-01'],
    ['S38.4.1', '1963-04-01'],
    ['昭38.4.1', '1963-04-01'],
    ['令和元年5月1日', '2019-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['昭和64年1月7日', '1989-01-07'],
    ['平成元年1月8日', '1989-01-08'],
    ['大正15年12月25日', '1926-12-25'],
    ['昭和元年12月25日', '1926-12-25'],
    ['明治45年7月30日', '1912-07-30'],
    ['大正元年7月30日', '1912-07-30'],
    ['昭和三十八年十二月三十一日', '1963-12-31'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (text, iso) => {
    expect(parseDay(text)).toBe(iso);
  });

  test.each([
    '',
    '不明',
    '要確認',
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '24/10/1',
    '10/1',
    '昭和64年1月8日',
    '平成31年5月1日',
    '平成35年3月31日',
    '令和1年4月30日',
    '昭和0年1月1日',
    'R9.3末',
    '令和6年',
    '202410',
    '2024-10-01 12:34',
    '=TODAY()',
    '45000',
    '0000-01-01',
    'X6.1.1',
  ])('%j is no day', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  test('three boxes are read in any width and in any era, and only days of that era count', () => {
    expect(dayFromParts('昭和', '３８', '4', '1')).toBe('1963-04-01');
    expect(dayFromParts('西暦', '1963年', '04', '1日')).toBe('1963-04-01');
    expect(dayFromParts('令和', '元', '5', '1')).toBe('2019-05-01');
    expect(dayFromParts('昭和', '64', '1', '8')).toBeUndefined();
    expect(dayFromParts('西暦', '63', '4', '1')).toBeUndefined();
    expect(dayFromParts('西暦', '2023', '2', '29')).toBeUndefined();
    expect(dayFromParts('平成', '', '4', '1')).toBeUndefined();
    expect(dayFromParts('平成', '5', '-4', '1')).toBeUndefined();
  });

  test('a day is written in both calendars, the chosen one first', () => {
    expect(writeDay('2026-04-01')).toBe('令和8年4月1日（2026年）');
    expect(writeDay('2026-04-01', '西暦が先')).toBe('2026年4月1日（令和8年）');
    expect(writeDay('2019-05-01')).toBe('令和元年5月1日（2019年）');
    expect(writeDay('1872-12-31')).toBe('1872年12月31日');
    expect(writeDay('')).toBe('');
    expect(() => writeDay('2026-02-30')).toThrow(RangeError);
  });

  test('a deadline is written with its weekday (facts/office.md G)', () => {
    expect(writeDeadline('2027-03-31')).toBe('令和9年3月31日（水）');
    expect(writeDeadline('')).toBe('');
  });

  test('the serial of a day is that of Sheets', () => {
    expect(serialOfDay('1899-12-30')).toBe(0);
    expect(serialOfDay('1970-01-01')).toBe(25569);
    expect(serialOfDay('2026-04-01')).toBe(46113);
    expect(dayOfSerial(46113.75)).toBe('2026-04-01');
  });

  test('every day agrees with the calendar of Temporal, survives the serial and both ways of writing it', () => {
    fc.assert(
      fc.property(day, (iso) => {
        const plain = Temporal.PlainDate.from(iso);
        expect(isDay(iso)).toBe(true);
        expect(weekdayOf(iso)).toBe('月火水木金土日'.charAt(plain.dayOfWeek - 1));
        expect(dayOfSerial(serialOfDay(iso))).toBe(iso);
        const era = eraOf(iso);
        const named = era ? `${era.name}${era.year}年${plain.month}月${plain.day}日` : iso;
        expect(parseDay(named)).toBe(iso);
        expect(parseDay(`${plain.year}/${plain.month}/${plain.day}`)).toBe(iso);
        expect(
          dayFromParts(era?.name ?? '西暦', String(era?.year), String(plain.month), String(plain.day)),
        ).toBe(iso);
      }),
    );
  });

  test('reading never fails, and whatever is read is a day', () => {
    const near = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789年月日/.-RSHT令和昭平元十二（） 　１')),
    });
    fc.assert(
      fc.property(near, (text) => {
        const iso = parseDay(text);
        if (iso !== undefined) expect(isDay(iso)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
