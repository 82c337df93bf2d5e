/** Making the tabs of the schema: headers, formats, choices, widths, protections, all in one atomic request. */
import { serialOfDay } from '../domain/fields/date';
import { formatOf } from './cell';
import { headerText } from './headers';
import { sheetsApi, spreadsheetId } from './spreadsheet';
import { allTabs, type Column, type Tab } from './schema';

type Request = GoogleAppsScript.Sheets.Schema.Request;

const ROWS = 1000;
const COLORS: Readonly<Record<Tab['group'], GoogleAppsScript.Sheets.Schema.Color>> = {
  daily: { red: 0.1, green: 0.45, blue: 0.91 },
  reference: { red: 0.13, green: 0.59, blue: 0.33 },
  settings: { red: 0.95, green: 0.6, blue: 0.07 },
  records: { red: 0.5, green: 0.5, blue: 0.5 },
  system: { red: 0.3, green: 0.3, blue: 0.3 },
};

/** Titles of the tabs that are there, each with its first row as texts. */
export function presentTabs(): Map<string, string[]> {
  const sheets = SpreadsheetApp.getActiveSpreadsheet().getSheets();
  return new Map(
    sheets.map((sheet) => {
      const width = sheet.getLastColumn();
      const [first = []] =
        width === 0 ? [] : (sheet.getRange(1, 1, 1, width).getValues() as (string | number | boolean)[][]);
      return [sheet.getName(), first.map(headerText)];
    }),
  );
}

/** E-mail of the account the spreadsheet belongs to; `''` where nobody owns it (a shared drive) or it is not told. */
export function spreadsheetOwner(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getOwner()?.getEmail() ?? '';
}

/** Days are stored as days of Japan: puts the spreadsheet's clock there. Answers whether it stood elsewhere. */
export function keepJapanTime(): boolean {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  if (spreadsheet.getSpreadsheetTimeZone() === 'Asia/Tokyo') return false;
  spreadsheet.setSpreadsheetTimeZone('Asia/Tokyo');
  return true;
}

/**
 * Renames tabs and makes new ones, all or none. Each new tab stands where the
 * schema has it: behind the tabs before it, in front of the office's own. `owner` keeps the right to edit owner-only tabs.
 */
export function arrangeTabs(
  renames: readonly { from: string; to: string }[],
  tabs: readonly Tab[],
  owner: string,
): void {
  const sheets = SpreadsheetApp.getActiveSpreadsheet().getSheets();
  const ids = new Map(sheets.map((sheet) => [sheet.getName(), sheet.getSheetId()]));
  const requests = renames.map(({ from, to }): Request => {
    const sheetId = ids.get(from);
    if (sheetId === undefined) throw new Error(`No tab ${from}.`);
    return { updateSheetProperties: { properties: { sheetId, title: to }, fields: 'title' } };
  });
  const renamed = new Map(renames.map(({ from, to }) => [from, to]));
  const order = sheets.map((sheet) => renamed.get(sheet.getName()) ?? sheet.getName());
  const used = new Set(ids.values());
  let id = 1000;
  for (const tab of tabs) {
    do id += 1;
    while (used.has(id));
    const index = placeOf(tab, order);
    order.splice(index, 0, tab.title);
    requests.push(...tabRequests(tab, id, index, owner));
  }
  if (requests.length > 0) sheetsApi().batchUpdate({ requests }, spreadsheetId());
}

/** Behind the last of the tabs that the schema has before it; in front of everything if there is none. */
function placeOf(tab: Tab, order: readonly string[]): number {
  const before = allTabs.slice(
    0,
    allTabs.findIndex(({ title }) => title === tab.title),
  );
  return Math.max(0, ...before.map(({ title }) => order.indexOf(title) + 1));
}

/** The content of a tab as a person sees it stored: texts, numbers, and days as `{date: serial}`; for adopting an old table. */
export function readForeignTab(title: string): (string | number | boolean | { date: number })[][] {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(title);
  if (!sheet) return [];
  const range = sheet.getDataRange();
  const values = range.getValues() as unknown[][];
  const display = range.getDisplayValues();
  return values.map((row, at) => row.map((cell, index) => toForeignCell(cell, display[at]?.[index] ?? '')));
}

function toForeignCell(cell: unknown, shown: string): string | number | boolean | { date: number } {
  // 123 in a cell of the format 00000: what the office sees is the number.
  if (typeof cell === 'number' && /^0[0-9]+$/.test(shown)) return shown;
  if (cell instanceof Date) {
    const two = (value: number) => String(value).padStart(2, '0');
    return {
      date: serialOfDay(`${String(cell.getFullYear())}-${two(cell.getMonth() + 1)}-${two(cell.getDate())}`),
    };
  }
  return typeof cell === 'number' || typeof cell === 'boolean' ? cell : String(cell);
}

function tabRequests(tab: Tab, sheetId: number, index: number, owner: string): Request[] {
  const columns = Object.values(tab.columns);
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title: tab.title,
          index,
          hidden: tab.hidden ?? false,
          tabColor: COLORS[tab.group],
          gridProperties: { rowCount: ROWS, columnCount: columns.length, frozenRowCount: 1 },
        },
      },
    },
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: [{ values: columns.map(headerCell) }],
        fields: 'userEnteredValue,userEnteredFormat',
      },
    },
    ...columns.flatMap((column, index) => columnRequests(column, sheetId, index)),
    ...protectionRequests(tab, sheetId, owner),
  ];
}

function headerCell({ header }: Column): GoogleAppsScript.Sheets.Schema.CellData {
  return {
    userEnteredValue: { stringValue: header },
    userEnteredFormat: {
      numberFormat: { type: 'TEXT', pattern: '@' },
      textFormat: { bold: true },
      backgroundColor: { red: 0.91, green: 0.94, blue: 0.98 },
    },
  };
}

function columnRequests(column: Column, sheetId: number, index: number): Request[] {
  const below = { sheetId, startRowIndex: 1, startColumnIndex: index, endColumnIndex: index + 1 };
  const requests: Request[] = [
    {
      repeatCell: {
        range: below,
        cell: { userEnteredFormat: formatOf(column.kind) },
        fields: 'userEnteredFormat.numberFormat',
      },
    },
    {
      updateDimensionProperties: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
        properties: { pixelSize: column.width ?? 120 },
        fields: 'pixelSize',
      },
    },
  ];
  if (column.choices) {
    requests.push({
      setDataValidation: {
        range: below,
        rule: {
          condition: {
            type: 'ONE_OF_LIST',
            values: column.choices.map((choice) => ({ userEnteredValue: choice })),
          },
          strict: false,
          showCustomUi: true,
        },
      },
    });
  }
  return requests;
}

/** Warning-only where the sidebar writes with a secretary's own rights; owner-only for `_認証`. */
function protectionRequests(tab: Tab, sheetId: number, owner: string): Request[] {
  if (tab.editing === 'owner') {
    const protectedRange = {
      range: { sheetId },
      description: `${tab.title}：さわらないでください`,
      warningOnly: false,
      editors: { users: [owner] },
    };
    return [{ addProtectedRange: { protectedRange } }];
  }
  const range = tab.editing === 'warning' ? { sheetId } : { sheetId, startRowIndex: 0, endRowIndex: 1 };
  const description =
    tab.editing === 'warning' ? `${tab.title}：システムが書き込みます` : `${tab.title}：見出しの行`;
  return [{ addProtectedRange: { protectedRange: { range, description, warningOnly: true } } }];
}
