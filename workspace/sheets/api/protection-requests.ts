/** addProtectedRange, updateProtectedRange, deleteProtectedRange. */
import { PlatformError } from '../../engine/platform-error';
import type { Json } from '../../engine/service';
import { NotInWorkspace } from '../../engine/service';
import type { Protection } from '../protection';
import type { Tab } from '../tab';
import type { Workbook } from '../workbook';
import { withTab } from '../workbook';
import type { JsonObject } from './cell-data';
import { objectAt } from './cell-data';
import { apiError } from './errors';
import { gridRange, tabOf } from './grid-range';
import { parseMask, under } from './mask';
import type { RequestContext, RequestHandler } from './requests';
import { protectedRangeJson } from './response';

/** A GridRange as a protection keeps it: absent for a whole tab, counts of -1 where it is open. */
function rangePart(
  workbook: Workbook,
  range: JsonObject,
): { tab: Tab; range?: NonNullable<Protection['range']> } {
  const tab = tabOf(workbook, range['sheetId']);
  const bounds = ['startRowIndex', 'endRowIndex', 'startColumnIndex', 'endColumnIndex'];
  if (bounds.every((key) => range[key] === undefined || range[key] === null)) return { tab };
  const { rect } = gridRange(workbook, range);
  const open = (key: string): boolean => range[key] === undefined || range[key] === null;
  return {
    tab,
    range: {
      ...rect,
      rows: open('endRowIndex') ? -1 : rect.rows,
      columns: open('endColumnIndex') ? -1 : rect.columns,
    },
  };
}

function editorsOf(workbook: Workbook, given: JsonObject, context: RequestContext): string[] {
  const editors = objectAt(given, 'editors');
  if (editors === undefined) return [context.user].filter((user) => user !== workbook.owner);
  if (editors['groups'] !== undefined) throw new NotInWorkspace('ProtectedRange.editors.groups');
  const users = ((editors['users'] ?? []) as string[]).filter((user) => user !== workbook.owner);
  // Whoever sets a protection stays among its editors.
  return context.user === workbook.owner || users.includes(context.user) ? users : [...users, context.user];
}

function requireKnownFields(given: JsonObject): void {
  for (const key of ['namedRangeId', 'tableId']) {
    if (given[key] !== undefined) throw new NotInWorkspace(`ProtectedRange.${key}`);
  }
}

function openParts(workbook: Workbook, given: JsonObject): Protection['unprotected'] {
  return ((given['unprotectedRanges'] ?? []) as JsonObject[]).map((range) => gridRange(workbook, range).rect);
}

const addProtectedRange: RequestHandler = (workbook, request, context) => {
  const given = objectAt(request, 'protectedRange') ?? {};
  requireKnownFields(given);
  const range = objectAt(given, 'range');
  if (range === undefined) throw apiError('Must specify a range.');
  const place = rangePart(workbook, range);
  const warningOnly = given['warningOnly'] === true;
  if (warningOnly && given['editors'] !== undefined) {
    throw apiError('Cannot set editors on a protected range with warningOnly set to true.');
  }
  const id = typeof given['protectedRangeId'] === 'number' ? given['protectedRangeId'] : context.drawId();
  const protection: Protection = {
    id,
    ...(place.range === undefined ? {} : { range: place.range }),
    description: typeof given['description'] === 'string' ? given['description'] : '',
    warningOnly,
    editors: warningOnly ? [] : editorsOf(workbook, given, context),
    unprotected: openParts(workbook, given),
  };
  const tab: Tab = { ...place.tab, protections: [...place.tab.protections, protection] };
  const reply: Json = {
    addProtectedRange: { protectedRange: protectedRangeJson(tab, protection, workbook.owner, context.user) },
  };
  return { workbook: withTab(workbook, tab), reply };
};

/** The tab that has the protection; throws unless it exists and this user may edit it. */
function find(
  workbook: Workbook,
  id: Json | undefined,
  context: RequestContext,
): { tab: Tab; protection: Protection } {
  for (const tab of workbook.tabs) {
    const protection = tab.protections.find((each) => each.id === id);
    if (protection === undefined) continue;
    const may =
      context.user === workbook.owner || protection.warningOnly || protection.editors.includes(context.user);
    if (!may) throw new PlatformError('protectedCell');
    return { tab, protection };
  }
  throw apiError(`No protected range with id: ${String(id)}`);
}

const updateProtectedRange: RequestHandler = (workbook, request, context) => {
  const given = objectAt(request, 'protectedRange') ?? {};
  requireKnownFields(given);
  const mask = parseMask(String(request['fields'] ?? ''));
  const { tab, protection } = find(workbook, given['protectedRangeId'], context);
  let next = protection;
  if (under(mask, 'description') !== undefined)
    next = { ...next, description: String(given['description'] ?? '') };
  if (under(mask, 'warningOnly') !== undefined)
    next = { ...next, warningOnly: given['warningOnly'] === true };
  if (under(mask, 'editors') !== undefined) next = { ...next, editors: editorsOf(workbook, given, context) };
  if (next.warningOnly) next = { ...next, editors: [] };
  if (under(mask, 'unprotectedRanges') !== undefined)
    next = { ...next, unprotected: openParts(workbook, given) };
  if (under(mask, 'range') !== undefined) {
    const place = rangePart(workbook, objectAt(given, 'range') ?? {});
    if (place.tab.id !== tab.id) throw new NotInWorkspace('moving a protected range to another tab');
    const { range: _range, ...rest } = next;
    next = { ...rest, ...(place.range === undefined ? {} : { range: place.range }) };
  }
  const protections = tab.protections.map((each) => (each.id === next.id ? next : each));
  return { workbook: withTab(workbook, { ...tab, protections }) };
};

const deleteProtectedRange: RequestHandler = (workbook, request, context) => {
  const { tab, protection } = find(workbook, request['protectedRangeId'], context);
  const protections = tab.protections.filter((each) => each.id !== protection.id);
  return { workbook: withTab(workbook, { ...tab, protections }) };
};

export const PROTECTION_REQUESTS: Readonly<Record<string, RequestHandler>> = {
  addProtectedRange,
  updateProtectedRange,
  deleteProtectedRange,
};
