/**
 * Which writes of the journal met another row or column, judged by what stands in the rows now and what the system
 * remembers of them, and how to put the cells right. The writes of one commit are judged together: where rows moved by one,
 * each row but the last holds what was meant for its neighbour, often the very same words, and no single row tells of it.
 */
import { FORMULA, type JournalCell, type JournalEntry } from './journal';
import { at, contentOf, headerAt, isUnreached, KnownRows, stands, type RowSeen } from './known-rows';
import { sameContent } from './same-content';

type RawCell = JournalCell['content'];

/** Content some cells of a row are to be given, by 1-based place. */
export interface RowCorrection {
  readonly row: RowSeen;
  readonly cells: ReadonlyMap<number, RawCell>;
  /** A write that was meant for it had gone elsewhere. */
  readonly isMeant: boolean;
  /** A write that was meant for another row had met it. */
  readonly isMet: boolean;
}

export interface Judgement {
  readonly corrections: readonly RowCorrection[];
  /** Rows that were met and nobody remembers. */
  readonly unknown: readonly RowSeen[];
  /** Writes that are not in their row, or whose row is gone, and that stand in none of the rows looked at. */
  readonly astray: readonly JournalEntry[];
}

/**
 * Judges a journal of one tab, oldest entries first, by all rows its entries name or went to. A write counts as misplaced
 * only if its row or columns stand elsewhere than it was written to, and either nothing of it reached its row, or all of it
 * stands where it went to and not by the system's own doing. In the rows of such a commit a cell is put right if it holds what
 * was there before or what the commit brought there: anything else was typed by somebody and stays.
 */
export function judgeWrites(entries: readonly JournalEntry[], rows: readonly RowSeen[]): Judgement {
  const known = new KnownRows(entries, rows);
  const commits = new Set(entries.filter((entry) => isMisplaced(known, entry)).map(({ commit }) => commit));
  const misplaced = entries.filter(({ commit }) => commits.has(commit));
  const drafts = new Map<RowSeen, Draft>();
  const unknown = new Set<RowSeen>();
  for (const entry of misplaced) {
    const own = known.rowOf(entry);
    if (own) putRight(known, misplaced, own, entry, drafts);
    for (const met of metBy(known, entry)) {
      undo(known, entry, met, drafts);
      if (isHolding(known, entry, met) && entry.cells.some(({ place }) => known.isUnknown(met, place)))
        unknown.add(met);
    }
  }
  for (const entry of entries) overFormulas(known, entry, drafts);
  return {
    corrections: [...drafts].map(([row, draft]) => ({ row, ...draft })),
    unknown: [...unknown],
    astray: entries.filter(
      (entry) =>
        (known.isAway(entry) || (misplaced.includes(entry) && !known.isInPlace(entry))) &&
        !known.rows.some((row) => isWrittenOver(known, entry, row)),
    ),
  };
}

interface Draft {
  readonly cells: Map<number, RawCell>;
  isMeant: boolean;
  isMet: boolean;
}

function isMisplaced(known: KnownRows, entry: JournalEntry): boolean {
  const own = known.rowOf(entry);
  if (own && stands(entry, own)) return false;
  const plain = entry.cells.filter(({ before }) => before !== FORMULA);
  if (
    own &&
    plain.some((cell) => isUnreached(known, own, cell)) &&
    !plain.some((cell) => hasArrived(known, entry, own, cell))
  )
    return true;
  return known.rows.some((row) => {
    if (!isWrittenOver(known, entry, row)) return false;
    const isThere = row.row === entry.row;
    return own ? known.isMissing(entry) || (isThere && isTelling(entry)) : isThere || isTelling(entry);
  });
}

/** A single word may be somebody's own, typed into a row that stands there since. */
function isTelling({ cells }: JournalEntry): boolean {
  return cells.length > 1;
}

/** Whether a cell holds what it was given, and not by a later commit. */
function hasArrived(
  known: KnownRows,
  { commit, key }: JournalEntry,
  own: RowSeen,
  { header, content }: JournalCell,
): boolean {
  const is = contentOf(own, header);
  return sameContent(is, content) && !known.isGivenAfter(commit, key, header, is);
}

/** Whether all of a write stands in a row by its places, but for what a later commit has put there. */
function isHolding(known: KnownRows, entry: JournalEntry, row: RowSeen): boolean {
  return entry.cells.every(
    ({ place, content }) =>
      sameContent(at(row, place), content) ||
      known.isGivenAfter(entry.commit, row.key, headerAt(row, place), at(row, place)),
  );
}

/**
 * Whether it stands there though something else belongs there, or, where that does not show, though it is missing where it
 * belongs: under other headers of its own row, or in a row nobody remembers.
 */
function isWrittenOver(known: KnownRows, entry: JournalEntry, row: RowSeen): boolean {
  const isOwn = row.key === entry.key;
  if ((isOwn && stands(entry, row)) || !isHolding(known, entry, row)) return false;
  if (entry.cells.some(({ place }) => known.isForeign(row, place))) return true;
  return isOwn
    ? known.isMissing(entry)
    : known.isAway(entry) && entry.cells.some(({ place }) => known.isUnknown(row, place));
}

/** The rows a misplaced write met: the one that stands where it went, and those that came to stand elsewhere since. */
function metBy(known: KnownRows, entry: JournalEntry): RowSeen[] {
  const own = known.rowOf(entry);
  const isWhole = own?.cells.every((_, index) => !known.isForeign(own, index + 1)) ?? false;
  return known.rows.filter((row) => {
    if (row === own && stands(entry, row)) return false;
    return row.row === entry.row
      ? !isWhole || isHolding(known, entry, row)
      : (known.isAway(entry) || isTelling(entry)) && isWrittenOver(known, entry, row);
  });
}

/** Puts the cells of a row right that was meant: what is old there, and what came from elsewhere. */
function putRight(
  known: KnownRows,
  misplaced: readonly JournalEntry[],
  own: RowSeen,
  entry: JournalEntry,
  drafts: Map<RowSeen, Draft>,
): void {
  const brought = misplaced.flatMap(({ cells }) => cells);
  const past = (known.entriesByKey.get(own.key) ?? []).flatMap(({ cells }) => cells);
  own.texts.forEach((header, index) => {
    const place = index + 1;
    const content = at(own, place);
    const wanted = known.wanted(own, header);
    if (header === '' || own.texts.indexOf(header) !== index || known.isRight(own, header)) return;
    const isOld = past.some(
      (cell) =>
        cell.header === header &&
        ((cell.before !== FORMULA && sameContent(cell.before, content)) ||
          sameContent(cell.content, content)),
    );
    const isStray = brought.some(
      (cell) => (cell.header === header || cell.place === place) && sameContent(cell.content, content),
    );
    if (wanted === undefined || !(isOld || isStray)) return;
    draftOf(drafts, own).cells.set(place, wanted);
    if (entry.cells.some((cell) => cell.header === header)) draftOf(drafts, own).isMeant = true;
    else draftOf(drafts, own).isMet = true;
  });
}

/** Puts back what a write covered in a row it was not meant for, or under headers it was not meant for. */
function undo(known: KnownRows, entry: JournalEntry, met: RowSeen, drafts: Map<RowSeen, Draft>): void {
  for (const { place, content } of entry.cells) {
    if (!sameContent(at(met, place), content) || !known.isForeign(met, place)) continue;
    const header = headerAt(met, place);
    const wanted = header === '' ? '' : known.wanted(met, header);
    if (wanted === undefined) continue;
    draftOf(drafts, met).cells.set(place, wanted);
    draftOf(drafts, met).isMet = true;
  }
}

/** A value put over a formula that shows the same: which of the two stands there does not show, so it is written again. */
function overFormulas(known: KnownRows, entry: JournalEntry, drafts: Map<RowSeen, Draft>): void {
  const own = known.rowOf(entry);
  if (!own || stands(entry, own)) return;
  for (const { header, before, content } of entry.cells) {
    const place = own.texts.indexOf(header) + 1;
    if (before !== FORMULA || place === 0 || !sameContent(at(own, place), content)) continue;
    draftOf(drafts, own).cells.set(place, content);
    draftOf(drafts, own).isMeant = true;
  }
}

function draftOf(drafts: Map<RowSeen, Draft>, row: RowSeen): Draft {
  const draft = drafts.get(row) ?? { cells: new Map<number, RawCell>(), isMeant: false, isMet: false };
  drafts.set(row, draft);
  return draft;
}
