/** Row 1 of the tabs as it stands, sound or not, and putting its texts back. */
import type { RowUpdate } from './commit-requests';
import { headerText } from './headers';
import { rowsRange } from './range';
import { readRanges } from './read';
import type { ReadRow } from './row';
import type { Tab } from './schema';
import { sheetsApi, spreadsheetId } from './spreadsheet';

/** Header texts of every tab that is there, by title, the office's own tabs too. Two contacts. */
export function readHeaderRows(): Map<string, string[]> {
  const { sheets = [] } = sheetsApi().get(spreadsheetId(), { fields: 'sheets.properties.title' });
  const titles = sheets.map(({ properties }) => properties?.title ?? '').filter((title) => title !== '');
  const rows = readRanges(titles.map((title) => rowsRange(title, 1)));
  return new Map(titles.map((title, index) => [title, (rows[index]?.[0] ?? []).map(headerText)]));
}

/** The write that makes row 1 of a tab read so; the columns of the schema must all be among the wanted texts. */
export function headerUpdate(tab: Tab, now: readonly string[], wanted: readonly string[]): RowUpdate {
  const places = new Map(
    Object.entries(tab.columns).map(([key, { header }]) => [key, wanted.indexOf(header) + 1]),
  );
  const changed = wanted.filter((text, at) => text !== (now[at] ?? ''));
  const row: ReadRow = {
    tab,
    row: 1,
    headers: { places, texts: wanted },
    raw: { [tab.key]: tab.columns[tab.key]?.header ?? '' },
    byHeader: {},
    cells: [],
    values: {},
    unfit: [],
  };
  const own = changed.map((header) => ({ header, content: header, kind: 'text' as const }));
  return { row, set: {}, own, before: now };
}

/** Gives a tab its name back. */
export function renameTab(from: string, to: string): void {
  SpreadsheetApp.getActiveSpreadsheet().getSheetByName(from)?.setName(to);
}
