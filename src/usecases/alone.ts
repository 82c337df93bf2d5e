/**
 * Read, decide and commit with nobody else of ours writing. The work is repeatable: it looks for its client key (or for
 * what it would do) first, so that it can be done again when the outcome of its commit is not known.
 */
import { DomainError } from '../domain/errors';
import { isTooMany } from '../platform/errors';
import { withScriptLock } from '../platform/lock';
import { logTrouble } from '../platform/log';
import { pause } from '../platform/pause';
import { publish } from '../sheets/spreadsheet';

/** Waits outside the lock when the 60 calls a minute are used up, ms (details.md, The commit). */
const BACK_OFF_MS: readonly number[] = [1000, 2000, 4000, 8000];

/**
 * Does `work` under the script lock. Beyond 60 calls a minute it waits and does it again; after any other trouble, which
 * may have come after the commit was applied, once more under a new lock.
 * DomainError `BUSY` if the turn did not come in time; throws what the platform throws twice.
 */
export function alone<T>(work: () => T): T {
  return patiently(() => {
    const done = withScriptLock(work);
    if (!done) throw new DomainError('BUSY', {});
    return done.answer;
  });
}

/** The same patience for work that needs no lock. */
export function patiently<T>(work: () => T): T {
  const waits = [...BACK_OFF_MS];
  for (let troubled = false; ;) {
    try {
      return work();
    } catch (error) {
      if (error instanceof DomainError) throw error;
      const wait = isTooMany(error) ? waits.shift() : undefined;
      if (isTooMany(error) && wait === undefined) throw new DomainError('BUSY', {});
      if (wait === undefined && troubled) throw error;
      troubled ||= wait === undefined;
      logTrouble('repeated', error);
      pause(wait ?? 0);
      // What this execution has seen of the tabs is older than what it now has to look for.
      publish();
    }
  }
}
