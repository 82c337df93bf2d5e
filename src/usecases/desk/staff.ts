/** The guard of the office door: the person at the keyboard, with her own rights, in 担当者 and in office today. */
import { DomainError } from '../../domain/errors';
import { dayOfInstant } from '../../domain/fields/instant';
import { now } from '../../platform/clock';
import { activeUser, effectiveUser } from '../../platform/identity';
import { readStaffRows } from '../../sheets/rulebook';
import { unlessBroken } from '../findings/under-repair';
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
  const { account, installation } = requireKeyboard();
  const { rules } = loadRules();
  return { staff: staffOf(account, installation, rules.staff), installation, rules };
}

/**
 * The guard of 台帳の点検, which must open while the rules cannot be read because one of their tabs is broken: then 担当者
 * alone is asked, and of the owner nothing. DomainError `NOT_STAFF`, `NOT_SET_UP`; `HEADERS_BROKEN`, `TAB_MISSING` of 担当者.
 */
export function requireMender(): { staff: Staff; installation: Installation } {
  const { account, installation } = requireKeyboard();
  const rows =
    unlessBroken(() => loadRules().rules.staff) ??
    (account === installation.owner ? (unlessBroken(readStaffRows) ?? []) : readStaffRows());
  return { staff: staffOf(account, installation, rows), installation };
}

function requireKeyboard(): { account: string; installation: Installation } {
  const account = activeUser();
  if (account === '' || account !== effectiveUser()) throw new DomainError('NOT_STAFF', {});
  return { account, installation: requireInstallation() };
}

function staffOf(account: string, installation: Installation, rows: Rules['staff']): Staff {
  const today = dayOfInstant(now());
  const row = rows.find(
    (one) => one.account.toLowerCase() === account.toLowerCase() && isInOffice(one, today),
  );
  const owner = account === installation.owner;
  if (!row && !owner) throw new DomainError('NOT_STAFF', {});
  return { account, name: row?.name === undefined || row.name === '' ? account : row.name, owner };
}

/** Whether a line of 担当者 is in force on a day. */
export function isInOffice({ from, to }: { from: string; to: string }, today: string): boolean {
  return (from === '' || from <= today) && (to === '' || today <= to);
}
