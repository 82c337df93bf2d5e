/** Requests about tabs: adding, deleting, properties, copies, conditional formats. */
import type { Json } from '../../engine/service';
import { NotInWorkspace } from '../../engine/service';
import type { Dimension } from '../reshape';
import { deleteLines, insertLines } from '../reshape';
import type { Tab, TabDraft } from '../tab';
import { closeDraft, newTab, openDraft } from '../tab';
import type { Workbook } from '../workbook';
import { insertTab, removeTab, requireFreeTitle, requireSize, tabById, withTab } from '../workbook';
import type { JsonObject } from './cell-data';
import { objectAt } from './cell-data';
import { apiError } from './errors';
import { tabOf } from './grid-range';
import type { Mask } from './mask';
import { parseMask, under } from './mask';
import type { RequestHandler } from './requests';
import { sheetProperties } from './response';
import { mayTouch, onTab, whole } from './tab-change';

function indexOf(workbook: Workbook, id: number): number {
  return workbook.tabs.findIndex((tab) => tab.id === id);
}

function propertiesReply(workbook: Workbook, kind: string, id: number): Json {
  const tab = tabById(workbook, id);
  return tab === undefined ? {} : { [kind]: { properties: sheetProperties(tab, indexOf(workbook, id)) } };
}

function requireNewId(workbook: Workbook, id: number): void {
  if (tabById(workbook, id) !== undefined)
    throw apiError(`The sheet id: ${id} is already in use. Please enter another id.`);
}

function freeTitle(workbook: Workbook, start: (count: number) => string): string {
  for (let count = workbook.tabs.length + 1; ; count += 1) {
    const title = start(count);
    if (!workbook.tabs.some((tab) => tab.title === title)) return title;
  }
}

/** What SheetProperties say beside title, id and index. */
function withProperties(tab: Tab, properties: JsonObject, mask: Mask): Tab {
  let next = tab;
  const grid = objectAt(properties, 'gridProperties') ?? {};
  const gridMask = under(mask, 'gridProperties');
  const count = (key: string, now: number): number => {
    if (gridMask === undefined || under(gridMask, key) === undefined) return now;
    const value = grid[key];
    return value === undefined || value === null ? 0 : Number(value);
  };
  if (under(mask, 'hidden') !== undefined) next = { ...next, hidden: properties['hidden'] === true };
  if (under(mask, 'tabColor') !== undefined || under(mask, 'tabColorStyle') !== undefined) {
    const color = properties['tabColor'] ?? properties['tabColorStyle'];
    const { tabColor: _tabColor, ...plain } = next;
    next = color === undefined || color === null ? plain : { ...plain, tabColor: color };
  }
  if (gridMask === undefined) return next;
  const draft = openDraft(next);
  const given = gridMask === true ? grid : gridMask;
  if (given['rowCount'] !== undefined) resize(draft, 'rows', count('rowCount', draft.rowCount));
  if (given['columnCount'] !== undefined) resize(draft, 'columns', count('columnCount', draft.columnCount));
  draft.frozenRows = count('frozenRowCount', draft.frozenRows);
  draft.frozenColumns = count('frozenColumnCount', draft.frozenColumns);
  if (draft.frozenRows >= draft.rowCount) throw apiError("You can't freeze all visible rows on the sheet.");
  if (draft.frozenColumns >= draft.columnCount)
    throw apiError("You can't freeze all visible columns on the sheet.");
  return closeDraft(draft);
}

function resize(draft: TabDraft, dimension: Dimension, count: number): void {
  if (count < 1) throw apiError(`The ${dimension === 'rows' ? 'row' : 'column'} count must be at least 1.`);
  const now = dimension === 'rows' ? draft.rowCount : draft.columnCount;
  if (count > now) insertLines(draft, dimension, now, count - now, 'none');
  if (count < now) deleteLines(draft, dimension, count, now - count);
}

const addSheet: RequestHandler = (workbook, request, context) => {
  const properties = objectAt(request, 'properties') ?? {};
  const grid = objectAt(properties, 'gridProperties') ?? {};
  const id = typeof properties['sheetId'] === 'number' ? properties['sheetId'] : context.drawId();
  requireNewId(workbook, id);
  const given = properties['title'];
  const title =
    typeof given === 'string' && given !== '' ? given : freeTitle(workbook, (count) => `シート${count}`);
  requireFreeTitle(workbook, title);
  const blank = newTab(id, title, Number(grid['rowCount'] ?? 1000), Number(grid['columnCount'] ?? 26));
  const { rowCount: _rowCount, columnCount: _columnCount, ...frozen } = grid;
  const mask: Mask = Object.fromEntries(Object.keys(properties).map((key) => [key, true as const]));
  const tab = withProperties(blank, { ...properties, gridProperties: frozen }, mask);
  const next = insertTab(workbook, tab, Number(properties['index'] ?? workbook.tabs.length));
  return { workbook: next, reply: propertiesReply(next, 'addSheet', id) };
};

const deleteSheet: RequestHandler = (workbook, request, context) => {
  const tab = tabOf(workbook, request['sheetId']);
  mayTouch(workbook, tab, whole(tab), context);
  return { workbook: removeTab(workbook, tab.id) };
};

const updateSheetProperties: RequestHandler = (workbook, request) => {
  const properties = objectAt(request, 'properties') ?? {};
  const fields = request['fields'];
  if (typeof fields !== 'string' || fields === '')
    throw apiError("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const mask = parseMask(fields);
  const known = ['title', 'index', 'hidden', 'tabColor', 'tabColorStyle', 'gridProperties', 'sheetId'];
  const unknown = mask === true ? undefined : Object.keys(mask).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new NotInWorkspace(`updateSheetProperties ${unknown}`);
  let tab = tabOf(workbook, properties['sheetId']);
  if (under(mask, 'title') !== undefined) {
    const title = properties['title'];
    if (typeof title !== 'string' || title === '') throw apiError('You must specify a title.');
    requireFreeTitle(workbook, title, tab.id);
    tab = { ...tab, title };
  }
  tab = withProperties(tab, properties, mask);
  let next = withTab(workbook, tab);
  requireSize(next);
  if (next.tabs.every((each) => each.hidden)) throw apiError("You can't hide all the sheets in a document.");
  if (under(mask, 'index') !== undefined) {
    const to = Number(properties['index'] ?? 0);
    const from = indexOf(next, tab.id);
    const rest = next.tabs.filter((each) => each.id !== tab.id);
    // The index is meant before the tab is taken out (Sheets API, "sheet index" note).
    rest.splice(to > from ? to - 1 : to, 0, tab);
    next = { ...next, tabs: rest };
  }
  return { workbook: next };
};

const duplicateSheet: RequestHandler = (workbook, request, context) => {
  const source = tabOf(workbook, request['sourceSheetId']);
  const id = typeof request['newSheetId'] === 'number' ? request['newSheetId'] : context.drawId();
  requireNewId(workbook, id);
  const name = request['newSheetName'];
  const title =
    typeof name === 'string' && name !== '' ? name : freeTitle(workbook, () => `Copy of ${source.title}`);
  requireFreeTitle(workbook, title);
  const protections = source.protections.map((protection) => ({ ...protection, id: context.drawId() }));
  const copy: Tab = { ...source, id, title, protections };
  const next = insertTab(workbook, copy, Number(request['insertSheetIndex'] ?? 0));
  return { workbook: next, reply: propertiesReply(next, 'duplicateSheet', id) };
};

const addConditionalFormatRule: RequestHandler = (workbook, request) => {
  const rule = objectAt(request, 'rule');
  const [range] = (rule?.['ranges'] ?? []) as JsonObject[];
  if (rule === undefined || range === undefined) throw apiError('ConditionalFormatRule.ranges must be set.');
  const tab = tabOf(workbook, range['sheetId']);
  return onTab(workbook, tab, (draft) => {
    const rules = draft.conditionalFormats.slice();
    rules.splice(Number(request['index'] ?? 0), 0, rule as unknown as Json);
    draft.conditionalFormats = rules;
  });
};

const deleteConditionalFormatRule: RequestHandler = (workbook, request) => {
  const tab = tabOf(workbook, request['sheetId']);
  const index = Number(request['index'] ?? 0);
  const rule = tab.conditionalFormats[index];
  if (rule === undefined) throw apiError(`No conditional format on sheet: ${tab.id} at index: ${index}`);
  return {
    ...onTab(workbook, tab, (draft) => {
      draft.conditionalFormats = draft.conditionalFormats.filter((_, place) => place !== index);
    }),
    reply: { deleteConditionalFormatRule: { rule } },
  };
};

export const SHEET_REQUESTS: Readonly<Record<string, RequestHandler>> = {
  addSheet,
  deleteSheet,
  updateSheetProperties,
  duplicateSheet,
  addConditionalFormatRule,
  deleteConditionalFormatRule,
};
