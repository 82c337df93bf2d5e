import fc from 'fast-check';
import { dayOfInstant, instantOfDay, instantOfIso, isoOfInstant } from '../../src/domain/fields/instant';
import { daysAfter } from '../../src/domain/period';
import { isWorkingDay, sendingTime, type SendingRule } from '../../src/domain/sending-time';

const MINUTE = 60_000;
const rule = (more: Partial<SendingRule['settings']> = {}, closedDays: string[] = []): SendingRule => ({
  settings: { sendDelay: 30, sendHours: { from: 9 * 60, to: 18 * 60 }, ...more },
  closedDays,
});
const at = (iso: string): number => instantOfIso(`${iso}:00+09:00`) ?? NaN;
const sent = (iso: string, given = rule()) => isoOfInstant(sendingTime(at(iso), given)).slice(0, 16);

describe('the notice of a decision (設定: 送信までの待ち時間, 送信時間帯; tab 休業日)', () => {
  test.each([
    ['waits half an hour', '2026-11-24T10:00', '2026-11-24T10:30'],
    ['of the early morning waits for the office to open', '2026-11-24T06:10', '2026-11-24T09:00'],
    ['is the last of the day at one minute before closing', '2026-11-24T17:29', '2026-11-24T17:59'],
    ['leaves the next morning when the wait ends at closing', '2026-11-24T17:30', '2026-11-25T09:00'],
    ['leaves the next morning when decided in the evening', '2026-11-24T22:00', '2026-11-25T09:00'],
    ['of Friday evening leaves on Monday', '2026-11-27T18:00', '2026-11-30T09:00'],
    ['of a Sunday leaves on Monday', '2026-11-22T09:00', '2026-11-23T09:00'],
  ])('%s', (_, decided, leaves) => expect(sent(decided)).toBe(leaves));

  test('goes past closed days, those on a weekend too', () => {
    const closed = ['2026-11-23', '2026-11-24', '2026-11-28'];
    expect(sent('2026-11-20T18:00', rule({}, closed))).toBe('2026-11-25T09:00');
  });

  test('waits as long as 設定 says, from nothing to a day', () => {
    expect(sent('2026-11-24T10:00', rule({ sendDelay: 0 }))).toBe('2026-11-24T10:00');
    expect(sent('2026-11-24T10:00', rule({ sendDelay: 1440 }))).toBe('2026-11-25T10:00');
  });

  test('may leave until midnight where the hours say 24:00', () => {
    const late = rule({ sendHours: { from: 0, to: 24 * 60 } });
    expect(sent('2026-11-24T23:29', late)).toBe('2026-11-24T23:59');
    expect(sent('2026-11-27T23:45', late)).toBe('2026-11-30T00:00');
  });

  const instant = fc.integer({ min: at('2026-01-01T00:00'), max: at('2027-12-31T23:59') });
  const rules = fc
    .record({
      sendDelay: fc.integer({ min: 0, max: 1440 }),
      from: fc.integer({ min: 0, max: 1400 }),
      length: fc.integer({ min: 1, max: 1440 }),
      closed: fc.array(fc.integer({ min: 0, max: 730 })),
    })
    .map(({ sendDelay, from, length, closed }) =>
      rule(
        { sendDelay, sendHours: { from, to: Math.min(from + length, 1440) } },
        closed.map((days) => daysAfter('2026-01-01', days)),
      ),
    );

  test('never leaves before the wait is over, nor outside the hours of a working day', () => {
    fc.assert(
      fc.property(instant, rules, (decided, given) => {
        const leaves = sendingTime(decided, given);
        const day = dayOfInstant(leaves);
        const minutes = (leaves - instantOfDay(day)) / MINUTE;
        expect(leaves).toBeGreaterThanOrEqual(decided + given.settings.sendDelay * MINUTE);
        expect(isWorkingDay(day, given.closedDays)).toBe(true);
        expect(minutes).toBeGreaterThanOrEqual(given.settings.sendHours.from);
        expect(minutes).toBeLessThan(given.settings.sendHours.to);
      }),
    );
  });

  test('who decides later is never told earlier', () => {
    fc.assert(
      fc.property(instant, instant, rules, (a, b, given) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        expect(sendingTime(first, given)).toBeLessThanOrEqual(sendingTime(second, given));
      }),
    );
  });

  test('does not wait longer than needed: no allowed moment lies before it', () => {
    fc.assert(
      fc.property(instant, rules, (decided, given) => {
        const leaves = sendingTime(decided, given);
        const ready = decided + given.settings.sendDelay * MINUTE;
        if (leaves === ready) return;
        // It waits for an opening: no day between has one that is still open.
        expect(leaves).toBe(instantOfDay(dayOfInstant(leaves)) + given.settings.sendHours.from * MINUTE);
        for (let day = dayOfInstant(ready); day < dayOfInstant(leaves); day = daysAfter(day, 1))
          expect(
            isWorkingDay(day, given.closedDays) &&
              ready < instantOfDay(day) + given.settings.sendHours.to * MINUTE,
          ).toBe(false);
      }),
    );
  });
});
