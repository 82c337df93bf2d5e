/** What does not come back is a failure too, not a silent end of the whole run. */

/** Machine time after which something does not come back any more, ms. */
const PATIENCE = 90_000;

/** The work; throws when it does not come back. */
export function within<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('It does not come back.')), PATIENCE);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
