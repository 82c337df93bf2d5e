import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  dayOfInstant,
  instantOfDay,
  instantOfIso,
  instantOfSerial,
  isoOfInstant,
  serialOfInstant,
  writeInstant,
} from '../../../src/domain/fields/instant';

const at = Date.UTC(2026, 10, 20, 12, 3, 0); // 21:03 in Tokyo

describe('instants in Tokyo', () => {
  test('an instant is written as the clock on the wall', () => {
    expect(writeInstant(at)).toBe('11月20日 21:03');
    expect(isoOfInstant(at)).toBe('2026-11-20T21:03:00+09:00');
    expect(dayOfInstant(Date.UTC(2026, 2, 31, 15))).toBe('2026-04-01');
    expect(instantOfDay('2026-04-01')).toBe(Date.UTC(2026, 2, 31, 15));
  });

  test('a cell of date and time is the wall clock, to the second', () => {
    expect(serialOfInstant(at)).toBeCloseTo(46346 + (21 * 60 + 3) / 1440, 9);
    expect(instantOfSerial(46346.5)).toBe(Date.UTC(2026, 10, 20, 3));
  });

  test('an instant is read with its offset, in Tokyo without one', () => {
    expect(instantOfIso('2026-11-20T21:03:00+09:00')).toBe(at);
    expect(instantOfIso('2026-11-20T12:03:00Z')).toBe(at);
    expect(instantOfIso('2026-11-20T12:03:00.123Z')).toBe(at);
    expect(instantOfIso('2026/11/20 21:03')).toBe(at);
    expect(instantOfIso('2026-11-20')).toBe(instantOfDay('2026-11-20'));
    expect(instantOfIso('2026-11-31 10:00')).toBeUndefined();
    expect(instantOfIso('2026-11-20 25:00')).toBeUndefined();
    expect(instantOfIso('昨日')).toBeUndefined();
  });

  test('whole seconds survive serial and text, and agree with Temporal', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000, max: 7_000_000_000 }), (seconds) => {
        const ms = seconds * 1000;
        expect(instantOfSerial(serialOfInstant(ms))).toBe(ms);
        expect(instantOfIso(isoOfInstant(ms))).toBe(ms);
        const wall = Temporal.Instant.fromEpochMilliseconds(ms)
          .toZonedDateTimeISO('+09:00')
          .toString({ timeZoneName: 'never' });
        expect(isoOfInstant(ms)).toBe(wall);
      }),
    );
  });
});
