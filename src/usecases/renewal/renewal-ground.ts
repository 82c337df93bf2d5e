/** What a decision about renewals needs, read under the lock: the applications, the people, their rows. */
import { readForDecision, type Found } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import {
  certificates,
  COUNTER_ROW,
  history,
  notices,
  operations,
  periods,
  points,
  renewals,
  summaries,
  type RowOf,
  type Tab,
} from '../../sheets/schema';
import type { Summary } from '../../sheets/summary';
import { findSummariesOf, knownPeople, type KnownPerson } from '../points/known-people';
import { inForce } from '../points/in-force';
import { mayWait, readUntold } from '../sending/untold';
import { readBelonging, readKeyed, readRowsOf } from '../summary/keyed-rows';
import { inForceRenewal, renewerOf, type Renewer } from './judge';

/** Up to so many people their rows of ポイント are read; of more, the ones 要約 has where it has all of them. */
const MOST_READ = 50;

export interface RenewalGround {
  found: Found;
  counters: ReadRow<typeof summaries>;
  /** By 受付番号. */
  rows: Map<string, ReadRow<typeof renewals>>;
  people: Map<string, KnownPerson>;
  /** Rows of 有効期間 of these people. */
  periods: ReadRow<typeof periods>[];
  /** Their rows of 証書, where an approval is undone. */
  certificates: ReadRow<typeof certificates>[];
  /** Notices of 更新 about these applications that have not left. */
  waiting: ReadRow<typeof notices>[];
  /** The person with what is in force. */
  renewer(person: KnownPerson): Renewer;
}

/** Reads applications at their hints, else where they are found; DomainError `HEADERS_BROKEN`. */
export function readApplications(receipts: readonly string[], hints: Readonly<Record<string, number>> = {}) {
  const counters = { tab: summaries, rows: [COUNTER_ROW] };
  const toRead = (found: Found, rows: readonly ReadRow<typeof renewals>[]) => ({
    counters: found.row(summaries, COUNTER_ROW),
    rows: new Map(rows.map((row) => [row.values.receipt, row] as const)),
  });
  const hinted = [...new Set(receipts.flatMap((receipt) => hints[receipt] ?? []))];
  if (hinted.length > 0) {
    const found = readForDecision([{ tab: renewals, rows: hinted }, counters]);
    const near = toRead(
      found,
      hinted.map((row) => found.row(renewals, row)),
    );
    if (receipts.every((receipt) => near.rows.has(receipt))) return near;
  }
  const { found, rows } = readKeyed(renewals, receipts, [counters]);
  return toRead(found, rows);
}

/** All that belongs to these applications; `undo`: also the rows an approval made. */
export function readRenewalGround(
  { counters, rows }: ReturnType<typeof readApplications>,
  undo: boolean,
): RenewalGround {
  const numbers = [...new Set([...rows.values()].map(({ values }) => values.number))];
  const summaryRows = findSummariesOf(numbers);
  const few = numbers.length <= MOST_READ;
  const { found, rowsOf } = readRowsOf(
    [periods, ...(undo ? [certificates] : []), ...(few ? [points] : [])],
    numbers,
    [
      { tab: summaries, rows: summaryRows },
      { tab: notices },
      { tab: certificates },
      { tab: operations },
      { tab: renewals },
      { tab: history },
    ],
  );
  const people = knownPeople(found, summaryRows);
  const everybodys = <T extends Tab>(tab: T) => numbers.flatMap((number) => rowsOf(tab, number));
  return {
    ...{ found, counters, rows, people },
    periods: everybodys(periods),
    certificates: undo ? everybodys(certificates) : [],
    waiting:
      undo || [...people.values()].some(({ summary }) => mayWait(summary))
        ? readUntold('更新', [...rows.keys()])
        : [],
    renewer: ({ ledger, summary }) => {
      const known = renewerOf(summary, ledger);
      const read = [...rows.values()].map(({ values }) => inForceRenewal(values, summary).values);
      return {
        ledger,
        periods: rowsOf(periods, ledger.number).map(({ values }) => values),
        records: few
          ? rowsOf(points, ledger.number).map((row) => inForce(row, summary).values)
          : summary.trimmed
            ? readRecords(ledger.number, summary)
            : known.records,
        renewals: known.renewals.map((each) => read.find(({ receipt }) => receipt === each.receipt) ?? each),
      };
    },
  };
}

/** All rows of ポイント of somebody of whom 要約 has not all, with what is in force. */
function readRecords(number: string, summary: Summary): RowOf<typeof points>[] {
  return readBelonging([points], number, [])
    .rowsOf(points)
    .map((row) => inForce(row, summary).values);
}
