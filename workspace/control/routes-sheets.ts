/** /api/sheets and what people do to the spreadsheet as a file: edits, rows, tabs, formats, a new spreadsheet. */
import type { Route } from './request';
import type { World } from './world';

/** The calls about the spreadsheet. */
export function sheetRoutes(_world: World): Route[] {
  return [];
}
