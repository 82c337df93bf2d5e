/** 申請なしで付与: what an imported row gives by itself, where its 区分 says so. */
import { daysOverlap, sameActivity } from '../../domain/activity';
import { standingOf } from '../../domain/application-state';
import { categoryOn } from '../../domain/category';
import { dayOfInstant } from '../../domain/fields/instant';
import type { Period } from '../../domain/period';
import { pointsToGrant } from '../../domain/points';
import type { PointOutcome } from '../../notices/point-results';
import { now } from '../../platform/clock';
import type { RowAppend } from '../../sheets/commit';
import type { Headers } from '../../sheets/headers';
import { points, type RowOf } from '../../sheets/schema';
import type { Summary } from '../../sheets/summary';
import type { Numbering } from '../summary/numbering';
import { appendPersonRow } from '../summary/person-rows';
import type { KnownPerson } from '../points/known-people';
import type { Rules } from '../installation/rules';
import type { ListedRow } from './match-list';

type PointRow = RowOf<typeof points>;

export interface Granted {
  append: RowAppend;
  summary: Summary;
  outcome: PointOutcome;
}

/** A row of a list or of 受講履歴, with what it came to. */
export interface AttendedRow extends Pick<ListedRow, 'result' | 'activity'> {
  row: { presence: string; hours: number | null };
}

/** Who gets it, 要約 so far, and all the person's rows of ポイント. */
export interface GrantGround {
  person: KnownPerson;
  summary: Summary;
  others: readonly PointRow[];
  periods: readonly Period[];
}

/** The award of one row; undefined where the 区分 asks for an application, or the person has it already. */
export function grantAttended(
  { result, activity, row }: AttendedRow,
  { person, summary, others, periods }: GrantGround,
  headers: Headers,
  staffName: string,
  rules: Rules,
  numbering: Numbering,
): Granted | undefined {
  const today = dayOfInstant(now());
  const category = categoryOn(rules.categories, activity.category, '', today);
  if (result !== '一致' || row.presence !== '出席' || !category?.withoutApplying) return undefined;
  const days = { attendedOn: activity.attendedOn, endedOn: '' };
  const has = others.some(
    (other) =>
      ['申請中', '差戻し', '承認'].includes(standingOf(other).state) &&
      sameActivity(other, activity) &&
      daysOverlap(other, days),
  );
  if (has) return undefined;
  const blank = { role: '', endedOn: '', claimed: null, granted: null, fixBy: '', appliedAt: null };
  const record = {
    ...activity,
    ...blank,
    ...{ receipt: '', hours: row.hours, state: '承認', receivedOn: today, decidedAt: now() },
  };
  const event = rules.events.find(({ eventCode }) => eventCode !== '' && eventCode === activity.eventCode);
  const worth = pointsToGrant(record, others, periods, rules, event?.points ?? null);
  if (worth === null) return undefined;
  const receipt = numbering.receipt('P');
  const values: Partial<PointRow> = {
    ...record,
    ...{ receipt, number: person.ledger.number, name: person.ledger.name, claimed: worth, granted: worth },
    ...{
      evidenceState: '不要',
      match: '一致',
      appliedAt: now(),
      decidedBy: staffName,
      enteredBy: '受講履歴',
    },
  };
  const written = appendPersonRow(summary, points, headers, values, numbering.near(points));
  return {
    append: written.append,
    summary: written.summary,
    outcome: {
      ...{ receipt, decision: '承認', title: activity.title, attendedOn: activity.attendedOn },
      ...{ granted: worth, course: category.course && worth === 0, reason: '', request: '', fixBy: '' },
    },
  };
}
