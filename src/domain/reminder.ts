/**
 * Reminders before the end of validity (product.md, Notices; facts/office.md A26).
 * reminderDue(person, today, settings) → {kind, days, key} or undefined; what was sent is remembered by its key
 */
import { daysLeft } from './period';
import { isActive } from './renewal';
import { renewalWindow } from './renewal-window';
import type { Settings } from './settings';

/** A reminder that is due today. */
export interface Reminder {
  /** 要件充足 asks for the application only. */
  kind: '要件不足' | '要件充足';
  /** Which of 督促: so many days before 満了日. */
  days: number;
  /** Names person’s period and day: once sent, never again. */
  key: string;
}

/** What a reminder depends on; `sent` holds the keys of this person. */
export interface RemindedPerson {
  state: string;
  /** 満了日 of the last period, `''` = not known. */
  validTo: string;
  /** A renewal is under way. */
  applied: boolean;
  met: boolean;
  sent: ReadonlySet<string>;
}

/**
 * The latest of 督促 whose day has come, if it was not sent: after a pause one reminder, not all that were missed. None for
 * who has applied, is not 有効, or can apply no longer.
 */
export function reminderDue(
  { state, validTo, applied, met, sent }: RemindedPerson,
  today: string,
  settings: Settings,
): Reminder | undefined {
  if (validTo === '' || applied || !isActive(state)) return undefined;
  if (today > renewalWindow(validTo, settings).closes) return undefined;
  const left = daysLeft(validTo, today);
  const come = settings.reminderDays.filter((days) => left <= days);
  if (come.length === 0) return undefined;
  const days = Math.min(...come);
  const key = `${validTo}/${String(days)}`;
  return sent.has(key) ? undefined : { kind: met ? '要件充足' : '要件不足', days, key };
}
