/** Ui and Menu of SpreadsheetApp. */
import { notInWorkspace, strict } from '../errors';
import { call } from '../host';
import { htmlDescriptor } from '../html-service';
import { is, mismatch, signature } from '../signature';

type Entry =
  | { type: 'item'; label: string; functionName: string }
  | { type: 'separator' }
  | { type: 'menu'; menu: { label: string; entries: Entry[] } };

const MENU = 'Ui.Menu';
const menus = new WeakMap<object, { label: string; entries: Entry[] }>();

function createMenu(label: string): object {
  const entries: Entry[] = [];
  const menu = strict(
    {
      addItem(...args: unknown[]) {
        signature('Menu.addItem', args, [is.string, is.string]);
        entries.push({ type: 'item', label: args[0] as string, functionName: args[1] as string });
        return menu;
      },
      addSeparator() {
        entries.push({ type: 'separator' });
        return menu;
      },
      addSubMenu(...args: unknown[]) {
        const sub = typeof args[0] === 'object' && args[0] !== null ? menus.get(args[0]) : undefined;
        if (sub === undefined || args.length !== 1) return mismatch('Menu.addSubMenu', args);
        entries.push({ type: 'menu', menu: sub });
        return menu;
      },
      addToUi() {
        call('Ui.addToUi', { label, entries });
      },
    },
    MENU,
  );
  menus.set(menu, { label, entries });
  return menu;
}

/** The Ui of the open spreadsheet. Throws Google's text where there is none. */
export function getUi(): object {
  call('SpreadsheetApp.getUi');
  const show =
    (method: string, modal: boolean) =>
    (...args: unknown[]): void => {
      const html = htmlDescriptor(args[0]);
      if (html === undefined || args.length !== 2 || typeof args[1] !== 'string')
        return mismatch(`Ui.${method}`, args);
      call('Ui.showDialog', html, args[1], modal);
    };
  return strict(
    {
      createMenu(...args: unknown[]) {
        signature('Ui.createMenu', args, [is.string]);
        return createMenu(args[0] as string);
      },
      showSidebar(...args: unknown[]) {
        const html = htmlDescriptor(args[0]);
        if (html === undefined || args.length !== 1) return mismatch('Ui.showSidebar', args);
        return void call('Ui.showSidebar', html);
      },
      showModalDialog: show('showModalDialog', true),
      showModelessDialog: show('showModelessDialog', false),
      alert: () => notInWorkspace('Ui.alert'),
      prompt: () => notInWorkspace('Ui.prompt'),
    },
    'Ui',
  );
}
