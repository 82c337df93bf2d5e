/** Sheet on the host: references, content, appending, tab properties. */
import { PlatformError } from '../engine/platform-error';
import type { ExecutionView, Json } from '../engine/service';
import { NotInWorkspace, ServiceError } from '../engine/service';
import { parseA1, referenceRect } from '../sheets/a1';
import { requireUnprotected } from '../sheets/protection';
import { insertLines, sortRows } from '../sheets/reshape';
import { changeWorkbook, peekTab, requireTab, writeTab } from '../sheets/session';
import type { Rect, Tab, TabDraft } from '../sheets/tab';
import { lastColumn, lastRow } from '../sheets/tab';
import { insertTab, removeTab, requireFreeTitle, tabById, withTab } from '../sheets/workbook';
import type { Methods, SpreadsheetContext } from './spreadsheet-context';
import {
  placeJson,
  requireCount,
  requireInside,
  requireMayWrite,
  wholeTab as whole,
} from './spreadsheet-context';
import { putValues, writtenOf } from './spreadsheet-range';

/** The rectangle of getRange(row, column, rows, columns), 1-based in, 0-based out. Throws Google's texts. */
function numericRect(tab: Tab, row: number, column: number, rows: number, columns: number): Rect {
  if (row < 1) throw new PlatformError('startingRow');
  if (column < 1) throw new PlatformError('startingColumn');
  requireCount(rows, 'row');
  requireCount(columns, 'column');
  const rect = { row: row - 1, column: column - 1, rows, columns };
  requireInside(tab, rect);
  return rect;
}

/** The methods of Sheet. The first argument of each is the tab's id. */
export function sheetMethods(context: SpreadsheetContext): Methods {
  const { holder } = context;
  const seen = (execution: ExecutionView, id: Json | undefined): Tab =>
    requireTab(context.sessionOf(execution), holder, id as number);
  const peek = (execution: ExecutionView, id: Json | undefined): Tab =>
    peekTab(context.sessionOf(execution), holder, id as number);
  const write = (execution: ExecutionView, id: Json | undefined, change: (draft: TabDraft) => void): void =>
    writeTab(context.sessionOf(execution), holder, id as number, change);
  const changeTab = (execution: ExecutionView, id: Json | undefined, change: (tab: Tab) => Tab): void =>
    changeWorkbook(context.sessionOf(execution), holder, (workbook) => {
      const tab = tabById(workbook, id as number);
      if (tab === undefined) throw new ServiceError(`Sheet ${String(id)} not found`);
      return withTab(workbook, change(tab));
    });
  /** A tab that is protected, wholly or in part, keeps its name and stays. */
  const mayChange = (execution: ExecutionView, tab: Tab): void =>
    requireUnprotected(tab, whole(tab), execution.effectiveUser, holder.workbook.owner);

  return {
    'Sheet.getRange': {
      handle: (execution, id, row, column, rows, columns) =>
        placeJson(
          id as number,
          numericRect(
            peek(execution, id),
            row as number,
            column as number,
            rows as number,
            columns as number,
          ),
        ),
    },
    'Sheet.getRangeA1': {
      handle: (execution, id, text) => {
        const reference = parseA1(text as string);
        if (reference === undefined || (reference.row === undefined && reference.column === undefined)) {
          throw new PlatformError('rangeNotFound');
        }
        const named = reference.sheet;
        const tab =
          named === undefined
            ? peek(execution, id)
            : holder.workbook.tabs.find((each) => each.title === named);
        if (tab === undefined) throw new PlatformError('rangeNotFound');
        const rect = referenceRect(reference, tab.rowCount, tab.columnCount);
        requireInside(tab, rect);
        return placeJson(tab.id, rect);
      },
    },
    'Sheet.getName': { contact: 'sheets.dim', handle: (execution, id) => peek(execution, id).title },
    'Sheet.getIndex': {
      handle: (_execution, id) => holder.workbook.tabs.findIndex((tab) => tab.id === id) + 1,
    },
    'Sheet.getLastRow': { contact: 'sheets.dim', handle: (execution, id) => lastRow(seen(execution, id)) },
    'Sheet.getLastColumn': {
      contact: 'sheets.dim',
      handle: (execution, id) => lastColumn(seen(execution, id)),
    },
    'Sheet.getDataRange': {
      contact: 'sheets.dim',
      handle: (execution, id) => {
        const tab = seen(execution, id);
        return placeJson(tab.id, {
          row: 0,
          column: 0,
          rows: Math.max(1, lastRow(tab)),
          columns: Math.max(1, lastColumn(tab)),
        });
      },
    },
    'Sheet.appendRow': {
      contact: 'sheets.write',
      handle: (execution, id, values) => {
        const { timeZone } = holder.workbook;
        const line = (values as Json[]).map((value) => writtenOf(value, timeZone));
        if (line.length === 0) throw new ServiceError('Invalid argument: rowContents');
        const year = holder.year();
        write(execution, id, (draft) => {
          const row = lastRow(draft);
          if (row >= draft.rowCount) insertLines(draft, 'rows', draft.rowCount, 1, 'before');
          if (line.length > draft.columnCount) {
            insertLines(draft, 'columns', draft.columnCount, line.length - draft.columnCount, 'none');
          }
          const rect = { row, column: 0, rows: 1, columns: line.length };
          requireMayWrite(context, execution, draft, rect);
          putValues(draft, rect, [line], year);
        });
        execution.countCells(0, line.length);
      },
    },
    'Sheet.sort': {
      contact: 'sheets.write',
      handle: (execution, id, column, ascending) =>
        write(execution, id, (draft) => {
          const rect = { ...whole(draft), row: draft.frozenRows, rows: draft.rowCount - draft.frozenRows };
          requireMayWrite(context, execution, draft, rect);
          sortRows(draft, rect, [{ column: (column as number) - 1, ascending: ascending !== false }]);
        }),
    },
    'Sheet.clear': {
      contact: 'sheets.write',
      handle: (execution, id, what) => {
        const parts = what as { contents?: boolean; formats?: boolean };
        write(execution, id, (draft) => {
          requireMayWrite(context, execution, draft, whole(draft));
          draft.rows = draft.rows.map((row) =>
            row?.map((cell) => {
              if (cell === undefined) return undefined;
              const kept: Record<string, unknown> = { ...cell };
              if (parts.contents === true) {
                delete kept['value'];
                delete kept['formula'];
              }
              if (parts.formats === true) {
                delete kept['format'];
                delete kept['style'];
              }
              return Object.keys(kept).length === 0 ? undefined : kept;
            }),
          );
        });
      },
    },
    'Sheet.setName': {
      contact: 'sheets.write',
      handle: (execution, id, name) =>
        changeWorkbook(context.sessionOf(execution), holder, (workbook) => {
          requireFreeTitle(workbook, name as string, id as number);
          const tab = tabById(workbook, id as number);
          if (tab === undefined) return workbook;
          mayChange(execution, tab);
          return withTab(workbook, { ...tab, title: name as string });
        }),
    },
    'Sheet.setHidden': {
      contact: 'sheets.write',
      handle: (execution, id, hidden) => {
        changeTab(execution, id, (tab) => {
          const others = holder.workbook.tabs.some((each) => each.id !== id && !each.hidden);
          if (hidden === true && !others)
            throw new ServiceError("You can't hide all the sheets in a document.");
          return { ...tab, hidden: hidden === true };
        });
      },
    },
    'Sheet.isSheetHidden': { handle: (execution, id) => peek(execution, id).hidden },
    'Sheet.setTabColor': {
      contact: 'sheets.write',
      handle: (execution, id, color) =>
        changeTab(execution, id, (tab) => {
          const { tabColor: _tabColor, ...plain } = tab;
          return color === null ? plain : { ...plain, tabColor: color };
        }),
    },
    'Sheet.copyTo': {
      contact: 'sheets.write',
      handle: (execution, id, spreadsheetId, newId) => {
        if (spreadsheetId !== holder.workbook.id)
          throw new NotInWorkspace('Sheet.copyTo another spreadsheet');
        const copyId = typeof newId === 'number' ? newId : holder.drawId();
        changeWorkbook(context.sessionOf(execution), holder, (workbook) => {
          const tab = tabById(workbook, id as number);
          if (tab === undefined) throw new ServiceError(`Sheet ${String(id)} not found`);
          let title = `Copy of ${tab.title}`;
          for (let count = 2; workbook.tabs.some((each) => each.title === title); count += 1) {
            title = `Copy of ${tab.title} ${count}`;
          }
          // A copied sheet is not protected (SpreadsheetApp documents no protections in the copy).
          return insertTab(workbook, { ...tab, id: copyId, title, protections: [] }, workbook.tabs.length);
        });
        return copyId;
      },
    },
    'Spreadsheet.deleteSheet': {
      contact: 'sheets.write',
      handle: (execution, id) =>
        changeWorkbook(context.sessionOf(execution), holder, (workbook) => {
          const tab = tabById(workbook, id as number);
          if (tab !== undefined) mayChange(execution, tab);
          return removeTab(workbook, id as number);
        }),
    },
  };
}
