/**
 * Which records of ポイント count, in which period, and how much.
 * countPoints(records, periods, rules, what) → one Counted a record · sumPoints(counted, period) ·
 * pointsToGrant(record, others, periods, rules): what a record would be granted, for 申請ポイント and 承認ポイント
 */
import { daysOverlap, isOurs, lastDay, sameActivity } from './activity';
import { standingOf } from './application-state';
import { activityPoints, categoryOn, type Category } from './category';
import { dayOfInstant } from './fields/instant';
import { periodContaining, type Period } from './period';
import type { Settings } from './settings';

/** A row of ポイント as the rules read it. */
export interface PointRecord {
  receipt: string;
  category: string;
  role: string;
  eventCode: string;
  title: string;
  host: string;
  attendedOn: string;
  endedOn: string;
  hours: number | null;
  /** 申請ポイント */
  claimed: number | null;
  /** 承認ポイント */
  granted: number | null;
  state: string;
  receivedOn: string;
  appliedAt: number | null;
  decidedAt: number | null;
  fixBy: string;
}

/** Rules the counting needs. */
export interface PointRules {
  categories: readonly Category[];
  settings: Pick<Settings, 'otherCourses' | 'secondCoursePoints'>;
}

/**
 * Why a record gives nothing, or less than was granted: still with the office · returned · refused, withdrawn or taken back
 * · outside every period · not held by whom it must be · the same activity counts already · over 上限.
 */
export type WhyNot = 'PENDING' | 'RETURNED' | 'ENDED' | 'OUTSIDE' | 'OTHER_HOST' | 'REPEATED' | 'CAPPED';

/** What a record comes to. */
export interface Counted<R extends PointRecord = PointRecord> {
  record: R;
  /** The period that contains its last day. */
  period: Period | undefined;
  /** It is the 講習 that meets the requirement of its period, and gives no points. */
  course: boolean;
  points: number;
  why: WhyNot | null;
}

/** 受付日 of a record: by it the rule in force is chosen, and whether it came in time. */
export function applicationDay({
  receivedOn,
  appliedAt,
}: Pick<PointRecord, 'receivedOn' | 'appliedAt'>): string {
  return receivedOn || (appliedAt === null ? '' : dayOfInstant(appliedAt));
}

interface Open<R extends PointRecord> extends Counted<R> {
  category: Category | undefined;
  asCourse: boolean;
}

/**
 * Counts the decided records, with `withPending` the waiting ones too as if they were granted what they claim; in the order
 * of their last days, so that the order of the rows changes nothing. The figures stored with a decision are what counts;
 * 主催, repeats and 上限 apply over them, by the 区分 in force when it was applied for. A late approval counts in the
 * period of attendance. Of several 講習 the one with the fewest points meets the requirement (product.md: **besides** (a)).
 */
export function countPoints<R extends PointRecord>(
  records: readonly R[],
  periods: readonly Period[],
  rules: PointRules,
  withPending = false,
): Counted<R>[] {
  const judged = [...records].sort(byDay).map((record) => judge(record, periods, rules, withPending));
  const counting: Open<R>[] = [];
  for (const each of judged) {
    if (each.why !== null) continue;
    if (counting.some((other) => isRepeat(each, other))) Object.assign(each, { why: 'REPEATED', points: 0 });
    else counting.push(each);
  }
  for (const period of periods) {
    const courses = counting.filter((each) => each.asCourse && each.period?.start === period.start);
    const fewest = courses.reduce<Open<R> | undefined>(
      (best, each) => (best && best.points <= each.points ? best : each),
      undefined,
    );
    if (fewest) Object.assign(fewest, { course: true, points: 0 });
  }
  cutAtCaps(counting);
  return judged.map(({ record, period, course, points, why }) => ({ record, period, course, points, why }));
}

/** Points counted in a period, without the errors of binary fractions. */
export function sumPoints(counted: readonly Counted[], period: Period): number {
  const hundredths = counted
    .filter((each) => each.period?.start === period.start)
    .reduce((sum, { points }) => sum + Math.round(points * 100), 0);
  return hundredths / 100;
}

/**
 * What a record is worth by the rules, before 上限 and repeats: 0 for the 講習 that meets the requirement, 2回目の講習のポイント
 * for another of its period; null where a person must say. `others` are the person's other records.
 */
export function pointsToGrant(
  record: PointRecord,
  others: readonly PointRecord[],
  periods: readonly Period[],
  rules: PointRules,
  eventPoints: number | null = null,
): number | null {
  const category = categoryOf(record, rules);
  if (!category) return null;
  const { course, counts } = hostOf(record, category, rules);
  if (!counts) return 0;
  if (!course) return activityPoints(category, { ...record, eventPoints });
  const period = periodContaining(periods, lastDay(record));
  const rest = others.filter(({ receipt }) => receipt !== record.receipt);
  const second = countPoints(rest, periods, rules).some(
    (each) => each.course && each.period?.start === period?.start,
  );
  return second ? rules.settings.secondCoursePoints : 0;
}

function judge<R extends PointRecord>(
  record: R,
  periods: readonly Period[],
  rules: PointRules,
  withPending: boolean,
): Open<R> {
  const { state } = standingOf(record);
  const period = periodContaining(periods, lastDay(record));
  const category = categoryOf(record, rules);
  const { course, counts } = hostOf(record, category, rules);
  const open = state === '申請中' || state === '確認済';
  const worth = category && !course ? activityPoints(category, record) : 0;
  const figure = state === '承認' ? record.granted : (record.claimed ?? worth);
  const why = ((): WhyNot | null => {
    if (state === '差戻し') return 'RETURNED';
    if (open && !withPending) return 'PENDING';
    if (!open && state !== '承認') return 'ENDED';
    if (!period) return 'OUTSIDE';
    return counts ? null : 'OTHER_HOST';
  })();
  const points = why === null ? Math.max(0, figure ?? 0) : 0;
  return { record, period, course: false, points, why, category, asCourse: course };
}

function categoryOf(record: PointRecord, { categories }: PointRules): Category | undefined {
  return categoryOn(categories, record.category, record.role, applicationDay(record));
}

/**
 * Whether an activity is a 講習 that meets the requirement, and whether it counts at all, by who held it (announcement:
 * 当協会開催の職業紹介責任者講習). What was granted stays granted after its 区分 has gone from the tab.
 */
function hostOf(
  { host }: PointRecord,
  category: Category | undefined,
  { settings }: PointRules,
): { course: boolean; counts: boolean } {
  const ours = isOurs(host);
  if (!category?.course) return { course: false, counts: ours || category?.oursOnly !== true };
  return {
    course: ours || settings.otherCourses === '必須として認める',
    counts: ours || settings.otherCourses !== '認めない',
  };
}

/** 同じ活動の数え方: the same activity of the same 区分 and 立場 on the same day, or in the same period; a row pasted twice. */
function isRepeat(each: Open<PointRecord>, earlier: Open<PointRecord>): boolean {
  const { category, record } = each;
  if (record.receipt !== '' && record.receipt === earlier.record.receipt) return true;
  if (!category || category.repeated === '制限なし' || groupOf(each) !== groupOf(earlier)) return false;
  return (
    sameActivity(record, earlier.record) &&
    (category.repeated === '期間1回' || daysOverlap(record, earlier.record))
  );
}

/** 上限: what a row of 区分 gives in a period at most; the records that bring less, later ones first. */
function cutAtCaps(counting: readonly Open<PointRecord>[]): void {
  const used = new Map<string, number>();
  for (const each of counting) {
    const group = groupOf(each);
    const before = used.get(group) ?? 0;
    const cap = each.category?.cap ?? null;
    const points = cap === null ? each.points : Math.min(each.points, Math.max(0, cap - before));
    if (points < each.points) Object.assign(each, { why: 'CAPPED', points });
    used.set(group, Math.round((before + points) * 100) / 100);
  }
}

/** Period, 区分 and 立場 as the row of 区分 has them: a row without 立場 counts everybody together. */
function groupOf({ period, category, record }: Open<PointRecord>): string {
  const { category: name, role } = category ?? record;
  return `${String(period?.start)}/${name}/${role}`;
}

function byDay(a: PointRecord, b: PointRecord): number {
  const [one, other] = [a, b].map((each) => [lastDay(each), each.receipt, each.granted].join('/'));
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
