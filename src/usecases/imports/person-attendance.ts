/** What an imported list writes of each person: rows of 受講履歴, what they give by themselves, and 要約 that keeps both. */
import { now } from '../../platform/clock';
import { update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import type { ReadRow } from '../../sheets/row';
import { attendance, notices, periods, points, summaries, type RowOf } from '../../sheets/schema';
import { writeSummary } from '../../sheets/summary';
import type { Rules } from '../installation/rules';
import { findSummariesOf, knownPeople } from '../points/known-people';
import { readRowsOf } from '../summary/keyed-rows';
import type { Numbering } from '../summary/numbering';
import { appendPersonRow, updatePersonRow } from '../summary/person-rows';
import { grantAll } from './grant-all';
import type { ListedRow } from './match-list';
import type { ImportGround } from './registrants';

/** A row of a list as 受講履歴 holds it. */
export function rowOf(
  { row, number, activity }: ListedRow,
  record: string,
): Partial<RowOf<typeof attendance>> {
  return {
    ...{ record, number, name: row.name, kana: row.kana },
    ...activity,
    ...{ presence: row.presence, hours: row.hours, importedAt: now() },
  };
}

/** A corrected 出欠 in the row that is held. */
export function correctionOf({ row }: ListedRow): Partial<RowOf<typeof attendance>> {
  return { presence: row.presence, hours: row.hours, importedAt: now() };
}

/** The rows of 受講履歴, what they give by themselves, and what 要約 keeps of both, person by person. */
export function personWrites(
  taken: readonly ListedRow[],
  { found: ground }: ImportGround,
  heldRows: ReadonlyMap<string, ReadRow<typeof attendance>>,
  staffName: string,
  rules: Rules,
  numbering: Numbering,
) {
  const numbers = [...new Set(taken.map(({ number }) => number))];
  const summaryRows = findSummariesOf(numbers);
  const { found, rowsOf } = readRowsOf([points, periods], numbers, [
    { tab: summaries, rows: summaryRows },
    { tab: notices },
  ]);
  const people = knownPeople(found, summaryRows);
  const updates: RowUpdate[] = [];
  const appends: RowAppend[] = [];
  const granting = { found, rowsOf, staffName, rules, numbering };
  let granted = 0;
  for (const [number, person] of people) {
    let { summary } = person;
    const own = taken.filter((each) => each.number === number);
    for (const one of own) {
      const held = one.corrects === '' ? undefined : heldRows.get(one.corrects);
      if (held) {
        const corrected = updatePersonRow(summary, held, { ...correctionOf(one), number });
        summary = corrected.summary;
        updates.push(corrected.update);
        continue;
      }
      const row = rowOf(one, numbering.record());
      const written = appendPersonRow(summary, attendance, ground.headers(attendance), row);
      summary = written.summary;
      appends.push(written.append);
    }
    const given = grantAll(own, person, summary, granting);
    summary = given.summary;
    appends.push(...given.appends);
    granted += given.granted;
    updates.push(update(person.row, { summary: writeSummary(summary) }));
  }
  return { updates, appends, granted };
}
