/** The counters of row 2 of `_要約` against the numbers that stand in the tabs: never behind them, so that none is given twice. */
import { DomainError } from '../../domain/errors';
import { readSerial } from '../../domain/serial-pattern';
import { now } from '../../platform/clock';
import { append, commit, update } from '../../sheets/commit';
import { readForDecision } from '../../sheets/read';
import {
  COUNTER_KEY,
  COUNTER_ROW,
  certificates,
  history,
  notices,
  notifications,
  operations,
  points,
  renewals,
  summaries,
  type Tab,
} from '../../sheets/schema/index';
import { publish, requireSheet } from '../../sheets/spreadsheet';
import { isCounterRow, readCounters } from '../../sheets/summary';
import { alone } from '../alone';

/** Highest number by kind and year, as `N2026`. */
export type Given = Readonly<Record<string, number>>;

/** Tabs with the columns in which numbers stand. */
export const NUMBERED: readonly { tab: Tab; columns: readonly string[] }[] = [
  { tab: notices, columns: ['notice', 'about'] },
  { tab: history, columns: ['change', 'receipt'] },
  { tab: notifications, columns: ['receipt'] },
  { tab: points, columns: ['receipt'] },
  { tab: renewals, columns: ['receipt'] },
  { tab: certificates, columns: ['certificate'] },
];

/** The highest numbers among these texts. */
export function highest(texts: readonly string[]): Given {
  const given: Record<string, number> = {};
  for (const serial of texts.map(readSerial)) {
    if (!serial) continue;
    const name = `${serial.kind}${String(serial.year)}`;
    given[name] = Math.max(given[name] ?? 0, serial.n);
  }
  return given;
}

/** The higher of two counters of each name. */
export function higher(a: Given, b: Given): Record<string, number> {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(names.map((name) => [name, Math.max(a[name] ?? 0, b[name] ?? 0)]));
}

/** Where tabs end now, by title. */
export function lastRows(tabs: readonly Pick<Tab, 'title'>[]): Record<string, number> {
  return Object.fromEntries(tabs.map((tab) => [tab.title, requireSheet(tab).getLastRow()]));
}

/** Raises counters to the numbers that were found, and corrects the hints of where these tabs end. DomainError `COUNTERS_LOST`. */
export function raiseCounters(given: Given, ended: readonly Pick<Tab, 'title'>[]): void {
  publish();
  const ends = lastRows(ended);
  alone(() => {
    const found = readForDecision([{ tab: summaries, rows: [COUNTER_ROW] }, { tab: operations }]);
    const row = found.row(summaries, COUNTER_ROW);
    if (!isCounterRow(row)) throw new DomainError('COUNTERS_LOST', { expected: COUNTER_KEY });
    const before = readCounters(row.values.summary);
    const raised = Object.keys(given).filter((name) => (given[name] ?? 0) > (before.counters[name] ?? 0));
    const after = {
      ...before,
      counters: higher(before.counters, given),
      ends: { ...before.ends, ...ends },
    };
    const record = append(operations, found.headers(operations), {
      at: now(),
      by: 'システム',
      kind: '自動の直し',
      target: summaries.title,
      result: `番号の控えを、シートにある番号まで進めました（${raised.join('、')}）。`,
    });
    commit({
      updates: [update(row, { summary: JSON.stringify(after) })],
      appends: raised.length === 0 ? [] : [record],
    });
  });
}
