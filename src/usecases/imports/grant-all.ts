/** What rows of 受講履歴 give one person by themselves, with the one notice that tells her. */
import { dayOfInstant } from '../../domain/fields/instant';
import type { PointOutcome } from '../../notices/point-results';
import { now } from '../../platform/clock';
import type { RowAppend } from '../../sheets/commit';
import type { Found } from '../../sheets/read';
import { points } from '../../sheets/schema';
import type { Summary } from '../../sheets/summary';
import type { Rules } from '../installation/rules';
import { pointsOf, type KnownPerson } from '../points/known-people';
import { standingOn } from '../points/person-points';
import { noticeOf } from '../points/point-notice';
import type { Numbering } from '../summary/numbering';
import { knownRows } from '../summary/person-rows';
import { wholeSummary } from '../summary/whole-summaries';
import { grantAttended, type AttendedRow } from './grant-attended';

/** Who writes it, by which rules, and what was read under the lock: the headers of ポイント and 通知 among it. */
export interface Granting {
  found: Found;
  staffName: string;
  rules: Rules;
  numbering: Numbering;
}

/** The awards one after the other, each on the ground of those before it. `summary`: 要約 as the rows themselves leave it. */
export function grantAll(
  rows: readonly AttendedRow[],
  person: KnownPerson,
  summary: Summary,
  { found, staffName, rules, numbering }: Granting,
): { summary: Summary; appends: RowAppend[]; granted: number } {
  const appends: RowAppend[] = [];
  const outcomes: PointOutcome[] = [];
  let after = summary;
  // Of somebody of whom 要約 has not all, what was granted long ago must not be granted again.
  const before = knownRows(wholeSummary(person.ledger.number, summary), points);
  for (const row of rows) {
    const fresh = knownRows(after, points).filter(
      ({ receipt }) => !before.some((one) => one.receipt === receipt),
    );
    const ground = { person, summary: after, others: [...before, ...fresh] };
    const grant = grantAttended(row, ground, found.headers(points), staffName, rules, numbering);
    if (!grant) continue;
    after = grant.summary;
    appends.push(grant.append);
    outcomes.push(grant.outcome);
  }
  if (outcomes.length === 0) return { summary, appends, granted: 0 };
  const standing = standingOn(pointsOf({ ...person, summary: after }), dayOfInstant(now()), rules);
  const addressee = { ledger: person.ledger, summary: after, standing };
  const notice = noticeOf(addressee, outcomes, { notices: [], found }, rules, numbering);
  return {
    summary: notice.summary,
    appends: [...appends, ...notice.appends],
    granted: outcomes.length,
  };
}
