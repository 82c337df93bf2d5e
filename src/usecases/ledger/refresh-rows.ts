/** What somebody types into 有効期間 or 証書 shows on My Page at once, and renewals go by it: 要約 is made to fit those tabs. */
import { sameContent } from '../../domain/same-content';
import { commit, update } from '../../sheets/commit';
import { findAny } from '../../sheets/find';
import { readForDecision } from '../../sheets/read';
import { rowKey, type ReadRow } from '../../sheets/row';
import { certificates, periods, summaries, type Tab } from '../../sheets/schema/index';
import { requireSheet } from '../../sheets/spreadsheet';
import { readSummary, withRow, writeSummary } from '../../sheets/summary';
import { alone } from '../alone';
import { findSummariesOf } from '../points/known-people';
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
    { tab: summaries, rows: people },
    { tab, rows: places },
  ]);
  const standing = places.map((row) => found.row(tab, row));
  const updates = people.flatMap((place) => {
    const row = found.row(summaries, place);
    const { number, summary: text } = row.values;
    // One of another format is rebuilt as a whole.
    if (!numbers.includes(number) || !isCurrent(text)) return [];
    const before = readSummary(text);
    const bare = { ...before, rows: { ...before.rows, [tab.title]: {} } };
    const own = standing.filter(({ raw }) => numberOf(raw) === number);
    const after = own.reduce((so, each) => withRow(so, tab, rowKey(each), each.byHeader), bare);
    const same = sameContent(before.rows[tab.title] ?? {}, after.rows[tab.title] ?? {});
    return same ? [] : [update(row, { summary: writeSummary(after) })];
  });
  if (updates.length > 0) commit({ updates, appends: [] });
}
