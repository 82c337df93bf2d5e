/** Rows that writes of the journal went to or were meant for, and what should stand in them. */
import { FORMULA, type JournalCell, type JournalEntry } from './journal';
import { sameContent } from './same-content';

type RawCell = JournalCell['content'];

/** A row of the tab as it stands, with what the system last saw or wrote there. */
export interface RowSeen {
  /** Text that tells it from every other of the tab; of one whose key cell was written over, the one it had before. */
  readonly key: string;
  /** 1-based. */
  readonly row: number;
  /** Header texts of the tab, column A first. */
  readonly texts: readonly string[];
  /** Its cells, column A first. */
  readonly cells: readonly RawCell[];
  /** By header, blanks left out; a row without a key held nothing. Undefined where nobody remembers it. */
  readonly remembered: Readonly<Record<string, RawCell>> | undefined;
}

/** The rows of one tab by what the system remembers of them, and by what a journal says they were given. */
export class KnownRows {
  private readonly latest = new Map<string, RawCell>();
  readonly entriesByKey = new Map<string, JournalEntry[]>();
  private readonly rowsByKey = new Map<string, RowSeen[]>();
  private readonly missing = new Map<JournalEntry, boolean>();

  constructor(
    readonly entries: readonly JournalEntry[],
    readonly rows: readonly RowSeen[],
  ) {
    for (const entry of entries) {
      const { key, cells } = entry;
      this.entriesByKey.set(key, [...(this.entriesByKey.get(key) ?? []), entry]);
      for (const { header, content } of cells) this.latest.set(`${key}\n${header}`, content);
    }
    for (const row of rows) this.rowsByKey.set(row.key, [...(this.rowsByKey.get(row.key) ?? []), row]);
  }

  /** The row an entry was meant for; of several alike in their key the one that holds it, or else the first. */
  rowOf(entry: JournalEntry): RowSeen | undefined {
    const own = this.rowsByKey.get(entry.key) ?? [];
    return own.length > 1
      ? (own.find((row) => entry.cells.every(({ header }) => this.isRight(row, header))) ?? own[0])
      : own[0];
  }

  /** Whether the row that was meant is where the write went. */
  isInPlace(entry: JournalEntry): boolean {
    const own = this.rowOf(entry);
    return own !== undefined && stands(entry, own);
  }

  /** Whether the row that was meant is elsewhere, and some cell of it may still hold what was there before. */
  isMissing(entry: JournalEntry): boolean {
    const told = this.missing.get(entry);
    if (told !== undefined) return told;
    const own = this.rowOf(entry);
    const is =
      own !== undefined && !stands(entry, own) && entry.cells.some((cell) => isUnreached(this, own, cell));
    this.missing.set(entry, is);
    return is;
  }

  /** The same, or the row is gone. */
  isAway(entry: JournalEntry): boolean {
    return this.rowOf(entry) === undefined || this.isMissing(entry);
  }

  /** Whether a cell holds what the system remembers of it, or what it was given last. */
  isRight(row: RowSeen, header: string): boolean {
    const content = contentOf(row, header);
    const remembered = row.remembered && (row.remembered[header] ?? '');
    const given = this.latest.get(`${row.key}\n${header}`);
    return [remembered, given].some((one) => one !== undefined && sameContent(one, content));
  }

  /** Whether a commit after this one brought this content to this row. */
  isGivenAfter(commit: number, key: string, header: string, content: RawCell): boolean {
    return (this.entriesByKey.get(key) ?? []).some(
      (entry) =>
        entry.commit > commit &&
        entry.cells.some((cell) => cell.header === header && sameContent(cell.content, content)),
    );
  }

  /** What a cell should hold; undefined where nobody knows. */
  wanted(row: RowSeen, header: string): RawCell | undefined {
    return row.remembered ? (row.remembered[header] ?? '') : this.latest.get(`${row.key}\n${header}`);
  }

  /** Whether the cell at a place holds something nobody can account for. */
  isForeign(row: RowSeen, place: number): boolean {
    const header = headerAt(row, place);
    if (header === '') return at(row, place) !== '';
    return !this.isRight(row, header) && this.wanted(row, header) !== undefined;
  }

  /** Whether nobody knows what the cell at a place should hold. */
  isUnknown(row: RowSeen, place: number): boolean {
    const header = headerAt(row, place);
    return header !== '' && this.wanted(row, header) === undefined;
  }
}

/** Whether a cell still holds what was there before; a formula shows what was written over it. */
export function isUnreached(
  known: KnownRows,
  own: RowSeen,
  { header, before, content }: JournalCell,
): boolean {
  if (!own.texts.includes(header)) return false;
  const is = contentOf(own, header);
  return before === FORMULA
    ? sameContent(is, content)
    : sameContent(is, before) && !known.isRight(own, header);
}

/**
 * Whether the row is where the write went, under the same headers (one that is nowhere any more was renamed), and not moved
 * back there since: then all of several cells would still hold what was there before.
 */
export function stands({ row, cells }: JournalEntry, own: Pick<RowSeen, 'row' | 'texts' | 'cells'>): boolean {
  const isUnder = cells.every(
    ({ header, place }) => headerAt(own, place) === header || !own.texts.includes(header),
  );
  const isUntouched = cells.every(
    ({ place, before }) => before !== FORMULA && sameContent(at(own, place), before),
  );
  return own.row === row && isUnder && !(isUntouched && cells.length > 1);
}

/** Header of a 1-based place; `''` where there is none. */
export function headerAt({ texts }: Pick<RowSeen, 'texts'>, place: number): string {
  return texts[place - 1] ?? '';
}

/** Content of a 1-based place. */
export function at({ cells }: Pick<RowSeen, 'cells'>, place: number): RawCell {
  return cells[place - 1] ?? '';
}

/** Content under a header; `''` where there is none. */
export function contentOf(row: RowSeen, header: string): RawCell {
  const place = row.texts.indexOf(header) + 1;
  return place === 0 ? '' : at(row, place);
}
