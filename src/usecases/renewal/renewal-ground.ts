/** What a decision about renewals needs, read under the lock: the applications, the people, their rows. */
import { findAny, findExact } from '../../sheets/find';
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
import { ownRows } from '../points/own-rows';
import { mayWait, readUntold } from '../sending/untold';
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
  const read = (rows: readonly number[]) => {
    const found = readForDecision([
      { tab: renewals, rows },
      { tab: summaries, rows: [COUNTER_ROW] },
    ]);
    const own = rows.map((row) => found.row(renewals, row));
    return {
      counters: found.row(summaries, COUNTER_ROW),
      rows: new Map(own.map((row) => [row.values.receipt, row] as const)),
    };
  };
  const hinted = [...new Set(receipts.flatMap((receipt) => hints[receipt] ?? []))];
  const near = hinted.length > 0 ? read(hinted) : undefined;
  if (near && receipts.every((receipt) => near.rows.has(receipt))) return near;
  return read([...new Set([...hinted, ...findAny(renewals, receipts)])]);
}

/** All that belongs to these applications; `undo`: also the rows an approval made. */
export function readRenewalGround(
  { counters, rows }: ReturnType<typeof readApplications>,
  undo: boolean,
): RenewalGround {
  const numbers = [...new Set([...rows.values()].map(({ values }) => values.number))];
  const summaryRows = findSummariesOf(numbers);
  const few = numbers.length <= MOST_READ;
  const places = [
    { tab: summaries, rows: summaryRows },
    { tab: notices },
    { tab: periods, rows: findAny(periods, numbers) },
    { tab: certificates, rows: undo ? findAny(certificates, numbers) : [] },
    ...(few ? [{ tab: points, rows: findAny(points, numbers) }] : []),
  ];
  const found = readForDecision([...places, { tab: operations }, { tab: renewals }, { tab: history }]);
  const people = knownPeople(found, summaryRows);
  const rowsOf = <T extends Tab>(tab: T) => {
    const place: { rows?: number[] } | undefined = places.find(({ tab: { title } }) => title === tab.title);
    return (place?.rows ?? []).map((row) => found.row(tab, row));
  };
  const own = <T extends Tab>(tab: T, number: string) =>
    rowsOf(tab)
      .map(({ values }) => values as RowOf<T> & { number: string })
      .filter((values) => values.number === number);
  const pointRows = rowsOf(points);
  return {
    ...{ found, counters, rows, people },
    periods: rowsOf(periods),
    certificates: rowsOf(certificates),
    waiting:
      undo || [...people.values()].some(({ summary }) => mayWait(summary))
        ? readUntold('更新', [...rows.keys()])
        : [],
    renewer: ({ ledger, summary }) => {
      const known = renewerOf(summary, ledger);
      const read = [...rows.values()].map(({ values }) => inForceRenewal(values, summary).values);
      return {
        ledger,
        periods: own(periods, ledger.number),
        records: few
          ? pointRows
              .filter(({ values }) => values.number === ledger.number)
              .map((row) => inForce(row, summary).values)
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
  const rows = findExact(points, number);
  return ownRows(readForDecision([{ tab: points, rows }]), points, rows, number).map(
    (row) => inForce(row, summary).values,
  );
}
