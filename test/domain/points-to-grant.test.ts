/** How many points a record is to be granted when it is decided. */
import { pointsToGrant, type PointRecord } from '../../src/domain/points';
import { categoriesOf, course, periods, record, rulesWith, waiting } from './records';

const rules = rulesWith();

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
