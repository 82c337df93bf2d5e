/**
 * What one execution sees through SpreadsheetApp: each tab as it was when first touched, with its own writes on it,
 * until the next flush. Its writes wait in order and are put on whatever is published at flush or end.
 */
import { ServiceError } from '../engine/service';
import type { WorkbookHolder } from './holder';
import { LateRefusal } from './refusal';
import type { Tab, TabDraft } from './tab';
import { closeDraft, openDraft } from './tab';
import type { Workbook } from './workbook';
import { requireSize, tabById, withTab } from './workbook';

/** A change of one tab; throws `LateRefusal` for what Google refuses only when it is applied. */
export type Write = (draft: TabDraft) => void;

export interface SheetSession {
  readonly pins: Map<number, { base: Tab; seen: Tab }>;
  writes: { tabId: number; write: Write }[];
  refused?: LateRefusal | undefined;
}

export function newSession(): SheetSession {
  return { pins: new Map(), writes: [] };
}

function missingDocument(holder: WorkbookHolder): ServiceError {
  return new ServiceError(
    `Service Spreadsheets failed while accessing document with id ${holder.workbook.id}.`,
  );
}

/** Publishes what the execution wrote and lets it see everything anew. Throws a refusal that was waiting. */
export function flushSession(session: SheetSession, holder: WorkbookHolder): void {
  const { writes, refused } = session;
  const pins = new Map(session.pins);
  session.writes = [];
  session.refused = undefined;
  session.pins.clear();
  let workbook = holder.workbook;
  try {
    const written = new Set(writes.map(({ tabId }) => tabId));
    const untouched = [...written].filter((id) => tabById(workbook, id) === pins.get(id)?.base);
    for (const id of untouched) {
      const seen = pins.get(id)?.seen;
      if (seen !== undefined) workbook = withTab(workbook, seen);
    }
    for (const { tabId, write } of writes) {
      if (untouched.includes(tabId)) continue;
      const tab = tabById(workbook, tabId);
      if (tab === undefined) throw missingDocument(holder);
      const draft = openDraft(tab);
      write(draft);
      workbook = withTab(workbook, closeDraft(draft));
    }
  } finally {
    holder.publish(workbook);
  }
  if (refused !== undefined) throw refused;
}

/** A tab as this execution sees it. A waiting refusal is thrown at this read. Undefined if there is no such tab. */
export function seenTab(session: SheetSession, holder: WorkbookHolder, id: number): Tab | undefined {
  if (session.refused !== undefined) flushSession(session, holder);
  const pinned = session.pins.get(id);
  if (pinned !== undefined) return pinned.seen;
  const tab = tabById(holder.workbook, id);
  if (tab !== undefined) session.pins.set(id, { base: tab, seen: tab });
  return tab;
}

/** As `seenTab`; throws for a tab that is gone. */
export function requireTab(session: SheetSession, holder: WorkbookHolder, id: number): Tab {
  const tab = seenTab(session, holder, id);
  if (tab === undefined) throw new ServiceError(`Sheet ${id} not found`);
  return tab;
}

/** A tab for its size and name alone: as this execution sees it, without pinning it. */
export function peekTab(session: SheetSession, holder: WorkbookHolder, id: number): Tab {
  const tab = session.pins.get(id)?.seen ?? tabById(holder.workbook, id);
  if (tab === undefined) throw new ServiceError(`Sheet ${id} not found`);
  return tab;
}

/** Buffers a write. What is wrong with the call itself is thrown at once; refusals wait. */
export function writeTab(session: SheetSession, holder: WorkbookHolder, tabId: number, write: Write): void {
  if (session.refused !== undefined) return;
  const tab = requireTab(session, holder, tabId);
  const draft = openDraft(tab);
  try {
    write(draft);
  } catch (error) {
    if (!(error instanceof LateRefusal)) throw error;
    session.refused = error;
    return;
  }
  const base = session.pins.get(tabId)?.base ?? tab;
  if (draft.rowCount !== tab.rowCount || draft.columnCount !== tab.columnCount) {
    requireSize(withTab(holder.workbook, closeDraft(draft)));
  }
  session.pins.set(tabId, { base, seen: closeDraft(draft) });
  session.writes.push({ tabId, write });
}

/** Publishes what waits, then changes the spreadsheet itself (tabs, protections): seen by everybody at once. */
export function changeWorkbook(
  session: SheetSession,
  holder: WorkbookHolder,
  change: (workbook: Workbook) => Workbook,
): void {
  flushSession(session, holder);
  holder.publish(change(holder.workbook));
}
