/** A new application of ポイント, from the phone or from paper: checked, its points by the rules of its 受付日. */
import { daysOverlap, sameActivity } from '../../domain/activity';
import { standingOf } from '../../domain/application-state';
import { DomainError } from '../../domain/errors';
import { checkPointForm, type PointForm } from '../../domain/fields/point-application';
import { pointsToGrant } from '../../domain/points';
import { now } from '../../platform/clock';
import type { ReadRow } from '../../sheets/row';
import { points } from '../../sheets/schema';
import { readSummary } from '../../sheets/summary';
import type { Numbering } from '../summary/numbering';
import type { Person } from '../summary/people';
import { appendPersonRow } from '../summary/person-rows';
import type { Rules } from '../installation/rules';
import type { OwnGround } from './own-rows';
import { choicesOn, periodsOf } from './person-points';

type Ground = Pick<OwnGround<typeof points>, 'person' | 'rows' | 'found'>;
type PointRow = ReadRow<typeof points>;

interface Application {
  form: PointForm;
  receivedOn: string;
  enteredBy: '本人' | '事務局';
}

interface EvidenceCells {
  evidence: string;
  evidenceState: string;
}

/** The row, the summary that knows it, and its 受付番号. DomainError `INVALID` (fields; activity DUPLICATE). */
export function newPointRow(
  { form, receivedOn, enteredBy }: Application,
  evidence: EvidenceCells,
  { person, rows, found }: Ground,
  rules: Rules,
  numbering: Numbering,
) {
  const values = requireForm(form, person, rules, receivedOn);
  requireNew(values, rows, undefined);
  const receipt = numbering.receipt('P');
  const { number, name } = person.ledger.values;
  const row = {
    ...{ receipt, number, name },
    ...activityCells(values, receivedOn, person, rows, rules),
    ...evidence,
    ...{ state: '申請中', receivedOn, appliedAt: now(), enteredBy },
  };
  const summary = readSummary(person.summary.values.summary);
  return {
    ...appendPersonRow(summary, points, found.headers(points), row, numbering.near(points)),
    receipt,
  };
}

/** The form as it is stored. DomainError `INVALID` (PointCode by field). */
export function requireForm(form: PointForm, person: Person, rules: Rules, day: string): PointForm {
  const event = eventOf(form, rules);
  const named = event
    ? { ...form, title: event.title, host: event.host || form.host }
    : { ...form, eventCode: '' };
  const [period] = periodsOf([], person.ledger.values);
  const { start, end } = period ?? { start: '', end: '' };
  const ground = { choices: choicesOn(rules, day), today: day, start, end };
  const { values, problems } = checkPointForm(named, ground);
  if (problems.size > 0) throw new DomainError('INVALID', Object.fromEntries(problems));
  return values;
}

/** The very same activity twice is no second application; what only looks alike a person judges (重複の疑い). */
export function requireNew(values: PointForm, rows: readonly PointRow[], except: string | undefined): void {
  const same = rows.find(
    ({ values: other }) =>
      other.receipt !== except &&
      ['申請中', '差戻し', '承認'].includes(standingOf(other).state) &&
      other.role === values.role &&
      sameActivity(other, values) &&
      daysOverlap(other, values),
  );
  if (same) throw new DomainError('INVALID', { activity: 'DUPLICATE' });
}

/** Cells of the activity; 申請ポイント is what the rules of the day of application give. */
export function activityCells(
  form: PointForm,
  day: string,
  person: Person,
  rows: readonly PointRow[],
  rules: Rules,
) {
  const activity = { ...form, hours: form.hours === '' ? null : Number(form.hours) };
  const record = {
    ...activity,
    ...{ receipt: '', claimed: null, granted: null, state: '申請中', receivedOn: day },
    ...{ appliedAt: null, decidedAt: null, fixBy: '' },
  };
  const others = rows.map(({ values }) => values);
  const periods = periodsOf([], person.ledger.values);
  const worth = pointsToGrant(record, others, periods, rules, eventOf(form, rules)?.points ?? null);
  return { ...activity, claimed: worth };
}

function eventOf({ eventCode }: PointForm, { events }: Rules) {
  return eventCode === '' ? undefined : events.find((event) => event.eventCode === eventCode);
}
