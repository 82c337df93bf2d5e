/** What the system last saw or wrote in a row of the tabs it knows by heart: 控え of 台帳, 要約 of the others. */
import { numberKey } from '../domain/fields/number';
import { findAnyInColumn } from './find';
import { REMEMBERED } from './journal';
import { readForDecision } from './read';
import { rowKeyOf, rowName, type ReadRow } from './row';
import { COUNTER_ROW, ledger, summaries, type Tab } from './schema';
import { readLastSeen, readSummary, systemPlace, type LastSeen } from './summary';

export interface Remembered {
  /** A row by its `rowName` and the 登録番号 of its person. Undefined where nobody remembers it; nothing where it has no key. */
  of(tab: Tab, name: string, number: string): LastSeen | undefined;
}

/** Reads what is remembered of these people (登録番号): two contacts, however many they are. */
export function readRemembered(numbers: readonly string[]): Remembered {
  const keys = [...new Set(numbers.map(numberKey))].filter((key) => key !== '');
  const rows = findAnyInColumn(summaries, systemPlace('numberKey'), keys).filter((row) => row > COUNTER_ROW);
  const found = readForDecision([{ tab: summaries, rows }]);
  const people = new Map(
    rows.map((row) => found.row(summaries, row).values).map((values) => [values.number, values]),
  );
  return {
    of: (tab, name, number) => {
      if (name === '') return {};
      const own = people.get(number);
      if (!own || !REMEMBERED.some(({ title }) => title === tab.title)) return undefined;
      return tab.title === ledger.title
        ? readLastSeen(own.lastSeen)
        : readSummary(own.summary).rows[tab.title]?.[rowKeyOf(name)];
    },
  };
}

/** What a row held that was read. */
export function rememberedOf(row: ReadRow): LastSeen | undefined {
  const number = String(row.raw.number ?? '');
  return readRemembered([number]).of(row.tab, rowName(row), number);
}
