/** Finding one row again by its key, however a person moved it. */
import { findExact } from './find';
import { readForDecision } from './read';
import { keyText, type ReadRow } from './row';
import type { Tab } from './schema';
import { publish } from './spreadsheet';

/** A row may move once more between search and read; nobody moves it faster than this. */
const ATTEMPTS = 3;

/**
 * The row of a tab with this key: searched for in what is published now (this execution may have seen the tab before
 * it was sorted), read, and searched for again if it has moved in between. Undefined if there is none.
 */
export function findByKey<T extends Tab>(tab: T, key: string): ReadRow<T> | undefined {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    publish();
    const rows = findExact(tab, key);
    if (rows.length === 0) return undefined;
    const found = readForDecision([{ tab, rows }]);
    const own = rows.map((row) => found.row(tab, row)).find((row) => keyText(row) === key);
    if (own) return own;
  }
  return undefined;
}
