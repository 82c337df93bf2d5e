/** What decisions about applications rest on, read under the lock: all rows of ポイント of the people, 要約, notices. */
import type { Period } from '../../domain/period';
import type { Found } from '../../sheets/read';
import { findEach, readFound, type Find } from '../../sheets/read-found';
import type { ReadRow } from '../../sheets/row';
import { COUNTER_ROW, history, notices, operations, periods, points, summaries } from '../../sheets/schema';
import { findTogether, readKeyed } from '../summary/keyed-rows';
import { findSummariesOf, knownPeople, type KnownPerson } from './known-people';
import { periodsOf } from './person-points';

type PointRow = ReadRow<typeof points>;

export interface PointGround {
  found: Found;
  counters: ReadRow<typeof summaries>;
  people: Map<string, KnownPerson>;
  /** By 受付番号, the one asked for if it was found. */
  rows: Map<string, PointRow>;
  /** All rows of those people, by 登録番号. */
  records: Map<string, PointRow[]>;
  /** 有効期間 of one of those people, as the tab has them. */
  periodsOf(person: KnownPerson): Period[];
  /** Rows of 通知: of few people their latest, of many those that wait. */
  notices: ReadRow<typeof notices>[];
}

/** So many people's notices are looked at one by one: who was told what. */
const FEW = 5;
const LATEST_NOTICES = 30;

/**
 * Of the people told (登録番号 as last seen; spares two contacts), and of whoever else an application belongs to. `told` of
 * every notice of many people where `everything`.
 */
export function readPointGround(
  receipts: readonly string[],
  told: readonly string[],
  everything: boolean,
): PointGround {
  const ground = told.length > 0 ? readOf([...new Set(told)], everything) : undefined;
  const lost = receipts.filter((receipt) => !ground?.rows.has(receipt));
  if (ground && lost.length === 0) return ground;
  const near = lost.length === 0 ? [] : readKeyed(points, lost, []).rows;
  if (ground && near.length === 0) return ground;
  const numbers = near.map(({ values }) => values.number);
  return readOf([...new Set([...told, ...numbers])], everything);
}

function readOf(numbers: readonly string[], everything: boolean): PointGround {
  const summaryRows = findSummariesOf(numbers);
  const few = numbers.length <= FEW;
  const { found, rowsOf } = readFound(
    [
      { tab: points, texts: numbers },
      { tab: periods, texts: numbers },
      few
        ? { tab: notices, texts: numbers, last: LATEST_NOTICES }
        : { tab: notices, texts: everything ? numbers : ['送信待ち', '郵送待ち'] },
    ],
    [{ tab: summaries, rows: [COUNTER_ROW, ...summaryRows] }, { tab: history }, { tab: operations }],
    few ? findFew : findEach,
  );
  const records = new Map<string, PointRow[]>();
  for (const row of rowsOf(points)) {
    const { number } = row.values;
    if (numbers.includes(number)) records.set(number, [...(records.get(number) ?? []), row]);
  }
  const periodRows = rowsOf(periods);
  return {
    found,
    counters: found.row(summaries, COUNTER_ROW),
    // Numbers that differ by leading zeros are others.
    people: new Map([...knownPeople(found, summaryRows)].filter(([number]) => numbers.includes(number))),
    rows: new Map([...records.values()].flat().map((row) => [row.values.receipt, row] as const)),
    records,
    periodsOf: ({ ledger: own }) =>
      periodsOf(
        periodRows.filter(({ raw }) => String(raw.number) === own.number).map(({ values }) => values),
        own,
      ),
    notices: rowsOf(notices),
  };
}

/** ポイント and 有効期間 in one contact. */
const findFew: Find = ([own, terms, ...others]) => [
  ...findTogether([own, terms].filter((search) => search !== undefined)),
  ...findEach(others),
];
