/** What a person does to 台帳 at the very moment: the body of the fault, and which rows it changes on purpose. */
import { textOf, type Content, type Line, type State } from './state';

export interface HandEdit {
  readonly name: string;
  /** Body of the edit or rows call, with its tab. `own`: row of the person the operation is about (1-based). */
  body(own: number, state: State): Record<string, unknown>;
  /** The same, done back once the operation is over. */
  back?(state: State): Record<string, unknown>;
  /** What it does by intention: number → header → new content; null: the row is gone. */
  intends?(own: number, state: State): Map<string, Line | null>;
}

/** Letters of columns of 台帳 as 初期設定 makes it. */
const [MYPAGE, BUILDING, REMARKS, LAST] = ['AB', 'G', 'AD', 'AE'];

const ROWS = 20;

/** Numbers of 台帳 by row, as 初期設定 left it. */
const numberAt = (state: State, row: number): string => textOf(state.tab('台帳').rows[row - 2]?.['登録番号']);

const rows = (first: number, count: number): number[] => Array.from({ length: count }, (_, at) => first + at);

/** Pastes one text over a column of the first rows. */
function pasteOver(name: string, letters: string, header: string, content: string): HandEdit {
  return {
    name,
    body: () => ({
      tab: '台帳',
      range: `${letters}2:${letters}${ROWS + 1}`,
      values: rows(2, ROWS).map(() => [content]),
    }),
    intends: (_, state) => new Map(rows(2, ROWS).map((row) => [numberAt(state, row), { [header]: content }])),
  };
}

/** The edits every operation is tried with. */
export const handEdits: readonly HandEdit[] = [
  { name: 'sort', body: () => ({ tab: '台帳', action: 'sort', column: 3, ascending: false }) },
  { name: 'insert-row', body: () => ({ tab: '台帳', action: 'insert', at: 2, count: 2 }) },
  { name: 'insert-column', body: () => ({ tab: '台帳', action: 'insertColumn', at: 1 }) },
  { name: 'move-column', body: () => ({ tab: '台帳', action: 'moveColumn', at: 28, to: 2 }) },
  {
    name: 'delete-row',
    body: () => ({ tab: '台帳', action: 'delete', at: 2, count: 1 }),
    intends: (_, state) => new Map([[numberAt(state, 2), null]]),
  },
  {
    name: 'delete-own-row',
    body: (own) => ({ tab: '台帳', action: 'delete', at: own, count: 1 }),
    intends: (own, state) => new Map([[numberAt(state, own), null]]),
  },
  {
    name: 'rename-header',
    body: () => ({ tab: '台帳', range: `${MYPAGE}1`, values: [['マイページの状況']] }),
    back: () => ({ tab: '台帳', range: `${MYPAGE}1`, values: [['マイページ']] }),
  },
  pasteOver('paste-remarks', REMARKS, '備考', '電話で確認'),
  pasteOver('paste-building', BUILDING, '建物・部屋', '見本荘'),
  pasteOver('paste-mypage', MYPAGE, 'マイページ', '未案内'),
  {
    // Five rows further down, copied over the person's own row and the four below: numbers stand twice afterwards.
    name: 'paste-rows',
    body: (own, state) => ({
      tab: '台帳',
      range: `A${own}:${LAST}${own + 4}`,
      values: rows(own + 10, 5).map((row) => typed(state, row)),
    }),
    intends: (own, state) => new Map(rows(own, 5).map((row): [string, null] => [numberAt(state, row), null])),
  },
];

/** A row of 台帳 as a person's paste brings it. */
function typed(state: State, row: number): string[] {
  return Object.values(state.tab('台帳').rows[row - 2] ?? {}).map(asTyped);
}

function asTyped(content: Content): string {
  if (typeof content === 'object')
    return content.date.slice(0, 19).replace('T00:00:00', '').replace(/-/g, '/');
  return String(content);
}
