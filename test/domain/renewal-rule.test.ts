import fc from 'fast-check';
import { renewalRule } from '../../src/domain/renewal';
import { settingsByRule } from '../../src/domain/renewal-rule';
import { readSettings } from '../../src/domain/settings';

const { settings } = readSettings([]);

it('the rule of the application day decides, whatever 設定 says by now', () => {
  const then = renewalRule(3, { ...settings, rescueDays: 30, validityYears: 3, validityEnding: '年度末' });
  expect(settingsByRule(then, settings)).toEqual({
    ...settings,
    ...{ pointsNeeded: 3, rescueDays: 30, validityYears: 3, validityEnding: '年度末' },
  });
});

it('a blank rule, or one a person typed, leaves today’s settings', () => {
  expect(settingsByRule('', settings)).toEqual(settings);
  expect(settingsByRule('旧規程による', settings)).toEqual(settings);
});

it('every rule is read back as it was written', () => {
  fc.assert(
    fc.property(
      fc.record({
        pointsNeeded: fc.integer({ min: 0, max: 2000 }).map((halves) => halves / 2),
        applyMonths: fc.integer({ min: 1, max: 24 }),
        applyFrom: fc.constantFrom('応当日' as const, '応当日の翌日' as const, '月初' as const),
        applyUntil: fc.integer({ min: 0, max: 365 }),
        rescueDays: fc.integer({ min: 0, max: 365 }),
        otherCourses: fc.constantFrom('認めない' as const, 'ポイントとして認める' as const),
        validityYears: fc.integer({ min: 1, max: 20 }),
        validityEnding: fc.constantFrom('応当日の前日' as const, '年度末' as const, '月末' as const),
      }),
      (figures) => {
        const then = { ...settings, ...figures };
        expect(settingsByRule(renewalRule(figures.pointsNeeded, then), settings)).toEqual(then);
      },
    ),
  );
});
