/** When a clock-driven trigger is due (facts/platform.md §5). */
import type { Random } from '../engine/service';

/** What a ClockTriggerBuilder asked for. */
export interface ClockSpec {
  everyMinutes?: number;
  everyHours?: number;
  everyDays?: number;
  everyWeeks?: number;
  /** 1 = Monday … 7 = Sunday */
  weekDay?: number;
  monthDay?: number;
  atHour?: number;
  nearMinute?: number;
  /** ms since 1970 */
  at?: number;
  /** ms from the creation on */
  after?: number;
  /** `[year, month 1–12, day]` */
  atDate?: [number, number, number];
  timeZone?: string;
}

/** A schedule as it is kept. */
export type ClockRule =
  | { kind: 'once'; at: number }
  | { kind: 'interval'; ms: number; minutes: boolean }
  | {
      kind: 'calendar';
      timeZone: string;
      hour: number;
      minute: number;
      /** Every n-th day. */
      days?: number;
      /** Every n-th week on this day, 1 = Monday. */
      weekDay?: number;
      weeks?: number;
      monthDay?: number;
    };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Thrown for a combination that the builder refuses. */
export class ClockRefused extends Error {}

interface LocalDay {
  year: number;
  month: number;
  day: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

/** Wall-clock time in a zone, written as if it were UTC, ms. */
function wallClock(at: number, timeZone: string): number {
  const part = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The instant of a wall-clock time in a zone. */
function instantOf({ year, month, day }: LocalDay, hour: number, minute: number, timeZone: string): number {
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  const guess = wall - (wallClock(wall, timeZone) - wall);
  return guess - (wallClock(guess, timeZone) - wall);
}

function localDay(at: number, timeZone: string): LocalDay {
  const wall = new Date(wallClock(at, timeZone));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

function addDays({ year, month, day }: LocalDay, days: number): LocalDay {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function weekDayOf({ year, month, day }: LocalDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

function draw(random: Random, from: number, to: number): number {
  return from + Math.floor(random.next() * (to - from + 1));
}

/** Hour and minute of a calendar rule: `atHour` leaves the minute to chance, `nearMinute` 15 minutes to either side. */
function drawTime(spec: ClockSpec, random: Random): { hour: number; minute: number } {
  const hour = spec.atHour ?? draw(random, 0, 23);
  if (spec.nearMinute === undefined) return { hour, minute: draw(random, 0, 59) };
  const minutes = (hour * 60 + spec.nearMinute + draw(random, -15, 15) + 1440) % 1440;
  return { hour: Math.floor(minutes / 60), minute: minutes % 60 };
}

/** Makes the schedule of a new trigger; throws ClockRefused for what the builder does not take. */
export function makeRule(spec: ClockSpec, now: number, timeZone: string, random: Random): ClockRule {
  const zone = spec.timeZone ?? timeZone;
  const ways = [
    spec.everyMinutes,
    spec.everyHours,
    spec.everyDays,
    spec.everyWeeks,
    spec.monthDay,
    spec.at,
    spec.after,
  ];
  const chosen = ways.filter((way) => way !== undefined).length + (spec.atDate === undefined ? 0 : 1);
  const weekly = spec.everyWeeks !== undefined || spec.weekDay !== undefined;
  if (chosen > 1 || (weekly && chosen > 0 && spec.everyWeeks === undefined) || (chosen === 0 && !weekly)) {
    throw new ClockRefused('ClockTriggerBuilder.create with this combination');
  }
  if (spec.at !== undefined) return { kind: 'once', at: spec.at };
  if (spec.after !== undefined) return { kind: 'once', at: now + spec.after };
  if (spec.everyMinutes !== undefined)
    return { kind: 'interval', ms: spec.everyMinutes * MINUTE, minutes: true };
  if (spec.everyHours !== undefined) return { kind: 'interval', ms: spec.everyHours * HOUR, minutes: false };
  const { hour, minute } = drawTime(spec, random);
  if (spec.atDate !== undefined) {
    const [year, month, day] = spec.atDate;
    return { kind: 'once', at: instantOf({ year, month, day }, hour, minute, zone) };
  }
  const base = { kind: 'calendar' as const, timeZone: zone, hour, minute };
  if (spec.monthDay !== undefined) return { ...base, monthDay: spec.monthDay };
  if (weekly) return { ...base, weekDay: spec.weekDay ?? draw(random, 1, 7), weeks: spec.everyWeeks ?? 1 };
  return { ...base, days: spec.everyDays ?? 1 };
}

function fits(rule: ClockRule & { kind: 'calendar' }, day: LocalDay, start: LocalDay): boolean {
  if (rule.monthDay !== undefined) return day.day === rule.monthDay;
  const passed =
    (Date.UTC(day.year, day.month - 1, day.day) - Date.UTC(start.year, start.month - 1, start.day)) / DAY;
  if (rule.weekDay !== undefined) {
    return weekDayOf(day) === rule.weekDay && Math.floor(passed / 7) % (rule.weeks ?? 1) === 0;
  }
  return passed % (rule.days ?? 1) === 0;
}

/** The first time after `after` at which a trigger made at `created` is due, or undefined when never again; ms. */
export function nextDue(rule: ClockRule, created: number, after: number): number | undefined {
  switch (rule.kind) {
    case 'once':
      return rule.at > after ? rule.at : undefined;
    case 'interval':
      return created + (Math.floor(Math.max(after - created, 0) / rule.ms) + 1) * rule.ms;
    case 'calendar': {
      const first = localDay(created, rule.timeZone);
      const firstDue = instantOf(first, rule.hour, rule.minute, rule.timeZone);
      const start = firstDue > created ? first : addDays(first, 1);
      let day = localDay(Math.max(after, created), rule.timeZone);
      // A rule fits at the latest after its number of weeks or days, or at the next such day of a month.
      for (let tries = 0; tries <= 800; tries += 1) {
        const at = instantOf(day, rule.hour, rule.minute, rule.timeZone);
        if (at > after && at > created && fits(rule, day, start)) return at;
        day = addDays(day, 1);
      }
      return undefined;
    }
  }
}
