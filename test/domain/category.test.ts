import fc from 'fast-check';
import { activityPoints, categoryOn, readCategories, ruleVersion } from '../../src/domain/category';
import { serialOfDay } from '../../src/domain/fields/date';
import { categoriesOf, categoryRows } from './records';

const one = (row: Record<string, string | number>) => categoriesOf([{ category: '講演', ...row }])[0]!;

describe('a row of 区分 (product.md, Tabs)', () => {
  test('is read in any width, with blanks, with numbers typed as text and dates as cells', () => {
    const typed = {
      category: ' 講 演 ',
      required: '－',
      role: '講師　',
      counting: '１時間',
      points: '１．５',
      rounding: '四捨五入',
      cap: '５ポイント',
      repeated: '期間１回',
      hostRule: '当協会のみ',
      withoutApplying: 'する',
      from: serialOfDay('2026-04-01'),
    };
    expect(categoriesOf([typed])[0]).toMatchObject({
      course: false,
      role: '講師',
      counting: '1時間',
      points: 1.5,
      rounding: '四捨五入',
      cap: 5,
      repeated: '期間1回',
      oursOnly: true,
      withoutApplying: true,
      from: '2026-04-01',
    });
    expect(categoriesOf([{ ...typed, from: '令和8年4月1日' }])[0]!.from).toBe('2026-04-01');
  });

  test('that is left blank where it may be asks for nothing', () => {
    expect(one({ points: 1 })).toMatchObject({
      counting: '1回',
      rounding: 'そのまま',
      cap: null,
      repeated: '同日1回',
      oursOnly: false,
      withoutApplying: false,
      from: '',
    });
  });

  test.each([
    ['points', ''],
    ['points', '多い'],
    ['points', -1],
    ['cap', '四'],
    ['counting', '1日'],
    ['rounding', '丸める'],
    ['repeated', '何回でも'],
    ['hostRule', '要相談'],
    ['required', '必須'],
    ['withoutApplying', 'たまに'],
    ['from', '来年'],
  ])('with %s %j is not in force and is reported', (column, cell) => {
    const rows = [{ category: '' }, { category: '講演', points: 1, [column]: cell }];
    expect(readCategories(rows)).toEqual({
      categories: [],
      problems: [{ index: 1, column, reason: 'UNREADABLE' }],
    });
  });

  test('given twice counts as its first writing', () => {
    const rows = [
      { category: '講演', points: 1 },
      { category: '講 演', points: 2 },
    ];
    const { categories, problems } = readCategories(rows);
    expect(categories.map(({ points }) => points)).toEqual([1]);
    expect(problems).toEqual([{ index: 1, column: 'category', reason: 'TWICE' }]);
  });
});

describe('the row in force (product.md: the rule in force on the application day decides)', () => {
  const rows = [
    { category: '講演', points: 2, from: '2026-04-01' },
    { category: '講演', points: 1 },
    { category: '講演', role: '講師', points: 4, from: '2025-04-01' },
  ];
  const on = (role: string, day: string) => categoryOn(categoriesOf(rows), '講演', role, day);

  test('changes on 1 April', () => {
    expect(on('', '2026-03-31')?.points).toBe(1);
    expect(on('', '2026-04-01')?.points).toBe(2);
  });

  test('of a 立場 is its own, and before it began that of everybody', () => {
    expect(on('講師', '2026-04-01')?.points).toBe(4);
    expect(on('講師', '2025-03-31')?.points).toBe(1);
    expect(on('委員', '2026-04-01')?.points).toBe(2);
  });

  test('is none for a 区分 nobody has written down, or not yet', () => {
    expect(categoryOn(categoriesOf(rows), '執筆', '', '2026-04-01')).toBeUndefined();
    const later = categoriesOf([{ category: '講演', points: 1, from: '2026-04-01' }]);
    expect(categoryOn(later, '講演', '', '2026-03-31')).toBeUndefined();
  });

  test('without 立場 is 参加', () => {
    expect(categoryOn(categoriesOf(categoryRows), '講演会', '', '2026-01-01')?.role).toBe('参加');
    expect(categoryOn(categoriesOf(categoryRows), 'セミナー', '参加', '2026-01-01')?.role).toBe('');
  });

  test('is named so that every version has its own name', () => {
    expect(categoriesOf(rows).map(ruleVersion)).toEqual(['講演 2026-04-01', '講演', '講演・講師 2025-04-01']);
  });
});

describe('points of one activity (facts/office.md A15)', () => {
  test.each([
    ['切り上げ', 1.25, 4],
    ['切り捨て', 1.25, 2],
    ['四捨五入', 1.25, 2],
    ['四捨五入', 1.5, 4],
    ['そのまま', 1.25, 2.5],
    ['0.5切り上げ', 1.25, 3],
    ['0.5切り捨て', 1.25, 2],
    ['切り上げ', 2, 4],
  ])('by the hour, %s: %f hours at 2 give %f', (rounding, hours, points) => {
    expect(activityPoints(one({ counting: '1時間', points: 2, rounding }), { hours })).toBe(points);
  });

  test('may be halves', () => {
    expect(activityPoints(one({ points: 0.5 }), {})).toBe(0.5);
    expect(activityPoints(one({ counting: '1時間', points: 0.1 }), { hours: 3 })).toBe(0.3);
  });

  test('are for a person to say where the office decides or the hours are not known', () => {
    expect(activityPoints(one({ counting: '事務局' }), { hours: 2 })).toBeNull();
    expect(activityPoints(one({ counting: '1時間', points: 2 }), {})).toBeNull();
    expect(activityPoints(one({ counting: '1時間', points: 2 }), { hours: 0 })).toBeNull();
  });

  test('of the 行事 go first for who came, not for who lectured', () => {
    expect(activityPoints(one({ points: 2 }), { eventPoints: 3 })).toBe(3);
    expect(activityPoints(one({ points: 2 }), { eventPoints: 0, role: '参加' })).toBe(0);
    expect(activityPoints(one({ points: 2 }), { eventPoints: 3, role: '講師' })).toBe(2);
  });

  test('never fall when the hours grow, and 切り上げ is never less than そのまま', () => {
    const roundings = ['切り上げ', '切り捨て', '四捨五入', 'そのまま', '0.5切り上げ'];
    const hours = fc.integer({ min: 1, max: 4000 }).map((quarters) => quarters / 4);
    fc.assert(
      fc.property(fc.constantFrom(...roundings), hours, hours, (rounding, a, b) => {
        const rule = one({ counting: '1時間', points: 1.5, rounding });
        const of = (each: number) => activityPoints(rule, { hours: each })!;
        expect(Math.sign(of(Math.max(a, b)) - of(Math.min(a, b)))).not.toBe(-1);
        if (rounding.endsWith('切り上げ')) expect(of(a)).toBeGreaterThanOrEqual(a * 1.5);
        if (rounding === '切り捨て') expect(of(a)).toBeLessThanOrEqual(a * 1.5);
      }),
    );
  });
});
