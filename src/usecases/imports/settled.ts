/** What an import before left that was cut off: a row under the wrong headers, or a write in the wrong row, would be taken twice. */
import { readJournal } from '../../domain/journal';
import { isElsewhere } from '../../sheets/misplaced';
import type { Found } from '../../sheets/read';
import { haveMoved } from '../../sheets/repair-appended';
import { COUNTER_ROW, summaries, type Tab } from '../../sheets/schema';
import { publish } from '../../sheets/spreadsheet';
import { settle } from '../nightly/settle-writes';

/**
 * Reads the whole of a tab and the counter row with `read`; where the journal shows rows of the tab out of place, they are put
 * right first and read again. For who has the turn. DomainError `MISPLACED`, `HEADERS_BROKEN`.
 */
export function readSettled<T extends { readonly found: Found }>(tab: Tab, read: () => T): T {
  const ground = read();
  const counters = ground.found.row(summaries, COUNTER_ROW);
  const { writes, appends } = readJournal(counters.values.lastSeen);
  const rows = new Map(ground.found.rows(tab).map((row) => [row.row, row]));
  const { texts } = ground.found.headers(tab);
  const isOurs = ({ tab: title }: { tab: string }) => title === tab.title;
  const isSettled =
    !appends.some((one) => isOurs(one) && haveMoved(one.headers, texts)) &&
    !writes.some((one) => isOurs(one) && isElsewhere(one, rows.get(one.row)));
  if (isSettled) return ground;
  settle(counters);
  publish();
  return read();
}
