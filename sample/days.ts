/** A calendar day as `YYYY-MM-DD`; such texts compare like the days they name. */
export type Day = string;

interface Parts {
  year: number;
  month: number;
  day: number;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Year, month and day of a day. */
export function partsOf(day: Day): Parts {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) throw new Error(`Not a day: ${day}`);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

/** The day of these numbers; they must name a real one. */
export function dayOf(year: number, month: number, day: number): Day {
  const text = `${year}-${two(month)}-${two(day)}`;
  if (fromUtc(Date.UTC(year, month - 1, day)) !== text) throw new Error(`Not a day: ${text}`);
  return text;
}

const toUtc = (day: Day): number => {
  const { year, month, day: date } = partsOf(day);
  return Date.UTC(year, month - 1, date);
};

const fromUtc = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

const dayMs = 24 * 60 * 60 * 1000;

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return fromUtc(toUtc(day) + count * dayMs);
}

/** Days from `from` to `to`; negative when `to` is the earlier one. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toUtc(to) - toUtc(from)) / dayMs);
}

const lastDate = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The same date `count` months later; a date that month does not have becomes its last day. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, day: date } = partsOf(day);
  const months = year * 12 + (month - 1) + count;
  const newYear = Math.floor(months / 12);
  const newMonth = (months % 12) + 1;
  return dayOf(newYear, newMonth, Math.min(date, lastDate(newYear, newMonth)));
}

/** The last day of the month of `day`. */
export function endOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return dayOf(year, month, lastDate(year, month));
}

/** The day in Japan at a moment (ISO date-time with offset). */
export function dayInJapan(moment: string): Day {
  const ms = Date.parse(moment);
  if (Number.isNaN(ms)) throw new Error(`Not a moment: ${moment}`);
  return fromUtc(ms + 9 * 60 * 60 * 1000);
}

const eras = [
  { name: '令和', letter: 'R', start: '2019-05-01' },
  { name: '平成', letter: 'H', start: '1989-01-08' },
  { name: '昭和', letter: 'S', start: '1926-12-25' },
] as const;

/** Era and year in it of a day of 昭和 or later, e.g. 令和 4. */
export function eraOf(day: Day): { name: string; letter: string; year: number } {
  const era = eras.find(({ start }) => day >= start);
  if (!era) throw new Error(`Before 昭和: ${day}`);
  return { name: era.name, letter: era.letter, year: partsOf(day).year - partsOf(era.start).year + 1 };
}
