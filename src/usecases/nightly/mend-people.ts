/**
 * Makes what the hidden tabs keep of people fit the other tabs again: lost rows, 照合番号, 台帳行, a broken 控え, the read
 * model. It draws no numbers and only writes what differs, so that it can be killed anywhere and done again.
 */
import { now } from '../../platform/clock';
import { commit } from '../../sheets/commit';
import { readForDecision } from '../../sheets/read';
import { findEach, readFound } from '../../sheets/read-found';
import type { ReadRow } from '../../sheets/row';
import {
  COUNTER_ROW,
  credentials,
  ledger,
  logins,
  notices,
  operations,
  summaries,
  type Tab,
} from '../../sheets/schema/index';
import { publish } from '../../sheets/spreadsheet';
import { alone } from '../alone';
import type { Known } from '../findings/findings';
import { mendRecord } from './mend-record';
import { mendsOf, type Mends, type Records } from './mends';
import { PERSON_TABS } from '../summary/person-summary';
import type { Rules } from '../installation/rules';
import { cutBySize, REQUEST_BYTES } from '../setup/batches';
import { takeOverRows } from '../ledger/take-over-edits';

/** People looked at under one lock: searching and reading for them takes some seconds, others wait that long. */
export const MENDED_AT_ONCE = 100;

/** Who typed into 台帳 is not known here. */
const SOMEBODY = '事務局';

/** What became of rows of 台帳. */
export interface Mended {
  /** Rows looked at, from the first on. */
  done: number;
  /** Numbers whose password row was lost: they need a new password. */
  withoutPassword: string[];
  /** Numbers with two rows of passwords: nobody can tell which holds. */
  twoPasswords: string[];
}

/** Mends the people of these rows of 台帳; what somebody typed there is taken over as an edit by hand. DomainError `BUSY`. */
export function mendPeople(rows: readonly number[], texts: Rules['texts'], known: Known): Mended {
  const total: Mended = { done: 0, withoutPassword: [], twoPasswords: [] };
  while (total.done < rows.length) {
    const part = mendBatch(rows.slice(total.done, total.done + MENDED_AT_ONCE), texts, known);
    total.done += part.done;
    total.withoutPassword.push(...part.withoutPassword);
    total.twoPasswords.push(...part.twoPasswords);
  }
  return total;
}

/** As many of these rows, from the first on, as fit into one commit. */
export function mendBatch(rows: readonly number[], texts: Rules['texts'], known: Known): Mended {
  publish();
  const { typed, ...mended } = alone(() => mend(rows, texts));
  if (typed.length > 0) takeOverRows(typed, SOMEBODY, known);
  return mended;
}

function mend(rows: readonly number[], texts: Rules['texts']): Mended & { typed: number[] } {
  const found = readForDecision([{ tab: ledger, rows }, { tab: operations }]);
  const people = rows.map((row) => found.row(ledger, row));
  const records = recordsOf(people);
  const all = people.map((person) => ({ ...mendsOf(person, records, texts), row: person.row }));
  const batch = all.slice(0, cutBySize(all, REQUEST_BYTES)[0]?.length ?? 0);
  commit({
    updates: batch.flatMap(({ updates }) => updates),
    appends: [
      ...batch.flatMap(({ appends }) => appends),
      ...mendRecord(batch, found.headers(operations), now()),
    ],
  });
  const numbers = (pick: (one: Mends) => boolean) => batch.filter(pick).map(({ number }) => number);
  return {
    done: batch.length,
    withoutPassword: numbers(({ told }) => told.includes('パスワードの行')),
    twoPasswords: numbers(({ twoPasswords }) => twoPasswords),
    typed: batch.filter(({ typed }) => typed).map(({ row }) => row),
  };
}

/** Every row of these people in the tabs that tell of them. */
function recordsOf(people: readonly ReadRow<typeof ledger>[]): Records {
  const numbers = [...new Set(people.map(({ values }) => values.number))];
  const read = new Map(people.map((person) => [person.row, person]));
  const tabs: readonly Tab[] = [summaries, credentials, ...PERSON_TABS, notices, logins, ledger];
  const { found, rowsOf } = readFound(
    tabs.map((tab) => ({ tab, texts: numbers })),
    [],
    (searches) =>
      findEach(searches).map((rows, index) => rows.filter((row) => isSought(tabs[index], row, read))),
  );
  return {
    found,
    of: <T extends Tab>(tab: T, number: string) => {
      const known = tab.title === ledger.title ? [...read.values()] : [];
      return [...(known as ReadRow[]), ...rowsOf(tab)].filter(
        (row) => String(row.raw.number ?? '') === number,
      ) as ReadRow<T>[];
    },
  };
}

/** Rows of 台帳 that were read are not read again; the counters are nobody's row. */
function isSought(tab: Tab | undefined, row: number, read: ReadonlyMap<number, unknown>): boolean {
  if (tab === ledger) return !read.has(row);
  return tab !== summaries || row > COUNTER_ROW;
}
