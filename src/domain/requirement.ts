/**
 * Requirements of a renewal in one period (announcement 1 (2) ②; product.md, Rules).
 * requirementsOf(person, rules) → Requirements · unmetOf(requirements): codes of what is missing ·
 * eventsToFill(person, requirements, events, today, rules): 行事 in time that would help · nextCourses(events, today, rules)
 */
import { isOurs, type AssociationEvent } from './activity';
import { categoryOn } from './category';
import { toPlain } from './fields/width';
import { daysAfter, type Period } from './period';
import {
  countPoints,
  pointsToGrant,
  sumPoints,
  type Counted,
  type PointRecord,
  type PointRules,
} from './points';
import type { Settings } from './settings';

/** What is known of the person. */
export interface Renewing<R extends PointRecord = PointRecord> {
  /** The period to be renewed, one of `periods`. */
  period: Period;
  periods: readonly Period[];
  records: readonly R[];
  /** メールマガジン登録 */
  magazine: string;
  /** 必要ポイント of this person (経過措置 may lower it). */
  needed: number;
}

export type RequirementRules = PointRules & {
  settings: Pick<Settings, 'applyUntil' | 'reviewDays'>;
};

/** Each requirement with its proof and what is missing; what waits with the office is told apart, never counted. */
export interface Requirements<R extends PointRecord = PointRecord> {
  met: boolean;
  /** (a) 当協会開催の職業紹介責任者講習, with the record that proves it, or the one that waits. */
  course: { met: boolean; proof: R | null; pending: R | null };
  /** (b) メールマガジンの登録 */
  magazine: { met: boolean };
  /** (c) besides (a); `pending` is what the waiting ones would add. */
  points: { met: boolean; have: number; needed: number; missing: number; pending: number };
  /** By it the activity and its application should be done: 確認日数 before the renewal must be applied for. */
  lastSafeDay: string;
  /** Every record of the person, with why it does not count. */
  counted: Counted<R>[];
}

/** What of a renewal's requirements is missing. */
export type Unmet = 'COURSE' | 'MAGAZINE' | 'POINTS';

/** The requirements of the person in the period. */
export function requirementsOf<R extends PointRecord>(
  { period, periods, records, magazine, needed }: Renewing<R>,
  rules: RequirementRules,
): Requirements<R> {
  const counted = countPoints(records, periods, rules);
  const hoped = countPoints(records, periods, rules, true);
  const proof = courseIn(counted, period);
  const have = sumPoints(counted, period);
  const subscribed = toPlain(magazine) === '有';
  const { applyUntil, reviewDays } = rules.settings;
  return {
    met: proof !== null && subscribed && have >= needed,
    course: { met: proof !== null, proof, pending: proof ? null : courseIn(hoped, period) },
    magazine: { met: subscribed },
    points: {
      met: have >= needed,
      have,
      needed,
      missing: round(Math.max(0, needed - have)),
      pending: round(Math.max(0, sumPoints(hoped, period) - have)),
    },
    lastSafeDay: daysAfter(period.end, -applyUntil - reviewDays),
    counted,
  };
}

/** Codes of the requirements that are not met, in the announcement's order. */
export function unmetOf({ course, magazine, points }: Requirements): Unmet[] {
  const unmet: Unmet[] = [];
  if (!course.met) unmet.push('COURSE');
  if (!magazine.met) unmet.push('MAGAZINE');
  if (!points.met) unmet.push('POINTS');
  return unmet;
}

/** An event that would help, and what it would bring; null points: some, which nobody can say beforehand. */
export interface FillingEvent<E extends AssociationEvent = AssociationEvent> {
  event: E;
  course: boolean;
  points: number | null;
}

/**
 * Events from today to the last safe day that would bring the missing 講習 or points, in the order of their days: each is
 * counted beside what the person has and waits for, so that one at its 上限, or attended before, is not offered.
 */
export function eventsToFill<E extends AssociationEvent>(
  person: Renewing,
  { course, points, lastSafeDay }: Requirements,
  events: readonly E[],
  today: string,
  rules: RequirementRules,
): FillingEvent<E>[] {
  if (course.met && points.met) return [];
  const { period, periods, records } = person;
  const before = countPoints(records, periods, rules, true);
  return byStart(events).flatMap((event): FillingEvent<E>[] => {
    const record = asAttended(event, today);
    if (record.attendedOn < today || record.endedOn > lastSafeDay) return [];
    const worth = pointsToGrant(record, records, periods, rules, event.points);
    const after = countPoints([...records, { ...record, granted: worth ?? 1 }], periods, rules, true);
    const more = round(sumPoints(after, period) - sumPoints(before, period));
    const brings = courseIn(before, period) === null && courseIn(after, period) !== null;
    if (!brings && (points.met || more <= 0)) return [];
    return [{ event, course: brings, points: worth === null ? null : more }];
  });
}

/** The association's coming 講習, in the order of their days. */
export function nextCourses<E extends AssociationEvent>(
  events: readonly E[],
  today: string,
  { categories }: PointRules,
): E[] {
  return byStart(events).filter(
    ({ category, host, startsOn }) =>
      startsOn >= today && isOurs(host) && categoryOn(categories, category, '', today)?.course === true,
  );
}

function courseIn<R extends PointRecord>(counted: readonly Counted<R>[], period: Period): R | null {
  return counted.find((each) => each.course && each.period?.start === period.start)?.record ?? null;
}

/** The record a person would have who came to the event; a recording can be watched on any day it is shown. */
function asAttended(event: AssociationEvent, today: string): PointRecord {
  const { eventCode, title, category, host, startsOn, endsOn, form } = event;
  const shown = toPlain(form) === '録画配信' && endsOn >= today;
  const day = shown && startsOn < today ? today : startsOn;
  return {
    ...{ receipt: '', eventCode, title, category, role: '', host, hours: null },
    ...{ attendedOn: day, endedOn: shown ? day : endsOn || day, receivedOn: today, appliedAt: null },
    ...{ claimed: null, granted: null, state: '承認', decidedAt: 0, fixBy: '' },
  };
}

function byStart<E extends AssociationEvent>(events: readonly E[]): E[] {
  return [...events].sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
