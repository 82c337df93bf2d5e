/**
 * Puts right what an execution left that was killed between a write and the look at its answer: the journal names every
 * write, the rows as they stand and what the system remembers of them tell which of them met another row or column.
 */
import { instantOfSerial, isoOfInstant } from '../domain/fields/instant';
import type { JournalEntry } from '../domain/journal';
import { stands, type RowSeen } from '../domain/known-rows';
import { judgeWrites } from '../domain/misplaced-writes';
import { sameContent } from '../domain/same-content';
import type { RawCell } from './cell';
import { toCorrections, type Corrections } from './corrections';
import { findAny } from './find';
import { REMEMBERED } from './journal';
import { readForDecision } from './read';
import { readFound } from './read-found';
import { readRemembered } from './remembered';
import { rowName, type ReadRow } from './row';
import { operations, type Column, type Tab } from './schema';
import { requireSheet } from './spreadsheet';

/** More rows than this that hold the words of a write which is missing are not looked through. */
const MOST_HOLDERS = 200;

/** What the writes of this journal need, by tab; nothing where all of them stand where they went. */
export function correctionsOf(entries: readonly JournalEntry[]): Corrections[] {
  return REMEMBERED.flatMap((tab) => {
    const own = entries.filter((entry) => entry.tab === tab.title);
    return own.length > 0 && haveMoved(tab, own) ? (correctionsIn(tab, own) ?? []) : [];
  });
}

/** Whether some row or column stands elsewhere now than it was written to. */
function haveMoved(tab: Tab, entries: readonly JournalEntry[]): boolean {
  const rows = rowsWithin(tab, entries);
  const found = readForDecision([{ tab, rows }]);
  return entries.some((entry) =>
    isElsewhere(entry, rows.includes(entry.row) ? found.row(tab, entry.row) : undefined),
  );
}

/** Whether a write did not go to the row it was meant for, as far as the row that stands there now tells. */
export function isElsewhere(entry: JournalEntry, row: ReadRow | undefined): boolean {
  return !row || rowName(row) !== entry.key || !stands(entry, { ...row, texts: row.headers.texts });
}

/** The rows they were written to, as far as the tab still reaches: a range below it would be refused. */
function rowsWithin(tab: Tab, entries: readonly JournalEntry[]): number[] {
  const most = requireSheet(tab).getMaxRows();
  return [...new Set(entries.map(({ row }) => row))].filter((row) => row <= most);
}

function correctionsIn(tab: Tab, entries: readonly JournalEntry[]): Corrections | undefined {
  const places = rowsWithin(tab, entries);
  const keys = new Set(entries.map(({ key }) => key));
  // A key with several rows stands in the column of the key without what is within.
  const texts = [...new Set(entries.map(({ key }) => key.split('\n')[0] ?? ''))];
  const { found, rowsOf } = readFound([{ tab, texts }], [{ tab, rows: places }, { tab: operations }]);
  const own = rowsOf(tab).filter((row) => keys.has(rowName(row)));
  const met = places.map((row) => found.row(tab, row));
  const read = byRow([...own, ...met]);
  const first = judgeWrites(entries, seenRows(tab, entries, read));
  const holders = holdersOf(tab, first.astray, read);
  const rows = byRow([...read, ...holders]);
  const judged = holders.length === 0 ? first : judgeWrites(entries, seenRows(tab, entries, rows));
  return judged.corrections.length + judged.unknown.length === 0
    ? undefined
    : toCorrections(tab, judged, rows, { entries, headers: found.headers(operations) });
}

function byRow(rows: readonly ReadRow[]): ReadRow[] {
  return [...new Map(rows.map((row) => [row.row, row])).values()];
}

/** Rows a write may have met that moved on since: they show its most telling cell. */
function holdersOf(tab: Tab, astray: readonly JournalEntry[], read: readonly ReadRow[]): ReadRow[] {
  const texts = [...new Set(astray.map((entry) => tellingText(tab, entry)))].filter((text) => text !== '');
  if (texts.length === 0) return [];
  const rows = findAny(tab, texts).filter((row) => !read.some((one) => one.row === row));
  if (rows.length === 0 || rows.length > MOST_HOLDERS) return [];
  const found = readForDecision([{ tab, rows }]);
  return rows.map((row) => found.row(tab, row));
}

/** What the cell shows that the fewest rows share: an instant, or else the longest text; `''` if there is neither. */
function tellingText(tab: Tab, { cells }: JournalEntry): string {
  const shown = cells.map(({ header, content }) => {
    const kind = Object.values<Column>(tab.columns).find((one) => one.header === header)?.kind ?? 'text';
    return { isInstant: kind === 'instant', text: shownText(content, kind) };
  });
  const [first] = shown
    .filter(({ text }) => text !== '')
    .sort((a, b) => Number(b.isInstant) - Number(a.isInstant) || b.text.length - a.text.length);
  return first?.text ?? '';
}

/** As our format shows it; numbers and days say too little. */
function shownText(content: RawCell, kind: Column['kind']): string {
  if (kind === 'instant' && typeof content === 'number')
    return isoOfInstant(instantOfSerial(content)).slice(0, 19).replace(/-/g, '/').replace('T', ' ');
  return typeof content === 'string' && kind !== 'json' ? content : '';
}

/** The rows with what is remembered of them: two contacts, or four. */
function seenRows(tab: Tab, entries: readonly JournalEntry[], read: readonly ReadRow[]): RowSeen[] {
  const numberOf = (row: ReadRow) => String(row.raw.number ?? '');
  const remembered = readRemembered(tab, [
    ...entries.map(({ key, number }) => ({ name: key, number })),
    ...read.map((row) => ({ name: rowName(row), number: numberOf(row) })),
  ]);
  const seenOf = (key: string, number: string) => remembered.of(key, number) ?? keptOf(entries, key);
  const present = new Set(read.map(rowName));
  const lost = entries.filter(({ key }) => !present.has(key));
  return read.map((row) => {
    const { texts } = row.headers;
    const entry = lost.find((one) => {
      const seen = seenOf(one.key, one.number);
      return one.row === row.row && seen !== undefined && hasLostKey(tab, one, row, seen);
    });
    const key = entry?.key ?? rowName(row);
    // A cell of 登録番号 may have been written over: the journal knows whose row it is.
    const number = entries.find((one) => one.key === key && one.number !== '')?.number ?? numberOf(row);
    return { key, row: row.row, texts, cells: row.cells, remembered: seenOf(key, number) };
  });
}

/** A row that was nobody's, as the journal tells it should be. */
function keptOf(
  entries: readonly JournalEntry[],
  key: string,
): Readonly<Record<string, RawCell>> | undefined {
  const [entry] = entries.filter((one) => one.key === key && one.kept).slice(-1);
  return (
    entry && {
      ...entry.kept,
      ...Object.fromEntries(entry.cells.map(({ header, content }) => [header, content])),
    }
  );
}

/** Whether this is the row that was meant, its key written over as columns shifted: all else is as the system remembers it. */
function hasLostKey(
  tab: Tab,
  entry: JournalEntry,
  row: ReadRow,
  seen: Readonly<Record<string, RawCell>>,
): boolean {
  const { texts } = row.headers;
  const isWritten = (header: string) =>
    entry.cells.some(
      ({ place, content }) => texts[place - 1] === header && sameContent(row.byHeader[header] ?? '', content),
    );
  const meant = new Set(entry.cells.map(({ header }) => header));
  const left = Object.keys(seen).filter((header) => !isWritten(header) && !meant.has(header));
  return (
    [tab.key, tab.within ?? tab.key].some((key) => isWritten(tab.columns[key]?.header ?? '')) &&
    left.length > 0 &&
    left.every((header) => sameContent(row.byHeader[header] ?? '', seen[header]))
  );
}
