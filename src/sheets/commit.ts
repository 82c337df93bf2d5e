/**
 * The one way to write: one atomic `batchUpdate` with typed cells, answered
 * with the headers of every tab written to and the key cells of every row
 * written by index. A row or column that a person moved between read and commit
 * is noticed and put right; should this execution be killed before, the journal
 * in the counter row knows of it.
 */
import { readJournal, writeJournal, type AppendedEntry } from '../domain/journal';
import type { CellValue } from './cell';
import { findLanded, gridsByTab, isInPlace, isUnderHeaders, type AnsweredGrids } from './commit-answer';
import {
  appendRequests,
  cellRequests,
  changedCells,
  keyColumn,
  keyPlaces,
  type CellWrite,
  type OwnCell,
  type RowAppend,
  type RowUpdate,
} from './commit-requests';
import type { Corrections } from './corrections';
import type { Headers } from './headers';
import { appendedEntry, appendedOf, entriesOf, wholeEntry } from './journal';
import { columnRange, rowsRange } from './range';
import { repairMisplaced } from './repair';
import { repairAppended } from './repair-appended';
import { repairHeaders } from './repair-headers';
import type { ReadRow } from './row';
import { requireSheet, sheetsApi, spreadsheetId } from './spreadsheet';
import { COUNTER_ROW, summaries, type RowOf, type Tab } from './schema';

export type { OwnCell, RowAppend, RowUpdate } from './commit-requests';

export interface Commit {
  readonly updates: readonly RowUpdate[];
  readonly appends: readonly RowAppend[];
}

/** Row each append landed on, in their order; undefined where it was not seen near its hint. */
export type Landed = readonly (number | undefined)[];

/** How far around its hint an appended row is looked for. */
const NEAR = 20;

/** Typed update of a row: keys of its tab, and columns of the office's own. */
export function update<T extends Tab>(
  row: ReadRow<T>,
  set: Partial<RowOf<T>>,
  own: readonly OwnCell[] = [],
): RowUpdate {
  return { row, set: set as Record<string, CellValue>, ...(own.length === 0 ? {} : { own }) };
}

/** Typed append to a tab whose headers were read in this execution. */
export function append<T extends Tab>(
  tab: T,
  headers: Headers,
  values: Partial<RowOf<T>>,
  near?: number,
): RowAppend {
  return {
    tab,
    headers,
    values: values as Record<string, CellValue>,
    ...(near === undefined ? {} : { near }),
  };
}

/**
 * Applies all of it or nothing. A write that met another row is put right in further commits; DomainError `MISPLACED`
 * when that did not succeed. Throws whatever the platform throws.
 */
export function commit({ updates, appends }: Commit): Landed {
  const changing = journalled(updates, appends).filter((one) => changedCells(one).length > 0);
  const grids = apply(changing.flatMap(changedCells), changing, appends);
  if (!grids) return [];
  const misplaced = changing.filter((one) => !isInPlace(one, grids));
  repairHeaders(
    misplaced.filter(({ before }) => before),
    checkedAgain,
  );
  repairWrites(misplaced.filter(({ whole, before }) => !whole && !before));
  repairAppends([
    ...misplaced.filter(({ whole }) => whole).map(wholeEntry),
    ...appends.filter((one) => !isUnderHeaders(one, grids)).map(appendedEntry),
  ]);
  return appends.map(({ tab, headers, values, near }) =>
    near === undefined
      ? undefined
      : findLanded(grids.get(tab.title) ?? [], keyColumn(tab, headers), String(values[tab.key] ?? '')),
  );
}

/** Puts writes right that met another row or column: `row.row` is where they went. DomainError `MISPLACED`. */
function repairWrites(misplaced: readonly RowUpdate[]): void {
  if (misplaced.length > 0) repairMisplaced(misplaced, checkedAgain);
}

/** Writes what puts the rows of a tab right after an execution that died. DomainError `MISPLACED`. */
export function correctWrites({ cells, checked, records }: Corrections): void {
  repairWrites(checkedAgain(cells, checked, records));
}

/** Puts the cells of new rows under their own headers where columns moved. DomainError `MISPLACED`, `HEADERS_BROKEN`. */
export function repairAppends(misplaced: readonly AppendedEntry[]): void {
  if (misplaced.length > 0) repairAppended(misplaced, checkedAgain);
}

function checkedAgain(
  cells: readonly CellWrite[],
  checked: readonly RowUpdate[],
  records: readonly RowAppend[],
): RowUpdate[] {
  const answered = apply(cells, checked, records);
  return answered ? checked.filter((one) => !isInPlace(one, answered)) : [];
}

/** The updates with what the counter row has to remember of all this. */
function journalled(updates: readonly RowUpdate[], appends: readonly RowAppend[]): readonly RowUpdate[] {
  const counters = updates.find(isCounters);
  const earlier = readJournal(String(counters?.row.raw.lastSeen ?? ''));
  const writes = entriesOf(updates, 1 + Math.max(0, ...earlier.writes.map(({ commit: number }) => number)));
  if (!counters) {
    if (writes.length === 0) return updates;
    throw new Error('A commit that writes remembered rows by index needs the counter row.');
  }
  // The journal is emptied by writing '' to its cell.
  if ('lastSeen' in counters.set) return updates;
  const journal = writeJournal({
    writes: [...earlier.writes, ...writes],
    appends: [
      ...earlier.appends,
      ...updates.filter(({ whole }) => whole).map(wholeEntry),
      ...appendedOf(appends),
    ],
  });
  return updates.map((one) => (one === counters ? { ...one, set: { ...one.set, lastSeen: journal } } : one));
}

function isCounters({ row }: RowUpdate): boolean {
  return row.tab.title === summaries.title && row.row === COUNTER_ROW;
}

/** One request; undefined if there is nothing to write. */
function apply(
  cells: readonly CellWrite[],
  checked: readonly RowUpdate[],
  appends: readonly RowAppend[],
): AnsweredGrids | undefined {
  const requests = [...cellRequests(cells), ...appendRequests(appends)];
  if (requests.length === 0) return undefined;
  const resource = {
    requests,
    includeSpreadsheetInResponse: true,
    responseIncludeGridData: true,
    responseRanges: watchedRanges(checked, appends),
  };
  return gridsByTab(sheetsApi().batchUpdate(resource, spreadsheetId()));
}

function watchedRanges(updates: readonly RowUpdate[], appends: readonly RowAppend[]): string[] {
  const ranges = new Set<string>();
  for (const { row } of updates) {
    ranges.add(rowsRange(row.tab.title, 1));
    for (const { place } of keyPlaces(row.tab, row.headers))
      ranges.add(columnRange(row.tab.title, place, row.row));
  }
  for (const { tab, headers, near } of appends) {
    ranges.add(rowsRange(tab.title, 1));
    if (near === undefined) continue;
    const from = Math.max(2, near - NEAR);
    const most = requireSheet(tab).getMaxRows();
    // A range that begins below the grid would refuse the whole request: rows may have been deleted since the hint.
    if (from > most) continue;
    ranges.add(
      columnRange(tab.title, keyColumn(tab, headers), from, near + NEAR <= most ? near + NEAR : null),
    );
  }
  return [...ranges];
}
