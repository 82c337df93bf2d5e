/** Rows of ポイント and 更新申請 into which somebody typed: which they are, who typed, in what parts they are taken up. */
import { standingOf } from '../domain/application-state';
import { readHeaders } from '../sheets/headers';
import { rowsRange } from '../sheets/range';
import { readRanges } from '../sheets/read';
import { toReadRow } from '../sheets/row';
import type { points, renewals } from '../sheets/schema';
import { requireSheet } from '../sheets/spreadsheet';
import type { Rules } from './installation/rules';

type TypedTab = typeof points | typeof renewals;

/** The value of a property that notes an edit. */
export interface NotedEdit {
  /** Undefined: somewhere; nobody knows which rows. */
  rows?: [first: number, last: number];
  by: string;
}

/** Rows taken up in one commit. */
const BATCH = 100;
/** Rows searched for wishes in one read. */
const READ = 2000;

/** In parts that one commit takes up. */
export function inBatches(rows: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, at) =>
    rows.slice(at * BATCH, (at + 1) * BATCH),
  );
}

/** Rows `first` to `last` that are in the tab, without its headers. */
export function rowsWithin(tab: TypedTab, first: number, last: number): number[] {
  const from = Math.max(2, first);
  const to = Math.min(last, requireSheet(tab).getLastRow());
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** The latest `count` rows in whose 状態 stands a word without its stamp; one read. */
export function latestWishes(tab: TypedTab, count = READ): number[] {
  return wishesIn(tab, rowsWithin(tab, requireSheet(tab).getLastRow() - count + 1, Infinity));
}

/** The rows of the whole tab in whose 状態 stands a word without its stamp; one read for each 2,000 rows. */
export function allWishes(tab: TypedTab): number[] {
  const rows = rowsWithin(tab, 2, Infinity);
  return Array.from({ length: Math.ceil(rows.length / READ) }, (_, at) =>
    wishesIn(tab, rows.slice(at * READ, (at + 1) * READ)),
  ).flat();
}

function wishesIn(tab: TypedTab, rows: readonly number[]): number[] {
  const [first, last] = [rows[0], rows[rows.length - 1]];
  if (first === undefined || last === undefined) return [];
  const [head = [], lines = []] = readRanges([rowsRange(tab.title, 1), rowsRange(tab.title, first, last)]);
  const headers = readHeaders(tab, head[0] ?? []);
  return rows.filter(
    (row) =>
      standingOf(toReadRow<TypedTab>(tab, headers, row, lines[row - first] ?? []).values).wish !== undefined,
  );
}

/** 確認者 as in 担当者; 事務局 where Google does not tell who typed. */
export function typistOf(account: string, { staff }: Rules): { account: string; name: string } {
  const own = staff.find((one) => account !== '' && one.account.toLowerCase() === account.toLowerCase());
  return { account: account || '事務局', name: own?.name || account || '事務局' };
}
