// The functions of Temporal.PlainDate one by one: a bundle takes only those it uses (16 KB of 57, docs/decisions/0008).
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';

/** A row of 有効期間; days are `YYYY-MM-DD`. */
export interface Period {
  /** 登録番号 */
  number: string;
  /** 期: 1 for the first certification. */
  term: number;
  start: string;
  end: string;
  /** 根拠 */
  basis: string;
}

/** 有効期間の終わり方 */
export type PeriodEnding = '応当日の前日' | '年度末' | '月末';

/** The period that contains the day, else the last one; undefined if there is none (product.md, Rules). */
export function periodOn<P extends Pick<Period, 'start' | 'end'>>(
  periods: readonly P[],
  day: string,
): P | undefined {
  return periodContaining(periods, day) ?? lastPeriod(periods);
}

/** The one period that contains the day, where typed ones overlap the earlier; undefined outside all of them. */
export function periodContaining<P extends Pick<Period, 'start' | 'end'>>(
  periods: readonly P[],
  day: string,
): P | undefined {
  return byEnd(periods).find((period) => period.start <= day && day <= period.end);
}

/** The period that ends last. */
export function lastPeriod<P extends Pick<Period, 'end'>>(periods: readonly P[]): P | undefined {
  return byEnd(periods)[periods.length - 1];
}

function byEnd<P extends Pick<Period, 'end'>>(periods: readonly P[]): P[] {
  return [...periods].sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0));
}

/** Days from a day to the last day of a period: 0 on the last day, negative after it. */
export function daysLeft(end: string, day: string): number {
  return PlainDate.diff(toDate(day), toDate(end), { largestUnit: 'day' }).days;
}

/** The day so many months earlier; where the month is too short, its last day (31 August − 6 = 28 or 29 February). */
export function monthsBefore(day: string, months: number): string {
  return PlainDate.toString(PlainDate.subtractMonths(toDate(day), months, { overflow: 'constrain' }));
}

/** The first day of the month of a day. */
export function startOfMonth(day: string): string {
  return `${day.slice(0, 8)}01`;
}

/** The day so many days later (earlier if negative). */
export function daysAfter(day: string, days: number): string {
  return PlainDate.toString(PlainDate.addDays(toDate(day), days));
}

/**
 * Last day of a period that starts on `start` and runs so many years. 応当日の前日: the day before the same date of the
 * last year; where that date does not exist (29 February) the last day of that month, as Civil Code art. 143 (2) has it.
 * 月末 and 年度末 (31 March): the first end of a month or 年度 that is not earlier, so that nobody gets less.
 */
export function endOfPeriod(start: string, years: number, ending: PeriodEnding): string {
  const first = toDate(start);
  const same = PlainDate.addYears(first, years, { overflow: 'constrain' });
  const end = same.day === first.day ? PlainDate.subtractDays(same, 1) : same;
  if (ending === '応当日の前日') return PlainDate.toString(end);
  if (ending === '月末') return PlainDate.toString(PlainDate.withDayOfMonth(end, PlainDate.daysInMonth(end)));
  return PlainDate.toString(PlainDate.create(end.month <= 3 ? end.year : end.year + 1, 3, 31));
}

/** A day `YYYY-MM-DD` as Temporal's functions take it; RangeError for any other text. */
function toDate(day: string) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) throw new RangeError(`Not a day: ${day}`);
  return PlainDate.create(Number(match[1]), Number(match[2]), Number(match[3]));
}
