/** What the parts of SpreadsheetApp on the host share: the session of an execution, and places on a tab. */
import { PlatformError } from '../engine/platform-error';
import type { ExecutionView, Json, ServiceMethod } from '../engine/service';
import type { WorkbookHolder } from '../sheets/holder';
import { requireUnprotected } from '../sheets/protection';
import type { SheetSession } from '../sheets/session';
import { newSession, requireTab } from '../sheets/session';
import type { Rect, Tab, TabDraft } from '../sheets/tab';
import { isInside } from '../sheets/tab';
import type { UiState } from './ui-state';

/** Shared by all methods of SpreadsheetApp. */
export interface SpreadsheetContext {
  readonly holder: WorkbookHolder;
  readonly ui: UiState;
  sessionOf(execution: ExecutionView): SheetSession;
}

export type Methods = Record<string, ServiceMethod>;

const SLOT = Symbol('SpreadsheetApp');

export const SPREADSHEET_SCOPES = [
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/spreadsheets',
] as const;

export function createContext(holder: WorkbookHolder, ui: UiState): SpreadsheetContext {
  return {
    holder,
    ui,
    sessionOf(execution) {
      let session = execution.slots.get(SLOT) as SheetSession | undefined;
      if (session === undefined) {
        session = newSession();
        execution.slots.set(SLOT, session);
      }
      return session;
    },
  };
}

/** The session if the execution has touched the spreadsheet; it is forgotten with `drop`. */
export function openSession(execution: ExecutionView, drop = false): SheetSession | undefined {
  const session = execution.slots.get(SLOT) as SheetSession | undefined;
  if (drop) execution.slots.delete(SLOT);
  return session;
}

/** A place as façades send it: `[tab id, row, column, rows, columns]`, 0-based. */
export interface Place {
  readonly tabId: number;
  readonly rect: Rect;
}

/** Reads a place of the wire. */
export function placeOf(json: Json | undefined): Place {
  const [tabId = 0, row = 0, column = 0, rows = 1, columns = 1] = json as number[];
  return { tabId, rect: { row, column, rows, columns } };
}

export function placeJson(tabId: number, rect: Rect): Json {
  return [tabId, rect.row, rect.column, rect.rows, rect.columns];
}

/** Throws Google's text if the rectangle is not in the grid. */
export function requireInside(tab: Tab | TabDraft, rect: Rect): void {
  if (!isInside(tab, rect)) {
    throw new PlatformError('outsideSheet');
  }
}

/** The tab and rectangle of a place as the execution sees it. */
export function seenPlace(
  context: SpreadsheetContext,
  execution: ExecutionView,
  json: Json | undefined,
): { tab: Tab; rect: Rect } {
  const { tabId, rect } = placeOf(json);
  const tab = requireTab(context.sessionOf(execution), context.holder, tabId);
  requireInside(tab, rect);
  return { tab, rect };
}

/** Throws (late) unless the effective user may write this rectangle. */
export function requireMayWrite(
  context: SpreadsheetContext,
  execution: ExecutionView,
  draft: TabDraft,
  rect: Rect,
): void {
  requireUnprotected(draft, rect, execution.effectiveUser, context.holder.workbook.owner);
}

/** Throws unless the effective user may open the spreadsheet. */
export function requireAccess(context: SpreadsheetContext, execution: ExecutionView): void {
  const { owner, editors } = context.holder.workbook;
  if (execution.effectiveUser !== owner && !editors.includes(execution.effectiveUser)) {
    throw new PlatformError('noPermission');
  }
}

/** Throws Google's text for a range of no rows or columns. */
export function requireCount(count: number, what: 'row' | 'column'): void {
  if (count < 1) throw new PlatformError(what === 'row' ? 'noRows' : 'noColumns');
}

/** The rectangle of a whole tab. */
export function wholeTab(tab: Tab | TabDraft): Rect {
  return { row: 0, column: 0, rows: tab.rowCount, columns: tab.columnCount };
}
