/**
 * What somebody types into 有効期間 or 証書 shows on My Page at once, and renewals go by it: 要約 is made to fit those tabs. Of
 * 証書 the cells follow that go with what was typed (宛名 with 作成済).
 */
import { sameContent } from '../../domain/same-content';
import { commit, update, type RowUpdate } from '../../sheets/commit';
import { findAny } from '../../sheets/find';
import { readForDecision } from '../../sheets/read';
import { rewrittenRow, rowKey, type ReadRow } from '../../sheets/row';
import { certificates, COUNTER_ROW, periods, summaries, type Tab } from '../../sheets/schema/index';
import { requireSheet } from '../../sheets/spreadsheet';
import { readSummary, withRow, writeSummary } from '../../sheets/summary';
import { alone } from '../alone';
import { findSummariesOf, knownPeople } from '../points/known-people';
import { besideTyped } from '../renewal/typed-certificate';
import { isCurrent } from '../summary/read-model';

/** Tabs in which a cell typed by hand stands as it is, without a decision of its own. */
const TYPED: readonly string[] = [periods.title, certificates.title];

/** Brings 要約 of the people of these rows (1-based) up to the tab; of other tabs nothing. DomainError `BUSY`. */
export function refreshRows(tab: Tab, rows: readonly number[]): void {
  if (!TYPED.includes(tab.title)) return;
  const most = requireSheet(tab).getMaxRows();
  const below = rows.filter((row) => row > 1 && row <= most);
  if (below.length > 0) alone(() => refresh(tab, below));
}

function refresh(tab: Tab, rows: readonly number[]): void {
  const edited = readForDecision([{ tab, rows }]);
  const numberOf = ({ number = '' }: ReadRow['raw']) => String(number);
  const numbers = [...new Set(rows.map((row) => numberOf(edited.row(tab, row).raw)))].filter(
    (number) => number !== '',
  );
  if (numbers.length === 0) return;
  const [people, places] = [findSummariesOf(numbers), findAny(tab, numbers)];
  const found = readForDecision([
    { tab: summaries, rows: [COUNTER_ROW, ...people] },
    { tab, rows: places },
  ]);
  const known = knownPeople(found, people);
  const standing = places.map((row) => found.row(tab, row));
  const beside: RowUpdate[] = [];
  const followed = (each: ReadRow, seen: Parameters<typeof besideTyped>[1], number: string): ReadRow => {
    const person = known.get(number);
    if (tab.title !== certificates.title || !person) return each;
    const row = each as ReadRow<typeof certificates>;
    const set = besideTyped(row.values, seen, person);
    if (Object.keys(set).length === 0) return each;
    beside.push(update(row, set));
    return rewrittenRow(row, set);
  };
  const updates = people.flatMap((place) => {
    const row = found.row(summaries, place);
    const { number, summary: text } = row.values;
    // One of another format is rebuilt as a whole.
    if (!numbers.includes(number) || !isCurrent(text)) return [];
    const before = readSummary(text);
    const bare = { ...before, rows: { ...before.rows, [tab.title]: {} } };
    const own = standing
      .filter(({ raw }) => numberOf(raw) === number)
      .map((each) => followed(each, before.rows[tab.title]?.[rowKey(each)], number));
    const after = own.reduce((so, each) => withRow(so, tab, rowKey(each), each.byHeader), bare);
    const same = sameContent(before.rows[tab.title] ?? {}, after.rows[tab.title] ?? {});
    return same ? [] : [update(row, { summary: writeSummary(after) })];
  });
  // A row written by index is journalled with the counters.
  const counters = beside.length > 0 ? [update(found.row(summaries, COUNTER_ROW), {})] : [];
  if (updates.length + beside.length > 0)
    commit({ updates: [...beside, ...counters, ...updates], appends: [] });
}
