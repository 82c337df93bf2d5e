/**
 * What somebody types into 有効期間 or 証書 shows on My Page at once: 要約 is made to fit those tabs. Of
 * 証書 the cells follow that go with what was typed (宛名 with 作成済).
 */
import { readJournal, strayHeaders } from '../../domain/journal';
import { sameContent } from '../../domain/same-content';
import { commit, update, type RowUpdate } from '../../sheets/commit';
import { readForDecision } from '../../sheets/read';
import { readFound } from '../../sheets/read-found';
import { rewrittenRow, rowKey, rowName, type ReadRow } from '../../sheets/row';
import { certificates, COUNTER_ROW, periods, summaries, type Tab } from '../../sheets/schema/index';
import { requireSheet } from '../../sheets/spreadsheet';
import {
  readSummary,
  withCells,
  withRow,
  writeSummary,
  type LastSeen,
  type Summary,
} from '../../sheets/summary';
import { alone } from '../alone';
import { findSummariesOf, knownPeople } from '../points/known-people';
import { besideTyped } from '../renewal/typed-certificate';
import { isCurrent } from '../summary/read-model';

/** Tabs in which a cell typed by hand stands as it is, without a decision of its own. */
export const TYPED_TABS: readonly Tab[] = [periods, certificates];

export const numberOf = ({ raw }: Pick<ReadRow, 'raw'>): string => String(raw.number ?? '');

/**
 * Brings 要約 of the people of these rows (1-based) up to the tab; of other tabs nothing. False if somebody else may have had
 * one of the rows before: the whole tab has to be compared. DomainError `BUSY`.
 */
export function refreshRows(tab: Tab, rows: readonly number[]): boolean {
  if (!TYPED_TABS.some(({ title }) => title === tab.title)) return true;
  const most = requireSheet(tab).getMaxRows();
  const below = rows.filter((row) => row > 1 && row <= most);
  if (below.length === 0) return true;
  return alone(() => {
    const edited = readForDecision([{ tab, rows: below }]);
    const numbers = below.map((row) => numberOf(edited.row(tab, row)));
    return refreshPeople(tab, numbers) && !numbers.includes('');
  });
}

/** The same for these people, under the lock; false if one of them is nobody, or has more rows than 要約 knew. */
export function refreshPeople(tab: Tab, numbers: readonly string[]): boolean {
  const wanted = [...new Set(numbers)].filter((number) => number !== '');
  if (wanted.length === 0) return true;
  const people = findSummariesOf(wanted);
  const { found, rowsOf } = readFound(
    [{ tab, texts: wanted }],
    [{ tab: summaries, rows: [COUNTER_ROW, ...people] }],
  );
  const standing = rowsOf(tab);
  const known = knownPeople(found, people);
  const beside: RowUpdate[] = [];
  const journal = readJournal(found.row(summaries, COUNTER_ROW).values.lastSeen);
  const followed = (each: ReadRow, seen: LastSeen | undefined, number: string): ReadRow => {
    const person = known.get(number);
    const strays = strayHeaders(journal, tab, rowName(each), {
      row: each.row,
      texts: each.headers.texts,
      cells: each.byHeader,
    });
    if (strays.size > 0) return heldBack(each, seen ?? {}, strays);
    if (tab.title !== certificates.title || !person) return each;
    const row = each as ReadRow<typeof certificates>;
    const set = besideTyped(row.values, seen, person);
    if (Object.keys(set).length === 0) return each;
    beside.push(update(row, set));
    return rewrittenRow(row, set);
  };
  let isKnown = wanted.every((number) => known.has(number));
  const updates = people.flatMap((place) => {
    const row = found.row(summaries, place);
    const { number, summary: text } = row.values;
    // One of another format is rebuilt as a whole.
    if (!wanted.includes(number) || !isCurrent(text)) return [];
    const before = cellsOf(readSummary(text), tab);
    const own = standing
      .filter((each) => numberOf(each) === number)
      .map((each) => followed(each, before[rowKey(each)], number));
    // One more than before: perhaps somebody else's until now.
    if (own.length > Object.keys(before).length) isKnown = false;
    const after = refreshed(text, tab, own);
    return after === undefined ? [] : [update(row, { summary: writeSummary(after) })];
  });
  // A row written by index is journalled with the counters.
  const counters = beside.length > 0 ? [update(found.row(summaries, COUNTER_ROW), {})] : [];
  if (updates.length + beside.length > 0)
    commit({ updates: [...beside, ...counters, ...updates], appends: [] });
  return isKnown;
}

/** A row as it was last seen in the cells that hold what a misplaced write brought: the five-minute job puts those right. */
function heldBack(row: ReadRow, seen: LastSeen, strays: ReadonlySet<string>): ReadRow {
  const before = Object.fromEntries([...strays].map((header) => [header, seen[header] ?? '']));
  return { ...row, byHeader: withCells(row.byHeader, before) };
}

/** A read model with these rows of the tab and no others; undefined if it tells the same already. */
export function refreshed(text: string, tab: Tab, own: readonly ReadRow[]): Summary | undefined {
  // One of another format is rebuilt as a whole.
  if (!isCurrent(text)) return undefined;
  const before = readSummary(text);
  const bare = { ...before, rows: { ...before.rows, [tab.title]: {} } };
  const whole = own.reduce((so, each) => withRow(so, tab, rowKey(each), each.byHeader), bare);
  const after = readSummary(writeSummary(whole));
  return sameContent(cellsOf(before, tab), cellsOf(after, tab)) ? undefined : after;
}

function cellsOf({ rows }: Summary, { title }: Tab): Record<string, LastSeen> {
  return rows[title] ?? {};
}
