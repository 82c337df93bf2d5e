/** Rows of a tab found by their keys, and the rows of people in several tabs, read for a decision: 要約 may be behind, or have left some out. */
import { findAny } from '../../sheets/find';
import { findEverywhere, literal } from '../../sheets/find-everywhere';
import type { Found, Wanted } from '../../sheets/read';
import { readFound, type Find } from '../../sheets/read-found';
import { keyText, type ReadRow } from '../../sheets/row';
import type { Tab } from '../../sheets/schema';

/** One person's rows of a tab, in the order of the tab. */
export type RowsOf = <T extends Tab>(tab: T, number: string) => ReadRow<T>[];

/** Those of the keys that stand in the tab, read together with `others`. */
export function readKeyed<T extends Tab>(
  tab: T,
  keys: readonly string[],
  others: readonly Wanted[],
): { found: Found; rows: ReadRow<T>[] } {
  const { found, rowsOf } = readFound([{ tab, texts: keys }], others);
  return { found, rows: rowsOf(tab).filter((row) => keys.includes(keyText(row))) };
}

/** All rows of these people in these tabs, read together with `others`: a contact for each tab, unless `find` spares some, and one for the read. */
export function readRowsOf(
  tabs: readonly Tab[],
  numbers: readonly string[],
  others: readonly Wanted[] = [],
  find?: Find,
): { found: Found; rowsOf: RowsOf } {
  const { found, rowsOf } = readFound(
    tabs.map((tab) => ({ tab, texts: numbers })),
    others,
    find,
  );
  return {
    found,
    // Another cell may hold the same text.
    rowsOf: (tab, number) => rowsOf(tab).filter(({ raw }) => String(raw.number) === number),
  };
}

/** The same of one person. */
export function readBelonging(
  tabs: readonly Tab[],
  number: string,
  others: readonly Wanted[],
  find?: Find,
): { found: Found; rowsOf<T extends Tab>(tab: T): ReadRow<T>[] } {
  const { found, rowsOf } = readRowsOf(tabs, [number], others, find);
  return { found, rowsOf: (tab) => rowsOf(tab, number) };
}

/**
 * One contact for all searches, which have the same few texts: for tabs in which one of them stands mostly. A tab in which
 * nothing is found, which somebody may have hidden, is searched by itself.
 */
export const findTogether: Find = (searches) => {
  const texts = searches[0]?.texts ?? [];
  if (texts.length === 0) return searches.map(() => []);
  const places = findEverywhere(
    searches.map(({ tab }) => tab),
    texts.map(literal).join('|'),
  );
  return searches.map(({ tab }) => {
    const rows = [...new Set((places.get(tab.title) ?? []).map(({ row }) => row))];
    return rows.length > 0 ? rows : findAny(tab, texts);
  });
};
