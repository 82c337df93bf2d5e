/** One notice for all decisions about one person that have not left yet: a later decision joins the row that waits. */
import { dayOfInstant, isoOfInstant } from '../../domain/fields/instant';
import { reachOf } from '../../domain/reach';
import { sendingTime } from '../../domain/sending-time';
import { kindOf, resultFields, subjectOf, type PointOutcome } from '../../notices/point-results';
import { now } from '../../platform/clock';
import { append, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import type { ReadRow } from '../../sheets/row';
import { notices, type ledger, type RowOf } from '../../sheets/schema';
import { withNotice, withoutNotice, type Summary } from '../../sheets/summary';
import { outcomesOf, type OutcomeContent } from '../sending/told-outcomes';
import type { Numbering } from '../summary/numbering';
import type { Rules } from '../installation/rules';
import type { standingOn } from './person-points';
import type { PointGround } from './point-ground';

/** Whom it concerns, and what is known for the text. */
interface Addressee {
  /** 台帳 as last seen. */
  ledger: RowOf<typeof ledger>;
  summary: Summary;
  standing: ReturnType<typeof standingOn>;
}

interface PointNotice {
  updates: RowUpdate[];
  appends: RowAppend[];
  summary: Summary;
  /** How and when (epoch ms) it leaves; undefined when nobody is written to. */
  by?: 'メール' | '郵送';
  dueAt?: number;
}

type NoticeRow = ReadRow<typeof notices>;

/** States of a notice the person has, or will have before anybody can stop it. */
const TOLD: readonly string[] = ['送信中', '送信済', '不達', '投函済'];

/**
 * Adds outcomes to what waits, or makes a new notice. A decision taken back is told only to somebody who was told of it;
 * one taken back before its notice left leaves no trace.
 */
export function noticeOf(
  { ledger: person, summary, standing }: Addressee,
  fresh: readonly PointOutcome[],
  { notices: rows, found }: Pick<PointGround, 'notices' | 'found'>,
  rules: Rules,
  numbering: Numbering,
): PointNotice {
  const at = now();
  const reach = reachOf(person);
  const own = rows.filter(({ values }) => values.number === person.number);
  const waiting = fresh.length > 0 ? own.find((row) => isWaiting(row, at)) : undefined;
  const receipts = fresh.map(({ receipt }) => receipt);
  const outcomes = [
    ...(waiting ? outcomesOf(waiting) : []).filter(({ receipt }) => !receipts.includes(receipt)),
    ...fresh.filter(
      ({ decision, receipt }) =>
        decision !== '取消' ||
        wasTold(
          own.filter((row) => row !== waiting),
          receipt,
        ),
    ),
  ];
  const left = waiting ? withoutNotice(summary, waiting.values) : summary;
  if (waiting && outcomes.length === 0)
    return {
      ...{ updates: [update(waiting, { state: '取りやめ', dueAt: null })], appends: [], summary: left },
    };
  if (!reach || outcomes.length === 0) return { updates: [], appends: [], summary };
  const dueAt = sendingTime(at, rules);
  const notice = waiting?.values.notice ?? numbering.notice();
  const content: OutcomeContent = {
    fields: { 氏名: person.name, ...resultFields(outcomes, standing, dayOfInstant(at)) },
    outcomes,
  };
  const row = {
    number: person.number,
    kind: kindOf(outcomes),
    by: reach.by,
    to: reach.by === 'メール' ? reach.to : '',
    about: outcomes.map(({ receipt }) => receipt).join(' '),
    fields: JSON.stringify(content),
    state: reach.by === 'メール' ? '送信待ち' : '郵送待ち',
    dueAt,
    tries: 0,
  };
  return {
    updates: waiting ? [update(waiting, row)] : [],
    appends: waiting ? [] : [append(notices, found.headers(notices), { notice, ...row })],
    summary: withNotice(left, { at: isoOfInstant(dueAt), subject: subjectOf(outcomes), notice }),
    by: reach.by,
    dueAt,
  };
}

/** A mail until it leaves; a letter while nobody can have printed it. */
function isWaiting(row: NoticeRow, at: number): boolean {
  const { state, dueAt } = row.values;
  return (state === '送信待ち' || (state === '郵送待ち' && (dueAt ?? 0) > at)) && outcomesOf(row).length > 0;
}

/** Whether the last the person was told of the application is a decision. */
function wasTold(own: readonly NoticeRow[], receipt: string): boolean {
  const told = own
    .filter(({ values }) => TOLD.includes(values.state) || values.state === '郵送待ち')
    .sort((a, b) => (a.values.notice < b.values.notice ? -1 : 1))
    .flatMap(outcomesOf)
    .filter((outcome) => outcome.receipt === receipt);
  return (told[told.length - 1]?.decision ?? '取消') !== '取消';
}
