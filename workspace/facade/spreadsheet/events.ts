/** Event objects of the spreadsheet's triggers, from the descriptors of the engine. */
import { createUser } from './protection';
import { createRange } from './range';
import { createSpreadsheet, spreadsheetId } from './spreadsheet';

/** Descriptor of an edit: 1-based range. */
export interface EditDescriptor {
  range: { sheetId: number; row: number; column: number; rows: number; columns: number };
  value?: string;
  oldValue?: string;
  user: string;
  triggerUid?: string;
}

/** The event of onEdit, simple or installable. */
export function editEvent(descriptor: EditDescriptor, authMode: unknown): object {
  const { range, value, oldValue, user, triggerUid } = descriptor;
  return {
    authMode,
    range: createRange([range.sheetId, range.row - 1, range.column - 1, range.rows, range.columns]),
    source: createSpreadsheet(spreadsheetId()),
    user: createUser(user),
    ...(value === undefined ? {} : { value }),
    ...(oldValue === undefined ? {} : { oldValue }),
    ...(triggerUid === undefined ? {} : { triggerUid }),
  };
}

/** The event of an installable onChange. */
export function changeEvent(
  descriptor: { changeType: string; user: string; triggerUid?: string },
  authMode: unknown,
): object {
  const { changeType, user, triggerUid } = descriptor;
  return {
    authMode,
    changeType,
    source: createSpreadsheet(spreadsheetId()),
    user: createUser(user),
    ...(triggerUid === undefined ? {} : { triggerUid }),
  };
}

/** The event of onOpen. */
export function openEvent(descriptor: { user: string; triggerUid?: string }, authMode: unknown): object {
  const { user, triggerUid } = descriptor;
  return {
    authMode,
    source: createSpreadsheet(spreadsheetId()),
    user: createUser(user),
    ...(triggerUid === undefined ? {} : { triggerUid }),
  };
}
