/**
 * The text box over the active cell. It always has the focus: while idle it is transparent and waits for the first
 * character (or the first key of an input method), from then on it is the editor.
 */
import { h } from './dom';
import type { Grid } from './grid';
import type { Place } from './sheet-data';

/** Where the selection goes when an edit is taken over. */
export interface Move {
  down: number;
  right: number;
}

/** What the sheet does on the editor's behalf. */
export interface EditorEvents {
  /** The text the active cell would be edited with. */
  textOf(place: Place): string;
  commit(place: Place, text: string, move: Move): void;
  /** A key while nothing is edited; true: it was used. */
  idleKey(event: KeyboardEvent): boolean;
  /** The text under edit, for the formula bar; undefined: nothing is edited any more. */
  typing(text: string | undefined): void;
}

/** The editor of a grid. */
export interface CellEditor {
  element: HTMLTextAreaElement;
  isOpen(): boolean;
  /** Follows the active cell. */
  place(place: Place): void;
  /** Edits the text that stands there (F2, double click). */
  open(): void;
  /** Takes over what is being typed, if anything. */
  finish(move?: Move): void;
  cancel(): void;
  focus(): void;
}

const STAY: Move = { down: 0, right: 0 };

/** Makes the editor and puts it on the grid's canvas. */
export function createCellEditor(grid: Grid, events: EditorEvents): CellEditor {
  const element = h('textarea', {
    class: 'editor idle',
    'aria-label': 'セルの編集',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    rows: 1,
  });
  grid.canvas.append(element);
  let at: Place = { row: 0, column: 0 };
  let editing = false;
  /** Arrow keys move the caret instead of leaving the cell. */
  let caret = false;

  const fit = (): void => {
    const { left, top, width, height } = grid.boxOf(at);
    element.style.left = `${left - 1}px`;
    element.style.top = `${top - 1}px`;
    element.style.width = `${width + 1}px`;
    element.style.height = `${height + 1}px`;
    if (!editing) return;
    element.style.width = `${Math.max(width + 1, Math.min(element.scrollWidth + 12, 480))}px`;
    element.style.height = `${Math.max(height + 1, element.value.split('\n').length * 18 + 4)}px`;
  };

  const begin = (withCaret: boolean): void => {
    if (editing) return;
    editing = true;
    caret = withCaret;
    element.classList.remove('idle');
    fit();
  };

  const end = (): void => {
    editing = false;
    element.value = '';
    element.classList.add('idle');
    fit();
    events.typing(undefined);
  };

  const finish = (move: Move = STAY): void => {
    if (!editing) return;
    const text = element.value;
    const place = at;
    end();
    events.commit(place, text, move);
  };

  const open = (): void => {
    element.value = events.textOf(at);
    begin(true);
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
    events.typing(element.value);
  };

  const arrow = (event: KeyboardEvent): Move | undefined => {
    if (caret || event.shiftKey) return undefined;
    const moves: Record<string, Move> = {
      ArrowUp: { down: -1, right: 0 },
      ArrowDown: { down: 1, right: 0 },
      ArrowLeft: { down: 0, right: -1 },
      ArrowRight: { down: 0, right: 1 },
    };
    return moves[event.key];
  };

  const editingKey = (event: KeyboardEvent): boolean => {
    const back = event.shiftKey ? -1 : 1;
    if (event.key === 'Escape') {
      end();
    } else if (event.key === 'Enter' && (event.altKey || event.ctrlKey)) {
      element.setRangeText('\n', element.selectionStart, element.selectionEnd, 'end');
      fit();
    } else if (event.key === 'Enter') {
      finish({ down: back, right: 0 });
    } else if (event.key === 'Tab') {
      finish({ down: 0, right: back });
    } else {
      const move = arrow(event);
      if (move === undefined) return false;
      finish(move);
    }
    return true;
  };

  element.addEventListener('compositionstart', () => begin(false));
  element.addEventListener('input', () => {
    begin(false);
    fit();
    events.typing(element.value);
  });
  element.addEventListener('keydown', (event) => {
    // Keys of an input method belong to it.
    if (event.isComposing || event.keyCode === 229) return;
    if (editing ? editingKey(event) : events.idleKey(event)) event.preventDefault();
  });

  return {
    element,
    isOpen: () => editing,
    place(place) {
      at = place;
      fit();
    },
    open,
    finish,
    cancel: () => {
      if (editing) end();
    },
    focus: () => element.focus({ preventScroll: true }),
  };
}
