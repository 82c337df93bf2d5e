/** The script cache: may vanish at any time, so nothing rests on it alone. */

/** Values that are there; the others are left out. One contact. */
export function readCache(keys: readonly string[]): Record<string, string> {
  return CacheService.getScriptCache().getAll([...keys]);
}

/** Keeps a text of at most 100 KB for some seconds (at most 6 hours). */
export function writeCache(key: string, value: string, seconds: number): void {
  CacheService.getScriptCache().put(key, value, seconds);
}

/** Keeps several at once. One contact. */
export function writeCaches(values: Readonly<Record<string, string>>, seconds: number): void {
  CacheService.getScriptCache().putAll({ ...values }, seconds);
}

/** Forgets one value. */
export function dropCache(key: string): void {
  CacheService.getScriptCache().remove(key);
}

/** Characters of a part: 90 KB of Japanese text at most, where a value may have 100. */
const PART = 30_000;

/** Names of the parts a long text is kept under. */
export function partsOf(key: string, parts: number): string[] {
  return Array.from({ length: parts }, (_, index) => `${key}:${index}`);
}

/** A text in parts; undefined if it is too long for so many. */
export function toParts(key: string, parts: number, text: string): Record<string, string> | undefined {
  const whole = `${text.length}|${text}`;
  if (whole.length > parts * PART) return undefined;
  const names = partsOf(key, Math.ceil(whole.length / PART));
  return Object.fromEntries(names.map((name, at) => [name, whole.slice(at * PART, (at + 1) * PART)]));
}

/** The text of these parts; undefined unless all of it is there. */
export function fromParts(
  key: string,
  parts: number,
  cached: Readonly<Record<string, string>>,
): string | undefined {
  const whole = partsOf(key, parts)
    .map((name) => cached[name] ?? '')
    .join('');
  const [, length = '', text = ''] = /^(\d+)\|([^]*)$/.exec(whole) ?? [];
  return length !== '' && text.length >= Number(length) ? text.slice(0, Number(length)) : undefined;
}
