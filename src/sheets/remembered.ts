/** What the system last saw or wrote in a row of the tabs it knows by heart: 控え of 台帳, 要約 of the others. */
import { numberKey } from '../domain/fields/number';
import { findAnyInColumn, findContainingAny } from './find';
import { REMEMBERED } from './journal';
import { readForDecision } from './read';
import { rowKeyOf, rowName, type ReadRow } from './row';
import { COUNTER_ROW, ledger, summaries, type RowOf, type Tab } from './schema';
import { readLastSeen, readSummary, systemPlace, type LastSeen } from './summary';

export interface Remembered {
  /** A row by its `rowName` and the 登録番号 of its person. Undefined where nobody remembers it; nothing where it has no key. */
  of(name: string, number: string): LastSeen | undefined;
}

interface Named {
  /** Its `rowName`. */
  readonly name: string;
  readonly number: string;
}

/**
 * Reads what is remembered of these rows of a tab: two contacts, however many they are, and two more if some are not known
 * by the 登録番号 in them, which may be what a write left there.
 */
export function readRemembered(tab: Tab, rows: readonly Named[]): Remembered {
  if (!REMEMBERED.some(({ title }) => title === tab.title))
    return { of: (name) => (name === '' ? {} : undefined) };
  const keys = [...new Set(rows.map(({ number }) => numberKey(number)))].filter((key) => key !== '');
  const people = readPeople(findAnyInColumn(summaries, systemPlace('numberKey'), keys));
  const own = ({ name, number }: Named) => rowIn(tab, people.get(number), name);
  // 台帳 and 有効期間 are known by 登録番号 alone.
  const isKeyed = tab.key !== 'number';
  const strange = isKeyed ? rows.filter((row) => row.name !== '' && !own(row)).map(({ name }) => name) : [];
  const texts = [...new Set(strange)].map((name) => `${JSON.stringify(name)}:`);
  const others = [...readPeople(texts.length === 0 ? [] : findContainingAny(summaries, texts)).values()];
  const byKey = new Map(
    strange.map((name) => [
      name,
      others.map((one) => rowIn(tab, one, name)).find((seen) => seen !== undefined),
    ]),
  );
  return { of: (name, number) => (name === '' ? {} : (own({ name, number }) ?? byKey.get(name))) };
}

type Person = RowOf<typeof summaries>;

function readPeople(rows: readonly number[]): Map<string, Person> {
  const own = rows.filter((row) => row > COUNTER_ROW);
  const found = readForDecision([{ tab: summaries, rows: own }]);
  return new Map(own.map((row) => found.row(summaries, row).values).map((values) => [values.number, values]));
}

function rowIn(tab: Tab, person: Person | undefined, name: string): LastSeen | undefined {
  if (!person) return undefined;
  return tab.title === ledger.title
    ? readLastSeen(person.lastSeen)
    : readSummary(person.summary).rows[tab.title]?.[rowKeyOf(name)];
}

/** What a row held that was read. */
export function rememberedOf(row: ReadRow): LastSeen | undefined {
  const [name, number] = [rowName(row), String(row.raw.number ?? '')];
  return readRemembered(row.tab, [{ name, number }]).of(name, number);
}
