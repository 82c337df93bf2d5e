/** A person's points as the rules see them: periods, records, requirements; from read rows, or from what 要約 remembers. */
import { categoryOn, type Category } from '../../domain/category';
import type { PointChoice } from '../../domain/fields/point-application';
import { periodOn, type Period } from '../../domain/period';
import type { PointRecord } from '../../domain/points';
import { requirementsOf, type Requirements } from '../../domain/requirement';
import { pointsNeeded, readTransitionalRules, transitionalRuleOf } from '../../domain/transitional-rule';
import type { ledger, periods, RowOf } from '../../sheets/schema';
import type { Rules } from '../installation/rules';

/** What is known of a person. */
export interface PersonPoints<R extends PointRecord = PointRecord> {
  periods: readonly Period[];
  records: readonly R[];
  magazine: string;
  /** Whom a 経過措置 may concern. */
  certified: Certified;
}

type Certified = Pick<RowOf<typeof ledger>, 'certifiedRound' | 'certifiedOn'>;

/** 必要ポイント of a person in a period. */
export function neededIn(
  period: Period,
  certified: Certified,
  { settings }: Pick<Rules, 'settings'>,
): number {
  const { rules } = readTransitionalRules(settings.transitionalRules);
  return pointsNeeded(transitionalRuleOf(rules, certified), period, settings);
}

/** 有効期間 of a person; where the tab has none that can be read, the one 台帳 shows. */
export function periodsOf(
  rows: readonly RowOf<typeof periods>[],
  { number, validFrom, validTo }: { number: string; validFrom: string; validTo: string },
): Period[] {
  const read = rows.filter(({ end }) => end !== '').map((row) => ({ ...row, term: row.term ?? 0 }));
  if (read.length > 0) return read;
  return validTo === '' ? [] : [{ number, term: 1, start: validFrom, end: validTo, basis: '新規認定' }];
}

/** The period whose requirements are shown on that day, and how they stand; undefined where no period is known. */
export function standingOn<R extends PointRecord>(
  { periods, records, magazine, certified }: PersonPoints<R>,
  day: string,
  rules: Rules,
): { period: Period; requirements: Requirements<R> } | undefined {
  const period = periodOn(periods, day);
  if (!period) return undefined;
  const renewing = { period, periods, records, magazine, needed: neededIn(period, certified, rules) };
  return { period, requirements: requirementsOf(renewing, rules) };
}

/** 区分 one can apply for on that day, each with its 立場. */
export function choicesOn(
  { categories, settings }: Rules,
  day: string,
): (PointChoice & { rows: Category[] })[] {
  const names = [...new Set(categories.map(({ category }) => category))];
  return names.flatMap((name) => {
    const roles = [
      ...new Set(categories.filter(({ category }) => category === name).map(({ role }) => role)),
    ];
    const rows = roles.flatMap((role) => categoryOn(categories, name, role, day) ?? []);
    const [first] = rows;
    if (!first) return [];
    return [
      {
        category: name,
        roles: roles.length > 1 ? roles.map((role) => role || '参加') : roles.filter((role) => role !== ''),
        course: first.course,
        byHours: rows.some(({ counting }) => counting === '1時間'),
        oursOnly: first.course ? settings.otherCourses === '認めない' : first.oursOnly,
        rows,
      },
    ];
  });
}
