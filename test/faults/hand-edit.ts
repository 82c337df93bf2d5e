/** What a person does to a tab at the very moment: the body of the fault, and which rows it changes on purpose. */
import { keyOf, textOf, type Content, type Line, type State } from './state';

/** Where it is done: the row of the person the operation is about (1-based; where there is none yet, the next free one). */
export interface Place {
  readonly own: number;
  readonly state: State;
}

export interface HandEdit {
  /** `sort` in 台帳, `通知.sort` elsewhere. */
  readonly name: string;
  readonly tab: string;
  /** Rows or columns come to stand elsewhere, so that a write by index meets others. */
  readonly moves: boolean;
  /** Body of the edit or rows call, with its tab. */
  body(place: Place): Record<string, unknown>;
  /** The same, done back once the operation is over. */
  back?(place: Place): Record<string, unknown>;
  /** What it does by intention: key → header → new content; null: the row is gone. */
  intends?(place: Place): Map<string, Line | null>;
  /** Numbers of 台帳 whose rows it copies over others. */
  doubles?(place: Place): string[];
  /** Header of the column it pastes over, in rows that may not have been there yet when the case began, too. */
  readonly column?: string;
  /** It takes away a row of the operation that may not even have been there when the case began. */
  readonly takesOwn?: true;
}

/** Rows a paste covers (quality.md). */
const ROWS = 50;

/** What differs from tab to tab: the column to sort by, the one that is moved or renamed, those pasted over. */
const TABS: Readonly<Record<string, { sortBy: number; steering: string; pastes: Record<string, string> }>> = {
  台帳: {
    sortBy: 3,
    steering: 'マイページ',
    pastes: { 備考: '電話で確認', '建物・部屋': '見本荘', マイページ: '未案内' },
  },
  パスワード送付: { sortBy: 1, steering: '状態', pastes: { メモ: '電話で確認' } },
  通知: { sortBy: 1, steering: '状態', pastes: { エラー: '電話で確認' } },
  変更届: { sortBy: 1, steering: '状態', pastes: { 理由: '電話で確認' } },
  ポイント: { sortBy: 1, steering: '状態', pastes: { 理由: '電話で確認' } },
  更新申請: { sortBy: 1, steering: '状態', pastes: { 理由: '電話で確認' } },
  証書: { sortBy: 1, steering: '状態', pastes: { 宛名: '電話で確認' } },
  有効期間: { sortBy: 1, steering: '根拠', pastes: { 証書番号: '電話で確認' } },
  受講履歴: { sortBy: 1, steering: '出欠', pastes: { 行事コード: '電話で確認' } },
  行事: { sortBy: 1, steering: '形式', pastes: { 申込URL: 'https://example.jp/moushikomi' } },
};

/** Whether this is what a person of these edits pastes into 台帳. */
export function isPasted(header: string, content: string | undefined): boolean {
  return TABS['台帳']?.pastes[header] === content;
}

/** Letters of a column by its header, as 初期設定 left it. */
function lettersOf({ state }: Place, tab: string, header: string): string {
  return letters(placeOf(state, tab, header));
}

function placeOf(state: State, tab: string, header: string): number {
  const place = state.tab(tab).headers.indexOf(header) + 1;
  if (place === 0) throw new Error(`${tab} has no column ${header}.`);
  return place;
}

function letters(place: number): string {
  const rest = (place - 1) % 26;
  return `${place > 26 ? letters((place - 1 - rest) / 26) : ''}${String.fromCharCode(65 + rest)}`;
}

/** Key of the row that stands at a place; undefined where none does. */
function keyAt(state: State, tab: string, place: number): string | undefined {
  const { rows, places } = state.tab(tab);
  const row = rows[places.indexOf(place)];
  return (row && keyOf(tab, row)) || undefined;
}

function keysAt(state: State, tab: string, first: number, count: number): string[] {
  return Array.from({ length: count }, (_, at) => keyAt(state, tab, first + at) ?? []).flat();
}

/** The edits of one tab every operation that writes it is tried with. */
export function handEditsOf(tab: string): HandEdit[] {
  const about = TABS[tab];
  if (!about) return [];
  const prefix = tab === '台帳' ? '' : `${tab}.`;
  const taken = (place: number) => (at: Place) => new Map(keysAt(at.state, tab, place, 1).map(gone));
  const moving = (name: string, body: (place: Place) => Record<string, unknown>) => ({
    name: `${prefix}${name}`,
    tab,
    moves: true,
    body: (place: Place) => ({ tab, ...body(place) }),
  });
  const typing = (name: string, body: (place: Place) => Record<string, unknown>) => ({
    ...moving(name, body),
    moves: false,
  });
  const steering = (place: Place) => placeOf(place.state, tab, about.steering);
  const header = (place: Place, text: string) => ({
    range: `${letters(steering(place))}1`,
    values: [[text]],
  });
  return [
    moving('sort', () => ({ action: 'sort', column: about.sortBy, ascending: false })),
    moving('insert-row', () => ({ action: 'insert', at: 2, count: 2 })),
    moving('insert-column', () => ({ action: 'insertColumn', at: 1 })),
    moving('move-column', (place) => ({ action: 'moveColumn', at: steering(place), to: 2 })),
    {
      ...moving('delete-row', (place) => ({ action: 'delete', at: besides(place), count: 1 })),
      intends: (place) => taken(besides(place))(place),
    },
    {
      ...typing('delete-own-row', ({ own }) => ({ action: 'delete', at: own, count: 1 })),
      intends: (place) => taken(place.own)(place),
      takesOwn: true,
    },
    {
      ...typing('rename-header', (place) => header(place, `${about.steering}の様子`)),
      back: (place) => ({ tab, ...header(place, about.steering) }),
    },
    ...Object.entries(about.pastes).map(([column, content], at) => ({
      ...typing(`paste-${String(at + 1)}`, (place) => {
        const letter = lettersOf(place, tab, column);
        return {
          range: `${letter}2:${letter}${String(ROWS + 1)}`,
          values: Array.from({ length: ROWS }, () => [content]),
        };
      }),
      column,
      intends: ({ state }: Place) =>
        new Map(keysAt(state, tab, 2, ROWS).map((key): [string, Line] => [key, { [column]: content }])),
    })),
    ...(tab === '台帳' ? [rowsCopied] : []),
  ];
}

/** A row that is not the person's own. */
const besides = ({ own }: Place): number => (own === 2 ? 3 : 2);

const gone = (key: string): [string, null] => [key, null];

/** Rows that are copied over others. */
const COPIED = 5;

/** Five rows further down, copied over the person's own row and the four below: numbers stand twice afterwards. */
const rowsCopied: HandEdit = {
  name: 'paste-rows',
  tab: '台帳',
  moves: false,
  body: ({ own, state }) => {
    const { rows, places, headers } = state.tab('台帳');
    const values = Array.from({ length: COPIED }, (_, at) => {
      const row = rows[places.indexOf(own + 2 * COPIED + at)] ?? {};
      return headers.map((header) => typed(row[header]));
    });
    const range = `A${String(own)}:${letters(headers.length)}${String(own + COPIED - 1)}`;
    return { tab: '台帳', range, values };
  },
  intends: ({ own, state }) => new Map(keysAt(state, '台帳', own, COPIED).map(gone)),
  doubles: ({ own, state }) => keysAt(state, '台帳', own + 2 * COPIED, COPIED),
};

/** A cell as a person's paste brings it. */
function typed(content: Content | undefined): string {
  if (typeof content !== 'object') return textOf(content);
  return content.date.slice(0, 19).replace('T00:00:00', '').replace(/-/g, '/');
}
