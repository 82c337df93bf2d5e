/** `Session`: who runs the script. */
import { notInWorkspace, strict } from './errors';
import { call } from './host';

function user(email: () => string): object {
  return strict({ getEmail: email, toString: email }, 'Session.User');
}

/** Installs `Session`; `timeZone` and `lang` are the manifest's and the user's. */
export function install(target: Record<string, unknown>, timeZone: string, lang: string): void {
  target.Session = strict(
    {
      // The permission is asked for by the call itself, not by getEmail (field reports, facts/platform.md 3).
      getActiveUser() {
        const email = String(call('Session.getActiveUser'));
        return user(() => email);
      },
      getEffectiveUser() {
        const email = String(call('Session.getEffectiveUser'));
        return user(() => email);
      },
      getActiveUserLocale: () => lang,
      getScriptTimeZone: () => timeZone,
      getTimeZone: () => notInWorkspace('Session.getTimeZone (deprecated: getScriptTimeZone)'),
    },
    'Session',
  );
}
