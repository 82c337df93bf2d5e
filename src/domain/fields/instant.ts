import { isDay, dayOfSerial, serialOfDay } from './date';
import { toPlain } from './width';

/** Asia/Tokyo has had no summer time since 1951: nine hours before UTC, always. */
const OFFSET_SECONDS = 9 * 3600;
const SERIAL_OF_EPOCH = 25569;
const DAY_SECONDS = 86400;

/** An instant (epoch ms) as the Sheets serial of the clock on the wall in Tokyo, to the second. */
export function serialOfInstant(ms: number): number {
  return (Math.floor(ms / 1000) + OFFSET_SECONDS) / DAY_SECONDS + SERIAL_OF_EPOCH;
}

/** The instant (epoch ms) of a Sheets serial read as the clock on the wall in Tokyo, to the second. */
export function instantOfSerial(serial: number): number {
  return (Math.round((serial - SERIAL_OF_EPOCH) * DAY_SECONDS) - OFFSET_SECONDS) * 1000;
}

/** The day in Tokyo at an instant (epoch ms), as `YYYY-MM-DD`. */
export function dayOfInstant(ms: number): string {
  return dayOfSerial(serialOfInstant(ms));
}

/** The first instant (epoch ms) of a day in Tokyo. */
export function instantOfDay(iso: string): number {
  return instantOfSerial(serialOfDay(iso));
}

/** An instant (epoch ms) as 11月20日 21:03, Tokyo. */
export function writeInstant(ms: number): string {
  const day = dayOfInstant(ms);
  return `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日 ${clock(ms).slice(0, 5)}`;
}

/** An instant (epoch ms) as `2026-11-20T21:03:00+09:00`. */
export function isoOfInstant(ms: number): string {
  return `${dayOfInstant(ms)}T${clock(ms)}+09:00`;
}

/** Reads `2026-11-20T21:03:00+09:00`, `…Z`, `2026-11-20 21:03`, `2026/11/20 21:03`; without offset Tokyo's clock. */
export function instantOfIso(text: string): number | undefined {
  const match =
    /^([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})(?:[T ]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?$/.exec(
      toPlain(text),
    );
  if (!match) return undefined;
  const [, year = '', month = '', date = '', hour = '0', minute = '0', second = '0', zone = '+09:00'] = match;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const wall = instantOfDay(day) + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) * 1000;
  return wall + (OFFSET_SECONDS - offsetSeconds(zone)) * 1000;
}

function offsetSeconds(zone: string): number {
  if (zone === 'Z') return 0;
  const size = Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(4, 6)) * 60;
  return zone.startsWith('-') ? -size : size;
}

function clock(ms: number): string {
  const seconds = (((Math.floor(ms / 1000) + OFFSET_SECONDS) % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
