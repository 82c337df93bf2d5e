/** Cheap facts the faces' pages ask for besides the control API: a version that moves with every change, and tabs. */
import type { Json } from '../engine/service';
import { blockingProtections, protectedRect } from '../sheets/protection';
import type { Tab } from '../sheets/tab';
import type { Workbook } from '../sheets/workbook';
import type { FacesParts } from './parts';

/** Answers `/_/version` and `/_/tabs`. */
export interface Facts {
  /** `version` differs whenever a page may have to be drawn anew; `last` is the newest ended execution. */
  version(): Json;
  /** The spreadsheet's tabs as this person meets them. */
  tabs(user: string): Json;
  /** Something changed that neither the spreadsheet nor an execution shows. */
  touch(): void;
}

function warned(tab: Tab): Json[] {
  return tab.protections
    .filter(({ warningOnly }) => warningOnly)
    .map((protection) => ({ ...protectedRect(tab, protection) }));
}

function describe(workbook: Workbook, tab: Tab, user: string): Json {
  const whole = { row: 0, column: 0, rows: tab.rowCount, columns: tab.columnCount };
  return {
    name: tab.title,
    hidden: tab.hidden,
    rowCount: tab.rowCount,
    columnCount: tab.columnCount,
    frozenRows: tab.frozenRows,
    columnWidths: Object.fromEntries(Object.entries(tab.columnWidths)),
    hiddenColumns: [...tab.hiddenColumns],
    hiddenRows: [...tab.hiddenRows],
    warned: warned(tab),
    locked: blockingProtections(tab, whole, user, workbook.owner).length > 0,
  };
}

/** The facts of a Workspace. */
export function createFacts({ workspace, holder }: FacesParts): Facts {
  let touches = 0;
  let changes = 0;
  let seen: Workbook | undefined;
  let last = 0;

  const newest = (): number => {
    const records = workspace.executions(last);
    // Started over: ids begin again.
    if (records.length === 0 && last > 0 && workspace.executions(last - 1).length === 0) last = 0;
    last = (records.length > 0 ? records : workspace.executions(last)).at(-1)?.id ?? last;
    return last;
  };

  return {
    version() {
      if (holder.workbook !== seen) {
        seen = holder.workbook;
        changes += 1;
      }
      const id = newest();
      return { version: `${changes}.${touches}.${id}`, last: id };
    },
    tabs(user) {
      const { workbook } = holder;
      return { title: workbook.title, tabs: workbook.tabs.map((tab) => describe(workbook, tab, user)) };
    },
    touch() {
      touches += 1;
    },
  };
}
