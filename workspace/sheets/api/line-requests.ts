/** Requests about the rows and columns of a tab: inserting, deleting, widths, hiding. */
import { displayText } from '../display';
import type { Dimension } from '../reshape';
import { deleteLines, insertLines } from '../reshape';
import type { Rect, Tab } from '../tab';
import type { JsonObject } from './cell-data';
import { objectAt } from './cell-data';
import { apiError } from './errors';
import { tabOf } from './grid-range';
import { parseMask, under } from './mask';
import type { RequestHandler } from './requests';
import { mayTouch, onTab, whole } from './tab-change';

function lines(tab: Tab, range: JsonObject): { dimension: Dimension; at: number; count: number } {
  const dimension = range['dimension'] === 'COLUMNS' ? 'columns' : 'rows';
  if (range['dimension'] !== 'COLUMNS' && range['dimension'] !== 'ROWS')
    throw apiError('No dimension specified.');
  const size = dimension === 'rows' ? tab.rowCount : tab.columnCount;
  const at = Number(range['startIndex'] ?? 0);
  const end = Number(range['endIndex'] ?? size);
  if (end <= at)
    throw apiError(`DimensionRange.endIndex[${end}] must be after DimensionRange.startIndex[${at}]`);
  return { dimension, at, count: end - at };
}

function linesRect(tab: Tab, dimension: Dimension, at: number, count: number): Rect {
  return dimension === 'rows'
    ? { ...whole(tab), row: at, rows: count }
    : { ...whole(tab), column: at, columns: count };
}

const insertDimension: RequestHandler = (workbook, request, context) => {
  const range = objectAt(request, 'range') ?? {};
  const tab = tabOf(workbook, range['sheetId']);
  const { dimension, at, count } = lines(tab, range);
  const size = dimension === 'rows' ? tab.rowCount : tab.columnCount;
  if (at >= size) throw apiError(`range.startIndex[${at}] is too large: the sheet has ${size} ${dimension}.`);
  const before = request['inheritFromBefore'] === true;
  if (before && at === 0)
    throw apiError('inheritFromBefore cannot be true if inserting at the start of the sheet.');
  mayTouch(workbook, tab, linesRect(tab, dimension, at, 1), context);
  return onTab(workbook, tab, (draft) =>
    insertLines(draft, dimension, at, count, before ? 'before' : 'after'),
  );
};

const deleteDimension: RequestHandler = (workbook, request, context) => {
  const range = objectAt(request, 'range') ?? {};
  const tab = tabOf(workbook, range['sheetId']);
  const { dimension, at, count } = lines(tab, range);
  const size = dimension === 'rows' ? tab.rowCount : tab.columnCount;
  if (at + count > size)
    throw apiError(
      `Cannot delete a ${dimension === 'rows' ? 'row' : 'column'} that doesn't exist. Tried to delete index ${at + count - 1} but there are only ${size} ${dimension}.`,
    );
  if (count >= size) throw apiError(`You can't delete all the ${dimension} on the sheet.`);
  mayTouch(workbook, tab, linesRect(tab, dimension, at, count), context);
  return onTab(workbook, tab, (draft) => deleteLines(draft, dimension, at, count));
};

const appendDimension: RequestHandler = (workbook, request) => {
  const tab = tabOf(workbook, request['sheetId']);
  const { dimension } = lines(tab, { dimension: request['dimension'] ?? null, startIndex: 0, endIndex: 1 });
  const length = Number(request['length'] ?? 0);
  if (length < 1) throw apiError('appendDimension.length must be greater than 0.');
  return onTab(workbook, tab, (draft) =>
    insertLines(draft, dimension, dimension === 'rows' ? draft.rowCount : draft.columnCount, length, 'none'),
  );
};

const updateDimensionProperties: RequestHandler = (workbook, request) => {
  const range = objectAt(request, 'range') ?? {};
  const tab = tabOf(workbook, range['sheetId']);
  const { dimension, at, count } = lines(tab, range);
  const properties = objectAt(request, 'properties') ?? {};
  const mask = parseMask(String(request['fields'] ?? ''));
  return onTab(workbook, tab, (draft) => {
    const size = dimension === 'rows' ? 'rowHeights' : 'columnWidths';
    const hidden = dimension === 'rows' ? 'hiddenRows' : 'hiddenColumns';
    const places = Array.from({ length: count }, (_, line) => at + line);
    if (under(mask, 'pixelSize') !== undefined) {
      draft[size] = {
        ...draft[size],
        ...Object.fromEntries(places.map((place) => [place, Number(properties['pixelSize'] ?? 0)])),
      };
    }
    if (under(mask, 'hiddenByUser') !== undefined) {
      const others = draft[hidden].filter((place) => !places.includes(place));
      draft[hidden] = properties['hiddenByUser'] === true ? [...others, ...places] : others;
    }
  });
};

/** Width of a text in pixels, roughly as the sheet's 10-point font shows it. */
function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0xff ? 14 : 7), 10);
}

const autoResizeDimensions: RequestHandler = (workbook, request) => {
  const range = objectAt(request, 'dimensions') ?? {};
  const tab = tabOf(workbook, range['sheetId']);
  const { dimension, at, count } = lines(tab, range);
  return onTab(workbook, tab, (draft) => {
    if (dimension === 'rows') {
      draft.rowHeights = Object.fromEntries(
        Object.entries(draft.rowHeights).filter(([row]) => Number(row) < at || Number(row) >= at + count),
      );
      return;
    }
    const widths: Record<number, number> = { ...draft.columnWidths };
    for (let column = at; column < at + count; column += 1) {
      const shown = draft.rows.map((row) => displayText(row?.[column]));
      const widest = shown.reduce((most, text) => Math.max(most, textWidth(text)), 0);
      if (widest > 10) widths[column] = widest;
    }
    draft.columnWidths = widths;
  });
};

export const LINE_REQUESTS: Readonly<Record<string, RequestHandler>> = {
  insertDimension,
  deleteDimension,
  appendDimension,
  updateDimensionProperties,
  autoResizeDimensions,
};
