/** The grid of cells: only the rows in view are drawn. */
import { h } from './dom';
import type { Layout } from './grid-layout';
import { columnAt, HEAD_HEIGHT, layOut, NUMBER_WIDTH, ROW_HEIGHT } from './grid-layout';
import type { Selection } from './selection';
import { rectOf } from './selection';
import type { Place, TabCells, TabFacts } from './sheet-data';
import { a1Of, columnName, holds } from './sheet-data';

/** Where on the grid the mouse is: a cell, the head of a column, the number of a row, or the corner. */
export interface GridHit extends Place {
  on: 'cell' | 'column' | 'row' | 'corner';
}

/** The drawn grid. */
export interface Grid {
  element: HTMLElement;
  canvas: HTMLElement;
  /** Shows another tab or its changed cells. */
  show(tab: TabFacts, cells: TabCells): void;
  /** Marks the selection; `reveal` scrolls the far corner into view. */
  select(selection: Selection, reveal: boolean): void;
  layout(): Layout;
  /** Place and size of a cell on the canvas. */
  boxOf(place: Place): { left: number; top: number; width: number; height: number };
  hitOf(event: MouseEvent): GridHit;
}

const SPARE_ROWS = 8;
const BLANK_TAB: TabFacts = {
  name: '',
  hidden: false,
  rowCount: 0,
  columnCount: 0,
  frozenRows: 0,
  columnWidths: {},
  hiddenColumns: [],
  hiddenRows: [],
  warned: [],
  locked: false,
};

function kindOf(value: unknown, shown: string): string {
  if (typeof value === 'number' || (typeof value === 'object' && value !== null)) return ' n';
  if (typeof value === 'boolean') return ' b';
  return /^#(?:REF!|N\/A|VALUE!|ERROR!|NAME\?|DIV\/0!|NUM!)$/u.test(shown) ? ' e' : '';
}

/** An empty grid. */
export function createGrid(): Grid {
  const heads = h('div', { class: 'heads', role: 'row' });
  const frozen = h('div', { class: 'frozen', role: 'presentation' });
  const body = h('div', { role: 'presentation' });
  const cursor = h('div', { class: 'cursor' });
  const canvas = h(
    'div',
    { class: 'canvas', role: 'grid' },
    h('div', { class: 'corner' }),
    heads,
    frozen,
    body,
    cursor,
  );
  const element = h('div', { class: 'grid' }, canvas);
  let tab = BLANK_TAB;
  let cells: TabCells = { values: [], display: [], formulas: [] };
  let layout = layOut(tab, cells);
  let selection: Selection | undefined;

  const columnSpan = (column: number): string =>
    `left:${layout.lefts[column] ?? 0}px;width:${(layout.lefts[column + 1] ?? 0) - (layout.lefts[column] ?? 0)}px`;
  const isShown = (column: number): boolean => layout.lefts[column] !== layout.lefts[column + 1];

  const columnsInView = (): { from: number; to: number } => ({
    from: Math.max(0, columnAt(layout, element.scrollLeft + NUMBER_WIDTH) - 2),
    to: Math.min(tab.columnCount - 1, columnAt(layout, element.scrollLeft + element.clientWidth) + 2),
  });

  const cellElement = (row: number, column: number): HTMLElement => {
    const shown = cells.display[row]?.[column] ?? '';
    const place = { row, column };
    const inside = selection !== undefined && holds(rectOf(selection), place);
    const active =
      selection !== undefined && selection.active.row === row && selection.active.column === column;
    return h(
      'div',
      {
        class: `cell${kindOf(cells.values[row]?.[column], shown)}${inside && !active ? ' sel' : ''}${row < tab.frozenRows ? ' bold' : ''}`,
        role: 'gridcell',
        'data-a1': a1Of(place),
        'aria-selected': inside ? 'true' : undefined,
        style: columnSpan(column),
      },
      shown,
    );
  };

  const rowElement = (row: number, top: number, { from, to }: { from: number; to: number }): HTMLElement => {
    const rect = selection === undefined ? undefined : rectOf(selection);
    const on = rect !== undefined && row >= rect.row && row < rect.row + rect.rows;
    const number = h(
      'div',
      {
        class: `number${on ? ' on' : ''}`,
        role: 'rowheader',
        'data-row': row + 1,
        style: `position:sticky;left:0;z-index:2;width:${NUMBER_WIDTH}px;height:${ROW_HEIGHT}px;line-height:20px`,
      },
      String(row + 1),
    );
    const element = h(
      'div',
      {
        class: 'row',
        role: 'row',
        'aria-rowindex': row + 1,
        style: `top:${top}px;width:${layout.width}px;height:${ROW_HEIGHT}px`,
      },
      number,
    );
    for (let column = from; column <= to; column += 1)
      if (isShown(column)) element.append(cellElement(row, column));
    return element;
  };

  const drawHeads = ({ from, to }: { from: number; to: number }): void => {
    const rect = selection === undefined ? undefined : rectOf(selection);
    const drawn: HTMLElement[] = [];
    for (let column = from; column <= to; column += 1) {
      if (!isShown(column)) continue;
      const on = rect !== undefined && column >= rect.column && column < rect.column + rect.columns;
      drawn.push(
        h(
          'div',
          {
            class: `head${on ? ' on' : ''}`,
            role: 'columnheader',
            'data-column': columnName(column),
            style: `${columnSpan(column)};top:0;height:${HEAD_HEIGHT}px;line-height:21px`,
          },
          columnName(column),
        ),
      );
    }
    heads.replaceChildren(...drawn);
  };

  const boxOf = ({ row, column }: Place): { left: number; top: number; width: number; height: number } => {
    const index = layout.indexOfRow.get(row) ?? 0;
    const sticky = row < tab.frozenRows ? element.scrollTop : 0;
    const left = layout.lefts[column] ?? NUMBER_WIDTH;
    return {
      left,
      top: HEAD_HEIGHT + index * ROW_HEIGHT + sticky,
      width: (layout.lefts[column + 1] ?? left) - left,
      height: ROW_HEIGHT,
    };
  };

  const draw = (): void => {
    canvas.style.width = `${layout.width}px`;
    canvas.style.height = `${layout.height}px`;
    const columns = columnsInView();
    drawHeads(columns);
    const first = Math.max(0, Math.floor((element.scrollTop - HEAD_HEIGHT) / ROW_HEIGHT) - SPARE_ROWS);
    const count = Math.ceil(element.clientHeight / ROW_HEIGHT) + 2 * SPARE_ROWS;
    body.replaceChildren(
      ...layout.rows
        .slice(first, first + count)
        .filter((row) => row >= tab.frozenRows)
        .map((row) => rowElement(row, HEAD_HEIGHT + (layout.indexOfRow.get(row) ?? 0) * ROW_HEIGHT, columns)),
    );
    frozen.replaceChildren(
      ...layout.rows
        .filter((row) => row < tab.frozenRows)
        .map((row, index) => rowElement(row, index * ROW_HEIGHT, columns)),
    );
    cursor.hidden = selection === undefined;
    if (selection === undefined) return;
    const { left, top, width, height } = boxOf(selection.active);
    cursor.style.cssText = `left:${left - 1}px;top:${top - 1}px;width:${width + 1}px;height:${height + 1}px;${selection.active.row < tab.frozenRows ? 'z-index:4' : ''}`;
  };

  const reveal = (place: Place): void => {
    const { left, top, width, height } = boxOf(place);
    const above = HEAD_HEIGHT + tab.frozenRows * ROW_HEIGHT;
    if (place.row >= tab.frozenRows) {
      if (top < element.scrollTop + above) element.scrollTop = top - above;
      else if (top + height > element.scrollTop + element.clientHeight) {
        element.scrollTop = top + height - element.clientHeight;
      }
    }
    if (left < element.scrollLeft + NUMBER_WIDTH) element.scrollLeft = left - NUMBER_WIDTH;
    else if (left + width > element.scrollLeft + element.clientWidth) {
      element.scrollLeft = left + width - element.clientWidth;
    }
  };

  let waiting = false;
  const drawSoon = (): void => {
    if (waiting) return;
    waiting = true;
    window.requestAnimationFrame(() => {
      waiting = false;
      draw();
    });
  };
  element.addEventListener('scroll', drawSoon);
  new ResizeObserver(drawSoon).observe(element);

  return {
    element,
    canvas,
    show(nextTab, nextCells) {
      tab = nextTab;
      cells = nextCells;
      layout = layOut(tab, cells);
      canvas.setAttribute('aria-label', tab.name);
      canvas.setAttribute('aria-rowcount', String(tab.rowCount));
      canvas.setAttribute('aria-colcount', String(tab.columnCount));
      draw();
    },
    select(next, scroll) {
      selection = next;
      if (scroll) reveal(next.far);
      draw();
    },
    layout: () => layout,
    boxOf,
    hitOf(event) {
      const bounds = element.getBoundingClientRect();
      const x = event.clientX - bounds.left;
      const y = event.clientY - bounds.top;
      const column = columnAt(layout, x + element.scrollLeft);
      const overFrozen = y < HEAD_HEIGHT + tab.frozenRows * ROW_HEIGHT;
      const index = Math.floor((y - HEAD_HEIGHT + (overFrozen ? 0 : element.scrollTop)) / ROW_HEIGHT);
      const row = layout.rows[Math.max(0, Math.min(index, layout.rows.length - 1))] ?? 0;
      const on =
        y < HEAD_HEIGHT ? (x < NUMBER_WIDTH ? 'corner' : 'column') : x < NUMBER_WIDTH ? 'row' : 'cell';
      return { row, column, on };
    },
  };
}
