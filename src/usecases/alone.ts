/** Read, decide and commit with nobody else of ours writing. */
import { DomainError } from '../domain/errors';
import { withScriptLock } from '../platform/lock';

/** Does `work` under the script lock; DomainError `BUSY` if the turn did not come in time. */
export function alone<T>(work: () => T): T {
  const done = withScriptLock(work);
  if (!done) throw new DomainError('BUSY', {});
  return done.answer;
}
