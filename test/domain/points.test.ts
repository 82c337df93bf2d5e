import fc from 'fast-check';
import { periodContaining } from '../../src/domain/period';
import { countPoints, pointsToGrant, sumPoints, type PointRecord } from '../../src/domain/points';
import { before, categoriesOf, course, now, periods, record, rulesWith, waiting } from './records';

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

describe('what a record is to be granted', () => {
  const grant = (
    each: PointRecord,
    others: PointRecord[] = [],
    more = rules,
    eventPoints: number | null = null,
  ) => pointsToGrant(each, others, periods, more, eventPoints);

  test('is what 区分 says, or the 行事', () => {
    expect(grant(record({ ...waiting }))).toBe(2);
    expect(grant(record({ ...waiting }), [], rules, 3)).toBe(3);
    expect(grant(record({ ...waiting, category: '講演会', role: '講師', hours: 1.5 }))).toBe(3);
    expect(grant(record({ ...waiting, category: 'その他' }))).toBeNull();
    expect(grant(record({ ...waiting, category: '知らない' }))).toBeNull();
  });

  test('is nothing for a 講習; for a second one of the period 2回目の講習のポイント', () => {
    const again = course({ receipt: 'P26-000009-0', attendedOn: '2025-01-10', ...waiting });
    const paying = rulesWith({ secondCoursePoints: 1 });
    expect(grant(again, [], paying)).toBe(0);
    expect(grant(again, [course()], paying)).toBe(1);
    expect(grant(again, [course()])).toBe(0);
    expect(grant(again, [course({ attendedOn: '2021-06-10' })], paying)).toBe(0);
    expect(grant(course(), [course()], paying)).toBe(0);
  });

  test('is nothing for what another body held, where that does not count', () => {
    expect(grant(course({ host: 'ほかの団体' }))).toBe(0);
    expect(grant(record({ category: '研究会', host: 'ほかの団体' }))).toBe(0);
  });

  test('follows the 区分 in force on the application day, before and after 1 April', () => {
    const changed = {
      ...rules,
      categories: categoriesOf([
        { category: 'セミナー', points: 2 },
        { category: 'セミナー', points: 1, from: '2026-04-01' },
      ]),
    };
    const attendedOn = '2026-03-20';
    expect(grant(record({ ...waiting, attendedOn, receivedOn: '2026-03-31' }), [], changed)).toBe(2);
    expect(grant(record({ ...waiting, attendedOn, receivedOn: '2026-04-01' }), [], changed)).toBe(1);
  });
});

describe('laws of counting', () => {
  const days = fc.constantFrom(
    '2021-05-01',
    '2022-03-31',
    '2022-04-01',
    '2024-06-10',
    '2024-06-11',
    '2027-03-31',
    '2028-01-01',
  );
  const records = fc
    .array(
      fc.record({
        category: fc.constantFrom('講習', 'セミナー', '講演会', '研究会', 'その他', '消えた区分'),
        role: fc.constantFrom('', '参加', '講師'),
        title: fc.constantFrom('甲', '乙', ''),
        host: fc.constantFrom('当協会', 'ほかの団体', ''),
        attendedOn: days,
        endedOn: fc.constantFrom('', '2022-04-01'),
        granted: fc.constantFrom(0, 0.5, 0.1, 0.2, 1, 2, 7, null),
        state: fc.constantFrom(
          '承認',
          '承認',
          '承認',
          '申請中',
          '差戻し',
          '不承認',
          '取下げ',
          '取消',
          '承諾',
        ),
        decidedAt: fc.constantFrom(1, 1, null),
        fixBy: fc.constantFrom('', '2024-07-01'),
      }),
      { maxLength: 14 },
    )
    .map((rows) =>
      rows.map((row, index) => record({ ...row, receipt: `P26-${String(index).padStart(6, '0')}-0` })),
    );
  const shuffledToo = (rows: PointRecord[]) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }));
  const someRules = fc
    .record({
      otherCourses: fc.constantFrom('認めない', 'ポイントとして認める', '必須として認める'),
      secondCoursePoints: fc.constantFrom(0, 1),
    })
    .map(rulesWith);

  test('the order of the rows changes nothing', () => {
    fc.assert(
      fc.property(records.chain(shuffledToo), someRules, ([rows, shuffled], more) => {
        expect(countPoints(shuffled, [before, now], more)).toEqual(countPoints(rows, [now, before], more));
      }),
    );
  });

  test('no record counts twice, and each only in the period that contains its last day', () => {
    fc.assert(
      fc.property(records, someRules, (rows, more) => {
        const counted = countPoints(rows, periods, more);
        expect(counted.map((each) => each.record.receipt).sort()).toEqual(rows.map((row) => row.receipt));
        const sum = counted.reduce((all, { points }) => all + points, 0);
        expect(sumPoints(counted, before) + sumPoints(counted, now)).toBeCloseTo(sum);
        for (const { record: each, period, points } of counted) {
          const last = each.endedOn > each.attendedOn ? each.endedOn : each.attendedOn;
          expect(period).toBe(periodContaining(periods, last));
          expect(points === 0 || period !== undefined).toBe(true);
        }
      }),
    );
  });

  test('nothing counts without 承認 and 確認日時, and nothing more than was granted', () => {
    fc.assert(
      fc.property(records, someRules, (rows, more) => {
        for (const each of countPoints(rows, periods, more)) {
          const decided = each.record.state === '承認' && each.record.decidedAt !== null;
          if (!decided) expect([each.points, each.course]).toEqual([0, false]);
          expect(each.points).toBeLessThanOrEqual(each.record.granted ?? 0);
          if (each.why !== null && each.why !== 'CAPPED')
            expect([each.points, each.course]).toEqual([0, false]);
        }
      }),
    );
  });

  test('no 上限 is ever exceeded, and one 講習 a period meets the requirement', () => {
    fc.assert(
      fc.property(records, someRules, fc.boolean(), (rows, more, withPending) => {
        const counted = countPoints(rows, periods, more, withPending);
        for (const period of periods) {
          const mine = counted.filter((each) => each.period === period);
          expect(mine.filter((each) => each.course).length).toBeLessThanOrEqual(1);
          const seminars = mine.filter(({ record: each }) => each.category === 'セミナー');
          expect(sumPoints(seminars, period)).toBeLessThanOrEqual(4);
        }
      }),
    );
  });
});
