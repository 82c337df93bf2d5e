/**
 * Puts a write to row 1 right that met columns somebody had moved: the header it overwrote comes back, and the text goes
 * above its own column, in one further commit that is checked like the first.
 */
import { DomainError } from '../domain/errors';
import { brokenHeaders, headersAgain, headersWithout } from '../domain/header-mend';
import { now } from '../platform/clock';
import type { CellWrite, RowAppend, RowUpdate } from './commit-requests';
import { headerUpdate } from './header-row';
import { headerText } from './headers';
import { rowsRange } from './range';
import { readForDecision, readRanges } from './read';
import { ATTEMPTS, type Apply } from './repair';
import { operations, type Column, type Tab } from './schema';
import { publish } from './spreadsheet';

/** What was written to row 1 of a tab. */
interface Written {
  before: readonly string[];
  wanted: readonly string[];
}

/** DomainError `MISPLACED` where columns kept moving, or it is not beyond doubt what stood where. */
export function repairHeaders(misplaced: readonly RowUpdate[], apply: Apply): void {
  for (const { row, before = [] } of misplaced)
    repairRow(row.tab, { before, wanted: row.headers.texts }, apply);
}

function repairRow(tab: Tab, first: Written, apply: Apply): void {
  let written = first;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    publish();
    const { before, wanted } = written;
    const read = (readRanges([rowsRange(tab.title, 1)])[0]?.[0] ?? []).map(headerText);
    const without = headersWithout(before, changesOf(before, wanted), read);
    if (!without) break;
    const again = headersAgain(before, wanted, without);
    const isWhole = again !== undefined && isSound(tab, again);
    const right = isWhole ? again : without;
    const cells = changesOf(read, right).map((at): CellWrite => ({
      tab,
      row: 1,
      place: at + 1,
      content: right[at] ?? '',
      kind: 'text',
    }));
    const moved = apply(cells, isWhole ? [headerUpdate(tab, without, right)] : [], recordOf(tab));
    if (!isWhole) break;
    if (moved.length === 0) return;
    written = { before: read, wanted: right };
  }
  throw new DomainError('MISPLACED', { tab: tab.title });
}

/** Places (0-based) of the texts that differ. */
function changesOf(before: readonly string[], after: readonly string[]): number[] {
  return [...after.keys()].filter((at) => (after[at] ?? '') !== (before[at] ?? ''));
}

function isSound(tab: Tab, texts: readonly string[]): boolean {
  const required = Object.values<Column>(tab.columns).map(({ header }) => header);
  const { missing, twice } = brokenHeaders(texts, required);
  return missing.length + twice.length === 0;
}

/** A line of 操作記録, unless that is the tab whose row 1 is broken. */
function recordOf(tab: Tab): RowAppend[] {
  if (tab.title === operations.title) return [];
  const headers = readForDecision([{ tab: operations }]).headers(operations);
  const result = '見出しを書き込む間に列が動きました。上書きした見出しを元に戻しました。';
  const values = { at: now(), by: 'システム', kind: '書き込みの直し', target: tab.title, result };
  return [{ tab: operations, headers, values }];
}
