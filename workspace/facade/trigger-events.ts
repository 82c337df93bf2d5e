/** Events of installable triggers of forms and the clock. */
import { javaEnum } from './enums';
import { formSubmission } from './form-app';

/** The enumeration of authorisation modes, as events carry it. */
export const AuthMode = javaEnum('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);

function isoWeek(date: Date): number {
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * 86_400_000);
  return 1 + Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * 86_400_000));
}

/** The event of a clock-driven trigger (guides/triggers/events), from `{triggerUid, at}` with `at` in ms. */
export function clockEvent({ triggerUid, at }: { triggerUid: string; at: number }): Record<string, unknown> {
  const date = new Date(at);
  return {
    authMode: AuthMode.FULL,
    triggerUid,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    'day-of-month': date.getUTCDate(),
    'day-of-week': date.getUTCDay() || 7,
    'week-of-year': isoWeek(date),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    timezone: 'UTC',
  };
}

/** The event of a submitted form, from `{formId, responseId, triggerUid}`. */
export function formSubmitEvent(descriptor: {
  formId: string;
  responseId: string;
  triggerUid: string;
}): Record<string, unknown> {
  const { formId, responseId, triggerUid } = descriptor;
  return { authMode: AuthMode.FULL, triggerUid, ...formSubmission(formId, responseId) };
}

/** The blank event that Google sometimes fires beside a real one. */
export function formSubmitEmptyEvent({ triggerUid }: { triggerUid: string }): Record<string, unknown> {
  return { authMode: AuthMode.FULL, triggerUid };
}
