/** What is open on the screens of the people who have the spreadsheet open: menus, sidebar, dialogs, toasts, selection. */
import type { HtmlDescriptor } from '../engine/request';
import type { Json, Stored } from '../engine/service';
import type { Rect } from '../sheets/tab';

export type MenuEntry =
  | { readonly type: 'item'; readonly label: string; readonly functionName: string }
  | { readonly type: 'separator' }
  | { readonly type: 'menu'; readonly menu: Menu };

export interface Menu {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

export interface ShownPage {
  readonly id: number;
  readonly title: string;
  readonly html: HtmlDescriptor;
}

export interface Toast {
  readonly id: number;
  readonly message: string;
  readonly title: string;
  /** Seconds it stays; negative: until closed. */
  readonly seconds: number;
}

/** One person's screen. */
export interface UserUi {
  menus: Menu[];
  sidebar?: ShownPage;
  dialogs: (ShownPage & { readonly modal: boolean })[];
  toasts: Toast[];
  /** Tab and cells selected. Default: A1 of the first visible tab. */
  active?: { tabId: number; rect: Rect };
}

/** The screens of all people, by address. */
export interface UiState extends Stored {
  of(user: string): UserUi;
  /** A fresh number for what is shown. */
  nextId(): number;
  closeSidebar(user: string): void;
  closeDialog(user: string, id: number): void;
  /** Everything closed and forgotten (the browser tab was closed). */
  clear(user?: string): void;
  /** The function of a menu item with this label, `項目` or `メニュー > 項目`; undefined if there is none. */
  findItem(user: string, label: string): string | undefined;
}

function findIn(menu: Menu, path: string, label: string): string | undefined {
  for (const entry of menu.entries) {
    if (entry.type === 'item' && (entry.label === label || `${path} > ${entry.label}` === label)) {
      return entry.functionName;
    }
    if (entry.type === 'menu') {
      const found = findIn(entry.menu, `${path} > ${entry.menu.label}`, label);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Screens with nothing open. */
export function createUiState(): UiState {
  const screens = new Map<string, UserUi>();
  let last = 0;
  const of = (user: string): UserUi => {
    let screen = screens.get(user);
    if (screen === undefined) {
      screen = { menus: [], dialogs: [], toasts: [] };
      screens.set(user, screen);
    }
    return screen;
  };
  return {
    of,
    nextId: () => (last += 1),
    closeSidebar(user) {
      delete of(user).sidebar;
    },
    closeDialog(user, id) {
      const screen = of(user);
      screen.dialogs = screen.dialogs.filter((dialog) => dialog.id !== id);
    },
    clear(user) {
      if (user === undefined) screens.clear();
      else screens.delete(user);
    },
    findItem(user, label) {
      for (const menu of of(user).menus) {
        const found = findIn(menu, menu.label, label);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    // Screens do not outlive the process; the spreadsheet is opened anew.
    save: (): Json => null,
    load: () => screens.clear(),
  };
}
