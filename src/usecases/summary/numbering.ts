/** Serial numbers drawn from the counters of row 2 of `_要約`, in the same commit as what they number. */
import { dayOfInstant } from '../../domain/fields/instant';
import { noticeNumber, receiptNumber, type ReceiptKind } from '../../domain/serial-number';
import { update, type RowUpdate } from '../../sheets/commit';
import type { ReadRow } from '../../sheets/row';
import { COUNTER_KEY, type summaries } from '../../sheets/schema/index';
import { isCounterRow, readCounters, withResult } from '../../sheets/summary';
import { DomainError } from '../../domain/errors';

/** Choices of imports that are remembered. */
const CHOSEN = 500;

/** Numbers to be given out in one commit. */
export interface Numbering {
  /** `N26-000123` */
  notice(): string;
  /** `H26-000123`: one line of 変更履歴. */
  change(): string;
  /** `D26-000123-7`: 受付番号 of a 届出 or an application. */
  receipt(kind: ReceiptKind): string;
  /** `J26-000123`: one row of 受講履歴. */
  record(): string;
  /** `S26-000123`: 証書番号. */
  certificate(): string;
  /** Remembers whom a person chose for a name of an imported list. */
  choose(key: string, number: string): void;
  /** Where a new row of a tab will probably land; counts on with every call. */
  near(tab: { title: string }): number;
  /** Counts a mail a visitor asked for; false when the day has had `most` of them. */
  mayAsk(day: string, most: number): boolean;
  /** Keeps the result of a write that concerns no single person under its client key. */
  remember(key: string, result: unknown): void;
  /** The write that makes the drawn numbers last. */
  toUpdate(): RowUpdate;
}

/** Starts from the counter row as read under the lock; `year` is the calendar year in Japan. DomainError `COUNTERS_LOST` if row 2 is not it. */
export function startNumbering(row: ReadRow<typeof summaries>, year: number): Numbering {
  if (!isCounterRow(row)) throw new DomainError('COUNTERS_LOST', { expected: COUNTER_KEY });
  const { counters, ends, asked, chosen } = readCounters(row.values.summary);
  let kept = chosen;
  let askedToday = asked;
  const drawn: Record<string, number> = { ...counters };
  const ended: Record<string, number> = { ...ends };
  let done = row.values.done;
  const draw = (kind: string): number => {
    const name = `${kind}${year}`;
    const next = (drawn[name] ?? 0) + 1;
    drawn[name] = next;
    return next;
  };
  return {
    notice: () => noticeNumber(year, draw('N')),
    change: () => noticeNumber(year, draw('H')).replace(/^N/, 'H'),
    record: () => noticeNumber(year, draw('J')).replace(/^N/, 'J'),
    certificate: () => noticeNumber(year, draw('S')).replace(/^N/, 'S'),
    choose: (key, number) => {
      kept = [[key, number] as [string, string], ...kept.filter(([other]) => other !== key)].slice(0, CHOSEN);
    },
    receipt: (kind) => receiptNumber(kind, year, draw(kind)),
    near: ({ title }) => {
      const next = (ended[title] ?? 1) + 1;
      ended[title] = next;
      return next;
    },
    mayAsk: (day, most) => {
      const count = askedToday.day === day ? askedToday.count : 0;
      if (count >= most) return false;
      askedToday = { day, count: count + 1 };
      return true;
    },
    remember: (key, result) => {
      done = withResult(done, key, result);
    },
    toUpdate: () =>
      update(row, {
        summary: JSON.stringify({ counters: drawn, ends: ended, asked: askedToday, chosen: kept }),
        done,
      }),
  };
}

/** The calendar year in Japan at an instant (epoch ms). */
export function yearOf(at: number): number {
  return Number(dayOfInstant(at).slice(0, 4));
}
