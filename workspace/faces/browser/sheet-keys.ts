/** Keys on the sheet while no cell is edited. */
import type { Desk } from './desk';
import { clearSelected } from './desk';
import { ROW_HEIGHT } from './grid-layout';
import { oneCell, step } from './selection';
import type { Place } from './sheet-data';

function pageRows(desk: Desk): number {
  return Math.max(1, Math.floor(desk.grid.element.clientHeight / ROW_HEIGHT) - 2);
}

function lastFilled(desk: Desk): Place {
  const row = Math.max(0, desk.cells().display.length - 1);
  return { row, column: Math.max(0, (desk.cells().display[0]?.length ?? 1) - 1) };
}

function keyStep(desk: Desk, event: KeyboardEvent): [number, number] | undefined {
  const steps: Record<string, [number, number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    PageUp: [-pageRows(desk), 0],
    PageDown: [pageRows(desk), 0],
  };
  return steps[event.key];
}

/** A key while no cell is edited; true: it was used. */
export function idleKey(desk: Desk, event: KeyboardEvent): boolean {
  const tab = desk.tab();
  if (tab === undefined || event.altKey) return false;
  const control = event.ctrlKey || event.metaKey;
  const keyed = keyStep(desk, event);
  if (keyed !== undefined && !control) {
    const [down, right] = keyed;
    const from = event.shiftKey ? desk.selection().far : desk.selection().active;
    const to = step(from, down, right, desk.grid.layout(), tab);
    desk.select(event.shiftKey ? { ...desk.selection(), far: to } : oneCell(to));
    return true;
  }
  if (event.key === 'Tab')
    desk.moveTo(step(desk.selection().active, 0, event.shiftKey ? -1 : 1, desk.grid.layout(), tab));
  else if (event.key === 'Enter' || event.key === 'F2') desk.editor.open();
  else if (event.key === 'Delete' || event.key === 'Backspace') clearSelected(desk);
  else if (event.key === 'Home') desk.moveTo({ row: control ? 0 : desk.selection().active.row, column: 0 });
  else if (event.key === 'End' && control) desk.moveTo(lastFilled(desk));
  else if (control && event.key === 'a')
    desk.select({ active: { row: 0, column: 0 }, far: lastFilled(desk) }, false);
  else return false;
  return true;
}
