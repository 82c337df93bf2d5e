/** Planted damage: what somebody does to the hidden tabs, and the mornings that find it. */
import type { ControlClient } from '../../workspace/control/client';
import { officeDay, type Execution, type Row } from './office-day';

export interface Damage {
  /** The next morning: the daily job has run. Answers its execution. */
  morning(): Promise<Execution>;
  /** Walks on so that this row of 台帳 is the next one looked at in full. */
  lookAt(number: string): Promise<void>;
  /** 1-based row of a tab in which a text stands under a header. */
  rowOf(tab: string, header: string, text: string): Promise<number>;
  /** What the owner types into a cell of a row. */
  type(tab: string, row: number, header: string, text: string): Promise<void>;
  /** What the owner does with whole rows. */
  rows(tab: string, body: Record<string, unknown>): Promise<void>;
  /** The hidden row of a person, its JSON read. */
  summary(number: string): Promise<SummaryRow>;
  /** Lines of 操作記録 about what was put right. */
  mends(): Promise<string[]>;
  /** What ホーム of the secretariat warns of. */
  findings(): Promise<string[]>;
  property(name: string): Promise<string | undefined>;
}

export interface SummaryRow {
  row: Row;
  lastSeen: Record<string, unknown>;
  summary: {
    v?: number;
    lastLogin?: string | null;
    notices?: { at: string; subject: string }[];
    rows?: Record<string, Record<string, Record<string, unknown>>>;
  };
}

const path = (tab: string): string => `/api/sheets/${encodeURIComponent(tab)}`;

/** Everything a test of damage needs. */
export function damageTo(control: ControlClient): Damage {
  const day = officeDay(control);
  const display = async (tab: string) => (await control.get<{ display: string[][] }>(path(tab))).display;
  const owner = async () => (await day.sample()).owner;
  const columnOf = async (tab: string, header: string): Promise<string> => {
    const [headers = []] = await display(tab);
    const column = headers.indexOf(header);
    if (column < 0) throw new Error(`${tab} has no column ${header}.`);
    return column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(65 + column - 26)}`;
  };
  const rowOf: Damage['rowOf'] = async (tab, header, text) => {
    const [headers = [], ...lines] = await display(tab);
    const at = lines.findIndex((line) => line[headers.indexOf(header)] === text);
    if (at < 0) throw new Error(`${tab} has no ${header} 「${text}」.`);
    return at + 2;
  };
  return {
    async morning() {
      const since = (await day.executions()).at(-1)?.id ?? 0;
      await day.advance('P1D');
      const run = (await day.executions(since)).find((one) => one.function === 'runDaily');
      if (!run) throw new Error('runDaily has not run.');
      return run;
    },
    async lookAt(number) {
      const next = await rowOf('台帳', '登録番号', number);
      await control.post('/api/properties', {
        user: await owner(),
        set: { daily: JSON.stringify({ next, column: 1, at: 0 }) },
      });
    },
    rowOf,
    async type(tab, row, header, text) {
      await control.post(`${path(tab)}/edit`, {
        user: await owner(),
        range: `${await columnOf(tab, header)}${String(row)}`,
        values: [[text]],
      });
    },
    async rows(tab, body) {
      await control.post(`${path(tab)}/rows`, { user: await owner(), ...body });
    },
    async summary(number) {
      const row = (await day.rows('_要約')).find((one) => one['登録番号'] === number);
      if (!row) throw new Error(`_要約 has no ${number}.`);
      return {
        row,
        lastSeen: JSON.parse(row['控え'] ?? '') as Record<string, unknown>,
        summary: JSON.parse(row['要約'] ?? '') as SummaryRow['summary'],
      };
    },
    mends: async () =>
      (await day.rows('操作記録'))
        .filter((row) => row['種別'] === '自動の直し')
        .map((row) => `${row['対象'] ?? ''}：${row['結果'] ?? ''}`),
    async findings() {
      const called = await day.office(await owner(), 'home');
      if (!called.ok || !called.value.ok) throw new Error(JSON.stringify(called));
      return (called.value.value as { findings: string[] }).findings;
    },
    property: async (name) => (await control.get<Record<string, string>>('/api/properties'))[name],
  };
}
