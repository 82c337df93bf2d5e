/** Laws of counting points that hold for any records, in any order, under any rules. */
import fc from 'fast-check';
import { periodContaining } from '../../src/domain/period';
import { countPoints, sumPoints, type PointRecord } from '../../src/domain/points';
import { before, now, periods, record, rulesWith } from './records';

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
