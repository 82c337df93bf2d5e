import fc from 'fast-check';
import { isDay, serialOfDay } from '../../src/domain/fields/date';
import { daysAfter, daysLeft, endOfPeriod, monthsBefore, periodOn } from '../../src/domain/period';

const day = fc.integer({ min: 0, max: 40000 }).map((days) => daysAfter('1970-01-01', days));

describe('periods (product.md, Rules)', () => {
  const first = { start: '2017-04-01', end: '2022-03-31' };
  const second = { start: '2022-04-01', end: '2027-03-31' };

  test('the period in force is the one that contains the day, else the last', () => {
    expect(periodOn([second, first], '2022-03-31')).toBe(first);
    expect(periodOn([second, first], '2022-04-01')).toBe(second);
    expect(periodOn([second, first], '2030-01-01')).toBe(second);
    const none: (typeof first)[] = [];
    expect(periodOn(none, '2030-01-01')).toBeUndefined();
  });

  test('days left are 0 on the last day', () => {
    expect(daysLeft('2027-03-31', '2027-03-31')).toBe(0);
    expect(daysLeft('2027-03-31', '2027-04-02')).toBe(-2);
  });

  test('months back stop at the end of a shorter month (facts/domain.md D3)', () => {
    expect(monthsBefore('2026-08-31', 6)).toBe('2026-02-28');
    expect(monthsBefore('2028-08-31', 6)).toBe('2028-02-29');
    expect(monthsBefore('2027-03-31', 6)).toBe('2026-09-30');
  });

  test.each([
    ['2022-04-01', 5, '応当日の前日', '2027-03-31'],
    ['2024-02-29', 4, '応当日の前日', '2028-02-28'],
    ['2024-02-29', 5, '応当日の前日', '2029-02-28'],
    ['2021-03-01', 3, '応当日の前日', '2024-02-29'],
    ['2022-10-05', 5, '月末', '2027-10-31'],
    ['2022-04-01', 5, '月末', '2027-03-31'],
    ['2022-10-05', 5, '年度末', '2028-03-31'],
    ['2022-04-01', 5, '年度末', '2027-03-31'],
    ['2022-02-10', 5, '年度末', '2027-03-31'],
  ] as const)('from %s, %i years, %s: until %s', (start, years, ending, end) => {
    expect(endOfPeriod(start, years, ending)).toBe(end);
  });

  test('going back by months lands in the right month, never later in it, and later days never land earlier', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 60 }), (a, b, months) => {
        const back = monthsBefore(a, months);
        expect(isDay(back)).toBe(true);
        const count = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
        expect(count(a) - count(back)).toBe(months);
        expect(Number(back.slice(8)) <= Number(a.slice(8))).toBe(true);
        if (a <= b) expect(back <= monthsBefore(b, months)).toBe(true);
      }),
    );
  });

  test('periods follow each other without gap or overlap, and no way of ending gives less than 応当日の前日', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 10 }), (start, years) => {
        const plain = endOfPeriod(start, years, '応当日の前日');
        expect(plain > start).toBe(true);
        expect(daysLeft(plain, start)).toBe(serialOfDay(plain) - serialOfDay(start));
        expect(endOfPeriod(start, years, '月末') >= plain).toBe(true);
        expect(endOfPeriod(start, years, '年度末') >= plain).toBe(true);
        expect(endOfPeriod(start, years, '年度末')).toMatch(/-03-31$/);
        const length = daysLeft(plain, start) + 1;
        expect(length).toBeGreaterThanOrEqual(365 * years);
        expect(length).toBeLessThanOrEqual(366 * years);
      }),
    );
  });
});
