/** 要約 of people of whom it has not all, with what was left out read from the tabs: whoever is told what is missing is told by all. */
import { readFound } from '../../sheets/read-found';
import { rowKey } from '../../sheets/row';
import { periods, points, renewals, type Tab } from '../../sheets/schema/index';
import { withRow, type Summary } from '../../sheets/summary';

/** Tabs by which a renewal stands. */
const TABS: readonly Tab[] = [points, renewals, periods];

/**
 * By 登録番号, of everybody given. For views and notices, never to be written: no contact where 要約 has everything, else four
 * however many people there are.
 */
export function wholeSummaries(people: Iterable<readonly [number: string, Summary]>): Map<string, Summary> {
  const whole = new Map(people);
  const numbers = [...whole].flatMap(([number, { trimmed }]) => (trimmed ? number : []));
  if (numbers.length === 0) return whole;
  const { rowsOf } = readFound(TABS.map((tab) => ({ tab, texts: numbers })));
  for (const tab of TABS)
    for (const row of rowsOf(tab)) {
      const number = String(row.raw.number ?? '');
      const summary = whole.get(number);
      // What 要約 has is what is in force; a row of this execution it alone may have.
      if (!summary?.trimmed || summary.rows[tab.title]?.[rowKey(row)]) continue;
      whole.set(number, withRow(summary, tab, rowKey(row), row.byHeader));
    }
  return whole;
}

/** The same of one person. */
export function wholeSummary(number: string, summary: Summary): Summary {
  return wholeSummaries([[number, summary]]).get(number) ?? summary;
}
