/** Who may open the folder of 証明書類: the staff in office, by name, and nobody else. */
import { isMailAddress, normalizeMail } from './fields/mail';

/** A permission that stands; the owner's is among them. */
export interface Granted {
  id: string;
  /** `user`, or what opens it to more than one account. */
  type: string;
  role: string;
  account: string;
}

/** What has to change. */
export interface SharingPlan {
  /** Accounts to be let in. */
  add: string[];
  /** Ids of permissions to be taken back. */
  remove: string[];
}

/** Accounts of 担当者 that are addresses, each once, without the owner. */
export function sharedAccounts(accounts: readonly string[], owner: string): string[] {
  const own = fold(owner);
  return [...new Set(accounts.map(fold))]
    .filter((account) => isMailAddress(account) && account !== own)
    .sort();
}

/** From what stands to `wanted` (as of `sharedAccounts`): staff look, nobody else does, whoever shared it by hand. */
export function sharingPlan(granted: readonly Granted[], wanted: readonly string[]): SharingPlan {
  const others = granted.filter(({ role }) => role !== 'owner');
  const right = others.filter(
    ({ type, role, account }) => type === 'user' && role === 'reader' && wanted.includes(fold(account)),
  );
  const known = right.map(({ account }) => fold(account));
  return {
    add: wanted.filter((account) => !known.includes(account)),
    // A wider role of somebody wanted is narrowed by giving it anew.
    remove: others
      .filter(({ type, account }) => type !== 'user' || !wanted.includes(fold(account)))
      .map(({ id }) => id),
  };
}

function fold(account: string): string {
  return normalizeMail(account);
}
