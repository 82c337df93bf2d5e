/**
 * Who lapses. The job proposes, a person presses (product.md, Rules: 失効の確定).
 * mayHaveLapsed(person, today, since): by 台帳 alone, for the night · lapses(person, today, since, settings): with the records
 */
import { lastPeriod, type Period } from './period';
import type { Counted } from './points';
import { isActive, openRenewal, type RenewalRecord } from './renewal';
import { lastDayToApply, waitsInTime } from './renewal-window';
import type { Settings } from './settings';

/**
 * 有効, and 満了日 (`YYYY-MM-DD`, `''` = not known) has passed, but not before `since`, the first day of 本番: old ledgers hold
 * ends nobody looked after (facts/office.md A1).
 */
export function mayHaveLapsed(
  { state, validTo }: { state: string; validTo: string },
  today: string,
  since: string,
): boolean {
  return isActive(state) && validTo !== '' && validTo >= since && validTo < today;
}

/** Nothing keeps the qualification: no renewal under way, no points that waited in time, no day left to apply. */
export function lapses(
  person: {
    state: string;
    periods: readonly Period[];
    counted: readonly Counted[];
    renewals: readonly RenewalRecord[];
  },
  today: string,
  since: string,
  settings: Settings,
): boolean {
  const period = lastPeriod(person.periods);
  if (!period || !mayHaveLapsed({ state: person.state, validTo: period.end }, today, since)) return false;
  return (
    !openRenewal(person.renewals) &&
    waitsInTime(period, person.counted, settings).length === 0 &&
    lastDayToApply(period, person.counted, settings) < today
  );
}
