/** The spreadsheet as a person who may edit it has it open. */
import { get, watchVersion } from '../browser/api';
import { linksOf } from '../browser/cell-links';
import { createCellEditor } from '../browser/cell-editor';
import type { Move } from '../browser/cell-editor';
import { createChanges } from '../browser/changes';
import { readData } from '../browser/data';
import type { Desk } from '../browser/desk';
import { h } from '../browser/dom';
import { createGrid } from '../browser/grid';
import { createMenuBar } from '../browser/menu-bar';
import { createScreen } from '../browser/screen';
import { listenToBars } from '../browser/sheet-bars';
import { listenToClipboard } from '../browser/sheet-clipboard';
import { idleKey } from '../browser/sheet-keys';
import { listenToMouse } from '../browser/sheet-mouse';
import type { Selection } from '../browser/selection';
import { clampPlace, oneCell, rectOf, step } from '../browser/selection';
import { columnEntries, rowEntries, sortEntries } from '../browser/sheet-commands';
import type { Apply } from '../browser/sheet-commands';
import { a1OfRect, typedText } from '../browser/sheet-data';
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
const links = h('span', { class: 'links' });
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
  idleKey: (event) => idleKey(desk, event),
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

const desk: Desk = {
  grid,
  editor,
  changes,
  tab: () => tab,
  cells: () => cells,
  selection: () => selection,
  select,
  moveTo,
  type,
  commit,
};

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
  // What somebody is typing there stays, whatever others change in the sheet meanwhile.
  if (document.activeElement !== nameBox) nameBox.value = a1OfRect(selected());
  if (!editor.isOpen() && document.activeElement !== formulaBar)
    formulaBar.value = typedText(cells, selection.active);
  links.replaceChildren(...linksOf(typedText(cells, selection.active), page.user));
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
      links,
    ),
    h('div', { class: 'work' }, grid.element, sidebarPlace),
    tabBar,
  );
  listenToMouse(desk, apply);
  listenToClipboard(desk);
  listenToBars(desk, { nameBox, formulaBar });
  editor.focus();
  await refresh();
  await screen.open();
  watchVersion(async () => {
    await Promise.all([refresh(), screen.refresh()]);
  });
  if (page.sidebar !== null) await changes.menu(page.sidebar);
}

void start();
