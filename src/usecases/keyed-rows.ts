/** Rows found by their keys and read: searched for again where somebody moved rows in between, so that none is silently left out. */
import { findAny } from '../sheets/find';
import { readForDecision, type Found, type Wanted } from '../sheets/read';
import { keyText, type ReadRow } from '../sheets/row';
import type { Tab } from '../sheets/schema';
import { publish } from '../sheets/spreadsheet';

/** Nobody moves rows faster than this. */
const ATTEMPTS = 3;

/** Those of the keys that stand in the tab, read together with `others`. */
export function readKeyed<T extends Tab>(
  tab: T,
  keys: readonly string[],
  others: readonly Wanted[],
): { found: Found; rows: ReadRow<T>[] } {
  for (let attempt = 1; ; attempt += 1) {
    const places = findAny(tab, keys);
    const found = readForDecision([{ tab, rows: places }, ...others]);
    const read = places.map((row) => found.row(tab, row));
    const rows = read.filter((row) => keys.includes(keyText(row)));
    if (rows.length === read.length || attempt === ATTEMPTS) return { found, rows };
    publish();
  }
}
