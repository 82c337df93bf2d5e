/** Dates by the patterns of Java's SimpleDateFormat, in any time zone, in English as Utilities.formatDate does. */
import { notInWorkspace, platformError } from './errors';

interface WallClock {
  year: number;
  /** 1–12 */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** Minutes east of Greenwich. */
  offset: number;
}

const MONTHS = [
  'January February March April May June July August September October November December',
].flatMap((names) => names.split(' '));
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes east of Greenwich of a fixed zone (`GMT+9`, `UTC`), or undefined for a named one. */
function fixedOffset(zone: string): number | undefined {
  const fixed = /^(?:GMT|UTC)(?:([+-])(\d{1,2})(?::?(\d{2}))?)?$/u.exec(zone);
  if (fixed === null) return undefined;
  const size = Number(fixed[2] ?? 0) * 60 + Number(fixed[3] ?? 0);
  return fixed[1] === '-' ? -size : size;
}

function zoneFormat(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
    return format;
  } catch (error) {
    // Java takes an unknown zone for GMT; a plausible answer to a misspelt name is what nobody wants.
    return notInWorkspace(`Utilities.formatDate with time zone ${zone} (${String(error)})`);
  }
}

function wallClock(date: Date, zone: string): WallClock {
  const fixed = fixedOffset(zone);
  const shown = fixed === undefined ? date : new Date(date.getTime() + fixed * 60_000);
  const format = zoneFormat(fixed === undefined ? zone : 'UTC');
  const parts = new Map(format.formatToParts(shown).map(({ type, value }) => [type as string, value]));
  const number = (type: string): number => Number(parts.get(type));
  const year = parts.get('era') === 'BC' ? 1 - number('year') : number('year');
  const millisecond = ((date.getTime() % 1_000) + 1_000) % 1_000;
  const local = new Date(0);
  local.setUTCFullYear(year, number('month') - 1, number('day'));
  local.setUTCHours(number('hour'), number('minute'), number('second'), millisecond);
  return {
    year,
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
    millisecond,
    offset: Math.round((local.getTime() - date.getTime()) / 60_000),
  };
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function offsetText(offset: number, separator: string): string {
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}${separator}${pad(size % 60, 2)}`;
}

function dayOfYear({ year, month, day }: WallClock): number {
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
}

function field(letter: string, width: number, clock: WallClock, zone: string): string {
  const weekDay = new Date(Date.UTC(clock.year, clock.month - 1, clock.day)).getUTCDay();
  switch (letter) {
    case 'G':
      return clock.year > 0 ? 'AD' : 'BC';
    case 'y':
    case 'u':
      if (letter === 'u') return pad(weekDay === 0 ? 7 : weekDay, width);
      return width === 2 ? pad(clock.year % 100, 2) : pad(clock.year, width);
    case 'M':
    case 'L': {
      const name = MONTHS[clock.month - 1] ?? '';
      return width >= 4 ? name : width === 3 ? name.slice(0, 3) : pad(clock.month, width);
    }
    case 'd':
      return pad(clock.day, width);
    case 'D':
      return pad(dayOfYear(clock), width);
    case 'E': {
      const name = DAYS[weekDay] ?? '';
      return width >= 4 ? name : name.slice(0, 3);
    }
    case 'a':
      return clock.hour < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(clock.hour, width);
    case 'k':
      return pad(clock.hour === 0 ? 24 : clock.hour, width);
    case 'K':
      return pad(clock.hour % 12, width);
    case 'h':
      return pad(clock.hour % 12 === 0 ? 12 : clock.hour % 12, width);
    case 'm':
      return pad(clock.minute, width);
    case 's':
      return pad(clock.second, width);
    case 'S':
      return pad(clock.millisecond, width);
    case 'Z':
      return offsetText(clock.offset, '');
    case 'X':
      if (clock.offset === 0) return 'Z';
      return width === 1
        ? offsetText(clock.offset, '').slice(0, 3)
        : offsetText(clock.offset, width === 2 ? '' : ':');
    case 'z':
      if (clock.offset === 0 && /^(?:GMT|UTC|Etc\/)/u.test(zone))
        return zone.startsWith('UTC') ? 'UTC' : 'GMT';
      return zone === 'Asia/Tokyo' ? 'JST' : notInWorkspace(`Utilities.formatDate pattern "z" for ${zone}`);
    default:
      // Week years and week numbers (Y, w, W, F) depend on the locale of the server.
      return /[YwWF]/u.test(letter)
        ? notInWorkspace(`Utilities.formatDate pattern "${letter}"`)
        : illegal(`Illegal pattern character '${letter}'`);
  }
}

function illegal(message: string): never {
  throw platformError(message);
}

/** A date in a time zone by a pattern of SimpleDateFormat. */
export function formatDate(date: Date, zone: string, pattern: string): string {
  if (Number.isNaN(date.getTime())) illegal('Invalid argument: date');
  const clock = wallClock(date, zone);
  let text = '';
  for (const [part] of pattern.matchAll(/'(?:[^']|'')*'?|([A-Za-z])\1*|[^A-Za-z']+/gu)) {
    if (part === "''") text += "'";
    else if (part.startsWith("'")) {
      if (part.length < 2 || !part.endsWith("'")) illegal('Unterminated quote');
      text += part.slice(1, -1).replace(/''/gu, "'");
    } else if (/^[A-Za-z]/u.test(part)) text += field(part.charAt(0), part.length, clock, zone);
    else text += part;
  }
  return text;
}
