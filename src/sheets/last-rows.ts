/** The end of a tab that grows: a window of rows, read backwards. */
import { readHeaders } from './headers';
import { rowsRange } from './range';
import { readRanges } from './read';
import { toReadRow, type ReadRow } from './row';
import type { Tab } from './schema';
import { requireSheet } from './spreadsheet';

/**
 * At most `count` rows that end above row `before` (without it: at the last row), last first, blank ones left out;
 * `from` is the first row of the window. DomainError `HEADERS_BROKEN`.
 */
export function readLastRows<T extends Tab>(
  tab: T,
  count: number,
  before?: number,
): { rows: ReadRow<T>[]; from: number } {
  const last = Math.min(before ?? Infinity, requireSheet(tab).getLastRow() + 1) - 1;
  const from = Math.max(2, last - count + 1);
  if (last < from) return { rows: [], from };
  const [header = [], lines = []] = readRanges([rowsRange(tab.title, 1), rowsRange(tab.title, from, last)]);
  const headers = readHeaders(tab, header[0] ?? []);
  const rows = lines
    .map((cells, index) => toReadRow(tab, headers, from + index, cells))
    .filter(({ byHeader }) => Object.keys(byHeader).length > 0)
    .reverse();
  return { rows, from };
}
