/** Quotas of the day: per account, from its first use for 24 hours (facts/platform.md §8). */
import type { Clock, Json, Stored } from './service';

/** How much each account has used of one quota. */
export interface DayQuota extends Stored {
  used(account: string): number;
  use(account: string, amount: number): void;
}

interface Usage {
  since: number;
  amount: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** The limits of an account: a consumer's (gmail.com) or a Google Workspace's. */
export function limitFor<T>(account: string, limits: { consumer: T; workspace: T }): T {
  return account.toLowerCase().endsWith('@gmail.com') ? limits.consumer : limits.workspace;
}

/** A quota nobody has used yet. */
export function createDayQuota(clock: Pick<Clock, 'now'>): DayQuota {
  let usage = new Map<string, Usage>();
  const current = (account: string): Usage => {
    const now = clock.now();
    const found = usage.get(account);
    return found !== undefined && now < found.since + DAY ? found : { since: now, amount: 0 };
  };
  return {
    used: (account) => current(account).amount,
    use(account, amount) {
      const { since, amount: before } = current(account);
      usage.set(account, { since, amount: before + amount });
    },
    save: () => Object.fromEntries(usage) as unknown as Json,
    load(saved) {
      usage = new Map(Object.entries(saved as unknown as Record<string, Usage>));
    },
  };
}
