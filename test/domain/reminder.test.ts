import fc from 'fast-check';
import { daysAfter } from '../../src/domain/period';
import { reminderDue, type RemindedPerson } from '../../src/domain/reminder';
import { rulesWith } from './records';

const { settings } = rulesWith();
const person = (changes: Partial<RemindedPerson> = {}): RemindedPerson => ({
  state: '有効',
  validTo: '2027-03-31',
  applied: false,
  met: false,
  sent: new Set(),
  ...changes,
});
const due = (daysBefore: number, changes: Partial<RemindedPerson> = {}, set = settings) =>
  reminderDue(person(changes), daysAfter('2027-03-31', -daysBefore), set);

describe('督促 (product.md, Notices)', () => {
  test.each([
    [181, undefined],
    [180, 180],
    [91, 180],
    [90, 90],
    [30, 30],
    [8, 30],
    [7, 7],
    [0, 7],
    [-1, undefined],
  ])('%i days before 満了日: %s', (days, mark) => {
    expect(due(days)?.days).toBe(mark);
  });

  test('says whether the requirements are met', () => {
    expect(due(90)).toEqual({ kind: '要件不足', days: 90, key: '2027-03-31/90' });
    expect(due(90, { met: true })?.kind).toBe('要件充足');
  });

  test('is sent once for person, period and day, also if the requirements were met in between', () => {
    const sent = new Set(['2027-03-31/90']);
    expect(due(89, { sent })).toBeUndefined();
    expect(due(89, { sent, met: true })).toBeUndefined();
    expect(due(30, { sent })?.days).toBe(30);
    expect(due(90, { sent: new Set(['2022-03-31/90']) })?.days).toBe(90);
  });

  test.each([
    [{ applied: true }],
    [{ state: '休止' }],
    [{ state: '登録抹消' }],
    [{ state: '失効' }],
    [{ validTo: '' }],
  ])('none for %j', (changes) => {
    expect(due(30, changes)).toBeUndefined();
  });

  test('none once nobody can apply any more', () => {
    const early = { ...settings, applyUntil: 10 };
    expect(due(10, {}, early)?.days).toBe(30);
    expect(due(9, {}, early)).toBeUndefined();
  });

  test('after a pause there is one, the latest; run every day there are never more than the days in 設定', () => {
    const runs = fc.uniqueArray(fc.integer({ min: -5, max: 250 })).map((days) => days.sort((a, b) => b - a));
    fc.assert(
      fc.property(runs, (days) => {
        const sent = new Set<string>();
        const marks: number[] = [];
        for (const each of days) {
          const reminder = due(each, { sent });
          if (!reminder) continue;
          sent.add(reminder.key);
          marks.push(reminder.days);
          expect(reminder.days).toBe(Math.min(...settings.reminderDays.filter((mark) => each <= mark)));
        }
        expect(marks).toEqual([...new Set(marks)].sort((a, b) => b - a));
      }),
    );
  });
});
