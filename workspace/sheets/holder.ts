/** Where the published spreadsheet lives, and how changes to it become visible. */
import type { Clock, Json, Random, Stored } from '../engine/service';
import { loadWorkbook, saveWorkbook } from './save';
import { instantToSerial, wallClockOf } from './serial';
import type { NewWorkbook, Workbook } from './workbook';
import { newWorkbook } from './workbook';

/** The one spreadsheet of the Workspace. */
export interface WorkbookHolder extends Stored {
  workbook: Workbook;
  /** Grows with every published change. */
  readonly revision: number;
  /** Makes a changed workbook the one everybody sees. */
  publish(workbook: Workbook): void;
  /** Starts over with a new spreadsheet; the id is drawn unless given. */
  reset(options: Omit<NewWorkbook, 'id'> & { id?: string }): void;
  /** Year of the workspace clock in the spreadsheet's time zone, for typed dates without a year. */
  year(): number;
  /** A fresh id for a tab or protection. */
  drawId(): number;
}

/** Id of a spreadsheet, of the shape Google's have. */
function spreadsheetId(random: Random): string {
  return `1${random.hex(21)}A`;
}

/** The holder, with an empty spreadsheet of `owner`. */
export function createWorkbookHolder(
  world: { clock: Pick<Clock, 'now'>; random: Random },
  first: Omit<NewWorkbook, 'id'> & { id?: string },
): WorkbookHolder {
  const fresh = (options: Omit<NewWorkbook, 'id'> & { id?: string }): Workbook =>
    newWorkbook({ ...options, id: options.id ?? spreadsheetId(world.random) });
  let current = fresh(first);
  let revision = 1;
  const publish = (workbook: Workbook): void => {
    if (workbook === current) return;
    current = workbook;
    revision += 1;
  };
  return {
    get workbook() {
      return current;
    },
    set workbook(workbook) {
      publish(workbook);
    },
    get revision() {
      return revision;
    },
    publish,
    reset: (options) => publish(fresh(options)),
    year: () => wallClockOf(instantToSerial(world.clock.now(), current.timeZone)).year,
    drawId: () => {
      const taken = new Set(current.tabs.flatMap((tab) => [tab.id, ...tab.protections.map(({ id }) => id)]));
      for (;;) {
        const id = 1 + Math.floor(world.random.next() * 2_000_000_000);
        if (!taken.has(id)) return id;
      }
    },
    save: () => saveWorkbook(current),
    load: (saved: Json) => publish(loadWorkbook(saved)),
    keep() {
      const kept = current;
      return () => publish(kept);
    },
  };
}
