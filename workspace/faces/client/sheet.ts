/** The spreadsheet as a person who may edit it has it open. */
import { get, watchVersion } from '../browser/api';
import { createCellEditor } from '../browser/cell-editor';
import type { Move } from '../browser/cell-editor';
import { createChanges } from '../browser/changes';
import { fillSelection, parseTsv, toTsv } from '../browser/clipboard';
import { readData } from '../browser/data';
import { h } from '../browser/dom';
import { createGrid } from '../browser/grid';
import type { GridHit } from '../browser/grid';
import { createMenuBar } from '../browser/menu-bar';
import { openPopup } from '../browser/overlay';
import { createScreen } from '../browser/screen';
import type { Selection } from '../browser/selection';
import { clampPlace, oneCell, rectOf, step } from '../browser/selection';
import { columnEntries, rowEntries, sortEntries } from '../browser/sheet-commands';
import type { Apply } from '../browser/sheet-commands';
import { a1Of, a1OfRect, holds, parsePlace, typedText } from '../browser/sheet-data';
import type { Place, Rect, TabCells, TabFacts } from '../browser/sheet-data';

interface SheetPageData {
  user: string;
  sandbox: string;
  functionNames: string[];
  sidebar: string | null;
  tab: string | null;
}

const page = readData<SheetPageData>();
let tabs: TabFacts[] = [];
let tab: TabFacts | undefined;
let cells: TabCells = { values: [], display: [], formulas: [] };
let selection: Selection = oneCell({ row: 0, column: 0 });
/** Selection of each tab, kept while another one is shown. */
const selections = new Map<string, Selection>();

const title = h('h1');
const nameBox = h('input', {
  id: 'nameBox',
  'aria-label': '名前ボックス',
  autocomplete: 'off',
  spellcheck: 'false',
});
const formulaBar = h('input', {
  id: 'formulaBar',
  'aria-label': '数式バー',
  autocomplete: 'off',
  spellcheck: 'false',
});
const tabBar = h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'シート' });
const status = h('span', { class: 'status', role: 'status' });
const sidebarPlace = h('aside', { class: 'sidebar', hidden: true, 'aria-label': 'サイドバー' });
const grid = createGrid();

const changes = createChanges(page.user, refresh, (busy) => {
  status.textContent = busy ? '保存しています…' : '';
  document.body.classList.toggle('saving', busy);
});

const editor = createCellEditor(grid, {
  textOf: (place) => typedText(cells, place),
  commit: (place, text, move) => commit(place, text, move),
  idleKey,
  typing(text) {
    formulaBar.value = text ?? typedText(cells, selection.active);
  },
});

const apply: Apply = (touched, step) => {
  if (tab !== undefined) void changes.reshape(tab, touched, step);
};
const selected = (): Rect => rectOf(selection);
const bar = createMenuBar(
  [
    {
      label: '編集',
      entries: () =>
        tab === undefined
          ? []
          : [
              ...rowEntries(selected(), tab, apply).slice(2),
              ...columnEntries(selected(), tab, apply).slice(2),
            ],
    },
    {
      label: '挿入',
      entries: () =>
        tab === undefined
          ? []
          : [
              ...rowEntries(selected(), tab, apply).slice(0, 2),
              { type: 'separator' },
              ...columnEntries(selected(), tab, apply).slice(0, 2),
            ],
    },
    { label: 'データ', entries: () => (tab === undefined ? [] : sortEntries(selected(), tab, apply)) },
  ],
  (item) => void changes.menu(item),
);

const screen = createScreen({
  user: page.user,
  sandbox: page.sandbox,
  functionNames: page.functionNames,
  sidebarPlace,
  menusChanged: (menus) => bar.show(menus),
  selected: (name, rect) => void showSelected(name, rect),
  focusSheet: () => editor.focus(),
});

/** Draws the selection; `reveal` scrolls to it. */
function show(reveal: boolean): void {
  grid.select(selection, reveal);
  editor.place(selection.active);
  nameBox.value = a1OfRect(selected());
  if (!editor.isOpen() && document.activeElement !== formulaBar)
    formulaBar.value = typedText(cells, selection.active);
  if (tab !== undefined) screen.select(tab.name, selected());
}

function select(next: Selection, reveal = true): void {
  if (tab === undefined) return;
  selection = { active: clampPlace(next.active, tab), far: clampPlace(next.far, tab) };
  show(reveal);
}

function moveTo(place: Place): void {
  select(oneCell(place));
}

/** Sends a typed text and shows it at once. What did not change is not sent. */
function type(place: Place, text: string): void {
  if (tab === undefined || text === typedText(cells, place)) return;
  const row = (cells.display[place.row] ??= []);
  while (row.length < place.column) row.push('');
  row[place.column] = text;
  void changes.edit(tab, { ...place, rows: 1, columns: 1 }, [[text]]);
}

/** Takes over a typed text and goes on to the next cell. */
function commit(place: Place, text: string, { down, right }: Move): void {
  if (tab === undefined) return;
  type(place, text);
  moveTo(step(place, down, right, grid.layout(), tab));
  editor.focus();
}

function clearSelected(): void {
  const rect = selected();
  if (tab === undefined) return;
  const blank = Array.from({ length: rect.rows }, () => Array.from({ length: rect.columns }, () => ''));
  void changes.edit(tab, rect, blank);
}

function pageRows(): number {
  return Math.max(1, Math.floor(grid.element.clientHeight / 21) - 2);
}

function lastFilled(): Place {
  const row = Math.max(0, cells.display.length - 1);
  return { row, column: Math.max(0, (cells.display[0]?.length ?? 1) - 1) };
}

function keyStep(event: KeyboardEvent): [number, number] | undefined {
  const steps: Record<string, [number, number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    PageUp: [-pageRows(), 0],
    PageDown: [pageRows(), 0],
  };
  return steps[event.key];
}

/** A key while no cell is edited; true: it was used. */
function idleKey(event: KeyboardEvent): boolean {
  if (tab === undefined || event.altKey) return false;
  const control = event.ctrlKey || event.metaKey;
  const keyed = keyStep(event);
  if (keyed !== undefined && !control) {
    const [down, right] = keyed;
    const from = event.shiftKey ? selection.far : selection.active;
    const to = step(from, down, right, grid.layout(), tab);
    select(event.shiftKey ? { ...selection, far: to } : oneCell(to));
    return true;
  }
  if (event.key === 'Tab') moveTo(step(selection.active, 0, event.shiftKey ? -1 : 1, grid.layout(), tab));
  else if (event.key === 'Enter' || event.key === 'F2') editor.open();
  else if (event.key === 'Delete' || event.key === 'Backspace') clearSelected();
  else if (event.key === 'Home') moveTo({ row: control ? 0 : selection.active.row, column: 0 });
  else if (event.key === 'End' && control) moveTo(lastFilled());
  else if (control && event.key === 'a') select({ active: { row: 0, column: 0 }, far: lastFilled() }, false);
  else return false;
  return true;
}

function selectionOf({ on, row, column }: GridHit, extend: boolean): Selection {
  const last =
    tab === undefined ? { row: 0, column: 0 } : { row: tab.rowCount - 1, column: tab.columnCount - 1 };
  const start = extend ? selection.active : { row, column };
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

function listenToMouse(): void {
  let dragging: GridHit['on'] | undefined;
  grid.element.addEventListener('mousedown', (event) => {
    if (event.target === editor.element && editor.isOpen()) return;
    // A press on the scroll bar is none on the cells.
    const bounds = grid.element.getBoundingClientRect();
    if (
      event.clientX - bounds.left > grid.element.clientWidth ||
      event.clientY - bounds.top > grid.element.clientHeight
    )
      return;
    event.preventDefault();
    editor.finish();
    editor.focus();
    const hit = grid.hitOf(event);
    // The secondary button keeps a selection it falls into.
    if (event.button !== 0 && holds(selected(), hit)) return;
    if (event.button === 0) dragging = hit.on;
    select(selectionOf(hit, event.shiftKey), hit.on === 'cell');
  });
  window.addEventListener('mousemove', (event) => {
    if (dragging === undefined || (event.buttons & 1) === 0) return;
    const { row, column } = grid.hitOf(event);
    const next = selectionOf({ row, column, on: dragging }, true);
    if (next.far.row !== selection.far.row || next.far.column !== selection.far.column)
      select(next, dragging === 'cell');
  });
  window.addEventListener('mouseup', () => {
    dragging = undefined;
  });
  grid.element.addEventListener('dblclick', (event) => {
    if (grid.hitOf(event).on === 'cell') editor.open();
  });
  grid.element.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    if (tab === undefined) return;
    const { on } = grid.hitOf(event);
    const rect = selected();
    openPopup(event.clientX, event.clientY, [
      ...(on === 'column' ? [] : rowEntries(rect, tab, apply)),
      ...(on === 'cell' ? [{ type: 'separator' as const }] : []),
      ...(on === 'row' ? [] : columnEntries(rect, tab, apply)),
      ...(on === 'row' ? [] : [{ type: 'separator' as const }, ...sortEntries(rect, tab, apply)]),
    ]);
  });
}

function listenToClipboard(): void {
  const copied = (): string => {
    const { row, column, rows, columns } = selected();
    const end = Math.min(row + rows, Math.max(cells.display.length, row + 1));
    return toTsv(
      Array.from({ length: end - row }, (_, down) =>
        Array.from({ length: columns }, (__, right) => cells.display[row + down]?.[column + right] ?? ''),
      ),
    );
  };
  editor.element.addEventListener('copy', (event) => {
    if (editor.isOpen()) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', copied());
  });
  editor.element.addEventListener('cut', (event) => {
    if (editor.isOpen()) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', copied());
    clearSelected();
  });
  editor.element.addEventListener('paste', (event) => {
    if (editor.isOpen() || tab === undefined) return;
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '') return;
    const { row, column, ...size } = selected();
    const values = fillSelection(parseTsv(text), size);
    const rect = { row, column, rows: values.length, columns: values[0]?.length ?? 1 };
    void changes.edit(tab, rect, values);
    select(
      { active: { row, column }, far: { row: row + rect.rows - 1, column: column + rect.columns - 1 } },
      false,
    );
  });
}

function listenToBars(): void {
  /** The cell the formula bar is editing. */
  let place: Place | undefined;
  const take = (): Place | undefined => {
    const taken = place;
    place = undefined;
    return taken;
  };
  formulaBar.addEventListener('focus', () => {
    editor.finish();
    place = selection.active;
  });
  formulaBar.addEventListener('keydown', (event) => {
    if (event.isComposing || !['Enter', 'Tab', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    const edited = take();
    if (event.key === 'Escape' || edited === undefined) editor.focus();
    else
      commit(edited, formulaBar.value, event.key === 'Enter' ? { down: 1, right: 0 } : { down: 0, right: 1 });
  });
  formulaBar.addEventListener('blur', () => {
    const edited = take();
    if (edited !== undefined) type(edited, formulaBar.value);
    formulaBar.value = typedText(cells, selection.active);
  });
  nameBox.addEventListener('focus', () => nameBox.select());
  nameBox.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    const [from, to] = nameBox.value.split(':').map(parsePlace);
    if (from !== undefined) select({ active: from, far: to ?? from });
    else nameBox.value = a1Of(selection.active);
    editor.focus();
  });
}

function drawTabs(): void {
  tabBar.replaceChildren(
    ...tabs
      .filter(({ hidden }) => !hidden)
      .map(({ name, locked }) =>
        h(
          'button',
          {
            type: 'button',
            role: 'tab',
            'aria-selected': String(name === tab?.name),
            on: { click: () => void openTab(name).then(() => editor.focus()) },
          },
          locked ? `🔒 ${name}` : name,
        ),
      ),
    status,
  );
}

async function loadCells(name: string): Promise<TabCells> {
  return get<TabCells>(`/api/sheets/${encodeURIComponent(name)}`);
}

async function openTab(name: string): Promise<void> {
  editor.finish();
  if (tab !== undefined) selections.set(tab.name, selection);
  const facts = tabs.find((each) => each.name === name);
  if (facts === undefined) return;
  cells = await loadCells(name);
  tab = facts;
  drawTabs();
  grid.show(tab, cells);
  select(selections.get(name) ?? oneCell({ row: 0, column: 0 }));
}

/** Reads everything anew and draws it; what is being typed stays. */
async function refresh(): Promise<void> {
  const facts = await get<{ title: string; tabs: TabFacts[] }>(
    `/_/tabs?user=${encodeURIComponent(page.user)}`,
  );
  title.textContent = facts.title;
  document.title = facts.title;
  tabs = facts.tabs;
  const shown = tabs.filter(({ hidden }) => !hidden);
  const wanted = tab?.name ?? page.tab;
  const next = shown.find(({ name }) => name === wanted) ?? shown[0];
  if (next === undefined) return;
  if (next.name !== tab?.name) {
    tab = undefined;
    await openTab(next.name);
  } else {
    const fresh = await loadCells(next.name);
    // Another tab may have been opened meanwhile.
    if (tab.name !== next.name) return;
    tab = next;
    cells = fresh;
    drawTabs();
    grid.show(tab, cells);
    const { active, far } = selection;
    selection = { active: clampPlace(active, tab), far: clampPlace(far, tab) };
    show(false);
  }
}

/** A script selected cells: go there. */
async function showSelected(name: string, { row, column, rows, columns }: Rect): Promise<void> {
  if (!tabs.some((each) => each.name === name && !each.hidden)) await refresh();
  if (tab?.name !== name) await openTab(name);
  select({ active: { row, column }, far: { row: row + rows - 1, column: column + columns - 1 } });
}

async function start(): Promise<void> {
  document.body.append(
    h(
      'div',
      { class: 'top' },
      h(
        'div',
        { class: 'heading' },
        title,
        h('span', { class: 'who' }, page.user),
        h('a', { href: '/' }, 'ワークスペース'),
      ),
      bar.element,
    ),
    h(
      'div',
      { class: 'formula' },
      nameBox,
      h('span', { class: 'fx', 'aria-hidden': 'true' }, 'fx'),
      formulaBar,
    ),
    h('div', { class: 'work' }, grid.element, sidebarPlace),
    tabBar,
  );
  listenToMouse();
  listenToClipboard();
  listenToBars();
  editor.focus();
  await refresh();
  await screen.open();
  watchVersion(async () => {
    await Promise.all([refresh(), screen.refresh()]);
  });
  if (page.sidebar !== null) await changes.menu(page.sidebar);
}

void start();
