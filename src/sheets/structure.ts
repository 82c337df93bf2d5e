/** Making the tabs of the schema: headers, formats, choices, widths, protections, all in one atomic request. */
import { serialOfDay } from '../domain/fields/date';
import { formatOf } from './cell';
import { headerText } from './headers';
import { sheetsApi, spreadsheetId } from './spreadsheet';
import type { Column, Tab } from './schema';

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

/** Gives a tab another title. */
export function renameTab(from: string, to: string): void {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(from);
  if (!sheet) throw new Error(`No tab ${from}.`);
  apply([
    { updateSheetProperties: { properties: { sheetId: sheet.getSheetId(), title: to }, fields: 'title' } },
  ]);
}

/** Makes these tabs, all or none. `owner` is the account that keeps the right to edit owner-only tabs. */
export function createTabs(tabs: readonly Tab[], owner: string): void {
  const used = new Set(
    SpreadsheetApp.getActiveSpreadsheet()
      .getSheets()
      .map((sheet) => sheet.getSheetId()),
  );
  let id = 1000;
  const requests = tabs.flatMap((tab) => {
    do id += 1;
    while (used.has(id));
    return tabRequests(tab, id, owner);
  });
  if (requests.length > 0) apply(requests);
}

/** The content of a tab as a person sees it stored: texts, numbers, and days as `{date: serial}`; for adopting an old table. */
export function readForeignTab(title: string): (string | number | boolean | { date: number })[][] {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(title);
  if (!sheet) return [];
  const values = sheet.getDataRange().getValues() as unknown[][];
  return values.map((row) => row.map(toForeignCell));
}

function toForeignCell(cell: unknown): string | number | boolean | { date: number } {
  if (cell instanceof Date) {
    const two = (value: number) => String(value).padStart(2, '0');
    return {
      date: serialOfDay(`${String(cell.getFullYear())}-${two(cell.getMonth() + 1)}-${two(cell.getDate())}`),
    };
  }
  return typeof cell === 'number' || typeof cell === 'boolean' ? cell : String(cell);
}

function apply(requests: Request[]): void {
  sheetsApi().batchUpdate({ requests }, spreadsheetId());
}

function tabRequests(tab: Tab, sheetId: number, owner: string): Request[] {
  const columns = Object.values(tab.columns);
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title: tab.title,
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
