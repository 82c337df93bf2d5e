/**
 * What `_要約` keeps beside its plain columns, as JSON: 控え (the ledger row as
 * last seen), 処理済 (results of the last writes by client key), 要約 (what My
 * Page shows), and the counters of row 2.
 */
import { instantOfIso, serialOfInstant } from '../domain/fields/instant';
import { readList, readObject } from '../domain/json';
import { trimSummary } from '../domain/trim-summary';
import type { RawCell } from './cell';
import { columnLetters } from './range';
import { toReadRow, type ReadRow } from './row';
import { COUNTER_KEY, COUNTER_ROW, summaries, type Column, type credentials } from './schema';
import { requireSheet } from './spreadsheet';

/** 控え: header text → raw content, blanks left out. */
export type LastSeen = Record<string, RawCell>;

/** Read model of one person; never decided from. */
export interface Summary {
  /** Format version: another one is rebuilt. 2 is read too, but may lack rows of 有効期間 where it was trimmed. */
  v: 2 | 3;
  /** ISO date-time of the last login, or null. */
  lastLogin: string | null;
  /** Notices of late, newest first; with their 通知番号 those that may be taken back before they leave. */
  notices: { at: string; subject: string; notice?: string }[];
  /**
   * The person's rows of ポイント, 変更届, 更新申請, 証書, 有効期間 as last seen: tab title → key of the row → its cells.
   * My Page shows them, repairs put overwritten ones back from here, a difference is a hand edit.
   */
  rows: Record<string, Record<string, LastSeen>>;
  /** Older rows that are over and done were left out for room: what is counted is counted from the tabs. */
  trimmed?: true;
}

export const EMPTY_SUMMARY: Summary = { v: 3, lastLogin: null, notices: [], rows: {} };

/** Row 2 of `_要約`: serial numbers by kind and year, and where the last rows of growing tabs stand. */
export interface CounterRow {
  counters: Record<string, number>;
  /** Tab title → row of its last known row. */
  ends: Record<string, number>;
  /** Mails queued on a day because a visitor asked for them. */
  asked: { day: string; count: number };
  /** Whom a person chose for a name of an imported list: rememberedKey and 登録番号, the latest first. */
  chosen: [key: string, number: string][];
}

const KEPT_KEYS = 20;
const KEPT_NOTICES = 20;

/** 控え with some cells changed, blanks left out. */
export function withCells(cells: LastSeen, changed: Readonly<Record<string, RawCell>> = {}): LastSeen {
  const all = { ...cells, ...changed };
  return Object.fromEntries(Object.entries(all).filter(([, content]) => content !== ''));
}

/** 控え as read; empty if the cell is blank or broken (the integrity job then takes the ledger as it stands). */
export function readLastSeen(text: string): LastSeen {
  return readObject(text) as LastSeen;
}

/**
 * Summary as read; the empty one if blank, broken or of another version. A whole one of version 2 is as good as one of 3; a
 * trimmed one stays of 2, whatever is written to it, until it is rebuilt.
 */
export function readSummary(text: string): Summary {
  const read = readObject(text) as Partial<Summary>;
  if (read.v !== 2 && read.v !== 3) return EMPTY_SUMMARY;
  return { ...EMPTY_SUMMARY, ...read, v: isWhole(read) ? 3 : 2 };
}

/** Whether nothing a renewal goes by was left out: version 2 trimmed 有効期間 too. */
export function isWhole({ v, trimmed }: { v?: unknown; trimmed?: unknown }): boolean {
  return v === 3 || (v === 2 && trimmed !== true);
}

/** Summary as text, as long as it may be: rows that are over and done are left out first. */
export function writeSummary(summary: Summary): string {
  return JSON.stringify(trimSummary(summary));
}

/** Summary with a row of an application tab as it now stands (`cells` by header, blanks left out). */
export function withRow(summary: Summary, tab: { title: string }, key: string, cells: LastSeen): Summary {
  const own = { ...summary.rows[tab.title], [key]: cells };
  return { ...summary, rows: { ...summary.rows, [tab.title]: own } };
}

/** Summary with one more notice, trimmed. */
export function withNotice(summary: Summary, notice: Summary['notices'][number]): Summary {
  return { ...summary, notices: [notice, ...summary.notices].slice(0, KEPT_NOTICES) };
}

/**
 * Summary without this notice, known by its 通知番号: several leave at one instant, and one that waits longer changes it. An
 * entry without a number goes by the instant (epoch ms).
 */
export function withoutNotice(
  summary: Summary,
  { notice, dueAt }: { notice: string; dueAt: number | null },
): Summary {
  const isOther = (told: Summary['notices'][number]) =>
    told.notice === undefined ? instantOfIso(told.at) !== dueAt : told.notice !== notice;
  return { ...summary, notices: summary.notices.filter(isOther) };
}

/** Result stored for a client key, if that write was done before. */
export function resultOf(done: string, key: string): unknown {
  const entries = readList(done) as [string, unknown][];
  return entries.find(([stored]) => stored === key)?.[1];
}

/** 処理済 with one more key, the oldest dropped. */
export function withResult(done: string, key: string, result: unknown): string {
  return JSON.stringify([[key, result], ...(readList(done) as [string, unknown][])].slice(0, KEPT_KEYS));
}

/** Counters of row 2; empty before the first number is given. */
export function readCounters(text: string): CounterRow {
  const read = readObject(text) as Partial<CounterRow>;
  return {
    counters: read.counters ?? {},
    ends: read.ends ?? {},
    asked: read.asked ?? { day: '', count: 0 },
    chosen: read.chosen ?? [],
  };
}

/** Rows of `_要約` whose 照合番号 is this key: none, one, or several that differ by leading zeros only. */
export function findSummaryRows(numberKey: string): number[] {
  if (numberKey === '') return [];
  const letters = columnLetters(systemPlace('numberKey'));
  return requireSheet(summaries)
    .getRange(`${letters}2:${letters}`)
    .createTextFinder(numberKey)
    .matchEntireCell(true)
    .matchCase(true)
    .findAll()
    .map((range) => range.getRow())
    .filter((row) => row > COUNTER_ROW);
}

/** Reads one row of `_要約` through SpreadsheetApp, for views: no API quota, pinned within an execution. */
export function readSummaryRow(row: number): ReadRow<typeof summaries> {
  return readSystemRow(summaries, row);
}

/** Reads a row of a hidden tab, whose columns stand as 初期設定 made them; its key cell tells whether they still do. */
export function readSystemRow<T extends typeof summaries | typeof credentials>(
  tab: T,
  row: number,
): ReadRow<T> {
  const keys = Object.keys(tab.columns);
  const texts = Object.values<Column>(tab.columns).map(({ header }) => header);
  const headers = { places: new Map(keys.map((key, index) => [key, index + 1])), texts };
  const [cells = []] = requireSheet(tab).getRange(row, 1, 1, keys.length).getValues() as unknown as (
    RawCell | Date
  )[][];
  return toReadRow(tab, headers, row, cells.map(withoutDate));
}

/** SpreadsheetApp gives dates as Date; everything else here is the serial of the Sheets API. */
function withoutDate(cell: RawCell | Date): RawCell {
  return cell instanceof Date ? serialOfInstant(cell.getTime()) : cell;
}

/** Where a person's row of `_認証` stands as long as both hidden tabs are written by the system only: `_要約` has the counter row more. */
export function credentialRowOf(summaryRow: number): number {
  return summaryRow - 1;
}

/** 1-based column of `_要約` as 初期設定 makes it. */
export function systemPlace(key: keyof (typeof summaries)['columns']): number {
  return Object.keys(summaries.columns).indexOf(key) + 1;
}

/** Whether a row read at `COUNTER_ROW` is the counter row. */
export function isCounterRow(row: ReadRow<typeof summaries>): boolean {
  return row.values.number === COUNTER_KEY;
}
