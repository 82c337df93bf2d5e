/** The script lock: one writer at a time among web app, sidebar, menus and triggers. It does not stop people. */
import { DomainError } from '../domain/errors';

/** How long a request waits for its turn; 26 writers at once were served within it (performance.md 1c). */
const WAIT_MS = 20_000;

/** Does `work` alone and gives its answer; DomainError `BUSY` if the turn did not come. */
export function alone<T>(work: () => T): T {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(WAIT_MS)) throw new DomainError('BUSY', {});
  try {
    return work();
  } finally {
    lock.releaseLock();
  }
}
