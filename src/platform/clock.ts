/** The one clock of the server rooms. */

/** Milliseconds since 1970. */
export function now(): number {
  return Date.now();
}
