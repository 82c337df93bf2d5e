/** What the nightly walk reads: the numbers of everybody, and every row of the people of tonight's slice. Three contacts. */
import { patternAbove, SERIAL_KINDS } from '../../domain/serial-pattern';
import { dayOfInstant } from '../../domain/fields/instant';
import { DomainError } from '../../domain/errors';
import { now } from '../../platform/clock';
import type { RawCell } from '../../sheets/cell';
import { findEverywhere, literal, type Place } from '../../sheets/find-everywhere';
import { readHeaders } from '../../sheets/headers';
import { openColumn, rowsRange } from '../../sheets/range';
import { readForDecision, readRanges, type Found, type Wanted } from '../../sheets/read';
import { keyText, toReadRow } from '../../sheets/row';
import {
  allTabs,
  COUNTER_KEY,
  COUNTER_ROW,
  credentials,
  ledger,
  summaries,
  type Tab,
} from '../../sheets/schema/index';
import { requireSheet } from '../../sheets/spreadsheet';
import { isCounterRow, readCounters, systemPlace, type CounterRow } from '../../sheets/summary';
import { NUMBERED } from './counters';
import { PERSON_TABS } from '../summary/person-summary';

/** A row with the number that stands in it. */
export interface Numbered {
  readonly row: number;
  readonly number: string;
}

/** The register as its key columns show it. */
export interface Register {
  /** Rows of 台帳 that carry a number. */
  readonly people: readonly Numbered[];
  /** Rows of `_要約` and of `_認証` by number. */
  readonly summaryRows: ReadonlyMap<string, readonly number[]>;
  readonly credentialRows: ReadonlyMap<string, readonly number[]>;
  readonly counters: CounterRow;
  /** Columns with serial numbers of tabs that hold no person's rows, by title. */
  readonly numberColumns: ReadonlyMap<string, readonly number[]>;
  /** Column of 台帳 in which the numbers stand: where to look first next time. */
  readonly column: number;
}

/** Tabs of which only the serial numbers are looked at. */
const LISTS = NUMBERED.filter(({ tab }) => !PERSON_TABS.some(({ title }) => title === tab.title));

/** Reads three columns, the counters and some headers; the column as of the last time. DomainError `COUNTERS_LOST`, `HEADERS_BROKEN`, `TAB_MISSING`. */
export function readRegister(remembered: number): Register {
  [summaries, credentials, ...LISTS.map(({ tab }) => tab)].forEach(requireSheet);
  // A range beyond the grid would refuse the whole request: columns may have been deleted.
  const column = Math.min(remembered, requireSheet(ledger).getMaxColumns());
  const [[ledgerHeaders = []] = [], numbers = [], top = [], keys = [], credentialKeys = [], ...lists] =
    readRanges([
      rowsRange(ledger.title, 1),
      openColumn(ledger.title, column, 2),
      rowsRange(summaries.title, 1, COUNTER_ROW),
      openColumn(summaries.title, systemPlace('number'), 1),
      openColumn(credentials.title, 1, 1),
      ...LISTS.map(({ tab }) => rowsRange(tab.title, 1)),
    ]);
  const place = readHeaders(ledger, ledgerHeaders).places.get('number') ?? 1;
  if (place !== column) return readRegister(place);
  const [summaryHeaders = [], counterCells = []] = top;
  const row = toReadRow(summaries, readHeaders(summaries, summaryHeaders), COUNTER_ROW, counterCells);
  if (!isCounterRow(row)) throw new DomainError('COUNTERS_LOST', { expected: COUNTER_KEY });
  requireKeyFirst(credentialKeys);
  const numberColumns = new Map(
    LISTS.map(({ tab, columns }, index) => {
      const { places } = readHeaders(tab, lists[index]?.[0] ?? []);
      return [tab.title, columns.map((key) => places.get(key) ?? 0)];
    }),
  );
  return {
    people: numbered(numbers, 2),
    summaryRows: rowsByNumber(numbered(keys, 1), COUNTER_ROW),
    credentialRows: rowsByNumber(numbered(credentialKeys, 1), 1),
    counters: readCounters(row.values.summary),
    numberColumns,
    column,
  };
}

/** `_認証` keeps its numbers in the first column, as 初期設定 made it. DomainError `HEADERS_BROKEN`. */
function requireKeyFirst([[header = ''] = []]: readonly RawCell[][]): void {
  if (header === credentials.columns.number.header) return;
  const missing = credentials.columns.number.header;
  throw new DomainError('HEADERS_BROKEN', { tab: credentials.title, missing, twice: '' });
}

function rowsByNumber(people: readonly Numbered[], after: number): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const { row, number } of people) if (row > after) rows.set(number, [...(rows.get(number) ?? []), row]);
  return rows;
}

function numbered(column: readonly RawCell[][], from: number): Numbered[] {
  return column
    .map(([cell = ''], index) => ({ row: from + index, number: String(cell) }))
    .filter(({ number }) => number !== '');
}

/** Everything about the people of a slice, and what speaks about the counters. */
export interface SliceRows {
  readonly found: Found;
  /** Rows of `PERSON_TABS`, and of `NUMBERED` those above the counters, by title. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
  /** Tabs whose last row is not where the counters say. */
  readonly ended: readonly Tab[];
}

/** Finds and reads the rows of these people: two contacts whatever their number. */
export function readSlice(people: readonly Numbered[], register: Register): SliceRows {
  const tabs = [...new Set<Tab>([...PERSON_TABS, ...NUMBERED.map(({ tab }) => tab)])];
  const places = findEverywhere(tabs, patternOf(people, register.counters));
  const rows = new Map(
    tabs.map((tab) => [tab.title, soughtRows(tab, places.get(tab.title) ?? [], register)]),
  );
  const own = people.flatMap(({ number }) => register.summaryRows.get(number) ?? []);
  const ends = endsOf(register.counters);
  const wanted: Wanted[] = [
    { tab: ledger, rows: people.map(({ row }) => row) },
    { tab: summaries, rows: own },
    ...[...new Set([...tabs, ...ends.map(({ tab }) => tab)])].map((tab) => ({
      tab,
      rows: [
        ...(rows.get(tab.title) ?? []),
        ...ends.flatMap((one) => (one.tab === tab ? windowOf(one) : [])),
      ],
    })),
  ];
  const found = readForDecision(wanted);
  return { found, rows, ended: ends.filter((one) => !endsThere(one, found)).map(({ tab }) => tab) };
}

/** Whole texts of cells that matter: the numbers of the slice, and every number above the counters. */
function patternOf(people: readonly Numbered[], { counters }: CounterRow): string {
  const year = Number(dayOfInstant(now()).slice(0, 4));
  return [
    ...people.map(({ number }) => literal(number)),
    ...SERIAL_KINDS.map((kind) => patternAbove(kind, year, counters[`${kind}${String(year)}`] ?? 0)),
  ].join('|');
}

/** Of tabs that are no person's rows only what was found in a column of numbers. */
function soughtRows(tab: Tab, places: readonly Place[], { numberColumns }: Register): number[] {
  const columns = numberColumns.get(tab.title);
  const sought = columns ? places.filter(({ column }) => columns.includes(column)) : places;
  return [...new Set(sought.map(({ row }) => row))];
}

interface End {
  readonly tab: Tab;
  readonly row: number;
}

function endsOf({ ends }: CounterRow): End[] {
  return allTabs.flatMap((tab) => {
    const row = ends[tab.title];
    return row === undefined ? [] : [{ tab, row }];
  });
}

/** The last known row of a tab and the one below it, as far as the tab reaches. */
function windowOf({ tab, row }: End): number[] {
  return [row, row + 1].filter((one) => one > 1 && isInGrid(tab, one));
}

function endsThere(end: End, found: Found): boolean {
  const [last, below] = [end.row, end.row + 1].map((row) =>
    windowOf(end).includes(row) ? keyText(found.row(end.tab, row)) : '',
  );
  return (last !== '' || end.row <= 1) && below === '';
}

function isInGrid(tab: Tab, row: number): boolean {
  return row <= requireSheet(tab).getMaxRows();
}
