/** Rows searched for and read: searched for again while somebody moves rows in between, so that none is silently left out. */
import { DomainError } from '../domain/errors';
import { mailsIn } from '../domain/fields/mail';
import { findAny, findContainingAny, findMail } from './find';
import { readForDecision, type Found, type Wanted } from './read';
import type { RawCell } from './cell';
import type { ReadRow } from './row';
import type { Tab } from './schema';
import { publish } from './spreadsheet';

/** Rows of a tab in which one of the texts stands. */
export interface Search {
  readonly tab: Tab;
  readonly texts: readonly string[];
  /** As the whole of a cell (the default), as a part of one, or as a mail address alone or among others. */
  readonly as?: 'whole' | 'part' | 'mail';
  /** Of more rows than this the lowest in the tab. */
  readonly last?: number;
}

/** Where the rows of each search stand now, in the order of the searches. */
export type Find = (searches: readonly Search[]) => readonly (readonly number[])[];

export interface FoundRows {
  readonly found: Found;
  /** The rows of a tab that was searched, in the order of the tab. */
  rowsOf<T extends Tab>(tab: T): ReadRow<T>[];
  /** In how many rows of the tab it stands, those left out by `last` among them. */
  countOf(tab: Tab): number;
  /** False: a cell shows what was looked for and holds something else; its row is left out. */
  readonly isWhole: boolean;
}

/** Nobody moves rows faster than this. */
const ATTEMPTS = 5;

/**
 * Searches (one for a tab) and reads what was found together with `others`: a contact for each search and one for the read.
 * DomainError `HEADERS_BROKEN`, `TAB_MISSING`; `BUSY` when rows moved each time.
 */
export function readFound(
  searches: readonly Search[],
  others: readonly Wanted[] = [],
  find: Find = findEach,
): FoundRows {
  let before = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const all = find(searches);
    const places = searches.map(({ last = Infinity }, index) => (all[index] ?? []).slice(-last));
    const found = readForDecision([
      ...others,
      ...searches.map(({ tab }, index) => ({ tab, rows: places[index] ?? [] })),
    ]);
    const read = searches.map((search, index) => {
      const rows = (places[index] ?? []).map((row) => found.row(search.tab, row));
      return { search, rows, own: rows.filter(hitter(search)) };
    });
    const isWhole = read.every(({ rows, own }) => own.length === rows.length);
    const seen = isWhole
      ? ''
      : JSON.stringify(read.map(({ rows }) => rows.map(({ row, cells }) => [row, cells])));
    // The same once more: nothing moves.
    if (isWhole || seen === before) {
      const indexOf = (tab: Tab): number => {
        const index = searches.findIndex((one) => one.tab.title === tab.title);
        if (index < 0) throw new Error(`${tab.title} was not searched.`);
        return index;
      };
      return {
        found,
        rowsOf: <T extends Tab>(tab: T) => (read[indexOf(tab)]?.own ?? []) as ReadRow<T>[],
        countOf: (tab) => all[indexOf(tab)]?.length ?? 0,
        isWhole,
      };
    }
    before = seen;
    publish();
  }
  throw new DomainError('BUSY', {});
}

/** Each search by itself. */
export function findEach(searches: readonly Search[]): number[][] {
  return searches.map(findOne);
}

function findOne({ tab, texts, as = 'whole' }: Search): number[] {
  if (as === 'whole') return findAny(tab, texts);
  if (as === 'part') return findContainingAny(tab, texts);
  return [...new Set(texts.flatMap((mail) => findMail(tab, mail)))].sort((a, b) => a - b);
}

/** Tells whether a row is still one that was found. */
function hitter({ texts, as = 'whole' }: Search): (row: ReadRow) => boolean {
  const wanted = new Set(texts.filter((text) => text !== '').map(folded));
  const longest = Math.max(0, ...[...wanted].map((text) => text.length));
  const shows = (content: RawCell): boolean => {
    if (as === 'mail') return mailsIn(String(content)).some((mail) => wanted.has(folded(mail)));
    // The text of a mail is not worth folding for a number.
    if (as === 'whole' && String(content).length > 2 * longest) return false;
    const shown = folded(content);
    return as === 'whole' ? wanted.has(shown) : [...wanted].some((text) => shown.includes(text));
  };
  return ({ cells }) => cells.some(shows);
}

/** A search tells neither case nor width apart. */
function folded(content: RawCell): string {
  return String(content).normalize('NFKC').toLowerCase();
}
