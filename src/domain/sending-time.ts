/** When a notice of a decision leaves: after the time in which it can be taken back, in the hours of a working day. */
import { weekdayOf } from './fields/date';
import { dayOfInstant, instantOfDay } from './fields/instant';
import { daysAfter } from './period';
import type { Settings } from './settings';

/** 送信までの待ち時間, 送信時間帯, 休業日 (`YYYY-MM-DD`). */
export interface SendingRule {
  settings: Pick<Settings, 'sendDelay' | 'sendHours'>;
  closedDays: readonly string[];
}

const MINUTE_MS = 60_000;

/** The first instant (epoch ms) from which the notice of a decision may be sent. Passwords, codes and receipts do not wait. */
export function sendingTime(decidedAt: number, { settings, closedDays }: SendingRule): number {
  const { from, to } = settings.sendHours;
  const earliest = decidedAt + settings.sendDelay * MINUTE_MS;
  let day = dayOfInstant(earliest);
  for (;;) {
    const opens = instantOfDay(day) + from * MINUTE_MS;
    const closes = instantOfDay(day) + to * MINUTE_MS;
    if (isWorkingDay(day, closedDays) && earliest < closes) return Math.max(earliest, opens);
    day = daysAfter(day, 1);
  }
}

/** Monday to Friday, unless 休業日 names it. */
export function isWorkingDay(day: string, closedDays: readonly string[]): boolean {
  return !['土', '日'].includes(weekdayOf(day)) && !closedDays.includes(day);
}
