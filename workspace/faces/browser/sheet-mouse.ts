/** The mouse on the sheet. */
import type { Desk } from './desk';
import type { GridHit } from './grid';
import { openPopup } from './overlay';
import type { Selection } from './selection';
import { rectOf } from './selection';
import type { Apply } from './sheet-commands';
import { columnEntries, rowEntries, sortEntries } from './sheet-commands';
import { holds } from './sheet-data';

function selectionOf(desk: Desk, { on, row, column }: GridHit, extend: boolean): Selection {
  const tab = desk.tab();
  const last =
    tab === undefined ? { row: 0, column: 0 } : { row: tab.rowCount - 1, column: tab.columnCount - 1 };
  const start = extend ? desk.selection().active : { row, column };
  switch (on) {
    case 'cell':
      return { active: start, far: { row, column } };
    case 'row':
      return { active: { row: start.row, column: 0 }, far: { row, column: last.column } };
    case 'column':
      return { active: { row: 0, column: start.column }, far: { row: last.row, column } };
    case 'corner':
      return { active: { row: 0, column: 0 }, far: last };
  }
}

/** Whether a hit lies in the selection: a cell in it, or the head of a line that is selected as a whole. */
function isSelected(desk: Desk, { on, row, column }: GridHit): boolean {
  const tab = desk.tab();
  const rect = rectOf(desk.selection());
  switch (on) {
    case 'cell':
      return holds(rect, { row, column });
    case 'row':
      return rect.columns === tab?.columnCount && holds(rect, { row, column: rect.column });
    case 'column':
      return rect.rows === tab?.rowCount && holds(rect, { row: rect.row, column });
    case 'corner':
      return false;
  }
}

/** Selecting by mouse, and the context menu. */
export function listenToMouse(desk: Desk, apply: Apply): void {
  let dragging: GridHit['on'] | undefined;
  desk.grid.element.addEventListener('mousedown', (event) => {
    if (event.target === desk.editor.element && desk.editor.isOpen()) return;
    // A press on the scroll bar is none on the cells.
    const bounds = desk.grid.element.getBoundingClientRect();
    if (
      event.clientX - bounds.left > desk.grid.element.clientWidth ||
      event.clientY - bounds.top > desk.grid.element.clientHeight
    )
      return;
    event.preventDefault();
    desk.editor.finish();
    desk.editor.focus();
    const hit = desk.grid.hitOf(event);
    // The secondary button keeps a selection it falls into.
    if (event.button !== 0 && isSelected(desk, hit)) return;
    if (event.button === 0) dragging = hit.on;
    desk.select(selectionOf(desk, hit, event.shiftKey), hit.on === 'cell');
  });
  window.addEventListener('mousemove', (event) => {
    if (dragging === undefined || (event.buttons & 1) === 0) return;
    const { row, column } = desk.grid.hitOf(event);
    const next = selectionOf(desk, { row, column, on: dragging }, true);
    if (next.far.row !== desk.selection().far.row || next.far.column !== desk.selection().far.column)
      desk.select(next, dragging === 'cell');
  });
  window.addEventListener('mouseup', () => {
    dragging = undefined;
  });
  desk.grid.element.addEventListener('dblclick', (event) => {
    if (desk.grid.hitOf(event).on === 'cell') desk.editor.open();
  });
  desk.grid.element.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    const tab = desk.tab();
    if (tab === undefined) return;
    const { on } = desk.grid.hitOf(event);
    const rect = rectOf(desk.selection());
    openPopup(event.clientX, event.clientY, [
      ...(on === 'column' ? [] : rowEntries(rect, tab, apply)),
      ...(on === 'cell' ? [{ type: 'separator' as const }] : []),
      ...(on === 'row' ? [] : columnEntries(rect, tab, apply)),
      ...(on === 'row' ? [] : [{ type: 'separator' as const }, ...sortEntries(rect, tab, apply)]),
    ]);
  });
}
