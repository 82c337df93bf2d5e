/** What the journal keeps of a commit: its writes by index to rows the system could put back. */
import type { JournalCell, JournalEntry } from '../domain/journal';
import { changedCells, type CellWrite, type RowUpdate } from './commit-requests';
import { keyText } from './row';
import { certificates, ledger, notifications, points, renewals, type Tab } from './schema';

/** Tabs whose rows the system knows by heart (控え, 要約), so that an overwritten one can be put back. */
export const REMEMBERED: readonly Tab[] = [ledger, points, renewals, certificates, notifications];

/** The entries of these updates; those of tabs nobody remembers, and of cells that stay as they are, have none. */
export function entriesOf(updates: readonly RowUpdate[]): JournalEntry[] {
  return updates
    .filter(({ row }) => row.row > 1 && REMEMBERED.some(({ title }) => title === row.tab.title))
    .map((one) => ({
      tab: one.row.tab.title,
      key: keyText(one.row),
      row: one.row.row,
      cells: changedCells(one).map((cell) => toJournalCell(one, cell)),
    }))
    .filter(({ cells }) => cells.length > 0);
}

function toJournalCell({ row }: RowUpdate, { place, content }: CellWrite): JournalCell {
  const header = row.headers.texts[place - 1] ?? '';
  return { header, place, before: row.byHeader[header] ?? '', content };
}
