/**
 * Writes that nobody has looked at again yet, kept in row 2 of `_要約` by the same commit. An execution that is killed
 * between a misplaced write and its repair leaves its entry here: the five-minute job puts the write right, and a cell
 * that holds what such a write brought is not taken for somebody's typing.
 */
import { readObject } from './json';

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

/** Stands for a formula as what a cell held before: its value is what is written over it. */
export const FORMULA = '=';

/** What one row was given. */
export interface JournalEntry {
  /** Entries of one commit carry one number; later commits a greater one. */
  readonly commit: number;
  readonly tab: string;
  /** Text that tells the row that was meant from every other of the tab. */
  readonly key: string;
  /** 登録番号 of the person the row is about; `''` where it has none. */
  readonly number: string;
  /** 1-based row it was written to. */
  readonly row: number;
  readonly cells: readonly JournalCell[];
  /** What else stood in a row that was nobody's, by header, blanks left out: no 要約 remembers such a row. */
  readonly kept?: Readonly<Record<string, RawCell>>;
}

/** One row that was appended. */
export interface AppendedEntry {
  readonly tab: string;
  /** Header texts it was appended under, first column first. */
  readonly headers: readonly string[];
  /** Text of its key cell. */
  readonly key: string;
  /** Of its cells under those headers (`sheets/repair-appended`). */
  readonly digest: number;
}

export interface Journal {
  readonly writes: readonly JournalEntry[];
  readonly appends: readonly AppendedEntry[];
}

/** Characters the journal may take of its cell (50,000 fit in one). */
const MOST_CHARACTERS = 40_000;

/**
 * As stored: columns once for all rows that one commit gave the same ones, headers once for all rows appended under them.
 * A journal of before entries told their commit and 登録番号 lacks both.
 */
interface Stored {
  readonly writes?: StoredWrites[];
  readonly appends?: StoredAppends[];
}
type StoredWrites = [
  tab: string,
  columns: (readonly [header: string, place: number])[],
  rows: StoredRow[],
  commit?: number,
];
type StoredRow = readonly [
  key: string,
  row: number,
  cells: (readonly [RawCell, RawCell])[],
  number?: string,
  kept?: Readonly<Record<string, RawCell>>,
];
type StoredAppends = [
  tab: string,
  headers: readonly string[],
  rows: (readonly [key: string, digest: number])[],
];

/** The journal, oldest entries first; an empty one for a blank or broken text. */
export function readJournal(text: string): Journal {
  const { writes = [], appends = [] } = readObject(text) as Stored;
  return {
    writes: writes.flatMap(([tab, columns, rows, commit = 0]) =>
      rows.map(([key, row, cells, number = '', kept]) => ({
        commit,
        tab,
        key,
        number,
        row,
        cells: columns.map(([header, place], index) => {
          const [before = '', content = ''] = cells[index] ?? [];
          return { header, place, before, content };
        }),
        ...(kept && { kept }),
      })),
    ),
    appends: appends.flatMap(([tab, headers, rows]) =>
      rows.map(([key, digest]) => ({ tab, headers, key, digest })),
    ),
  };
}

/** The journal as text; beyond what its cell may hold the oldest entries are dropped. */
export function writeJournal({ writes, appends }: Journal): string {
  if (writes.length + appends.length === 0) return '';
  const text = JSON.stringify({ writes: storedWrites(writes), appends: storedAppends(appends) });
  return text.length <= MOST_CHARACTERS
    ? text
    : writeJournal({ writes: younger(writes), appends: younger(appends) });
}

function younger<T>(entries: readonly T[]): readonly T[] {
  return entries.slice(Math.ceil(entries.length / 4));
}

function storedWrites(entries: readonly JournalEntry[]): StoredWrites[] {
  const groups = new Map<string, StoredWrites>();
  for (const { commit, tab, key, number, row, cells, kept } of entries) {
    const columns = cells.map(({ header, place }) => [header, place] as const);
    const name = JSON.stringify([commit, tab, columns]);
    const group = groups.get(name) ?? [tab, columns, [], commit];
    const written = cells.map(({ before, content }) => [before, content] as const);
    group[2].push(kept ? [key, row, written, number, kept] : [key, row, written, number]);
    groups.set(name, group);
  }
  return [...groups.values()];
}

function storedAppends(entries: readonly AppendedEntry[]): StoredAppends[] {
  const groups = new Map<string, StoredAppends>();
  for (const { tab, headers, key, digest } of entries) {
    const name = JSON.stringify([tab, headers]);
    const group = groups.get(name) ?? [tab, headers, []];
    group[2].push([key, digest]);
    groups.set(name, group);
  }
  return [...groups.values()];
}

/** A row as it stands: where, the texts of the headers by place, and its cells by header. */
export interface RowNow {
  /** 1-based. */
  readonly row: number;
  readonly texts: readonly string[];
  readonly cells: Readonly<Record<string, RawCell>>;
}

/**
 * Headers of a row whose cells hold what a write that met another row or column, not looked at again yet, brought; and
 * those of its own cells such a write did not reach.
 */
export function strayHeaders(
  { writes }: Pick<Journal, 'writes'>,
  tab: { title: string },
  key: string,
  { row, texts, cells }: RowNow,
): ReadonlySet<string> {
  const holds = (header: string, content: RawCell) => (cells[header] ?? '') === content;
  const strays = writes
    .filter((entry) => entry.tab === tab.title)
    .flatMap((entry) =>
      entry.cells.flatMap(({ header, place, before, content }) => {
        const under = texts[place - 1] ?? '';
        const isMoved = under !== '' && under !== header && holds(under, content);
        if (entry.key !== key)
          return [...(holds(header, content) ? [header] : []), ...(isMoved ? [under] : [])];
        if (!holds(header, before)) return [];
        // A row that stands elsewhere now than the write went may not have been there then.
        return isMoved ? [under, header] : entry.row === row ? [] : [header];
      }),
    );
  return new Set(strays);
}
