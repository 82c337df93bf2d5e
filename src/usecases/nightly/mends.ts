/** What one person's hidden rows need, given everything the tabs say of her. Decides only. */
import { numberKey } from '../../domain/fields/number';
import { sameContent } from '../../domain/same-content';
import { now } from '../../platform/clock';
import { append, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import type { Found } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { credentials, ledger, logins, notices, summaries, type Tab } from '../../sheets/schema/index';
import { EMPTY_SUMMARY, readLastSeen, readSummary, writeSummary, type LastSeen } from '../../sheets/summary';
import { isCurrent } from '../summary/read-model';
import { PERSON_TABS, sameSummary, summaryOf } from '../summary/person-summary';
import type { Rules } from '../installation/rules';
import type { PersonWrites } from '../setup/batches';

/** Rows of several tabs as they were read for some people. */
export interface Records {
  readonly found: Found;
  /** The rows of a tab that carry this number, in their order. */
  of<T extends Tab>(tab: T, number: string): ReadRow<T>[];
}

/** One person's mends. */
export interface Mends extends PersonWrites {
  readonly number: string;
  /** What was wrong, in the words of 操作記録; empty when nothing was, or hints of rows only. */
  readonly told: readonly string[];
  /** 台帳 holds what nobody has taken over yet. */
  readonly typed: boolean;
  /** Two rows of `_認証` hold passwords: a person has to look. */
  readonly twoPasswords: boolean;
}

type LedgerRow = ReadRow<typeof ledger>;

const NOTHING = { updates: [], appends: [], told: [], typed: false, twoPasswords: false };

/** Nothing for a row without a number, and for a number that stands twice in 台帳: nobody can tell which row is meant. */
export function mendsOf(person: LedgerRow, records: Records, texts: Rules['texts']): Mends {
  const { number } = person.values;
  if (number === '' || records.of(ledger, number).some(({ row }) => row !== person.row))
    return { ...NOTHING, number };
  const summaryRows = records.of(summaries, number);
  const passwordRows = records.of(credentials, number);
  // Never seen by the system: taking the row over makes both.
  if (summaryRows.length === 0 && passwordRows.length === 0) return { ...NOTHING, number, typed: true };
  const summary = summaryMends(person, summaryRows, records, texts);
  const password = passwordMends(number, passwordRows, records.found);
  return {
    number,
    updates: [...summary.updates, ...password.updates],
    appends: [...summary.appends, ...password.appends],
    told: [...summary.told, ...password.told],
    typed: summary.typed,
    twoPasswords: password.twoPasswords,
  };
}

interface Part {
  updates: RowUpdate[];
  appends: RowAppend[];
  told: string[];
}

function summaryMends(
  person: LedgerRow,
  rows: readonly ReadRow<typeof summaries>[],
  records: Records,
  texts: Rules['texts'],
): Part & { typed: boolean } {
  const { number } = person.values;
  const [kept, ...others] = [...rows].sort((a, b) => (b.values.generation ?? 0) - (a.values.generation ?? 0));
  const before = kept ? readSummary(kept.values.summary) : EMPTY_SUMMARY;
  const after = summaryOf(
    {
      logins: records.of(logins, number),
      notices: records.of(notices, number),
      rows: PERSON_TABS.flatMap((tab) => records.of<Tab>(tab, number)),
    },
    before,
    texts,
  );
  const places = { numberKey: numberKey(number), ledgerRow: person.row };
  const lastSeen = JSON.stringify(person.byHeader);
  if (!kept) {
    const row = {
      number,
      ...places,
      generation: strangeGeneration(),
      lastSeen,
      summary: writeSummary(after),
    };
    const appends = [append(summaries, records.found.headers(summaries), row)];
    return { updates: [], appends, told: ['要約の行'], typed: false };
  }
  const seen = readLastSeen(kept.values.lastSeen);
  const unseen = Object.keys(seen).length === 0;
  const stale = !isCurrent(kept.values.summary) || !sameSummary(before, after);
  return {
    updates: [
      update(kept, {
        ...places,
        ...(unseen ? { lastSeen } : {}),
        ...(stale ? { summary: writeSummary(after) } : {}),
      }),
      ...others.map((row) => update(row, BLANK_SUMMARY)),
    ],
    appends: [],
    told: [
      ...(kept.values.numberKey === places.numberKey ? [] : ['照合番号']),
      ...(unseen ? ['控え'] : []),
      ...(stale ? ['要約'] : []),
      ...others.map(() => '二重の行'),
    ],
    typed: !unseen && isTyped(seen, person.byHeader),
  };
}

const BLANK_SUMMARY = {
  number: '',
  numberKey: '',
  ledgerRow: null,
  generation: null,
  lastSeen: '',
  done: '',
  summary: '',
};

/** Whether the row of 台帳 differs from 控え; a stamp of the system alone tells nothing. */
export function isTyped(seen: LastSeen, row: LastSeen): boolean {
  const stamp = { [ledger.columns.updatedAt.header]: '' };
  return !sameContent({ ...seen, ...stamp }, { ...row, ...stamp });
}

/** A 世代 no session carries: the lost one is not known, and small numbers were. */
function strangeGeneration(): number {
  return Math.floor(now() / 60_000);
}

function passwordMends(
  number: string,
  rows: readonly ReadRow<typeof credentials>[],
  found: Found,
): Part & { twoPasswords: boolean } {
  const none = { updates: [], appends: [], told: [], twoPasswords: false };
  if (rows.length === 0) {
    const appends = [append(credentials, found.headers(credentials), { number })];
    return { ...none, appends, told: ['パスワードの行'] };
  }
  if (rows.length === 1) return none;
  const used = rows.filter(({ values }) => values.current !== '' || values.temporary !== '');
  if (used.length > 1) return { ...none, twoPasswords: true };
  const kept = used[0] ?? rows[0];
  const others = rows.filter((row) => row !== kept);
  return {
    ...none,
    updates: others.map((row) => update(row, { number: '', temporaryUntil: null, firstLoginAt: null })),
    told: others.map(() => '二重の行'),
  };
}
