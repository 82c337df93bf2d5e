/** What lies over the sheet: questions and messages of the spreadsheet itself, pop-up menus, toasts. */
import { h } from './dom';

/** An entry of a pop-up menu. */
export type PopupEntry =
  | { type: 'item'; label: string; nested?: boolean; choose(): void }
  | { type: 'group'; label: string }
  | { type: 'separator' };

function shade(dialog: HTMLElement): HTMLElement {
  const element = h('div', { class: 'shade' }, dialog);
  document.body.append(element);
  return element;
}

function ask(title: string, text: string, buttons: { label: string; answer: boolean }[]): Promise<boolean> {
  return new Promise((resolve) => {
    const before = document.activeElement;
    const finish = (answer: boolean): void => {
      element.remove();
      if (before instanceof HTMLElement) before.focus();
      resolve(answer);
    };
    const made = buttons.map(({ label, answer }) =>
      h(
        'button',
        { type: 'button', class: answer ? 'main' : '', on: { click: () => finish(answer) } },
        label,
      ),
    );
    const dialog = h(
      'div',
      { class: 'dialog ask', role: 'alertdialog', 'aria-modal': 'true', 'aria-label': title },
      h('h2', {}, title),
      h('p', {}, text),
      h('div', { class: 'buttons' }, ...made),
    );
    const element = shade(dialog);
    dialog.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape') finish(false);
    });
    made.at(-1)?.focus();
  });
}

/** Shows a message until 「OK」 is pressed. */
export async function tell(title: string, text: string): Promise<void> {
  await ask(title, text, [{ label: 'OK', answer: true }]);
}

/** Asks 「OK」 or 「キャンセル」. */
export function confirmWith(title: string, text: string): Promise<boolean> {
  return ask(title, text, [
    { label: 'キャンセル', answer: false },
    { label: 'OK', answer: true },
  ]);
}

let closeOpenPopup: (() => void) | undefined;

/** Opens a pop-up menu at a point of the window; Escape, a choice or a click elsewhere closes it. */
export function openPopup(x: number, y: number, entries: readonly PopupEntry[], closed?: () => void): void {
  closeOpenPopup?.();
  const before = document.activeElement;
  const close = (): void => {
    element.remove();
    document.removeEventListener('mousedown', outside, true);
    closeOpenPopup = undefined;
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    closed?.();
  };
  const outside = (event: MouseEvent): void => {
    if (!element.contains(event.target as Node)) close();
  };
  const made = entries.map((entry): HTMLElement => {
    if (entry.type === 'separator') return h('hr');
    if (entry.type === 'group') return h('div', { class: 'group' }, entry.label);
    const choose = (): void => {
      close();
      entry.choose();
    };
    return h(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        class: entry.nested === true ? 'sub' : undefined,
        on: { click: choose },
      },
      entry.label,
    );
  });
  const element = h('div', { class: 'menu', role: 'menu' }, ...made);
  element.addEventListener('keydown', (event) => {
    const items = [...element.querySelectorAll('button')];
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items.at(at - 1)?.focus();
    else return;
    event.preventDefault();
  });
  document.body.append(element);
  element.style.left = `${Math.max(0, Math.min(x, window.innerWidth - element.offsetWidth - 4))}px`;
  element.style.top = `${Math.max(0, Math.min(y, window.innerHeight - element.offsetHeight - 4))}px`;
  document.addEventListener('mousedown', outside, true);
  closeOpenPopup = close;
  element.querySelector('button')?.focus();
}

/** Shows a toast; `seconds` below 0: until it is closed. */
export function showToast(message: string, title: string, seconds: number): void {
  const close = h('button', { type: 'button', class: 'close', 'aria-label': '閉じる' }, '×');
  const element = h(
    'div',
    { class: 'toast', role: 'status' },
    ...(title === '' ? [] : [h('strong', {}, title)]),
    message,
    close,
  );
  close.addEventListener('click', () => element.remove());
  document.querySelectorAll('.toast').forEach((earlier) => earlier.remove());
  document.body.append(element);
  if (seconds >= 0) window.setTimeout(() => element.remove(), seconds * 1000);
}
