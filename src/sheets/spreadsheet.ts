/** The one spreadsheet this script is bound to. */
import { DomainError } from '../domain/errors';
import type { Tab } from './schema';

/** Its file id. */
export function spreadsheetId(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getId();
}

/** The advanced Sheets service the manifest enables. */
export function sheetsApi() {
  if (!Sheets) throw new Error('The advanced service Sheets is not enabled in appsscript.json.');
  return Sheets.Spreadsheets;
}

/** The sheet of a tab; DomainError `TAB_MISSING` if somebody deleted or renamed it. */
export function requireSheet(tab: Pick<Tab, 'title'>): GoogleAppsScript.Spreadsheet.Sheet {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab.title);
  if (!sheet) throw new DomainError('TAB_MISSING', { tab: tab.title });
  return sheet;
}

/** Publishes what this execution wrote through SpreadsheetApp, and lets it see what others wrote. */
export function publish(): void {
  SpreadsheetApp.flush();
}

/** Puts the cursor of the person at the keyboard on a row. */
export function showRow(title: string, row: number): void {
  const sheet = requireSheet({ title });
  sheet.getRange(row, 1).activate();
}
