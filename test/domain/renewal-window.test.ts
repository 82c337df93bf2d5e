import fc from 'fast-check';
import { instantOfDay } from '../../src/domain/fields/instant';
import { daysAfter, daysLeft } from '../../src/domain/period';
import { countPoints, type PointRecord } from '../../src/domain/points';
import { lastDayToApply, renewalWindow, waitsInTime } from '../../src/domain/renewal-window';
import { course, now, periods, record, rulesWith, waiting } from './records';

const { settings } = rulesWith();

describe('the window (announcement: 満了日の6か月前から; facts/office.md A25)', () => {
  test.each([
    ['2027-03-31', '応当日', '2026-09-30'],
    ['2027-03-31', '応当日の翌日', '2026-10-01'],
    ['2027-03-31', '月初', '2026-09-01'],
    ['2026-08-31', '応当日', '2026-02-28'],
    ['2028-08-31', '応当日', '2028-02-29'],
    ['2026-08-31', '応当日の翌日', '2026-03-01'],
    ['2027-02-28', '応当日', '2026-08-28'],
    ['2028-02-29', '応当日', '2027-08-29'],
    ['2028-02-29', '月初', '2027-08-01'],
  ] as const)('満了日 %s, %s: opens %s, closes on 満了日', (end, applyFrom, opens) => {
    expect(renewalWindow(end, { ...settings, applyFrom })).toEqual({ opens, closes: end });
  });

  test('closes 申請締切 days earlier', () => {
    expect(renewalWindow('2027-03-31', { ...settings, applyUntil: 30 }).closes).toBe('2027-03-01');
  });

  test('is never empty, never after 満了日', () => {
    const end = fc.integer({ min: 0, max: 20000 }).map((days) => daysAfter('2000-01-01', days));
    fc.assert(
      fc.property(
        end,
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 0, max: 365 }),
        fc.constantFrom('応当日', '応当日の翌日', '月初'),
        (day, applyMonths, applyUntil, applyFrom) => {
          const { opens, closes } = renewalWindow(day, { applyMonths, applyUntil, applyFrom });
          expect(opens <= closes && closes <= day).toBe(true);
          if (applyUntil === 0) expect(daysLeft(day, opens)).toBeGreaterThanOrEqual(applyMonths * 28 - 1);
        },
      ),
    );
  });
});

describe('救済日数 (facts/office.md A4)', () => {
  const late = (decidedOn: string, changes: Partial<PointRecord> = {}) =>
    record({ receivedOn: '2027-03-31', decidedAt: instantOfDay(decidedOn), ...changes });
  const last = (...records: PointRecord[]) =>
    lastDayToApply(now, countPoints(records, periods, rulesWith()), settings);

  test('without points decided late the last day is the closing day', () => {
    expect(last()).toBe('2027-03-31');
    expect(last(late('2027-03-30'))).toBe('2027-03-31');
  });

  test('points applied for in time and approved later keep the door open for 14 days', () => {
    expect(last(late('2027-03-31'))).toBe('2027-04-14');
    expect(last(late('2027-04-20'))).toBe('2027-05-04');
    const training = course({
      receipt: 'P26-000002-0',
      receivedOn: '2027-03-31',
      decidedAt: instantOfDay('2027-04-20'),
    });
    expect(last(late('2027-04-02'), training)).toBe('2027-05-04');
  });

  test('not those applied for too late, refused, outside the period, or that count for nothing', () => {
    expect(last(late('2027-04-20', { receivedOn: '2027-04-01' }))).toBe('2027-03-31');
    expect(last(late('2027-04-20', { state: '不承認' }))).toBe('2027-03-31');
    expect(last(late('2027-04-20', { attendedOn: '2022-03-31' }))).toBe('2027-03-31');
    expect(last(late('2027-04-20', { granted: 0 }))).toBe('2027-03-31');
    expect(last(course({ ...late('2027-04-20'), category: '講習', host: 'ほかの団体' }))).toBe('2027-03-31');
  });

  test('what came in time and waits, or was returned, is known; returning keeps the first day', () => {
    const waits = (changes: Partial<PointRecord>) =>
      waitsInTime(
        now,
        countPoints([late('2027-04-20', { ...waiting, ...changes })], periods, rulesWith()),
        settings,
      ).length;
    expect(waits({})).toBe(1);
    expect(waits({ state: '差戻し', fixBy: '2027-04-14' })).toBe(1);
    expect(waits({ receivedOn: '', appliedAt: instantOfDay('2027-03-31') })).toBe(1);
    expect(waits({ receivedOn: '2027-04-01' })).toBe(0);
    expect(waits({ state: '取下げ', decidedAt: 1 })).toBe(0);
  });
});
