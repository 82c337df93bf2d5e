/** The script lock: one writer at a time among web app, sidebar, menus and triggers. It does not stop people. */

/** How long a request waits for its turn; 26 writers at once were served within it (performance.md 1c). */
const WAIT_MS = 20_000;

/** Does `work` alone and gives its answer; undefined if the turn did not come. */
export function withScriptLock<T>(work: () => T): { answer: T } | undefined {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(WAIT_MS)) return undefined;
  try {
    return { answer: work() };
  } finally {
    lock.releaseLock();
  }
}
