import { countPoints, sumPoints, type PointRecord } from '../../src/domain/points';
import { before, course, now, periods, record, rulesWith, waiting } from './records';

const rules = rulesWith();
const whyOf = (each: PointRecord, more = rules) => countPoints([each], periods, more)[0]!.why;
const total = (records: readonly PointRecord[], more = rules) =>
  sumPoints(countPoints(records, periods, more), now);

describe('a record counts (product.md, Rules)', () => {
  test('with the points stored at its decision, whatever 区分 says today', () => {
    expect(total([record({ granted: 1.5 })])).toBe(1.5);
    expect(total([record({ category: 'もうない区分', granted: 3 })])).toBe(3);
  });

  test('only where 状態 承認 and 確認日時 both stand', () => {
    expect(whyOf(record())).toBeNull();
    expect(whyOf(record({ decidedAt: null }))).toBe('PENDING');
    expect(whyOf(record({ ...waiting }))).toBe('PENDING');
    expect(whyOf(record({ state: '不承認', decidedAt: null }))).toBe('PENDING');
  });

  test.each(['不承認', '取下げ', '取消'])('never once it is %s', (state) => {
    expect(whyOf(record({ state }))).toBe('ENDED');
  });

  test('not while it is returned', () => {
    expect(whyOf(record({ ...waiting, state: '差戻し', fixBy: '2024-07-04' }))).toBe('RETURNED');
  });

  test.each([
    ['2022-03-31', 1],
    ['2022-04-01', 2],
    ['2027-03-31', 2],
    ['2027-04-01', undefined],
    ['2017-03-31', undefined],
    ['', undefined],
  ])('attended on %j, in period %j', (attendedOn, term) => {
    const [counted] = countPoints([record({ attendedOn })], periods, rules);
    expect(counted!.period?.term).toBe(term);
    expect(counted!.why).toBe(term === undefined ? 'OUTSIDE' : null);
  });

  test('by its last day, if it had several', () => {
    const counted = countPoints(
      [record({ attendedOn: '2022-03-31', endedOn: '2022-04-01' })],
      periods,
      rules,
    );
    expect(counted[0]!.period).toBe(now);
  });

  test('in the period of attendance, however late it is approved', () => {
    const late = record({ attendedOn: '2022-03-01', receivedOn: '2022-03-20', decidedAt: 1_650_000_000_000 });
    const counted = countPoints([late], periods, rules);
    expect([sumPoints(counted, before), sumPoints(counted, now)]).toEqual([2, 0]);
  });

  test('only if held by whom 主催の条件 says', () => {
    const circle = { category: '研究会', granted: 3 };
    expect(whyOf(record({ ...circle }))).toBeNull();
    expect(whyOf(record({ ...circle, host: 'ほかの団体' }))).toBe('OTHER_HOST');
    expect(whyOf(record({ host: 'ほかの団体' }))).toBeNull();
  });
});

describe('同じ活動の数え方', () => {
  const two = (first: Partial<PointRecord>, second: Partial<PointRecord>) =>
    countPoints(
      [record({ receipt: 'P26-000001-0', ...first }), record({ receipt: 'P26-000002-0', ...second })],
      periods,
      rules,
    ).map(({ why }) => why);

  test('同日1回: the same activity again on its day does not count, on another day it does', () => {
    expect(two({}, {})).toEqual([null, 'REPEATED']);
    expect(two({}, { title: 'ｾﾐﾅｰ 『求人の聞き方』' })).toEqual([null, 'REPEATED']);
    expect(two({}, { attendedOn: '2024-06-11' })).toEqual([null, null]);
    expect(two({}, { title: '別のセミナー' })).toEqual([null, null]);
    expect(two({ eventCode: 'S-1' }, { eventCode: 's-1', title: '別の書き方' })).toEqual([null, 'REPEATED']);
  });

  test('同日1回: an activity of several days is one', () => {
    expect(two({ endedOn: '2024-06-11' }, { attendedOn: '2024-06-11' })).toEqual([null, 'REPEATED']);
  });

  test('期間1回: once in a period', () => {
    const talk = { category: '講演会', granted: 1 };
    expect(two(talk, { ...talk, attendedOn: '2025-06-10' })).toEqual([null, 'REPEATED']);
    expect(two(talk, { ...talk, attendedOn: '2021-06-10' })).toEqual([null, null]);
  });

  test('制限なし: every one; but a row pasted twice is one record', () => {
    const circle = { category: '研究会', granted: 3 };
    expect(two(circle, circle)).toEqual([null, null]);
    expect(two(circle, { ...circle, receipt: 'P26-000001-0' })).toEqual([null, 'REPEATED']);
  });

  test('another 立場 is another activity', () => {
    const talk = { category: '講演会', granted: 1 };
    expect(two(talk, { ...talk, role: '講師' })).toEqual([null, null]);
  });
});

describe('上限', () => {
  test('is what a 区分 gives in a period at most; the later record brings less', () => {
    const three = ['2024-06-10', '2025-06-10', '2026-06-10'].map((attendedOn, index) =>
      record({ receipt: `P26-00000${index}-0`, attendedOn, granted: 1.5 }),
    );
    const counted = countPoints(three, periods, rules);
    expect(counted.map(({ points, why }) => [points, why])).toEqual([
      [1.5, null],
      [1.5, null],
      [1, 'CAPPED'],
    ]);
    expect(sumPoints(counted, now)).toBe(4);
  });

  test('is that of each period', () => {
    const many = ['2021-01-01', '2021-02-01', '2021-03-01', '2024-01-01', '2024-02-01', '2024-03-01'].map(
      (attendedOn, index) => record({ receipt: `P26-00000${index}-0`, attendedOn }),
    );
    const counted = countPoints(many, periods, rules);
    expect([sumPoints(counted, before), sumPoints(counted, now)]).toEqual([4, 4]);
  });
});

describe('職業紹介責任者講習 (announcement: 当協会開催の…受講が必須, その他に5ポイント)', () => {
  test('meets the requirement and gives no points, whatever was granted', () => {
    const counted = countPoints([course({ granted: 5 })], periods, rules);
    expect(counted[0]).toMatchObject({ course: true, points: 0, why: null });
  });

  test('held by another body counts by the setting', () => {
    const other = course({ host: 'ほかの団体', granted: 2 });
    expect(whyOf(other)).toBe('OTHER_HOST');
    expect(whyOf(course({ host: '' }))).toBe('OTHER_HOST');
    const asPoints = countPoints([other], periods, rulesWith({ otherCourses: 'ポイントとして認める' }));
    expect(asPoints[0]).toMatchObject({ course: false, points: 2, why: null });
    const asCourse = countPoints([other], periods, rulesWith({ otherCourses: '必須として認める' }));
    expect(asCourse[0]).toMatchObject({ course: true, points: 0 });
  });

  test('is one in each period, the earliest where they are alike', () => {
    const days = ['2021-06-10', '2023-06-10', '2024-06-10'];
    const three = days.map((attendedOn, index) => course({ receipt: `P26-00000${9 - index}-0`, attendedOn }));
    expect(countPoints(three, periods, rules).map((each) => each.course)).toEqual([true, true, false]);
  });

  test('a second one of the period gives what was granted for it, whichever was attended first', () => {
    const first = course({ granted: 0 });
    const second = course({ receipt: 'P26-000002-0', attendedOn: '2023-06-10', granted: 1 });
    const counted = countPoints([first, second], periods, rules);
    expect(counted.map((each) => [each.record.attendedOn, each.course, each.points])).toEqual([
      ['2023-06-10', false, 1],
      ['2024-06-10', true, 0],
    ]);
  });
});
