/** When the office is told what waits: at 9:00 and 14:00 of working days. */
import { weekdayOf } from './fields/date';
import { dayOfInstant, instantOfDay } from './fields/instant';
import { daysAfter } from './period';

/** Hours of the clock in Tokyo. */
const HOURS = [9, 14] as const;
const HOUR_MS = 3_600_000;

/** The last of these times that is not after `at` (epoch ms). */
export function timeBefore(at: number, closedDays: readonly string[]): number {
  for (let day = dayOfInstant(at); ; day = daysAfter(day, -1)) {
    const past = timesOf(day, closedDays).filter((time) => time <= at);
    if (past.length > 0) return Math.max(...past);
  }
}

/** The first of these times after `at` (epoch ms). */
export function timeAfter(at: number, closedDays: readonly string[]): number {
  for (let day = dayOfInstant(at); ; day = daysAfter(day, 1)) {
    const coming = timesOf(day, closedDays).filter((time) => time > at);
    if (coming.length > 0) return Math.min(...coming);
  }
}

function timesOf(day: string, closedDays: readonly string[]): number[] {
  if (['土', '日'].includes(weekdayOf(day)) || closedDays.includes(day)) return [];
  return HOURS.map((hour) => instantOfDay(day) + hour * HOUR_MS);
}
