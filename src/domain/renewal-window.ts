/**
 * When a renewal may be applied for.
 * renewalWindow(end, settings) → {opens, closes} · lastDayToApply(period, counted, settings): closes, or later by 救済日数 ·
 * waitsInTime(period, counted, settings): the records that waited in time
 */
import { applicationDay, type Counted, type PointRecord } from './points';
import { dayOfInstant } from './fields/instant';
import { daysAfter, monthsBefore, startOfMonth, type Period } from './period';
import type { Settings } from './settings';

type WindowSettings = Pick<Settings, 'applyMonths' | 'applyFrom' | 'applyUntil' | 'rescueDays'>;

/** First and last day, both included. */
export interface RenewalWindow {
  opens: string;
  closes: string;
}

/**
 * From 満了日 − 申請開始 (announcement: 満了日の6か月前から; facts/office.md A25: 応当日, the day after it, or the first of its month)
 * to 満了日 − 申請締切. Never empty: settings that would leave no day leave the last one.
 */
export function renewalWindow(
  end: string,
  { applyMonths, applyFrom, applyUntil }: Omit<WindowSettings, 'rescueDays'>,
): RenewalWindow {
  const closes = daysAfter(end, -applyUntil);
  const same = monthsBefore(end, applyMonths);
  const opens = { 応当日: same, 応当日の翌日: daysAfter(same, 1), 月初: startOfMonth(same) }[applyFrom];
  return { opens: opens < closes ? opens : closes, closes };
}

/**
 * The last day on which a renewal may be applied for: closes, or 救済日数 after the decision of what was applied for in time
 * and approved no earlier than on the closing day (facts/office.md A4: a slow week in the office costs nobody the qualification).
 */
export function lastDayToApply(
  period: Period,
  counted: readonly Counted[],
  settings: WindowSettings,
): string {
  const { closes } = renewalWindow(period.end, settings);
  return inTime(period, counted, closes)
    .filter(({ course, points }) => course || points > 0)
    .map(({ record }) => dayOfInstant(record.decidedAt ?? 0))
    .filter((decided) => decided >= closes)
    .map((decided) => daysAfter(decided, settings.rescueDays))
    .reduce((last, day) => (day > last ? day : last), closes);
}

/** The person's records that were applied for in time and still wait with the office, or for a correction. */
export function waitsInTime<R extends PointRecord>(
  period: Period,
  counted: readonly Counted<R>[],
  settings: WindowSettings,
): R[] {
  const { closes } = renewalWindow(period.end, settings);
  return inTime(period, counted, closes)
    .filter(({ why }) => why === 'PENDING' || why === 'RETURNED')
    .map(({ record }) => record);
}

function inTime<R extends PointRecord>(
  { start }: Period,
  counted: readonly Counted<R>[],
  closes: string,
): Counted<R>[] {
  return counted.filter(({ period, record }) => period?.start === start && applicationDay(record) <= closes);
}
