import fc from 'fast-check';
import { DomainError } from '../../src/domain/errors';
import { isDay } from '../../src/domain/fields/date';
import { instantOfDay } from '../../src/domain/fields/instant';
import { daysAfter, daysLeft, periodOn, type Period } from '../../src/domain/period';
import type { PointRecord } from '../../src/domain/points';
import {
  assessRenewal,
  keepsPeriod,
  nextPeriod,
  renewalRule,
  returnPeriod,
  type RenewalCase,
  type RenewalRecord,
} from '../../src/domain/renewal';
import { requirementsOf } from '../../src/domain/requirement';
import { before, course, now, periods, record, rulesWith } from './records';

const rules = rulesWith();
const { settings } = rules;
const enough = [
  course(),
  record({ receipt: 'P26-000002-0', category: '研究会', granted: 3 }),
  record({ receipt: 'P26-000003-0', category: '研究会', granted: 3 }),
];
const renewal = (changes: Partial<RenewalRecord> = {}): RenewalRecord => ({
  ...{
    receipt: 'K26-000001-0',
    validTo: now.end,
    state: '申請中',
    decidedAt: null,
    fixBy: '',
    resolvedOn: '',
  },
  ...changes,
});
const assess = (
  changes: Partial<RenewalCase> = {},
  records: readonly PointRecord[] = enough,
  magazine = '有',
) => {
  const person = { period: now, periods, records, magazine, needed: settings.pointsNeeded };
  const requirements = requirementsOf(person, rules);
  const { obstacles, unmet } = assessRenewal(
    { period: now, periods, requirements, renewals: [], state: '有効', receivedOn: '2026-11-20', ...changes },
    settings,
  );
  return [obstacles, unmet];
};
const free = [[], []];

describe('a renewal may be applied for (announcement 1 (2) ①)', () => {
  test.each([
    ['2026-09-29', ['TOO_EARLY']],
    ['2026-09-30', []],
    ['2027-03-31', []],
    ['2027-04-01', ['TOO_LATE']],
  ])('on %s: %j', (receivedOn, unmet) => {
    expect(assess({ receivedOn })).toEqual([[], unmet]);
  });

  test('only with every requirement met; what lacks is spelled, for 特例', () => {
    expect(assess({}, [])).toEqual([[], ['COURSE', 'POINTS']]);
    expect(assess({ receivedOn: '2027-04-01' }, [], '無')).toEqual([
      [],
      ['COURSE', 'MAGAZINE', 'POINTS', 'TOO_LATE'],
    ]);
  });

  test('after the closing day with points that were applied for in time and decided late', () => {
    const late = enough.map((each) => ({
      ...each,
      receivedOn: '2027-03-30',
      decidedAt: instantOfDay('2027-04-10'),
    }));
    expect(assess({ receivedOn: '2027-04-24' }, late)).toEqual(free);
    expect(assess({ receivedOn: '2027-04-25' }, late)).toEqual([[], ['TOO_LATE']]);
  });

  test('once: not while one is under way or approved; again after a refusal or withdrawal', () => {
    const barred = (...renewals: RenewalRecord[]) => assess({ renewals });
    expect(barred(renewal())).toEqual([['OPEN_APPLICATION'], []]);
    expect(barred(renewal({ state: '差戻し', fixBy: '2026-12-04' }))).toEqual([['OPEN_APPLICATION'], []]);
    expect(barred(renewal({ state: '確認済', decidedAt: 1 }))).toEqual([['OPEN_APPLICATION'], []]);
    const decided = { decidedAt: 1, resolvedOn: '2026-11-20' };
    expect(barred(renewal({ ...decided, state: '承認' }))).toEqual([['RENEWED'], []]);
    expect(barred(renewal({ ...decided, state: '不承認' }))).toEqual(free);
    expect(barred(renewal({ ...decided, state: '取消' }))).toEqual(free);
    expect(barred(renewal({ validTo: before.end }))).toEqual(free);
  });

  test('and is judged again at its decision, itself left aside', () => {
    const own = renewal();
    expect(assess({ renewals: [own], receipt: own.receipt })).toEqual(free);
  });

  test('not for a period that was renewed already', () => {
    const next = nextPeriod(now, periods, settings);
    expect(assess({ periods: [...periods, next] })).toEqual([['RENEWED'], []]);
  });

  test.each(['休止', '失効', '登録抹消', '取消'])('not by a person who is %s', (state) => {
    expect(assess({ state })).toEqual([['STATE'], []]);
  });
});

test('規則 tells the figures it was judged by', () => {
  expect(renewalRule(5, settings)).toBe(
    '必要ポイント5・申請開始6か月前の応当日・申請締切0日前・救済14日・他団体の講習認めない・有効期間5年応当日の前日',
  );
});

describe('the next period (facts/office.md A2)', () => {
  test.each([
    ['2027-03-31', 5, '応当日の前日', '2027-04-01', '2032-03-31'],
    ['2027-03-31', 3, '年度末', '2027-04-01', '2030-03-31'],
    ['2026-08-31', 5, '応当日の前日', '2026-09-01', '2031-08-31'],
    ['2028-02-28', 5, '応当日の前日', '2028-02-29', '2033-02-28'],
    ['2028-02-29', 4, '応当日の前日', '2028-03-01', '2032-02-29'],
    ['2027-02-28', 5, '月末', '2027-03-01', '2032-02-29'],
    ['2027-10-14', 5, '年度末', '2027-10-15', '2033-03-31'],
  ] as const)('after %s, %i years, %s: %s to %s', (end, validityYears, validityEnding, start, to) => {
    const next = nextPeriod({ ...now, end }, [before, { ...now, end }], { validityYears, validityEnding });
    expect(next).toEqual({ number: '00123', term: 3, start, end: to, basis: '更新' });
  });

  test.each(['2026-09-30', '2027-03-30', '2027-03-31', '2027-04-01'])(
    'approved on %s leaves the running period as it is; the change-over is a matter of the date',
    (today) => {
      const all = [...periods, nextPeriod(now, periods, settings)];
      expect(periodOn(all, today)?.term).toBe(today <= '2027-03-31' ? 2 : 3);
      expect(periodOn(all, '2022-04-01')).toBe(now);
    },
  );

  test('is not made twice', () => {
    const next = nextPeriod(now, periods, settings);
    expect(() => nextPeriod(now, [...periods, next], settings)).toThrow(DomainError);
  });

  test('however often renewed, every day lies in exactly one period', () => {
    const first = fc.integer({ min: 0, max: 20000 }).map((days) => daysAfter('2000-01-01', days));
    fc.assert(
      fc.property(
        first,
        fc.integer({ min: 1, max: 10 }),
        fc.constantFrom('応当日の前日', '年度末', '月末'),
        fc.integer({ min: 1, max: 6 }),
        (end, validityYears, validityEnding, times) => {
          const all: Period[] = [{ ...before, start: daysAfter(end, -364), end }];
          for (let each = 0; each < times; each++)
            all.push(nextPeriod(all[all.length - 1]!, all, { validityYears, validityEnding }));
          all.slice(1).forEach((period, index) => {
            expect(daysLeft(period.start, all[index]!.end)).toBe(1);
            expect(isDay(period.end) && period.end > period.start).toBe(true);
            expect(period.term).toBe(index + 2);
          });
        },
      ),
    );
  });
});

describe('復帰', () => {
  test('begins on its day, after a gap', () => {
    expect(returnPeriod('00123', periods, '2028-06-01', settings)).toEqual({
      ...{ number: '00123', term: 3, start: '2028-06-01', end: '2033-05-31', basis: '復帰' },
    });
  });

  test('from 休止 keeps the last period to its last day; after it, and from 失効, a new one begins', () => {
    expect(keepsPeriod('休止', periods, now.end)).toBe(true);
    expect(keepsPeriod('休止', periods, daysAfter(now.end, 1))).toBe(false);
    expect(keepsPeriod('失効', periods, now.end)).toBe(false);
    expect(keepsPeriod('休止', [], now.end)).toBe(false);
  });

  test('never overlaps the last period', () => {
    expect(returnPeriod('00123', periods, '2027-03-31', settings).start).toBe('2027-04-01');
    expect(returnPeriod('00123', [], '2027-03-31', settings)).toMatchObject({ term: 1, start: '2027-03-31' });
  });
});
