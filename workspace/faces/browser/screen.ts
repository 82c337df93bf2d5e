/** What scripts put on a person's screen: menus, the sidebar, dialogs and toasts, drawn as `/_/ui` tells them. */
import { rewriteScripts } from '../rewrite-scripts';
import { get, post } from './api';
import { h } from './dom';
import { showToast } from './overlay';
import type { Panel } from './panel-host';
import { openPanel } from './panel-host';
import type { Rect } from './sheet-data';

/** An entry of a custom menu. */
export type MenuEntry =
  | { type: 'item'; label: string; functionName: string }
  | { type: 'separator' }
  | { type: 'menu'; menu: CustomMenu };

/** A custom menu. */
export interface CustomMenu {
  label: string;
  entries: MenuEntry[];
}

interface ShownPage {
  id: number;
  title: string;
  html: { content: string; width?: number; height?: number };
  modal?: boolean;
}

interface ScreenState {
  menus: CustomMenu[];
  sidebar: ShownPage | null;
  dialogs: ShownPage[];
  toasts: { id: number; message: string; title: string; seconds: number }[];
  active: { tab: string; rect: Rect } | null;
}

/** What the screen needs from the page around it. */
export interface ScreenOptions {
  user: string;
  sandbox: string;
  functionNames: string[];
  /** Where the sidebar goes. */
  sidebarPlace: HTMLElement;
  menusChanged(menus: CustomMenu[]): void;
  /** A script selected cells. */
  selected(tab: string, rect: Rect): void;
  focusSheet(): void;
}

/** A person's screen. */
export interface Screen {
  /** Tells the Workspace that this person has opened the spreadsheet; onOpen runs. */
  open(): Promise<void>;
  refresh(): Promise<void>;
  /** Tells the Workspace what this person has selected. */
  select(tab: string, rect: Rect): void;
}

const DIALOG = { width: 600, height: 450 };

interface Shown {
  id: number;
  element: HTMLElement;
  panel: Panel;
}

/** Makes the screen; nothing is shown before `open`. */
export function createScreen(options: ScreenOptions): Screen {
  const { user, sandbox, functionNames, sidebarPlace } = options;
  let sidebar: Shown | undefined;
  let dialogs: Shown[] = [];
  let lastToast = 0;
  let menus = '';
  let known = '';

  const discard = (shown: Shown): void => {
    shown.panel.remove();
    shown.element.remove();
  };

  const frame = (
    page: ShownPage,
    surface: 'sidebar' | 'dialog',
    into: HTMLElement,
    close: () => void,
  ): Panel => {
    const { html, warnings } = rewriteScripts(page.html.content);
    const panel: Panel = openPanel({
      id: `${surface}Frame`,
      init: {
        surface,
        title: page.title === '' ? surface : page.title,
        userHtml: html,
        functionNames,
        warnings,
      },
      sandbox,
      user,
      into,
      onEvent(message) {
        if (message.type === 'close') close();
        else if (message.type === 'focusEditor') options.focusSheet();
        else if (message.type === 'size' && surface === 'dialog') {
          if (message.width !== undefined) panel.frame.style.width = `${message.width}px`;
          if (message.height !== undefined) panel.frame.style.height = `${message.height}px`;
        }
      },
    });
    return panel;
  };

  const closeButton = (close: () => void): HTMLElement =>
    h('button', { type: 'button', class: 'close', 'aria-label': '閉じる', on: { click: close } }, '×');

  const closeSidebar = (): void => {
    if (sidebar !== undefined) discard(sidebar);
    sidebar = undefined;
    sidebarPlace.hidden = true;
    options.focusSheet();
    void post('/_/ui/close', { user, sidebar: true });
  };

  const drawSidebar = (page: ShownPage | null): void => {
    if (page?.id === sidebar?.id) return;
    if (sidebar !== undefined) discard(sidebar);
    sidebar = undefined;
    sidebarPlace.hidden = page === null;
    if (page === null) return;
    const head = h('header', {}, h('h2', {}, page.title), closeButton(closeSidebar));
    sidebarPlace.append(head);
    sidebar = { id: page.id, element: head, panel: frame(page, 'sidebar', sidebarPlace, closeSidebar) };
  };

  const closeDialog = (id: number): void => {
    dialogs.filter((shown) => shown.id === id).forEach(discard);
    dialogs = dialogs.filter((shown) => shown.id !== id);
    options.focusSheet();
    void post('/_/ui/close', { user, dialog: id });
  };

  const showDialog = (page: ShownPage): Shown => {
    const close = (): void => closeDialog(page.id);
    const dialog = h(
      'div',
      {
        class: 'dialog',
        role: 'dialog',
        'aria-modal': page.modal === true ? 'true' : undefined,
        'aria-label': page.title,
      },
      h('header', {}, h('h2', {}, page.title), closeButton(close)),
    );
    const element = h('div', { class: page.modal === true ? 'shade' : 'shade modeless' }, dialog);
    document.body.append(element);
    const panel = frame(page, 'dialog', dialog, close);
    panel.frame.style.width = `${page.html.width ?? DIALOG.width}px`;
    panel.frame.style.height = `${page.html.height ?? DIALOG.height}px`;
    return { id: page.id, element, panel };
  };

  const drawDialogs = (pages: readonly ShownPage[]): void => {
    // One dialog at a time: a new one takes the place of the last.
    const page = pages.at(-1);
    const gone = dialogs.filter(({ id }) => id !== page?.id);
    gone.forEach(discard);
    dialogs = dialogs.filter(({ id }) => id === page?.id);
    if (page !== undefined && dialogs.length === 0) dialogs.push(showDialog(page));
  };

  const draw = (state: ScreenState): void => {
    if (JSON.stringify(state.menus) !== menus) {
      menus = JSON.stringify(state.menus);
      options.menusChanged(state.menus);
    }
    drawSidebar(state.sidebar);
    drawDialogs(state.dialogs);
    for (const { id, message, title, seconds } of state.toasts) {
      if (id > lastToast) showToast(message, title, seconds);
      lastToast = Math.max(lastToast, id);
    }
    const active = JSON.stringify(state.active);
    if (state.active !== null && active !== known) {
      known = active;
      options.selected(state.active.tab, state.active.rect);
    }
  };

  return {
    open: async () => draw(await post<ScreenState>('/_/ui/open', { user })),
    refresh: async () => draw(await get<ScreenState>(`/_/ui?user=${encodeURIComponent(user)}`)),
    select(tab, { row, column, rows, columns }) {
      const place = { tab, rect: { row, column, rows, columns } };
      if (JSON.stringify(place) === known) return;
      known = JSON.stringify(place);
      post('/_/ui/select', { user, tab, row, column, rows, columns }).catch((error: unknown) =>
        console.warn(error),
      );
    },
  };
}
