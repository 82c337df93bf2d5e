/** Values of a script as the text Google makes of them. */

/** Any value as text: numbers `5`, objects `[object Object]`. */
export function textOf(value: unknown): string {
  return String(value);
}

/** A key as text; null and undefined stay null, for the host to refuse. */
export function keyOf(value: unknown): string | null {
  return value === null || value === undefined ? null : textOf(value);
}
