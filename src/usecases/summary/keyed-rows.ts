/** Rows found by their keys and read: searched for again where somebody moved rows in between, so that none is silently left out. */
import { findAny, findExact } from '../../sheets/find';
import { readForDecision, type Found, type Wanted } from '../../sheets/read';
import { keyText, type ReadRow } from '../../sheets/row';
import type { Tab } from '../../sheets/schema';
import { publish } from '../../sheets/spreadsheet';

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

/** Rows of several tabs in which a number stands, read together with `others`; those that are the person's by tab. */
export function readBelonging(
  tabs: readonly Tab[],
  number: string,
  others: readonly Wanted[],
): { found: Found; rowsOf<T extends Tab>(tab: T): ReadRow<T>[] } {
  for (let attempt = 1; ; attempt += 1) {
    const places = tabs.map((tab) => ({ tab, rows: findExact(tab, number) }));
    const found = readForDecision([...others, ...places]);
    const rowsOf = <T extends Tab>(tab: T): ReadRow<T>[] =>
      (places.find((each) => each.tab.title === tab.title)?.rows ?? []).map((row) => found.row(tab, row));
    const own = <T extends Tab>(tab: T) => rowsOf(tab).filter(({ raw }) => raw.number === number);
    // Another cell may hold the same text: then it is looked at once more for nothing.
    const isWhole = tabs.every((tab) => own(tab).length === rowsOf(tab).length);
    if (isWhole || attempt === ATTEMPTS) return { found, rowsOf: own };
    publish();
  }
}
