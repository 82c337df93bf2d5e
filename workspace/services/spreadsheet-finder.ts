/** TextFinder on the host. */
import type { ExecutionView, Json } from '../engine/service';
import { requireTab } from '../sheets/session';
import type { SearchOptions } from '../sheets/text-search';
import { matcher, searchTab } from '../sheets/text-search';
import type { Methods, SpreadsheetContext } from './spreadsheet-context';
import { placeJson, placeOf, wholeTab } from './spreadsheet-context';

/** The methods of TextFinder. */
export function finderMethods(context: SpreadsheetContext): Methods {
  const { holder } = context;
  const searchPlace = (execution: ExecutionView, place: Json, options: Json | undefined): Json[] => {
    const { tabId, rect } = placeOf(place);
    const tab = requireTab(context.sessionOf(execution), holder, tabId);
    const found = searchTab(tab, rect, matcher(options as unknown as SearchOptions));
    execution.countCells(found.length, 0);
    return found.map(({ row, column }) => placeJson(tabId, { row, column, rows: 1, columns: 1 }));
  };
  /** Whether hidden tabs are looked at is written nowhere: every other execution does, so that nothing rests on it. */
  const searchAll = (execution: ExecutionView, options: Json | undefined): Json[] =>
    holder.workbook.tabs
      .filter((tab) => !tab.hidden || execution.id % 2 === 0)
      .flatMap((tab) => searchPlace(execution, placeJson(tab.id, wholeTab(tab)), options));
  const search = (execution: ExecutionView, place: Json | undefined, options: Json | undefined): Json[] =>
    place === null || place === undefined
      ? searchAll(execution, options)
      : searchPlace(execution, place, options);

  return {
    'TextFinder.findAll': {
      contact: 'sheets.find',
      handle: (execution, place, options) => search(execution, place, options),
    },
    'TextFinder.findNext': {
      contact: 'sheets.find',
      handle: (execution, place, options, after) => {
        const start = after === null ? undefined : placeOf(after).rect;
        const found = search(execution, place, options);
        const later = (json: Json): boolean => {
          if (start === undefined) return true;
          const { rect } = placeOf(json);
          const [lastRow, lastColumn] = [start.row + start.rows - 1, start.column + start.columns - 1];
          return rect.row > lastRow || (rect.row === lastRow && rect.column > lastColumn);
        };
        return found.find(later) ?? null;
      },
    },
    'TextFinder.findPrevious': {
      contact: 'sheets.find',
      handle: (execution, place, options, before) => {
        const start = before === null ? undefined : placeOf(before).rect;
        const found = search(execution, place, options).reverse();
        const earlier = (json: Json): boolean => {
          if (start === undefined) return true;
          const { rect } = placeOf(json);
          return rect.row < start.row || (rect.row === start.row && rect.column < start.column);
        };
        return found.find(earlier) ?? null;
      },
    },
  };
}
