/** Protection on the host. */
import { PlatformError } from '../engine/platform-error';
import type { ExecutionView, Json } from '../engine/service';
import { ServiceError } from '../engine/service';
import { protectedRect } from '../sheets/protection';
import type { Protection } from '../sheets/protection';
import { changeWorkbook } from '../sheets/session';
import type { Tab } from '../sheets/tab';
import { tabById, withTab } from '../sheets/workbook';
import type { Methods, SpreadsheetContext } from './spreadsheet-context';
import { openSession, placeJson, placeOf } from './spreadsheet-context';

/** The methods of Protection. */
export function protectionMethods(context: SpreadsheetContext): Methods {
  const { holder } = context;
  /** What waits is published first, so that a read of protections sees the tabs as this execution left them. */
  const find = (id: Json | undefined): { tab: Tab; protection: Protection } => {
    for (const tab of holder.workbook.tabs) {
      const protection = tab.protections.find((each) => each.id === id);
      if (protection !== undefined) return { tab, protection };
    }
    throw new ServiceError('Protection is missing (perhaps it was deleted?)');
  };
  const mayEdit = (execution: ExecutionView, protection: Protection): boolean =>
    execution.effectiveUser === holder.workbook.owner ||
    protection.warningOnly ||
    protection.editors.includes(execution.effectiveUser);
  const replace = (
    execution: ExecutionView,
    id: Json | undefined,
    change: (protection: Protection) => Protection | undefined,
  ): void =>
    changeWorkbook(openSession(execution) ?? context.sessionOf(execution), holder, (workbook) => {
      const { tab, protection } = find(id);
      if (!mayEdit(execution, protection)) throw new PlatformError('protectedCell');
      const protections = tab.protections.flatMap((each) => (each.id === id ? (change(each) ?? []) : [each]));
      return withTab(workbook, { ...tab, protections });
    });
  const others = (users: readonly string[]): string[] =>
    users.filter((user) => user !== holder.workbook.owner);

  return {
    'Protection.create': {
      contact: 'sheets.write',
      handle: (execution, place, whole) => {
        const { tabId, rect } = placeOf(place);
        const id = holder.drawId();
        changeWorkbook(context.sessionOf(execution), holder, (workbook) => {
          const tab = tabById(workbook, tabId);
          if (tab === undefined) throw new ServiceError(`Sheet ${tabId} not found`);
          const protection: Protection = {
            id,
            ...(whole === true ? {} : { range: rect }),
            description: '',
            warningOnly: false,
            // All editors of the spreadsheet stay editors of a new protection; the owner is not listed (442636162).
            editors: [...workbook.editors],
            unprotected: [],
          };
          return withTab(workbook, { ...tab, protections: [...tab.protections, protection] });
        });
        return id;
      },
    },
    'Protection.list': {
      contact: 'sheets.read',
      handle: (_execution, type, tabId) =>
        holder.workbook.tabs
          .filter((tab) => tabId === null || tab.id === tabId)
          .flatMap((tab) => tab.protections)
          .filter((protection) => (protection.range === undefined) === (type === 'SHEET'))
          .map((protection) => protection.id),
    },
    'Protection.get': {
      contact: 'sheets.read',
      handle: (execution, id) => {
        const { tab, protection } = find(id);
        return {
          type: protection.range === undefined ? 'SHEET' : 'RANGE',
          place: placeJson(tab.id, protectedRect(tab, protection)),
          description: protection.description,
          warningOnly: protection.warningOnly,
          editors: [...protection.editors],
          unprotected: protection.unprotected.map((rect) => placeJson(tab.id, rect)),
          canEdit: mayEdit(execution, protection),
        };
      },
    },
    'Protection.remove': {
      contact: 'sheets.write',
      handle: (execution, id) => replace(execution, id, () => undefined),
    },
    'Protection.setDescription': {
      contact: 'sheets.write',
      handle: (execution, id, text) =>
        replace(execution, id, (protection) => ({ ...protection, description: text as string })),
    },
    'Protection.setWarningOnly': {
      contact: 'sheets.write',
      handle: (execution, id, on) =>
        replace(execution, id, (protection) => ({ ...protection, warningOnly: on === true })),
    },
    'Protection.addEditors': {
      contact: 'sheets.write',
      handle: (execution, id, users) =>
        replace(execution, id, (protection) => ({
          ...protection,
          editors: [...new Set([...protection.editors, ...others(users as string[])])],
        })),
    },
    'Protection.removeEditors': {
      contact: 'sheets.write',
      handle: (execution, id, users) =>
        replace(execution, id, (protection) => ({
          ...protection,
          editors: protection.editors.filter((user) => !(users as string[]).includes(user)),
        })),
    },
    'Protection.setRange': {
      contact: 'sheets.write',
      handle: (execution, id, place) =>
        replace(execution, id, (protection) => ({ ...protection, range: placeOf(place).rect })),
    },
    'Protection.setUnprotectedRanges': {
      contact: 'sheets.write',
      handle: (execution, id, places) =>
        replace(execution, id, (protection) => ({
          ...protection,
          unprotected: (places as Json[]).map((place) => placeOf(place).rect),
        })),
    },
  };
}
