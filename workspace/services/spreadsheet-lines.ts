/** Rows and columns of Sheet on the host: how many, inserting, deleting, freezing, hiding. */
import { PlatformError } from '../engine/platform-error';
import type { ExecutionView, Json } from '../engine/service';
import { ServiceError } from '../engine/service';
import { deleteLines, insertLines } from '../sheets/reshape';
import type { Dimension } from '../sheets/reshape';
import { peekTab, writeTab } from '../sheets/session';
import type { Tab, TabDraft } from '../sheets/tab';
import type { Methods, SpreadsheetContext } from './spreadsheet-context';
import { requireCount, requireInside, requireMayWrite, wholeTab as whole } from './spreadsheet-context';

/** The methods of Sheet about its rows and columns. The first argument of each is the tab's id. */
export function lineMethods(context: SpreadsheetContext): Methods {
  const { holder } = context;
  const peek = (execution: ExecutionView, id: Json | undefined): Tab =>
    peekTab(context.sessionOf(execution), holder, id as number);
  const write = (execution: ExecutionView, id: Json | undefined, change: (draft: TabDraft) => void): void =>
    writeTab(context.sessionOf(execution), holder, id as number, change);
  const linesRect = (tab: TabDraft, dimension: Dimension, at: number, count: number) =>
    dimension === 'rows'
      ? { ...whole(tab), row: at, rows: count }
      : { ...whole(tab), column: at, columns: count };
  const size = (tab: TabDraft, dimension: Dimension): number =>
    dimension === 'rows' ? tab.rowCount : tab.columnCount;
  const dimensionOf = (json: Json | undefined): Dimension => (json === 'columns' ? 'columns' : 'rows');

  return {
    'Sheet.getMaxRows': { handle: (execution, id) => peek(execution, id).rowCount },
    'Sheet.getMaxColumns': { handle: (execution, id) => peek(execution, id).columnCount },
    'Sheet.insertLines': {
      contact: 'sheets.write',
      handle: (execution, id, dimension, at, count, inherit) =>
        write(execution, id, (draft) => {
          const kind = dimensionOf(dimension);
          requireCount(count as number, kind === 'rows' ? 'row' : 'column');
          if ((at as number) < 0 || (at as number) > size(draft, kind)) {
            throw new PlatformError('outsideSheet');
          }
          requireMayWrite(
            context,
            execution,
            draft,
            linesRect(draft, kind, Math.min(at as number, size(draft, kind) - 1), 1),
          );
          insertLines(draft, kind, at as number, count as number, inherit as 'before' | 'after' | 'none');
        }),
    },
    'Sheet.deleteLines': {
      contact: 'sheets.write',
      handle: (execution, id, dimension, at, count) =>
        write(execution, id, (draft) => {
          const kind = dimensionOf(dimension);
          requireCount(count as number, kind === 'rows' ? 'row' : 'column');
          const rect = linesRect(draft, kind, at as number, count as number);
          requireInside(draft, rect);
          const frozen = kind === 'rows' ? draft.frozenRows : draft.frozenColumns;
          if ((at as number) <= frozen && (at as number) + (count as number) >= size(draft, kind)) {
            throw new ServiceError(`Sorry, it is not possible to delete all non-frozen ${kind}.`);
          }
          requireMayWrite(context, execution, draft, rect);
          deleteLines(draft, kind, at as number, count as number);
        }),
    },
    'Sheet.setFrozen': {
      contact: 'sheets.write',
      handle: (execution, id, dimension, count) =>
        write(execution, id, (draft) => {
          const kind = dimensionOf(dimension);
          if ((count as number) >= size(draft, kind)) {
            throw new ServiceError(`Sorry, it is not possible to freeze all ${kind}.`);
          }
          if (kind === 'rows') draft.frozenRows = count as number;
          else draft.frozenColumns = count as number;
        }),
    },
    'Sheet.getFrozen': {
      handle: (execution, id, dimension) => {
        const tab = peek(execution, id);
        return dimension === 'columns' ? tab.frozenColumns : tab.frozenRows;
      },
    },
    'Sheet.setColumnWidths': {
      contact: 'sheets.write',
      handle: (execution, id, at, count, width) =>
        write(execution, id, (draft) => {
          requireInside(draft, { ...whole(draft), column: at as number, columns: count as number });
          const columns = Array.from({ length: count as number }, (_, place) => (at as number) + place);
          draft.columnWidths = {
            ...draft.columnWidths,
            ...Object.fromEntries(columns.map((column) => [column, width as number])),
          };
        }),
    },
    'Sheet.getColumnWidth': {
      handle: (execution, id, at) => peek(execution, id).columnWidths[at as number] ?? 100,
    },
    'Sheet.setLinesHidden': {
      contact: 'sheets.write',
      handle: (execution, id, dimension, at, count, hidden) =>
        write(execution, id, (draft) => {
          const key = dimensionOf(dimension) === 'rows' ? 'hiddenRows' : 'hiddenColumns';
          const places = Array.from({ length: count as number }, (_, place) => (at as number) + place);
          const others = draft[key].filter((place) => !places.includes(place));
          draft[key] = hidden === true ? [...others, ...places] : others;
        }),
    },
  };
}
