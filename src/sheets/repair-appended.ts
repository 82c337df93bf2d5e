/**
 * Rows that were appended while a person inserted, moved or deleted a column: `appendCells` puts cells by their place, so
 * that each stands under a header that is not its own. What such a row holds says itself where it belongs.
 */
import { digest } from '../domain/digest';
import { DomainError } from '../domain/errors';
import type { AppendedEntry } from '../domain/journal';
import { now } from '../platform/clock';
import type { RawCell } from './cell';
import type { CellWrite, RowAppend, RowUpdate } from './commit-requests';
import { findInColumn } from './find-in-column';
import { headerText, readHeaders, type Headers } from './headers';
import { rowsRange } from './range';
import { readForDecision, readRanges } from './read';
import { toReadRow } from './row';
import { allTabs, operations, type Column, type Tab } from './schema';
import { publish } from './spreadsheet';

/** Writes cells and rows in one checked request; answers the updates that met another row or column. */
type Apply = (
  cells: readonly CellWrite[],
  checked: readonly RowUpdate[],
  records: readonly RowAppend[],
) => RowUpdate[];

/** Digest of the cells of a row by the header each stands under, in the order of those headers. */
export function digestUnder(headers: readonly string[], cells: readonly RawCell[]): number {
  const held = headers
    .map((header, index) => [header, cells[index] ?? ''] as const)
    .filter(([header, content]) => header !== '' && content !== '');
  return digest(JSON.stringify(held));
}

/**
 * Puts the cells of these rows under their own headers; rows that are right, or that somebody has changed since, stay.
 * DomainError `HEADERS_BROKEN`, and `MISPLACED` when the rows moved once more meanwhile.
 */
export function repairAppended(entries: readonly AppendedEntry[], apply: Apply): void {
  const groups = byHeaders(entries);
  if (groups.length === 0) return;
  publish();
  const lines = readRanges(groups.map(({ tab }) => rowsRange(tab.title, 1)));
  for (const [index, { tab, headers, own }] of groups.entries()) {
    const texts = (lines[index]?.[0] ?? []).map(headerText);
    const strays = haveMoved(headers, texts) ? straysOf(tab, headers, own) : [];
    if (strays.length === 0) continue;
    const cells = strays.flatMap((stray) => stray.cells);
    const checked = strays.map(({ update }) => update);
    if (apply(cells, checked, [recordOf(tab, own)]).length > 0)
      throw new DomainError('MISPLACED', { tab: tab.title });
  }
}

interface Appended {
  readonly tab: Tab;
  readonly headers: readonly string[];
  readonly own: readonly AppendedEntry[];
}

function byHeaders(entries: readonly AppendedEntry[]): Appended[] {
  const groups = new Map<string, AppendedEntry[]>();
  for (const entry of entries) {
    const name = JSON.stringify([entry.tab, entry.headers]);
    groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  return [...groups.values()].flatMap((own) => {
    const tab = allTabs.find(({ title }) => title === own[0]?.tab);
    return tab && own[0] ? [{ tab, headers: own[0].headers, own }] : [];
  });
}

/** Whether some header stands elsewhere; one that stands nowhere was renamed, and its cells are where they belong. */
export function haveMoved(headers: readonly string[], texts: readonly string[]): boolean {
  return headers.some((header, index) => header !== '' && texts[index] !== header && texts.includes(header));
}

interface Stray {
  readonly cells: readonly CellWrite[];
  /** The row as it will be, by which the answer is checked. */
  readonly update: RowUpdate;
}

function straysOf(tab: Tab, headers: readonly string[], own: readonly AppendedEntry[]): Stray[] {
  const column = headers.indexOf(tab.columns[tab.key]?.header ?? '') + 1;
  const keys = own.map(({ key }) => key);
  const rows = findInColumn(tab, column, keys);
  const [[line = []] = [], ...found] = readRanges([1, ...rows].map((row) => rowsRange(tab.title, row)));
  const present = readHeaders(tab, line);
  return rows.flatMap((row, index) => {
    const cells = found[index]?.[0] ?? [];
    const is = digestUnder(headers, cells);
    const isStray = own.some(({ key, digest: was }) => key === String(cells[column - 1] ?? '') && was === is);
    return isStray && !own.some((one) => isRight(one, present, cells))
      ? [strayOf(tab, present, row, cells, moved(headers, present, cells))]
      : [];
  });
}

/** Whether the cells are this row under the headers of today. */
function isRight(
  { headers, digest: was }: AppendedEntry,
  { texts }: Headers,
  cells: readonly RawCell[],
): boolean {
  return (
    digestUnder(
      headers,
      headers.map((header) => cells[texts.indexOf(header)] ?? ''),
    ) === was
  );
}

/** Content by 1-based place: blank where a cell was put, and each cell under its own header, if that is still there. */
function moved(
  headers: readonly string[],
  { texts }: Headers,
  cells: readonly RawCell[],
): ReadonlyMap<number, RawCell> {
  const wanted = new Map<number, RawCell>();
  headers.forEach((header, index) => {
    if (header !== '') wanted.set(index + 1, '');
  });
  headers.forEach((header, index) => {
    const place = header === '' ? 0 : texts.indexOf(header) + 1;
    if (place > 0) wanted.set(place, cells[index] ?? '');
  });
  return wanted;
}

function strayOf(
  tab: Tab,
  present: Headers,
  row: number,
  cells: readonly RawCell[],
  wanted: ReadonlyMap<number, RawCell>,
): Stray {
  const kinds = new Map(Object.values<Column>(tab.columns).map(({ header, kind }) => [header, kind]));
  const after = [...cells];
  const writes: CellWrite[] = [];
  for (const [place, content] of wanted) {
    while (after.length < place) after.push('');
    if ((after[place - 1] ?? '') === content) continue;
    after[place - 1] = content;
    writes.push({ tab, row, place, content, kind: kinds.get(present.texts[place - 1] ?? '') });
  }
  return { cells: writes, update: { row: toReadRow(tab, present, row, after), set: {} } };
}

function recordOf(tab: Tab, own: readonly AppendedEntry[]): RowAppend {
  const [first, ...others] = own.map(({ key }) => key);
  return {
    tab: operations,
    headers: readForDecision([{ tab: operations }]).headers(operations),
    values: {
      at: now(),
      by: 'システム',
      kind: '書き込みの直し',
      target: others.length === 0 ? (first ?? '') : `${first ?? ''} ほか${String(others.length)}行`,
      result: `${tab.title}に行を加える間に列が動きました。正しい列に書き直しました。`,
    },
  };
}
