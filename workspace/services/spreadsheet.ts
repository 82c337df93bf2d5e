/** SpreadsheetApp and Spreadsheet on the host: what one execution sees, and when others see what it wrote. */
import { PlatformError } from '../engine/platform-error';
import type { ExecutionView, Json, Service } from '../engine/service';
import { NotInWorkspace } from '../engine/service';
import type { WorkbookHolder } from '../sheets/holder';
import { changeWorkbook, flushSession, peekTab } from '../sheets/session';
import type { Rect } from '../sheets/tab';
import { newTab } from '../sheets/tab';
import { insertTab, requireFreeTitle, tabById, tabByTitle } from '../sheets/workbook';
import type { Methods, SpreadsheetContext } from './spreadsheet-context';
import {
  SPREADSHEET_SCOPES,
  createContext,
  openSession,
  placeJson,
  placeOf,
  requireAccess,
} from './spreadsheet-context';
import { finderMethods } from './spreadsheet-finder';
import { lineMethods } from './spreadsheet-lines';
import { protectionMethods } from './spreadsheet-protection';
import { rangeMethods } from './spreadsheet-range';
import { sheetMethods } from './spreadsheet-sheet';
import type { UiState } from './ui-state';

const ACTIVE = Symbol('active range');

interface Selection {
  tabId: number;
  rect: Rect;
}

const CORNER: Rect = { row: 0, column: 0, rows: 1, columns: 1 };

/** Whether the execution belongs to a person with the spreadsheet on the screen. */
function onScreen(execution: ExecutionView): boolean {
  return execution.kind !== 'webapp' && execution.kind !== 'trigger' && execution.activeUser !== '';
}

/** What is selected: on the person's screen, or for this execution alone where there is none. */
function selectionOf(context: SpreadsheetContext, execution: ExecutionView): Selection {
  const { workbook } = context.holder;
  const own = execution.slots.get(ACTIVE) as Selection | undefined;
  const selected = own ?? (onScreen(execution) ? context.ui.of(execution.activeUser).active : undefined);
  if (selected !== undefined && tabById(workbook, selected.tabId) !== undefined) return selected;
  const first = workbook.tabs.find((tab) => !tab.hidden) ?? workbook.tabs[0];
  return { tabId: first?.id ?? 0, rect: CORNER };
}

function select(context: SpreadsheetContext, execution: ExecutionView, selection: Selection): void {
  if (onScreen(execution)) context.ui.of(execution.activeUser).active = selection;
  else execution.slots.set(ACTIVE, selection);
}

function appMethods(context: SpreadsheetContext): Methods {
  const { holder } = context;
  const opened = (execution: ExecutionView): Json => {
    requireAccess(context, execution);
    return holder.workbook.id;
  };
  const entry = (name: string) => ({ scopes: SPREADSHEET_SCOPES, permissionName: `SpreadsheetApp.${name}` });
  return {
    'SpreadsheetApp.getActiveSpreadsheet': { ...entry('getActiveSpreadsheet'), handle: opened },
    'SpreadsheetApp.openById': {
      scopes: ['https://www.googleapis.com/auth/spreadsheets'],
      handle: (execution, id) => {
        if (id !== holder.workbook.id) throw new PlatformError('documentMissing');
        return opened(execution);
      },
    },
    'SpreadsheetApp.flush': {
      ...entry('flush'),
      contact: 'sheets.flush',
      handle: (execution) => flushSession(context.sessionOf(execution), holder),
    },
    'SpreadsheetApp.getActive': {
      ...entry('getActiveSheet'),
      handle: (execution) => {
        requireAccess(context, execution);
        const { tabId, rect } = selectionOf(context, execution);
        return placeJson(tabId, rect);
      },
    },
    'SpreadsheetApp.setActive': {
      ...entry('setActiveSheet'),
      handle: (execution, place) => {
        const { tabId, rect } = placeOf(place);
        peekTab(context.sessionOf(execution), holder, tabId);
        select(context, execution, { tabId, rect });
      },
    },
  };
}

function spreadsheetMethods(context: SpreadsheetContext): Methods {
  const { holder } = context;
  return {
    'Spreadsheet.getName': { contact: 'sheets.dim', handle: () => holder.workbook.title },
    'Spreadsheet.rename': {
      contact: 'sheets.write',
      handle: (execution, title) =>
        changeWorkbook(context.sessionOf(execution), holder, (workbook) => ({
          ...workbook,
          title: title as string,
        })),
    },
    'Spreadsheet.getSheets': { handle: () => holder.workbook.tabs.map((tab) => tab.id) },
    'Spreadsheet.getSheetByName': {
      handle: (_execution, name) => tabByTitle(holder.workbook, name as string)?.id ?? null,
    },
    'Spreadsheet.getSheetById': {
      handle: (_execution, id) => tabById(holder.workbook, id as number)?.id ?? null,
    },
    'Spreadsheet.getSpreadsheetTimeZone': { handle: () => holder.workbook.timeZone },
    'Spreadsheet.getSpreadsheetLocale': { handle: () => holder.workbook.locale },
    'Spreadsheet.setSpreadsheetTimeZone': {
      contact: 'sheets.write',
      handle: (execution, timeZone) =>
        changeWorkbook(context.sessionOf(execution), holder, (workbook) => ({
          ...workbook,
          timeZone: timeZone as string,
        })),
    },
    'Spreadsheet.setSpreadsheetLocale': {
      handle: (_execution, locale) => {
        if (locale !== holder.workbook.locale) throw new NotInWorkspace(`locale ${String(locale)}`);
      },
    },
    'Spreadsheet.getOwner': { handle: () => holder.workbook.owner },
    'Spreadsheet.getEditors': {
      contact: 'sheets.dim',
      handle: () => [holder.workbook.owner, ...holder.workbook.editors],
    },
    'Spreadsheet.insertSheet': {
      contact: 'sheets.write',
      handle: (execution, name, index) => {
        const id = holder.drawId();
        changeWorkbook(context.sessionOf(execution), holder, (workbook) => {
          let title = name as string | null;
          for (let count = workbook.tabs.length + 1; title === null; count += 1) {
            const next = `シート${count}`;
            if (tabByTitle(workbook, next) === undefined) title = next;
          }
          requireFreeTitle(workbook, title);
          const active = workbook.tabs.findIndex((tab) => tab.id === selectionOf(context, execution).tabId);
          return insertTab(workbook, newTab(id, title), typeof index === 'number' ? index : active + 1);
        });
        select(context, execution, { tabId: id, rect: CORNER });
        return id;
      },
    },
    'Spreadsheet.moveSheet': {
      contact: 'sheets.write',
      handle: (execution, id, position) =>
        changeWorkbook(context.sessionOf(execution), holder, (workbook) => {
          const tab = tabById(workbook, id as number);
          if (tab === undefined) return workbook;
          const tabs = workbook.tabs.filter((each) => each !== tab);
          tabs.splice((position as number) - 1, 0, tab);
          return { ...workbook, tabs };
        }),
    },
  };
}

/** The service behind SpreadsheetApp. */
export function createSpreadsheetService(holder: WorkbookHolder, ui: UiState): Service {
  const context = createContext(holder, ui);
  return {
    methods: {
      ...appMethods(context),
      ...spreadsheetMethods(context),
      ...sheetMethods(context),
      ...lineMethods(context),
      ...rangeMethods(context),
      ...finderMethods(context),
      ...protectionMethods(context),
    },
    end(execution) {
      const session = openSession(execution);
      if (session !== undefined) flushSession(session, holder);
    },
    over(execution) {
      openSession(execution, true);
    },
  };
}
