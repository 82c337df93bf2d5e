import { addDays, addMonths, dayInJapan, daysBetween, endOfMonth, eraOf } from '../../sample/days';
import { asEra, asShortEra, fullWidth } from '../../sample/handwriting';

describe('days', () => {
  test('end with the month where the date is missing', () => {
    expect(addMonths('2026-08-31', -6)).toBe('2026-02-28');
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(endOfMonth('2028-02-10')).toBe('2028-02-29');
  });

  test('count over month and year ends', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-12-31', '2027-03-31')).toBe(90);
  });

  test('are those of Japan', () => {
    expect(dayInJapan('2026-11-22T14:59:59Z')).toBe('2026-11-22');
    expect(dayInJapan('2026-11-22T15:00:00Z')).toBe('2026-11-23');
  });

  test('belong to the era of their date', () => {
    expect(eraOf('2019-04-30')).toEqual({ name: '平成', letter: 'H', year: 31 });
    expect(asEra('2019-05-01')).toBe('令和元年5月1日');
    expect(asShortEra('1989-01-07')).toBe('S64.1.7');
    expect(asShortEra('1989-01-08')).toBe('H1.1.8');
  });

  test('are typed in full width by some', () => {
    expect(fullWidth('R4.4.1')).toBe('Ｒ４．４．１');
  });
});
