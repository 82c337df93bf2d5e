/** Waiting inside an execution; never under the script lock. */

/** Does nothing for this long, ms. */
export function pause(ms: number): void {
  if (ms > 0) Utilities.sleep(ms);
}
