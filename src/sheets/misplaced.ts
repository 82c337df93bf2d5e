/** Which writes of the journal never reached their row: looked for when the execution that made them is long over. */
import { FORMULA, type JournalEntry } from '../domain/journal';
import type { CellValue, RawCell } from './cell';
import { decodeCell } from './cell';
import type { RowUpdate } from './commit-requests';
import { findExact } from './find';
import { findByKey } from './find-row';
import type { Headers } from './headers';
import { REMEMBERED } from './journal';
import { readForDecision } from './read';
import { hasLostKey, rememberedAs, rememberedOf } from './repair';
import { keyText, type ReadRow } from './row';
import { ledger, type Tab } from './schema';

/**
 * The misplaced ones as updates whose row is where they went. An entry counts only if the row it was meant for still
 * holds the old content, and some other cell holds the new one without the system knowing why or the system remembers the
 * new one: anything else is an edit.
 */
export function misplacedOf(entries: readonly JournalEntry[]): RowUpdate[] {
  return REMEMBERED.flatMap((tab) => {
    const own = entries.filter((entry) => entry.tab === tab.title);
    if (own.length === 0) return [];
    const found = readForDecision([{ tab, rows: [...new Set(own.map(({ row }) => row))] }]);
    return own
      .filter((entry) => !stands(entry, found.row(tab, entry.row)))
      .flatMap((entry) => misplaced(tab, entry) ?? []);
  });
}

function stands({ key, cells }: JournalEntry, row: ReadRow): boolean {
  return keyText(row) === key && cells.every(({ header, place }) => row.headers.texts[place - 1] === header);
}

function misplaced(tab: Tab, entry: JournalEntry): RowUpdate | undefined {
  const own = findByKey(tab, entry.key);
  if (!own) return keyOverwritten(tab, entry);
  const lost = entry.cells.filter(({ header, before, content }) => {
    const now = own.byHeader[header] ?? '';
    return before === FORMULA ? now === content : now !== content && now === before;
  });
  if (lost.length === 0) return undefined;
  const texts = lost
    .map(({ header, content }) => shownText(tab, header, content))
    .filter((text) => text !== '');
  const rows = [...new Set([entry.row, ...(texts[0] === undefined ? [] : findExact(tab, texts[0]))])];
  const found = readForDecision([{ tab, rows }]);
  const victim = rows.map((row) => found.row(tab, row)).find((row) => holdsStray(row, lost));
  if (victim) return toUpdate(tab, entry, own, victim);
  return isKnownWritten(own, lost) ? toUpdate(tab, entry, own, own) : undefined;
}

/**
 * The write over the key of its own row, as columns shifted: no row has that key any more, and the one that was written to
 * holds all the rest as the system remembers it. Undefined where that is another row.
 */
function keyOverwritten(tab: Tab, entry: JournalEntry): RowUpdate | undefined {
  const occupant = readForDecision([{ tab, rows: [entry.row] }]).row(tab, entry.row);
  const number = tab.title === ledger.title ? entry.key : String(occupant.raw.number ?? '');
  const seen = rememberedAs(tab, entry.key, number);
  if (!seen) return undefined;
  const before = entry.cells.filter((cell) => cell.before !== FORMULA);
  const byHeader = { ...seen, ...Object.fromEntries(before.map((cell) => [cell.header, cell.before])) };
  const written = toUpdate(tab, entry, { ...occupant, byHeader }, occupant);
  return hasLostKey(written, occupant) ? written : undefined;
}

/**
 * Whether the system remembers the new content of every cell though the row holds the old one: the row the write met held
 * just that already, so that nothing tells where it went.
 */
function isKnownWritten(own: ReadRow, lost: JournalEntry['cells']): boolean {
  const seen = rememberedOf(own);
  return seen !== undefined && lost.every(({ header, content }) => (seen[header] ?? '') === content);
}

/** Whether some of the lost content stands in this row although the system last saw something else there. */
function holdsStray(row: ReadRow, lost: JournalEntry['cells']): boolean {
  const seen = rememberedOf(row);
  if (!seen) return false;
  return lost.some(({ place, content }) => {
    const header = row.headers.texts[place - 1] ?? '';
    return header !== '' && (row.byHeader[header] ?? '') === content && (seen[header] ?? '') !== content;
  });
}

/** Text a search finds the content by; `''` for numbers and dates, which show in their own way. */
function shownText(tab: Tab, header: string, content: RawCell): string {
  const column = Object.values(tab.columns).find((one) => one.header === header);
  return typeof content === 'string' && (column?.kind ?? 'text') === 'text' ? content : '';
}

/** The write as its execution would have found it misplaced. */
function toUpdate(tab: Tab, entry: JournalEntry, own: ReadRow, victim: ReadRow): RowUpdate {
  const keyOf = new Map(Object.entries(tab.columns).map(([key, { header }]) => [header, key]));
  const texts = [...own.headers.texts];
  const places = new Map(own.headers.places);
  const raw: Record<string, RawCell> = { ...own.raw, [tab.key]: entry.key };
  const set: Record<string, CellValue> = {};
  const others: NonNullable<RowUpdate['own']>[number][] = [];
  for (const { header, place, before, content } of entry.cells) {
    const key = keyOf.get(header);
    texts[place - 1] = header;
    if (key === undefined || before === FORMULA) {
      others.push({ header, content, kind: key === undefined ? undefined : tab.columns[key]?.kind });
      continue;
    }
    places.set(key, place);
    raw[key] = before;
    set[key] = decodeCell(content, tab.columns[key]?.kind ?? 'text') ?? String(content);
  }
  const headers: Headers = { places, texts };
  const byHeader = keyText(victim) === entry.key ? (rememberedOf(own) ?? own.byHeader) : own.byHeader;
  const row = { ...own, row: victim.row, headers, raw, byHeader };
  const isOver = entry.cells.some(({ before }) => before === FORMULA);
  return { row, set, own: others, ...(isOver ? { overFormula: true as const } : {}) };
}
