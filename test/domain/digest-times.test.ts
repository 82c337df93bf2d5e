import fc from 'fast-check';
import { timeAfter, timeBefore } from '../../src/domain/digest-times';
import { instantOfIso, isoOfInstant } from '../../src/domain/fields/instant';

const at = (text: string) => instantOfIso(text) ?? 0;
const before = (text: string, closed: string[] = []) => isoOfInstant(timeBefore(at(text), closed));
const after = (text: string, closed: string[] = []) => isoOfInstant(timeAfter(at(text), closed));

it('is 9:00 and 14:00 of working days', () => {
  expect(before('2026-11-24 09:00')).toBe('2026-11-24T09:00:00+09:00');
  expect(before('2026-11-24 13:59')).toBe('2026-11-24T09:00:00+09:00');
  expect(after('2026-11-24 09:00')).toBe('2026-11-24T14:00:00+09:00');
  expect(after('2026-11-24 14:00')).toBe('2026-11-25T09:00:00+09:00');
});

it('passes over weekends and 休業日', () => {
  // 2026-11-22 is a Sunday, the 23rd a holiday.
  expect(before('2026-11-22 09:00')).toBe('2026-11-20T14:00:00+09:00');
  expect(after('2026-11-20 15:00')).toBe('2026-11-23T09:00:00+09:00');
  expect(after('2026-11-20 15:00', ['2026-11-23'])).toBe('2026-11-24T09:00:00+09:00');
});

it('no time lies between the one before and the one after', () => {
  const closed = ['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01'];
  fc.assert(
    fc.property(fc.integer({ min: at('2026-11-01'), max: at('2027-02-01') }), (now) => {
      const last = timeBefore(now, closed);
      const next = timeAfter(now, closed);
      expect(last).toBeLessThanOrEqual(now);
      expect(next).toBeGreaterThan(now);
      expect(timeAfter(last, closed)).toBe(next);
      expect(timeBefore(next, closed)).toBe(next);
    }),
  );
});
