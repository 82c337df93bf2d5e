/** Rows of people in the tabs of applications, read for a decision about them: 要約 may be behind, or have left some out. */
import { findAny } from '../../sheets/find';
import { findEverywhere, literal } from '../../sheets/find-everywhere';
import { readForDecision, type Found, type Wanted } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import type { Tab } from '../../sheets/schema';
import { ownRows } from './own-rows';

/** One person's rows of a tab, in the order of the tab. */
export type RowsOf = <T extends Tab>(tab: T, number: string) => ReadRow<T>[];

/** All rows of these people in these tabs, read together with `others`: a contact for each tab and one for the read. */
export function readRowsOf(
  tabs: readonly Tab[],
  numbers: readonly string[],
  others: readonly Wanted[] = [],
): { found: Found; rowsOf: RowsOf } {
  const places = new Map(tabs.map((tab) => [tab.title, { tab, rows: findAny(tab, numbers) }]));
  const found = readForDecision([...others, ...places.values()]);
  return {
    found,
    rowsOf: (tab, number) => ownRows(found, tab, places.get(tab.title)?.rows ?? [], number),
  };
}

/**
 * Rows of tabs in which one of a few numbers stands, one contact for all of them: for tabs in which there is one mostly. A tab
 * in which nothing is found, which somebody may have hidden, is searched by itself.
 */
export function findTogether<T extends Tab>(
  tabs: readonly T[],
  numbers: readonly string[],
): { tab: T; rows: number[] }[] {
  const places = findEverywhere(tabs, numbers.map(literal).join('|'));
  return tabs.map((tab) => {
    const rows = [...new Set((places.get(tab.title) ?? []).map(({ row }) => row))];
    return { tab, rows: rows.length > 0 ? rows : findAny(tab, numbers) };
  });
}
