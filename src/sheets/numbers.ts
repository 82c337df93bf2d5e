/** The numbers of 台帳 and `_要約` beside each other: who stands where, twice, or nowhere. */
import { openColumn } from './range';
import { readForDecision, readRanges } from './read';
import { COUNTER_ROW, ledger, summaries } from './schema';

/** Who stands where, as the number columns say. */
export interface Numbers {
  /** Number → its rows of 台帳. */
  rows: ReadonlyMap<string, readonly number[]>;
  /** Rows of 台帳 (2 to the last numbered one) without a number. */
  blank: readonly number[];
  /** Number → its row of `_要約`. */
  summaryRows: ReadonlyMap<string, number>;
}

/** Three columns in two API reads, whatever the size. DomainError `HEADERS_BROKEN`. */
export function readNumbers(): Numbers {
  const found = readForDecision([{ tab: ledger }, { tab: summaries }]);
  const place = found.headers(ledger).places.get('number') ?? 1;
  const summaryPlace = found.headers(summaries).places.get('number') ?? 1;
  const [numbers = [], known = []] = readRanges([
    openColumn(ledger.title, place, 2),
    openColumn(summaries.title, summaryPlace, COUNTER_ROW + 1),
  ]);
  const rows = new Map<string, number[]>();
  const blank: number[] = [];
  numbers.forEach(([cell = ''], index) => {
    const number = String(cell);
    if (number === '') blank.push(index + 2);
    else rows.set(number, [...(rows.get(number) ?? []), index + 2]);
  });
  const summaryRows = new Map<string, number>();
  known.forEach(([cell = ''], index) => {
    if (cell !== '') summaryRows.set(String(cell), index + COUNTER_ROW + 1);
  });
  return { rows, blank, summaryRows };
}
