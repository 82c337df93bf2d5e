import fc from 'fast-check';
import type { AssociationEvent } from '../../src/domain/activity';
import type { PointRecord } from '../../src/domain/points';
import { eventsToFill, nextCourses, requirementsOf, unmetOf } from '../../src/domain/requirement';
import { course, event, now, periods, record, rulesWith, waiting } from './records';

const rules = rulesWith();
const circles = [1, 2].map((each) =>
  record({ receipt: `P26-00001${each}-0`, category: '研究会', attendedOn: `2024-0${each}-10`, granted: 3 }),
);
const person = (records: readonly PointRecord[], magazine = '有') => ({
  period: now,
  periods,
  records,
  magazine,
  needed: 5,
});
const of = (records: readonly PointRecord[], magazine = '有', more = rules) =>
  requirementsOf(person(records, magazine), more);

describe('requirements of a renewal (announcement 1 (2) ②)', () => {
  test('are met by a 講習 of the association, the magazine, and besides them 5 points', () => {
    const met = of([course(), ...circles]);
    expect(met).toMatchObject({ met: true, points: { have: 6, needed: 5, missing: 0, pending: 0 } });
    expect(met.course.proof).toMatchObject({ category: '講習', receipt: 'P26-000001-0' });
    expect(unmetOf(met)).toEqual([]);
  });

  test('each is told apart, in the order of the announcement', () => {
    expect(unmetOf(of([], '無'))).toEqual(['COURSE', 'MAGAZINE', 'POINTS']);
    expect(unmetOf(of(circles))).toEqual(['COURSE']);
    expect(unmetOf(of([course(), ...circles], ''))).toEqual(['MAGAZINE']);
    expect(unmetOf(of([course(), circles[0]!]))).toEqual(['POINTS']);
    expect(of([course(), circles[0]!]).points).toEqual({
      met: false,
      have: 3,
      needed: 5,
      missing: 2,
      pending: 0,
    });
  });

  test('a 講習 of another body, or of the period before, is none', () => {
    expect(unmetOf(of([course({ host: 'ほかの団体' }), ...circles]))).toEqual(['COURSE']);
    expect(unmetOf(of([course({ attendedOn: '2022-03-31' }), ...circles]))).toEqual(['COURSE']);
  });

  test('points of a 講習 are never among the 5', () => {
    expect(unmetOf(of([course({ granted: 5 })]))).toEqual(['POINTS']);
  });

  test('what waits with the office is shown apart, and does not fulfil anything', () => {
    const hoped = of([course({ ...waiting }), circles[0]!, { ...circles[1]!, ...waiting, claimed: 3 }]);
    expect(hoped.met).toBe(false);
    expect(hoped.course).toMatchObject({ met: false, proof: null, pending: { category: '講習' } });
    expect(hoped.points).toMatchObject({ met: false, have: 3, missing: 2, pending: 3 });
  });

  test('what waits adds no more than 上限 leaves', () => {
    const seminars = ['2024-01-10', '2025-01-10'].map((attendedOn, index) =>
      record({ receipt: `P26-00002${index}-0`, attendedOn }),
    );
    const more = record({ receipt: 'P26-000030-0', attendedOn: '2026-01-10', ...waiting });
    expect(of([...seminars, more]).points).toMatchObject({ have: 4, pending: 0 });
  });

  test('the last safe day is 確認日数 before the last day to apply', () => {
    expect(of([]).lastSafeDay).toBe('2027-03-17');
    expect(of([], '有', rulesWith({ reviewDays: 0 })).lastSafeDay).toBe('2027-03-31');
    expect(of([], '有', rulesWith({ applyUntil: 10 })).lastSafeDay).toBe('2027-03-07');
  });

  test('are met exactly when nothing is unmet', () => {
    const rows = fc.subarray([course(), ...circles, course({ receipt: 'P26-000040-0', host: 'ほかの団体' })]);
    fc.assert(
      fc.property(rows, fc.constantFrom('有', '無', ''), (records, magazine) => {
        const requirements = of(records, magazine);
        expect(requirements.met).toBe(unmetOf(requirements).length === 0);
        expect(requirements.points.missing > 0).toBe(!requirements.points.met);
      }),
    );
  });
});

describe('events that would fill the gap (facts/domain.md N1)', () => {
  const fill = (records: readonly PointRecord[], events: readonly AssociationEvent[], today = '2026-11-20') =>
    eventsToFill(person(records), of(records), events, today, rules).map((each) => [
      each.event.eventCode,
      each.course,
      each.points,
    ]);
  const training = (changes: Partial<AssociationEvent> = {}) =>
    event({ eventCode: 'K-1', category: '講習', title: '職業紹介責任者講習', ...changes });

  test('lie from today to the last safe day, in their order', () => {
    const events = [
      event({ eventCode: 'late', startsOn: '2027-03-18' }),
      event({ eventCode: 'ends late', startsOn: '2027-03-17', endsOn: '2027-03-18' }),
      event({ eventCode: 'last', title: '最後', startsOn: '2027-03-17' }),
      event({ eventCode: 'today', startsOn: '2026-11-20' }),
      event({ eventCode: 'over', startsOn: '2026-11-19' }),
    ];
    expect(fill([course()], events)).toEqual([
      ['today', false, 2],
      ['last', false, 2],
    ]);
  });

  test('a recording can be watched as long as it is shown', () => {
    const shown = event({ form: '録画配信', startsOn: '2026-04-01', endsOn: '2027-03-31' });
    expect(fill([course()], [shown])).toEqual([['S-1', false, 2]]);
    expect(fill([course()], [shown], '2027-03-18')).toEqual([]);
  });

  test('bring what is missing only', () => {
    const events = [training(), event()];
    expect(fill([], events)).toEqual(
      [
        ['S-1', false, 2],
        ['K-1', true, 0],
      ].reverse(),
    );
    expect(fill(circles, events)).toEqual([['K-1', true, 0]]);
    expect(fill([course()], events)).toEqual([['S-1', false, 2]]);
    expect(fill([course(), ...circles], events)).toEqual([]);
  });

  test('not those at their 上限, attended before, held by others, or applied for and waiting', () => {
    const full = ['2024-01-10', '2025-01-10'].map((attendedOn, index) =>
      record({ receipt: `P26-00002${index}-0`, attendedOn }),
    );
    expect(fill([course(), ...full], [event()])).toEqual([]);
    const talk = event({ category: '講演会', title: '講演会「これから」', points: 1 });
    const heard = record({
      receipt: 'P26-000009-0',
      category: '講演会',
      role: '参加',
      title: '講演会「これから」',
      granted: 1,
    });
    expect(fill([course(), heard], [talk])).toEqual([]);
    expect(fill(circles, [training({ host: 'ほかの団体' })])).toEqual([]);
    expect(fill([...circles, course({ ...waiting })], [training()])).toEqual([]);
  });

  test('those whose points only the office can tell are offered without a figure', () => {
    expect(fill([course()], [event({ category: 'その他' })])).toEqual([['S-1', false, null]]);
  });
});

test('the next courses are those of the association from today on', () => {
  const events = [
    event({ eventCode: 'b', category: '講習', startsOn: '2027-05-01' }),
    event({ eventCode: 'a', category: '講習', startsOn: '2026-11-20' }),
    event({ eventCode: 'over', category: '講習', startsOn: '2026-11-19' }),
    event({ eventCode: 'theirs', category: '講習', host: 'ほかの団体' }),
    event({ eventCode: 'seminar' }),
  ];
  expect(nextCourses(events, '2026-11-20', rules).map(({ eventCode }) => eventCode)).toEqual(['a', 'b']);
});
