/** The whole of 有効期間 and 証書 against 要約: rows that were deleted, or given to another 登録番号, tell nobody whose they were. */
import { now } from '../../platform/clock';
import { readHeaders } from '../../sheets/headers';
import { columnRange, rowsRange } from '../../sheets/range';
import { readRanges } from '../../sheets/read';
import { toReadRow, type ReadRow } from '../../sheets/row';
import { COUNTER_ROW, summaries, type Tab } from '../../sheets/schema/index';
import { publish, requireSheet } from '../../sheets/spreadsheet';
import { systemPlace } from '../../sheets/summary';
import { alone } from '../alone';
import { numberOf, refreshed, refreshPeople, TYPED_TABS } from './refresh-rows';

/** Rows of a tab read at once. */
const SLICE = 3000;
/** People at once: a read model may have 20,000 characters. */
const PEOPLE = 300;
/** People refreshed in one commit. */
const BATCH = 50;
/** Batches are begun for this long; the next run goes on. */
const RUN_MS = 60_000;

/** Brings 要約 of everybody up to these tabs; false if time was up. DomainError `BUSY`, `HEADERS_BROKEN`. */
export function sweepRows(): boolean {
  const until = now() + RUN_MS;
  publish();
  const tabs = TYPED_TABS.map((tab) => ({ tab, rows: rowsByNumber(tab), differing: [] as string[] }));
  for (const [number, text] of readModels())
    for (const { tab, rows, differing } of tabs)
      if (refreshed(text, tab, rows.get(number) ?? [])) differing.push(number);
  for (const { tab, differing } of tabs)
    for (let from = 0; from < differing.length; from += BATCH) {
      if (now() > until) return false;
      publish();
      alone(() => refreshPeople(tab, differing.slice(from, from + BATCH)));
    }
  return true;
}

function rowsByNumber(tab: Tab): Map<string, ReadRow[]> {
  const rows = new Map<string, ReadRow[]>();
  const last = requireSheet(tab).getLastRow();
  for (let from = 2; from <= last; from += SLICE) {
    const to = Math.min(last, from + SLICE - 1);
    const [header = [], lines = []] = readRanges([rowsRange(tab.title, 1), rowsRange(tab.title, from, to)]);
    const headers = readHeaders(tab, header[0] ?? []);
    lines.forEach((cells, index) => {
      const row = toReadRow(tab, headers, from + index, cells);
      const number = numberOf(row);
      if (number !== '') rows.set(number, [...(rows.get(number) ?? []), row]);
    });
  }
  return rows;
}

/** 要約 of everybody as text, by 登録番号. */
function* readModels(): Generator<[number: string, text: string]> {
  const last = requireSheet(summaries).getLastRow();
  for (let from = COUNTER_ROW + 1; from <= last; from += PEOPLE) {
    const to = Math.min(last, from + PEOPLE - 1);
    const [numbers = [], texts = []] = readRanges(
      (['number', 'summary'] as const).map((key) => columnRange(summaries.title, systemPlace(key), from, to)),
    );
    for (const [index, [number = '']] of numbers.entries())
      if (number !== '') yield [String(number), String(texts[index]?.[0] ?? '')];
  }
}
