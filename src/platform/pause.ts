/** Waiting inside an execution. */

/** Does nothing for this long, ms. */
export function pause(ms: number): void {
  if (ms > 0) Utilities.sleep(ms);
}
