/** The script cache: may vanish at any time, so nothing rests on it alone. */

/** Values that are there; the others are left out. One contact. */
export function readCache(keys: readonly string[]): Record<string, string> {
  return CacheService.getScriptCache().getAll([...keys]);
}

/** Keeps a text of at most 100 KB for some seconds (at most 6 hours). */
export function writeCache(key: string, value: string, seconds: number): void {
  CacheService.getScriptCache().put(key, value, seconds);
}

/** Forgets one value. */
export function dropCache(key: string): void {
  CacheService.getScriptCache().remove(key);
}
