import fc from 'fast-check';
import { patternAbove, readSerial, SERIAL_KINDS } from '../../src/domain/serial-pattern';
import { noticeNumber, receiptNumber } from '../../src/domain/serial-number';

const numbers = fc.oneof(
  fc.integer({ min: 1, max: 30 }),
  fc.integer({ min: 1, max: 2_000_000 }),
  fc.constantFrom(9, 99, 999_999, 1_000_000, 9_999_999, 999_999_999),
);

it('the pattern above a counter matches the numbers above it and no others', () => {
  fc.assert(
    fc.property(fc.nat(1_100_000), numbers, (counter, n) => {
      const notices = new RegExp(`^(${patternAbove('N', 2026, counter)})$`);
      const points = new RegExp(`^(${patternAbove('P', 2026, counter)})$`);
      expect(notices.test(noticeNumber(2026, n))).toBe(n > counter);
      expect(points.test(receiptNumber('P', 2026, n))).toBe(n > counter);
    }),
  );
});

it('numbers of another kind or year are not above', () => {
  const pattern = new RegExp(`^(${patternAbove('N', 2026, 5)})$`);
  for (const text of ['N27-000006', 'H26-000006', 'xN26-000006', 'N26-000006 ', 'N26-6'])
    expect(pattern.test(text)).toBe(false);
});

it('a number is read back with its kind and year; other texts are none', () => {
  fc.assert(
    fc.property(numbers, (n) => {
      expect(readSerial(noticeNumber(2026, n))).toEqual({ kind: 'N', year: 2026, n });
      expect(readSerial(receiptNumber('K', 2031, n))).toEqual({ kind: 'K', year: 2031, n });
    }),
  );
  expect(readSerial('H26-000012')).toEqual({ kind: 'H', year: 2026, n: 12 });
  for (const text of ['', '00012', 'X26-000001', 'N26-12', 'N26-000001-77'])
    expect(readSerial(text)).toBeUndefined();
  expect(SERIAL_KINDS).toEqual(['N', 'H', 'D', 'P', 'K', 'S']);
});
