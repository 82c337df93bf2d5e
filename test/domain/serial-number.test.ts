import fc from 'fast-check';
import {
  isReceiptNumber,
  next,
  noticeNumber,
  receiptNumber,
  type ReceiptKind,
} from '../../src/domain/serial-number';

const receipt = fc
  .tuple(
    fc.constantFrom<ReceiptKind>('D', 'P', 'K'),
    fc.integer({ min: 2024, max: 2099 }),
    fc.integer({ min: 1, max: 9_999_999 }),
  )
  .map(([kind, year, n]) => receiptNumber(kind, year, n));

describe('numbers (product.md, Words on the screen; details.md)', () => {
  test('a 通知番号 has year and serial, a 受付番号 a check digit besides', () => {
    expect(noticeNumber(2026, 123)).toBe('N26-000123');
    expect(receiptNumber('D', 2026, 123)).toMatch(/^D26-000123-[0-9]$/);
    expect(receiptNumber('P', 2026, 123)).not.toBe(receiptNumber('K', 2026, 123));
  });

  test('a 受付番号 may be typed in any width and case', () => {
    const number = receiptNumber('K', 2026, 45);
    const wide = number.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
    expect(isReceiptNumber(` ${wide.toLowerCase()} `)).toBe(true);
    expect(isReceiptNumber('N26-000123')).toBe(false);
    expect(isReceiptNumber('')).toBe(false);
  });

  test('every number given is right, and with one wrong digit it is not (ISO 7064 MOD 11,10)', () => {
    fc.assert(
      fc.property(receipt, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
        expect(isReceiptNumber(number)).toBe(true);
        const places = [...number].flatMap((each, at) => (/[0-9]/.test(each) ? [at] : []));
        const at = places[place % places.length] ?? 0;
        const wrong = number.slice(0, at) + String((Number(number[at]) + shift) % 10) + number.slice(at + 1);
        expect(isReceiptNumber(wrong)).toBe(false);
      }),
    );
  });

  test('counters run by kind and year from 1, and the old ones are left as they were', () => {
    const start = { N26: 41 };
    const second = next(start, 'N', 2026);
    expect(second).toEqual({ counters: { N26: 42 }, n: 42 });
    expect(next(second.counters, 'N', 2027)).toEqual({ counters: { N26: 42, N27: 1 }, n: 1 });
    expect(next(second.counters, 'D', 2026).n).toBe(1);
    expect(start).toEqual({ N26: 41 });
  });

  test('a serial that is none is refused', () => {
    expect(() => noticeNumber(2026, 0)).toThrow(RangeError);
    expect(() => noticeNumber(2026, 1.5)).toThrow(RangeError);
  });
});
