/** What the events of edit and change triggers say. */

interface EditedRange {
  getSheet(): { getName(): string };
  getRow(): number;
  getNumRows(): number;
}

export interface Edited {
  /** Title of the tab. */
  tab: string;
  /** Rows touched, 1-based. */
  rows: number[];
  /** E-mail of the person, where Google tells it; else `''`. */
  by: string;
}

/** Where an edit happened; undefined if the event carries no range. */
export function editedPlace(event: unknown): Edited | undefined {
  const { range, user } = (event ?? {}) as { range?: EditedRange; user?: { getEmail?: () => string } };
  if (!range) return undefined;
  const first = range.getRow();
  const rows = Array.from({ length: range.getNumRows() }, (_, index) => first + index);
  return { tab: range.getSheet().getName(), rows, by: user?.getEmail?.() ?? '' };
}

/** What an installable change trigger tells: the kind of change and, where Google tells it, who; never where. */
export function changeOf(event: unknown): { type: string; by: string } | undefined {
  const { changeType, user } = (event ?? {}) as {
    changeType?: string;
    user?: { getEmail?: () => string };
  };
  return changeType === undefined ? undefined : { type: changeType, by: user?.getEmail?.() ?? '' };
}
