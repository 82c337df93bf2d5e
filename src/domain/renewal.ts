/**
 * May a renewal be applied for, or approved, and what period follows.
 * assessRenewal(case, settings) → {obstacles, unmet, window, lastDay} · openRenewal(renewals) · renewalRule(needed, settings):
 * the text 規則 · nextPeriod(period, periods, settings) · returnPeriod(number, periods, day, settings) (復帰) · keepsPeriod(state,
 * periods, day)
 */
import { standingOf, type StateCells } from './application-state';
import { DomainError } from './errors';
import { toPlain } from './fields/width';
import { daysAfter, endOfPeriod, lastPeriod, type Period } from './period';
import { lastDayToApply, renewalWindow, type RenewalWindow } from './renewal-window';
import { unmetOf, type Requirements, type Unmet } from './requirement';
import type { Settings } from './settings';

/** A row of 更新申請 as the rules read it. */
export interface RenewalRecord extends StateCells {
  receipt: string;
  /** 有効期間満了日 of the period it renews. */
  validTo: string;
}

/** What bars a renewal, with or without 特例: the person's 状態, another application, the next period exists already. */
export type Obstacle = 'STATE' | 'OPEN_APPLICATION' | 'RENEWED';
/** What a renewal lacks; with any of these only as 特例, with its reason and 決裁番号 (product.md, Rules). */
export type Shortfall = Unmet | 'TOO_EARLY' | 'TOO_LATE';

/** The figures a renewal is judged by. */
export interface RenewalCase {
  period: Period;
  periods: readonly Period[];
  requirements: Requirements;
  renewals: readonly RenewalRecord[];
  /** 状態 of the person. */
  state: string;
  /** 受付日 of the application; today before there is one. */
  receivedOn: string;
  /** 受付番号 of the application that is being judged. */
  receipt?: string;
}

export interface RenewalCheck {
  obstacles: Obstacle[];
  /** In the order of the announcement, then the time. */
  unmet: Shortfall[];
  window: RenewalWindow;
  /** Last day on which it may be applied for, 救済 included. */
  lastDay: string;
}

/** Judges a renewal, at applying and again at every decision; it may go its usual way if both lists are empty. */
export function assessRenewal(
  { period, periods, requirements, renewals, state, receivedOn, receipt }: RenewalCase,
  settings: Settings,
): RenewalCheck {
  const window = renewalWindow(period.end, settings);
  const lastDay = lastDayToApply(period, requirements.counted, settings);
  const others = renewals.filter((each) => each.receipt !== receipt && each.validTo === period.end);
  const obstacles: Obstacle[] = [];
  if (!isActive(state)) obstacles.push('STATE');
  if (openRenewal(others)) obstacles.push('OPEN_APPLICATION');
  if (periods.some((each) => each.start > period.end) || others.some(isApproved)) obstacles.push('RENEWED');
  const unmet: Shortfall[] = unmetOf(requirements);
  if (receivedOn < window.opens) unmet.push('TOO_EARLY');
  if (receivedOn > lastDay) unmet.push('TOO_LATE');
  return { obstacles, unmet, window, lastDay };
}

/** Whether 状態 is 有効; a blank one is an old table that had no such column. */
export function isActive(state: string): boolean {
  return ['', '有効'].includes(toPlain(state));
}

/** The renewal that waits with the office, or for a correction. */
export function openRenewal<R extends RenewalRecord>(renewals: readonly R[]): R | undefined {
  return renewals.find((each) => ['申請中', '差戻し', '確認済'].includes(standingOf(each).state));
}

function isApproved(renewal: RenewalRecord): boolean {
  return standingOf(renewal).state === '承認';
}

/** 規則 of a 更新申請: the figures of the settings it was judged by. */
export function renewalRule(needed: number, settings: Settings): string {
  const { applyMonths, applyFrom, applyUntil, rescueDays, otherCourses, validityYears, validityEnding } =
    settings;
  return [
    `必要ポイント${needed}`,
    `申請開始${applyMonths}か月前の${applyFrom}`,
    `申請締切${applyUntil}日前`,
    `救済${rescueDays}日`,
    `他団体の講習${otherCourses}`,
    `有効期間${validityYears}年${validityEnding}`,
  ].join('・');
}

/**
 * The period that follows one: from the day after its end, on whatever day it is approved, so that nothing of the running one
 * is lost and no gap remains (facts/office.md A2). DomainError `RENEWED` if there is a later one already.
 */
export function nextPeriod(
  period: Period,
  periods: readonly Period[],
  settings: Pick<Settings, 'validityYears' | 'validityEnding'>,
  basis: '更新' | '特例' = '更新',
): Period {
  const later = periods.find(({ start }) => start > period.end);
  if (later) throw new DomainError('RENEWED', { start: later.start });
  return periodFrom(daysAfter(period.end, 1), period.number, periods, settings, basis);
}

/**
 * 復帰 from 休止 before the last period has ended: that one goes on, and the next comes by renewal only, with all requirements met
 * (product.md, J4).
 */
export function keepsPeriod(state: string, periods: readonly Period[], day: string): boolean {
  return toPlain(state) === '休止' && (lastPeriod(periods)?.end ?? '') >= day;
}

/** 復帰 of somebody whose period has ended or lapsed: a period from that day, or from the day after the last one if that has not ended. */
export function returnPeriod(
  number: string,
  periods: readonly Period[],
  day: string,
  settings: Pick<Settings, 'validityYears' | 'validityEnding'>,
): Period {
  const end = lastPeriod(periods)?.end ?? '';
  return periodFrom(end < day ? day : daysAfter(end, 1), number, periods, settings, '復帰');
}

function periodFrom(
  start: string,
  number: string,
  periods: readonly Period[],
  { validityYears, validityEnding }: Pick<Settings, 'validityYears' | 'validityEnding'>,
  basis: string,
): Period {
  const term = Math.max(0, ...periods.map((each) => each.term)) + 1;
  return { number, term, start, end: endOfPeriod(start, validityYears, validityEnding), basis };
}
