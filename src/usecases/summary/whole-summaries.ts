/** 要約 of people of whom it has not all, with what was left out read from the tabs: whoever is told what is missing is told by all. */
import { findAny } from '../../sheets/find';
import { readForDecision } from '../../sheets/read';
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
  const places = TABS.map((tab) => ({ tab, rows: findAny(tab, numbers) }));
  const found = readForDecision(places);
  for (const { tab, rows } of places)
    for (const row of rows.map((place) => found.row(tab, place))) {
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
