/** What the parts of the spreadsheet page share: the open tab, its cells, the selection, and what can be done to them. */
import type { CellEditor, Move } from './cell-editor';
import type { Changes } from './changes';
import type { Grid } from './grid';
import type { Selection } from './selection';
import { rectOf } from './selection';
import type { Place, TabCells, TabFacts } from './sheet-data';

/** The open spreadsheet. */
export interface Desk {
  readonly grid: Grid;
  readonly editor: CellEditor;
  readonly changes: Changes;
  /** undefined: nothing is open yet. */
  tab(): TabFacts | undefined;
  cells(): TabCells;
  selection(): Selection;
  /** `reveal` (default) scrolls to it. */
  select(next: Selection, reveal?: boolean): void;
  moveTo(place: Place): void;
  /** Sends a typed text and shows it at once; what did not change is not sent. */
  type(place: Place, text: string): void;
  /** The same, and goes on to the next cell. */
  commit(place: Place, text: string, move: Move): void;
}

/** Empties the selected cells. */
export function clearSelected({ tab: open, selection, changes }: Desk): void {
  const tab = open();
  if (tab === undefined) return;
  const rect = rectOf(selection());
  const blank = Array.from({ length: rect.rows }, () => Array.from({ length: rect.columns }, () => ''));
  void changes.edit(tab, rect, blank);
}
