/** What an edit trigger's event says. */

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
