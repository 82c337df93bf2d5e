/**
 * Exam rounds and the ends of validity they lead to. Renewal came late: who
 * was certified before it shares one end with hundreds of others, and that
 * day is near; who came after has an end five years from certification.
 */
import type { Random } from './random';
import type { Day } from './days';
import { addDays, addMonths, dayOf, endOfMonth, partsOf } from './days';

/** The days everything else is counted from. */
export interface Calendar {
  today: Day;
  /** The common end of everybody certified before renewal began; its window of six months is open today. */
  commonEnd: Day;
  /** The common end of the first rounds, one year earlier: renewed then, or lapsed. */
  earlierEnd: Day;
  /** The last exam round certified by today. */
  lastRound: number;
}

/** Years a period lasts in this association. */
export const periodYears = 5;
/** Rounds whose people had to renew one year before the others. */
const firstRounds = 6;

const certifiedInYear = (year: number): Day => dayOf(year, 11, 1);

/** The day the people of an exam round were certified: 1 November, the first one in 1997. */
export function certifiedOn(round: number): Day {
  return certifiedInYear(1996 + round);
}

/** The calendar as it stands on a day. */
export function calendarOn(today: Day): Calendar {
  const commonEnd = endOfMonth(addMonths(endOfMonth(today), 4));
  const { year } = partsOf(today);
  const lastRound = (certifiedInYear(year) <= today ? year : year - 1) - 1996;
  return { today, commonEnd, earlierEnd: endOfMonth(addMonths(commonEnd, -12)), lastRound };
}

/** The last day of a period that begins on `start` (応当日の前日; a missing 応当日 ends with its month). */
export function periodEnd(start: Day): Day {
  const anniversary = addMonths(start, periodYears * 12);
  return partsOf(anniversary).day === partsOf(start).day ? addDays(anniversary, -1) : anniversary;
}

/** What the old ledger says of a person's validity. */
export interface Validity {
  round: number;
  certified: Day;
  validUntil: Day;
  /** False if the renewal that was due has not been made. */
  renewed: boolean;
}

/** The validity of somebody of this round. */
export function validityOf(round: number, calendar: Calendar, random: Random): Validity {
  const certified = certifiedOn(round);
  const own = periodEnd(certified);
  if (own > calendar.commonEnd) return { round, certified, validUntil: own, renewed: true };
  if (round > firstRounds) return { round, certified, validUntil: calendar.commonEnd, renewed: true };
  return random.chance(0.7)
    ? {
        round,
        certified,
        validUntil: endOfMonth(addMonths(calendar.earlierEnd, periodYears * 12)),
        renewed: true,
      }
    : { round, certified, validUntil: calendar.earlierEnd, renewed: false };
}
