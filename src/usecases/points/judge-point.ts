/** Whether a decision about an application may be taken, and what it writes. Nothing is read or written here. */
import { changeState, correctionDeadline, mayBecome, standingOf } from '../../domain/application-state';
import { findEvent } from '../../domain/activity';
import { isDay } from '../../domain/fields/date';
import { dayOfInstant } from '../../domain/fields/instant';
import type { Period } from '../../domain/period';
import { countPoints, pointsToGrant } from '../../domain/points';
import type { PointOutcome } from '../../notices/point-results';
import { now } from '../../platform/clock';
import type { ReadRow } from '../../sheets/row';
import type { points, RowOf } from '../../sheets/schema';
import type { Rules } from '../installation/rules';
import { inForce } from './in-force';
import type { KnownPerson } from './known-people';
import type { PointGround } from './point-ground';

/** What the office turns an application into; 取下げ only in the cell, when somebody withdraws by telephone. */
export type PointDecision = '承認' | '差戻し' | '不承認' | '取消' | '申請中' | '取下げ';

/** As the contract tells it. */
export type PointSkip = 'NOT_FOUND' | 'DECIDED' | 'NO_PERSON' | 'NO_POINTS' | 'NO_EVIDENCE' | 'NO_REASON';

export interface WantedDecision {
  receipt: string;
  decision: PointDecision;
  /** 確認者 */
  by: string;
  reason?: string | undefined;
  request?: string | undefined;
  fixBy?: string | undefined;
  granted?: number | undefined;
  match?: string | undefined;
}

export interface PointWrite {
  row: ReadRow<typeof points>;
  set: Partial<RowOf<typeof points>>;
  /** What the person is told, if anything. */
  outcome: PointOutcome | undefined;
  /** A word somebody had typed that this decision replaces. */
  replaced: string | undefined;
}

/** `state`: the one in force. */
export function judgePoint(
  wanted: WantedDecision,
  ground: PointGround,
  rules: Rules,
): { skip?: PointSkip; state: string; write?: PointWrite } {
  const { decision, by, reason = '', request = '', match } = wanted;
  const row = ground.rows.get(wanted.receipt);
  if (!row) return { skip: 'NOT_FOUND', state: '' };
  const person = ground.people.get(row.values.number);
  if (!person) return { skip: 'NO_PERSON', state: standingOf(row.values).state };
  const { values, wish } = inForce(row, person.summary);
  const { state } = standingOf(values);
  if (!mayBecome('ポイント', state, '事務局', false).includes(decision)) return { skip: 'DECIDED', state };
  if (['差戻し', '不承認', '取消'].includes(decision) && reason === '') return { skip: 'NO_REASON', state };
  const approved = decision === '承認';
  if (approved && values.evidenceState === '郵送待ち') return { skip: 'NO_EVIDENCE', state };
  const grant = approved ? grantOf(values, wanted.granted, person, ground, rules) : null;
  if (grant && grant.points === null) return { skip: 'NO_POINTS', state };
  const at = now();
  const fixBy = decision === '差戻し' ? fixByOf(wanted.fixBy, dayOfInstant(at), rules) : '';
  const text = [reason, request].filter((part) => part !== '').join('　');
  const change = { to: decision, who: '事務局', at, by, fixBy, reason: text } as const;
  return {
    state,
    write: {
      row,
      set: {
        ...changeState('ポイント', values, change, false),
        // What is taken back keeps its figure.
        ...(decision === '取消' ? {} : { granted: grant?.points ?? null }),
        ...(match === undefined ? {} : { match }),
      },
      outcome:
        decision === '申請中' || decision === '取下げ'
          ? undefined
          : {
              ...{ receipt: wanted.receipt, decision, title: values.title, attendedOn: values.attendedOn },
              ...{ granted: grant?.points ?? null, course: grant?.course ?? false, reason, request, fixBy },
            },
      replaced: wish !== undefined && wish !== decision ? wish : undefined,
    },
  };
}

/** 補正期限: the day given, unless it has passed. */
function fixByOf(given: string | undefined, today: string, { settings }: Rules): string {
  const fits = given !== undefined && isDay(given) && given >= today;
  return fits ? given : correctionDeadline(today, settings.correctionDays);
}

/**
 * What the office said (a figure typed into 承認ポイント too), else what the rules of the day of application give; null
 * where a person must say.
 */
function grantOf(
  values: RowOf<typeof points>,
  said: number | undefined,
  person: KnownPerson,
  ground: PointGround,
  rules: Rules,
): { points: number | null; course: boolean } {
  const others = (ground.records.get(values.number) ?? [])
    .map((row) => inForce(row, person.summary).values)
    .filter(({ receipt }) => receipt !== values.receipt);
  const periods = ground.periodsOf(person);
  const granted = worthOf({ ...values, granted: said ?? values.granted }, others, periods, rules);
  const decided = { ...values, state: '承認', decidedAt: now(), fixBy: '', granted };
  const counted = countPoints([...others, decided], periods, rules);
  return { points: granted, course: counted.some(({ record, course }) => course && record === decided) };
}

/** What an application that waits is worth: the figure somebody entered, else what the rules give; null: nobody has said. */
export function worthOf(
  values: RowOf<typeof points>,
  others: readonly RowOf<typeof points>[],
  periods: readonly Period[],
  rules: Rules,
): number | null {
  if (values.granted !== null) return values.granted;
  const event = findEvent(rules.events, values);
  return pointsToGrant(values, others, periods, rules, event?.points ?? null);
}
