/**
 * Reads for a decision: one `values.batchGet` for the header rows and rows of
 * any number of tabs. It sees what is published now (no pinned view), typed:
 * dates as serial numbers, text as text.
 */
import type { RawCell } from './cell';
import { readHeaders, type Headers } from './headers';
import { quoted, rowsRange } from './range';
import { toReadRow, type ReadRow } from './row';
import type { Tab } from './schema';
import { requireSheet, sheetsApi, spreadsheetId } from './spreadsheet';

/** Which rows of a tab are wanted; rows may be none (headers only). */
export interface Wanted {
  tab: Tab;
  rows?: readonly number[];
  /** All rows of a small tab. */
  whole?: boolean;
}

export interface Found {
  /** Headers of a tab that was asked for. */
  headers(tab: Tab): Headers;
  /** A row that was asked for by number; blank rows come too. */
  row<T extends Tab>(tab: T, row: number): ReadRow<T>;
  /** The rows of a tab that was asked for as a whole, without blank ones. */
  rows<T extends Tab>(tab: T): ReadRow<T>[];
}

/** Values of several ranges in one API call; `[]` for a blank range. */
export function readRanges(ranges: readonly string[]): RawCell[][][] {
  const answer = sheetsApi().Values.batchGet(spreadsheetId(), {
    ranges: [...ranges],
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  });
  return (answer.valueRanges ?? []).map((range) => (range.values ?? []) as RawCell[][]);
}

/** Reads headers and rows of several tabs in one contact. Throws DomainError `HEADERS_BROKEN`, `TAB_MISSING`. */
export function readForDecision(wanted: readonly Wanted[]): Found {
  const ranges: string[] = [];
  const places: { tab: Tab; rows: Span | null }[] = [];
  for (const { tab, rows = [], whole } of wanted) {
    if (whole) {
      ranges.push(quoted(tab.title));
      places.push({ tab, rows: null });
      continue;
    }
    for (const span of [{ from: 1, to: 1 }, ...spansOf(rows)]) {
      ranges.push(rowsRange(tab.title, span.from, span.to));
      places.push({ tab, rows: span });
    }
  }
  const values = readOrTellTab(ranges, wanted);
  const headers = new Map<string, Headers>();
  const single = new Map<string, ReadRow>();
  const spans = new Map<string, ReadRow[]>();
  places.forEach(({ tab, rows }, index) => {
    const lines = values[index] ?? [];
    if (!headers.has(tab.title) || rows === null) headers.set(tab.title, readHeaders(tab, lines[0] ?? []));
    const map = requireMap(headers, tab);
    if (rows !== null) {
      for (let row = rows.from; row <= rows.to; row += 1)
        single.set(`${tab.title}\n${row}`, toReadRow(tab, map, row, lines[row - rows.from] ?? []));
      return;
    }
    const read = lines
      .map((cells, offset) => ({ cells, row: 1 + offset }))
      .filter(({ cells, row: at }) => at > 1 && cells.some((cell) => cell !== ''))
      .map(({ cells, row: at }) => toReadRow(tab, map, at, cells));
    spans.set(tab.title, read);
  });
  return {
    headers: (tab) => requireMap(headers, tab),
    row: <T extends Tab>(tab: T, row: number) => {
      const read = single.get(`${tab.title}\n${row}`) ?? spans.get(tab.title)?.find((one) => one.row === row);
      if (!read) throw new Error(`Row ${row} of ${tab.title} was not asked for.`);
      return read as ReadRow<T>;
    },
    rows: <T extends Tab>(tab: T) => (spans.get(tab.title) ?? []) as ReadRow<T>[],
  };
}

/** What the API says of a range in a tab that is gone is not to be told apart from other trouble: looked at then. */
function readOrTellTab(ranges: readonly string[], wanted: readonly Wanted[]): RawCell[][][] {
  try {
    return readRanges(ranges);
  } catch (error) {
    wanted.forEach(({ tab }) => requireSheet(tab));
    throw error;
  }
}

interface Span {
  from: number;
  to: number;
}

/** Neighbouring rows are asked for as one range: a request of hundreds of ranges is one of a few. */
function spansOf(rows: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = spans[spans.length - 1];
    if (last?.to === row - 1) last.to = row;
    else spans.push({ from: row, to: row });
  }
  return spans;
}

function requireMap(headers: ReadonlyMap<string, Headers>, tab: Tab): Headers {
  const map = headers.get(tab.title);
  if (!map) throw new Error(`Headers of ${tab.title} were not asked for.`);
  return map;
}
