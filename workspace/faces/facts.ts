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
    warned: tab.protections
      .filter(({ warningOnly }) => warningOnly)
      .map((protection) => ({ ...protectedRect(tab, protection) })),
    locked: blockingProtections(tab, whole, user, workbook.owner).length > 0,
  };
}

/** The facts of a Workspace. */
export function createFacts({ world: { workspace, holder } }: FacesParts): Facts {
  let touches = 0;
  return {
    version() {
      const last = workspace.executions().at(-1)?.id ?? 0;
      return { version: `${holder.revision}.${touches}.${last}`, last };
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
