/** Everybody in 台帳 as an imported list is matched with: read once for the whole list. */
import type { ImportRegistrant } from '../../domain/attendance-import';
import { numberKey } from '../../domain/fields/number';
import { readForDecision, type Found } from '../../sheets/read';
import { findExact } from '../../sheets/find';
import {
  attendance,
  COUNTER_ROW,
  history,
  ledger,
  periods,
  summaries,
  type RowOf,
} from '../../sheets/schema';
import { periodsOf } from '../points/person-points';

export interface ImportGround {
  found: Found;
  registrants: ImportRegistrant[];
  ledger: Map<string, RowOf<typeof ledger>>;
  attendance: RowOf<typeof attendance>[];
}

/** 台帳, 有効期間, 受講履歴 and the former names of 変更履歴, in two contacts. */
export function readImportGround(): ImportGround {
  const nameLines = findExact(history, ledger.columns.name.header);
  const found = readForDecision([
    ...[ledger, periods, attendance].map((tab) => ({ tab, whole: true })),
    { tab: history, rows: nameLines },
    { tab: summaries, rows: [COUNTER_ROW] },
  ]);
  const people = found.rows(ledger).map(({ values }) => values);
  const ends = groupBy(found.rows(periods).map(({ values }) => values));
  const renamed = groupBy(
    nameLines
      .map((row) => found.row(history, row).values)
      .filter(({ item, before }) => item === ledger.columns.name.header && before !== ''),
  );
  return {
    found,
    ledger: new Map(people.map((person) => [person.number, person])),
    registrants: people
      .filter(({ number }) => number !== '')
      .map((person) => ({
        number: person.number,
        names: [person.name, ...(renamed.get(numberKey(person.number)) ?? []).map(({ before }) => before)],
        kana: person.kana,
        birthDate: person.birthDate,
        periods: periodsOf(ends.get(numberKey(person.number)) ?? [], person),
      })),
    attendance: found.rows(attendance).map(({ values }) => values),
  };
}

function groupBy<T extends { number: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = numberKey(row.number);
    const group = groups.get(key) ?? [];
    group.push(row);
    groups.set(key, group);
  }
  return groups;
}
