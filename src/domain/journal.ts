/**
 * Writes by index that nobody has looked at again yet, kept in row 2 of `_要約` by the same commit. An execution that is
 * killed between a misplaced write and its repair leaves its entry here: the five-minute job puts the write right, and a
 * cell that holds what such a write brought is not taken for somebody's typing.
 */
import { readList } from './json';

/** Raw content of a cell. */
type RawCell = string | number | boolean;

/** One cell of a journalled write. */
export interface JournalCell {
  readonly header: string;
  /** 1-based column it was written to. */
  readonly place: number;
  readonly before: RawCell;
  readonly content: RawCell;
}

/** What one row was given. */
export interface JournalEntry {
  readonly tab: string;
  /** Text of the key cell of the row that was meant. */
  readonly key: string;
  /** 1-based row it was written to. */
  readonly row: number;
  readonly cells: readonly JournalCell[];
}

/** Characters the journal may take of its cell (50,000 fit in one). */
const MOST_CHARACTERS = 40_000;

/** As stored: columns once for all rows that were given the same ones. */
type Stored = [
  tab: string,
  columns: (readonly [header: string, place: number])[],
  rows: (readonly [key: string, row: number, cells: (readonly [RawCell, RawCell])[]])[],
];

/** The journal's entries, oldest first; none for a blank or broken text. */
export function readJournal(text: string): JournalEntry[] {
  return (readList(text) as Stored[]).flatMap(([tab, columns, rows]) =>
    rows.map(([key, row, cells]) => ({
      tab,
      key,
      row,
      cells: columns.map(([header, place], index) => {
        const [before = '', content = ''] = cells[index] ?? [];
        return { header, place, before, content };
      }),
    })),
  );
}

/** The journal as text; beyond what its cell may hold the oldest entries are dropped. */
export function writeJournal(entries: readonly JournalEntry[]): string {
  if (entries.length === 0) return '';
  const text = JSON.stringify(stored(entries));
  return text.length <= MOST_CHARACTERS
    ? text
    : writeJournal(entries.slice(Math.max(1, Math.floor(entries.length / 4))));
}

function stored(entries: readonly JournalEntry[]): Stored[] {
  const groups = new Map<string, Stored>();
  for (const { tab, key, row, cells } of entries) {
    const columns = cells.map(({ header, place }) => [header, place] as const);
    const name = JSON.stringify([tab, columns]);
    const group = groups.get(name) ?? [tab, columns, []];
    group[2].push([key, row, cells.map(({ before, content }) => [before, content] as const)]);
    groups.set(name, group);
  }
  return [...groups.values()];
}

/** Headers of a row whose cells hold what a write to another row, not looked at again yet, brought. */
export function strayHeaders(
  entries: readonly JournalEntry[],
  tab: { title: string },
  key: string,
  cells: Readonly<Record<string, RawCell>>,
): ReadonlySet<string> {
  const strays = entries
    .filter((entry) => entry.tab === tab.title && entry.key !== key)
    .flatMap((entry) => entry.cells)
    .filter(({ header, content }) => (cells[header] ?? '') === content);
  return new Set(strays.map(({ header }) => header));
}
