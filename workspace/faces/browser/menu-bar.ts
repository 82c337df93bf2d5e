/** The menu bar of the spreadsheet: what can be done by hand, and the menus scripts made. */
import { h } from './dom';
import type { PopupEntry } from './overlay';
import { openPopup } from './overlay';
import type { CustomMenu } from './screen';

function entriesOf(
  { entries }: CustomMenu,
  path: string,
  run: (item: string) => void,
  nested = false,
): PopupEntry[] {
  return entries.flatMap((entry): PopupEntry[] => {
    switch (entry.type) {
      case 'separator':
        return [{ type: 'separator' }];
      case 'menu':
        return [
          { type: 'group', label: entry.menu.label },
          ...entriesOf(entry.menu, `${path} > ${entry.menu.label}`, run, true),
        ];
      case 'item':
        return [{ type: 'item', label: entry.label, nested, choose: () => run(`${path} > ${entry.label}`) }];
    }
  });
}

/** A menu of the bar; its entries are asked for when it opens. */
export interface BarMenu {
  label: string;
  entries(): PopupEntry[];
}

/** The bar; `show` replaces the custom menus. */
export function createMenuBar(
  own: readonly BarMenu[],
  run: (item: string) => void,
): { element: HTMLElement; show(menus: readonly CustomMenu[]): void } {
  const element = h('div', { class: 'menus', role: 'menubar', 'aria-label': 'メニュー' });
  const button = ({ label, entries }: BarMenu): HTMLElement => {
    const made = h('button', { type: 'button', role: 'menuitem', 'aria-haspopup': 'menu' }, label);
    made.addEventListener('click', () => {
      const { left, bottom } = made.getBoundingClientRect();
      made.setAttribute('aria-expanded', 'true');
      openPopup(left, bottom, entries(), () => made.removeAttribute('aria-expanded'));
    });
    return made;
  };
  const show = (menus: readonly CustomMenu[]): void =>
    element.replaceChildren(
      ...[
        ...own,
        ...menus.map((menu) => ({ label: menu.label, entries: () => entriesOf(menu, menu.label, run) })),
      ].map(button),
    );
  show([]);
  return { element, show };
}
