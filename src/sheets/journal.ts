/** What the journal keeps of a commit: its writes by index to rows the system could put back, and its new rows. */
import { FORMULA, type AppendedEntry, type JournalCell, type JournalEntry } from '../domain/journal';
import { encodeRaw, type RawCell } from './cell';
import { changedCells, type CellWrite, type RowAppend, type RowUpdate } from './commit-requests';
import { digestUnder } from './repair-appended';
import { rowName } from './row';
import {
  attendance,
  certificates,
  ledger,
  notifications,
  periods,
  points,
  renewals,
  type Tab,
} from './schema';

/** Tabs whose rows the system knows by heart (控え, 要約), so that an overwritten one can be put back. */
export const REMEMBERED: readonly Tab[] = [
  ledger,
  points,
  renewals,
  certificates,
  notifications,
  attendance,
  periods,
];

/** The entries of a commit of these updates; those of tabs nobody remembers, and of cells that stay as they are, have none. */
export function entriesOf(updates: readonly RowUpdate[], commit: number): JournalEntry[] {
  return updates
    .filter(
      ({ row, whole }) => !whole && row.row > 1 && REMEMBERED.some(({ title }) => title === row.tab.title),
    )
    .map((one) => {
      const cells = changedCells(one).map((cell) => toJournalCell(one, cell));
      return {
        commit,
        tab: one.row.tab.title,
        key: rowName(one.row),
        // Whose the row is by this write: a 候補 is remembered under the number it is given.
        number: String(one.set.number ?? one.row.raw.number ?? ''),
        row: one.row.row,
        cells,
        ...((one.row.raw.number ?? '') === '' && { kept: besides(one.row.byHeader, cells) }),
      };
    })
    .filter(({ cells }) => cells.length > 0);
}

/** The cells of a row that are not written, blanks left out. */
function besides(row: Readonly<Record<string, RawCell>>, cells: readonly JournalCell[]) {
  const written = new Set(cells.map(({ header }) => header));
  return Object.fromEntries(
    Object.entries(row).filter(([header, content]) => content !== '' && !written.has(header)),
  );
}

/** The entries of new rows, those of tabs only the owner can reshape left out. */
export function appendedOf(appends: readonly RowAppend[]): AppendedEntry[] {
  return appends.filter(({ tab }) => tab.editing !== 'owner' && !tab.hidden).map(appendedEntry);
}

/** A row that came to hold another thing, as a new one. */
export function wholeEntry(one: RowUpdate): AppendedEntry {
  const { tab, headers } = one.row;
  const cells: RawCell[] = headers.texts.map(() => '');
  for (const { place, content } of changedCells(one)) cells[place - 1] = content;
  const key = String(one.set[tab.key] ?? '');
  return { tab: tab.title, headers: headers.texts, key, digest: digestUnder(headers.texts, cells) };
}

/** A new row as it can be told apart wherever its cells went. */
export function appendedEntry({ tab, headers, values }: RowAppend): AppendedEntry {
  const cells: RawCell[] = headers.texts.map(() => '');
  for (const [key, { kind }] of Object.entries(tab.columns)) {
    const place = headers.places.get(key);
    if (place !== undefined) cells[place - 1] = encodeRaw(values[key] ?? '', kind);
  }
  const key = String(values[tab.key] ?? '');
  return { tab: tab.title, headers: headers.texts, key, digest: digestUnder(headers.texts, cells) };
}

function toJournalCell({ row, overFormula }: RowUpdate, { place, content }: CellWrite): JournalCell {
  const header = row.headers.texts[place - 1] ?? '';
  return { header, place, before: overFormula ? FORMULA : (row.byHeader[header] ?? ''), content };
}
