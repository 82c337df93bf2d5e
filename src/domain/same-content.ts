/** Serials of instants keep seconds as fractions of a day; a tenth of a second is no difference. */
const TOLERANCE = 1e-6;

/** Whether two JSON values hold the same, whatever the order of their keys. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < TOLERANCE;
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Array.isArray(a) === Array.isArray(b) && keys.every((key) => sameContent(a[key], b[key]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
