/** The guard of the office door: the person at the keyboard, with her own rights, in 担当者 and in office today. */
import { DomainError } from '../../domain/errors';
import { dayOfInstant } from '../../domain/fields/instant';
import { now } from '../../platform/clock';
import { activeUser, effectiveUser } from '../../platform/identity';
import { requireInstallation, type Installation } from '../installation/installation';
import { loadRules, type Rules } from '../installation/rules';

export interface Staff {
  account: string;
  /** Name for 担当者 columns; the account where none is given. */
  name: string;
  owner: boolean;
}

/**
 * Through the web app the active user is empty or differs from the effective
 * one, so nobody gets in that way. DomainError `NOT_STAFF`, `NOT_SET_UP`.
 */
export function requireStaff(): { staff: Staff; installation: Installation; rules: Rules } {
  const account = activeUser();
  if (account === '' || account !== effectiveUser()) throw new DomainError('NOT_STAFF', {});
  const installation = requireInstallation();
  const { rules } = loadRules();
  const today = dayOfInstant(now());
  const row = rules.staff.find(
    (one) => one.account.toLowerCase() === account.toLowerCase() && isInOffice(one, today),
  );
  const owner = account === installation.owner;
  if (!row && !owner) throw new DomainError('NOT_STAFF', {});
  return {
    staff: { account, name: row?.name === undefined || row.name === '' ? account : row.name, owner },
    installation,
    rules,
  };
}

/** Whether a line of 担当者 is in force on a day. */
export function isInOffice({ from, to }: { from: string; to: string }, today: string): boolean {
  return (from === '' || from <= today) && (to === '' || today <= to);
}
