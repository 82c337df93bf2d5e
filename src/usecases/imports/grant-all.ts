/** What rows of 受講履歴 give one person by themselves, with the one notice that tells her. */
import { dayOfInstant } from '../../domain/fields/instant';
import type { Period } from '../../domain/period';
import type { PointOutcome } from '../../notices/point-results';
import { now } from '../../platform/clock';
import type { RowAppend } from '../../sheets/commit';
import type { Found } from '../../sheets/read';
import { periods, points } from '../../sheets/schema';
import type { Summary } from '../../sheets/summary';
import type { Rules } from '../installation/rules';
import { inForce } from '../points/in-force';
import { pointsOf, type KnownPerson } from '../points/known-people';
import type { RowsOf } from '../summary/keyed-rows';
import { periodsOf, standingOn } from '../points/person-points';
import { noticeOf } from '../points/point-notice';
import type { Numbering } from '../summary/numbering';
import { knownRows } from '../summary/person-rows';
import { grantAttended, type AttendedRow } from './grant-attended';

/** Who writes it, by which rules, and what was read under the lock: the headers of ポイント and 通知 among it. */
export interface Granting {
  found: Found;
  /** Of ポイント and 有効期間 of these people. */
  rowsOf: RowsOf;
  staffName: string;
  rules: Rules;
  numbering: Numbering;
}

/** The awards one after the other, each on the ground of those before it. `summary`: 要約 as the rows themselves leave it. */
export function grantAll(
  rows: readonly AttendedRow[],
  person: KnownPerson,
  summary: Summary,
  { found, rowsOf, staffName, rules, numbering }: Granting,
): { summary: Summary; appends: RowAppend[]; granted: number } {
  const appends: RowAppend[] = [];
  const outcomes: PointOutcome[] = [];
  let after = summary;
  const records = rowsOf(points, person.ledger.number).map((row) => inForce(row, summary).values);
  const own = ownPeriods(person, rowsOf);
  const fresh = () =>
    knownRows(after, points).filter(({ receipt }) => outcomes.some((one) => one.receipt === receipt));
  for (const row of rows) {
    const ground = { person, summary: after, others: [...records, ...fresh()], periods: own };
    const grant = grantAttended(row, ground, found.headers(points), staffName, rules, numbering);
    if (!grant) continue;
    after = grant.summary;
    appends.push(grant.append);
    outcomes.push(grant.outcome);
  }
  if (outcomes.length === 0) return { summary, appends, granted: 0 };
  const known = { ...pointsOf({ ...person, summary: after }, [...records, ...fresh()]), periods: own };
  const standing = standingOn(known, dayOfInstant(now()), rules);
  const addressee = { ledger: person.ledger, summary: after, standing };
  const notice = noticeOf(addressee, outcomes, { notices: [], found }, rules, numbering);
  return {
    summary: notice.summary,
    appends: [...appends, ...notice.appends],
    granted: outcomes.length,
  };
}

/** 有効期間 of the person, as the tab has it. */
export function ownPeriods({ ledger }: Pick<KnownPerson, 'ledger'>, rowsOf: RowsOf): Period[] {
  return periodsOf(
    rowsOf(periods, ledger.number).map(({ values }) => values),
    ledger,
  );
}
