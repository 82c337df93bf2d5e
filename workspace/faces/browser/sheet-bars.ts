/** The bars above the sheet: the name box with the address, the formula bar with the typed text. */
import type { Desk } from './desk';
import { a1Of, parsePlace, typedText } from './sheet-data';
import type { Place } from './sheet-data';

/** The two boxes. */
export interface Bars {
  nameBox: HTMLInputElement;
  formulaBar: HTMLInputElement;
}

/** Typing into the formula bar and the name box. */
export function listenToBars(desk: Desk, { formulaBar, nameBox }: Bars): void {
  /** The cell the formula bar is editing. */
  let place: Place | undefined;
  /** What stood in the bar before: it shows the lines of a cell as one, so that unchanged is not what the cell holds. */
  let before = '';
  const take = (): Place | undefined => {
    const taken = place;
    place = undefined;
    return taken;
  };
  const typed = (edited: Place): string =>
    formulaBar.value === before ? typedText(desk.cells(), edited) : formulaBar.value;
  formulaBar.addEventListener('focus', () => {
    desk.editor.finish();
    place = desk.selection().active;
    before = formulaBar.value;
  });
  formulaBar.addEventListener('keydown', (event) => {
    if (event.isComposing || !['Enter', 'Tab', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    const edited = take();
    if (event.key === 'Escape' || edited === undefined) desk.editor.focus();
    else
      desk.commit(
        edited,
        typed(edited),
        event.key === 'Enter' ? { down: 1, right: 0 } : { down: 0, right: 1 },
      );
  });
  formulaBar.addEventListener('blur', () => {
    const edited = take();
    if (edited !== undefined) desk.type(edited, typed(edited));
    formulaBar.value = typedText(desk.cells(), desk.selection().active);
  });
  nameBox.addEventListener('focus', () => nameBox.select());
  nameBox.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    const [from, to] = nameBox.value.split(':').map(parsePlace);
    desk.editor.focus();
    if (from !== undefined) desk.select({ active: from, far: to ?? from });
    else nameBox.value = a1Of(desk.selection().active);
  });
}
