/** Rows of the tabs in which one person may have several: searched for by number and read, together with what else is wanted. */
import { findExact } from '../../sheets/find';
import { readForDecision, type Found, type Wanted } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import type { notices, notifications } from '../../sheets/schema/index';
import { publish } from '../../sheets/spreadsheet';

/** Tabs with a column 登録番号 and several rows a person. */
type OwnTab = typeof notices | typeof notifications;

/** Latest rows that are looked at: nobody has more of them waiting. */
const MOST = 50;
/** A row may move between search and read; nobody moves it faster than this. */
const ATTEMPTS = 3;

/** What was read; `rows`: those of the person, in the order of the tab. */
interface OwnRows {
  found: Found;
  rows<T extends OwnTab>(tab: T): ReadRow<T>[];
}

/** One search a tab and one read; both again where a person moved rows in between. */
export function readRowsOf(number: string, tabs: readonly OwnTab[], others: readonly Wanted[] = []): OwnRows {
  for (let attempt = 1; ; attempt += 1) {
    const places = tabs.map((tab) => ({ tab, rows: findExact(tab, number).slice(-MOST) }));
    const found = readForDecision([...places, ...others]);
    const own = new Map(
      places.map(({ tab, rows }) => [
        tab.title,
        rows
          .map((row): ReadRow<OwnTab> => found.row<OwnTab>(tab, row))
          .filter(({ values }) => values.number === number),
      ]),
    );
    const whole = places.every(({ tab, rows }) => own.get(tab.title)?.length === rows.length);
    if (whole || attempt === ATTEMPTS)
      return { found, rows: <T extends OwnTab>(tab: T) => (own.get(tab.title) ?? []) as ReadRow<T>[] };
    publish();
  }
}
