/** Finding cells of many tabs at once: one TextFinder contact for the whole spreadsheet, whatever its size. */
import { requireSheet } from './spreadsheet';
import type { Tab } from './schema';

/** A cell that was found, 1-based. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Cells (row 2 on) of these tabs whose whole displayed text matches the regular expression, by title. Tabs somebody has
 * hidden may be left out (docs/verify-on-google.md), so that what is missing here is looked for again tab by tab.
 */
export function findEverywhere(tabs: readonly Pick<Tab, 'title'>[], pattern: string): Map<string, Place[]> {
  const places = new Map<string, Place[]>(tabs.map(({ title }) => [title, []]));
  const byId = new Map(tabs.map((tab) => [requireSheet(tab).getSheetId(), places.get(tab.title)]));
  const finder = SpreadsheetApp.getActiveSpreadsheet().createTextFinder(`^(${pattern})$`);
  for (const range of finder.useRegularExpression(true).findAll()) {
    const row = range.getRow();
    if (row > 1) byId.get(range.getGridId())?.push({ row, column: range.getColumn() });
  }
  return places;
}

/** A text as a regular expression that matches it and nothing else. */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
