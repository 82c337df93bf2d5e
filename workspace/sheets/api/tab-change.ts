/** Changing one tab of a workbook value in a request. */
import { requireUnprotected } from '../protection';
import type { Rect, Tab, TabDraft } from '../tab';
import { closeDraft, openDraft } from '../tab';
import type { Workbook } from '../workbook';
import { requireSize, withTab } from '../workbook';
import type { RequestContext } from './requests';

/** The rectangle of a whole tab. */
export function whole(tab: Tab): Rect {
  return { row: 0, column: 0, rows: tab.rowCount, columns: tab.columnCount };
}

/** Throws unless who asks may write this rectangle. */
export function mayTouch(workbook: Workbook, tab: Tab, rect: Rect, context: RequestContext): void {
  requireUnprotected(tab, rect, context.user, workbook.owner);
}

/** The workbook with a changed tab; throws when it becomes too large. */
export function onTab(
  workbook: Workbook,
  tab: Tab,
  change: (draft: TabDraft) => void,
): { workbook: Workbook } {
  const draft = openDraft(tab);
  change(draft);
  const next = withTab(workbook, closeDraft(draft));
  requireSize(next);
  return { workbook: next };
}
