/** Serial day numbers (0 = 1899-12-30) and instants, through the wall clock of a time zone. */

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const OFFSET_STEP = 3_600_000;

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (found === undefined) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, found);
  }
  return found;
}

/** Milliseconds the wall clock of the zone is ahead of UTC at an instant. Zones change on full hours at the earliest. */
export function zoneOffset(timeZone: string, instant: number): number {
  const bucket = Math.floor(instant / OFFSET_STEP);
  const key = `${timeZone} ${bucket}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const parts: Record<string, string> = {};
  for (const part of formatter(timeZone).formatToParts(bucket * OFFSET_STEP)) parts[part.type] = part.value;
  const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']));
  wall.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']));
  const offset = wall.getTime() - bucket * OFFSET_STEP;
  if (offsets.size > 200_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/** The instant (ms) at which the zone's wall clock shows a serial number. */
export function serialToInstant(serial: number, timeZone: string): number {
  const wall = Math.round(serial * DAY) + EPOCH;
  const guess = wall - zoneOffset(timeZone, wall);
  return wall - zoneOffset(timeZone, guess);
}

/** What the zone's wall clock shows at an instant (ms), as a serial number. */
export function instantToSerial(instant: number, timeZone: string): number {
  return (instant + zoneOffset(timeZone, instant) - EPOCH) / DAY;
}

/** Serial number of a calendar day; undefined if there is no such day. */
export function serialOfDay(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (year < 1900 || year > 9999) return undefined;
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return undefined;
  return (time - EPOCH) / DAY;
}

/** Parts of the wall clock a serial number stands for. */
export interface WallClock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** 0 = Sunday */
  weekday: number;
}

export function wallClockOf(serial: number): WallClock {
  const date = new Date(Math.round(serial * DAY) + EPOCH);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    weekday: date.getUTCDay(),
  };
}
