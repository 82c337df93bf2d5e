/** All that can be looked at from outside: tabs by header, mails, script properties, executions. */
import type { ControlClient } from '../../workspace/control/client';
import type { Execution, Mail } from '../support/office-day';

export type Content = string | number | boolean | { date: string };

/** A row by header; columns without a header are left out. */
export type Line = Readonly<Record<string, Content>>;

/** An execution with its service calls in their order. */
export interface Traced extends Execution {
  readonly sequence: readonly string[];
}

interface TabState {
  /** Without blank rows, in their order. */
  readonly rows: readonly Line[];
  /** Place of each row, 1-based. */
  readonly places: readonly number[];
  readonly headers: readonly string[];
  readonly formulas: readonly string[];
}

export interface State {
  tab(title: string): TabState;
  readonly mails: readonly Mail[];
  readonly properties: Readonly<Record<string, string>>;
  /** Oldest first. */
  readonly executions: readonly Traced[];
  /** Workspace time, epoch ms. */
  readonly now: number;
}

/**
 * Tabs that are looked at, with the column whose text stands once only (none: the tab is a log); with `+` two columns that
 * do so together.
 */
export const KEYS: Readonly<Record<string, string | undefined>> = {
  台帳: '登録番号',
  パスワード送付: '回答ID',
  通知: '通知番号',
  変更届: '受付番号',
  ポイント: '受付番号',
  更新申請: '受付番号',
  証書: '証書番号',
  有効期間: '登録番号+期',
  受講履歴: '記録番号',
  行事: '行事コード',
  変更履歴: '変更番号',
  操作記録: undefined,
  ログイン記録: undefined,
  _認証: '登録番号',
  _要約: '登録番号',
};

interface StateJson {
  now: string;
  tabs: Record<string, { values: Content[][]; formulas: string[] }>;
  mail: Mail[];
  properties: Record<string, string>;
  executions: Traced[];
}

const PATH = `/api/state?tabs=${encodeURIComponent(Object.keys(KEYS).join(','))}`;

/** Takes it all down. */
export async function readState(control: ControlClient): Promise<State> {
  const { now, tabs, mail, properties, executions } = await control.get<StateJson>(PATH);
  return {
    tab(title) {
      const json = tabs[title];
      if (!json) throw new Error(`${title} is not looked at.`);
      const known = read.get(json.values) ?? readTab(json);
      read.set(json.values, known);
      return known;
    },
    mails: mail,
    properties,
    executions,
    now: Date.parse(now),
  };
}

/** Tabs that did not change are read once. */
const read = new WeakMap<Content[][], TabState>();

function readTab(json: StateJson['tabs'][string]): TabState {
  const [headers = [], ...lines] = json.values;
  const names = headers.map((header) => textOf(header).trim());
  const filled = lines.flatMap((line, at) =>
    line.some((cell) => cell !== '') ? [{ line, place: at + 2 }] : [],
  );
  return {
    rows: filled.map(({ line }) =>
      Object.fromEntries(names.flatMap((name, at) => (name === '' ? [] : [[name, line[at] ?? ''] as const]))),
    ),
    places: filled.map(({ place }) => place),
    headers: names,
    formulas: json.formulas,
  };
}

/** A cell as 変更履歴 writes it: a day as YYYY-MM-DD. */
export function textOf(content: Content | undefined): string {
  if (content === undefined) return '';
  return typeof content === 'object' ? content.date.replace(/T00:00:00[+Z].*$/, '') : String(content);
}

const DAY = 86_400_000;
/** Serial number of 1970-01-01. */
const EPOCH = 25_569;

/** A cell as 控え keeps it: dates as serial numbers of the clock on the wall (Japan had summer time until 1951). */
export function rawOf(content: Content): string | number | boolean {
  return typeof content === 'object' ? Date.parse(`${content.date.slice(0, 19)}Z`) / DAY + EPOCH : content;
}

/** The text of one column of each row. */
export function column(rows: readonly Line[], header: string): string[] {
  return rows.map((row) => textOf(row[header]));
}

/** Key of a row; `''` where it has none, or a part of it is blank. */
export function keyOf(title: string, row: Line): string {
  const parts = (KEYS[title] ?? '').split('+').map((header) => textOf(row[header]));
  return parts.includes('') ? '' : parts.join(' ');
}

/** Rows of a tab by its key; of rows that stand twice the first. */
export function rowsByKey(state: State, title: string): Map<string, Line> {
  const rows = [...state.tab(title).rows].reverse();
  return new Map(rows.map((row) => [keyOf(title, row), row]));
}

/** The same with headers of 台帳 named otherwise. */
export function headed(state: State, names: ReadonlyMap<string, string> = new Map()): State {
  if (names.size === 0) return state;
  const nameOf = (header: string): string => names.get(header) ?? header;
  return {
    ...state,
    tab: (title) => {
      const tab = state.tab(title);
      if (title !== '台帳') return tab;
      const rows = tab.rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([header, content]) => [nameOf(header), content])),
      );
      return { ...tab, rows, headers: tab.headers.map(nameOf) };
    },
  };
}

/** 台帳 without the people whose cells somebody typed over: what they hold is her doing. */
export function typedAway(state: State, edits: ReadonlyMap<string, Line | null> = new Map()): State {
  if (edits.size === 0) return state;
  return {
    ...state,
    tab: (title) => {
      const tab = state.tab(title);
      if (title !== '台帳') return tab;
      return { ...tab, rows: tab.rows.filter((row) => !edits.has(textOf(row['登録番号']))) };
    },
  };
}
