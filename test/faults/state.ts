/** All that can be looked at from outside: tabs by header, mails, script properties, executions. */
import type { Execution, Mail, OfficeDay } from '../support/office-day';

export type Content = string | number | boolean | { date: string };

/** A row by header; columns without a header are left out. */
export type Line = Readonly<Record<string, Content>>;

interface TabState {
  /** Without blank rows, in their order. */
  readonly rows: readonly Line[];
  /** Cells that hold a formula. */
  readonly formulas: readonly string[];
}

export interface State {
  tab(title: string): TabState;
  readonly mails: readonly Mail[];
  readonly properties: Readonly<Record<string, string>>;
  /** Oldest first. */
  readonly executions: readonly Execution[];
  /** Workspace time, epoch ms. */
  readonly now: number;
}

const TABS = [
  '台帳',
  'パスワード送付',
  '変更届',
  '更新申請',
  '証書',
  '有効期間',
  '通知',
  '変更履歴',
  '操作記録',
  'ログイン記録',
  '_認証',
  '_要約',
] as const;

/** Takes it all down. */
export async function readState(day: OfficeDay): Promise<State> {
  const { control } = day;
  const tabs = new Map<string, TabState>();
  for (const title of TABS) tabs.set(title, await readTab(day, title));
  return {
    tab(title) {
      const tab = tabs.get(title);
      if (!tab) throw new Error(`${title} is not looked at.`);
      return tab;
    },
    mails: await day.mails(),
    properties: await control.get<Record<string, string>>('/api/properties'),
    executions: await day.executions(),
    now: Date.parse((await control.get<{ now: string }>('/api/clock')).now),
  };
}

async function readTab({ control }: OfficeDay, title: string): Promise<TabState> {
  const { values, formulas } = await control.get<{ values: Content[][]; formulas: string[][] }>(
    `/api/sheets/${encodeURIComponent(title)}`,
  );
  const [headers = [], ...lines] = values;
  return {
    rows: lines
      .filter((line) => line.some((cell) => cell !== ''))
      .map((line) =>
        Object.fromEntries(
          headers.flatMap((header, at) =>
            header === '' ? [] : [[textOf(header).trim(), line[at] ?? ''] as const],
          ),
        ),
      ),
    formulas: formulas.flat().filter((formula) => formula !== ''),
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
