/** One notice for all decisions about one person that have not left yet: a later decision joins the row that waits. */
import { dayOfInstant, isoOfInstant } from '../../domain/fields/instant';
import { reachOf } from '../../domain/reach';
import { sendingTime } from '../../domain/sending-time';
import { kindOf, resultFields, subjectOf, type PointOutcome } from '../../notices/point-results';
import { now } from '../../platform/clock';
import { append, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import type { Found } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { notices, type ledger, type RowOf } from '../../sheets/schema';
import { withNotice, withoutNotice, type Summary } from '../../sheets/summary';
import { readContent, type NoticeContent } from '../notice-rows';
import type { Numbering } from '../numbering';
import type { Rules } from '../rules';
import type { standingOn } from './person-points';

/** 差込 of such a notice. */
interface ResultContent extends NoticeContent {
  outcomes?: PointOutcome[];
}

/** Whom it concerns, and what is known for the text. */
export interface Addressee {
  /** 台帳 as last seen. */
  ledger: RowOf<typeof ledger>;
  summary: Summary;
  standing: ReturnType<typeof standingOn>;
}

export interface PointNotice {
  updates: RowUpdate[];
  appends: RowAppend[];
  summary: Summary;
  /** When it leaves, epoch ms; undefined when nobody is written to. */
  dueAt: number | undefined;
}

/** The row that still waits for this person, if there is one. */
export function waitingOf(
  rows: readonly ReadRow<typeof notices>[],
  number: string,
): ReadRow<typeof notices> | undefined {
  return rows.find(
    (row) =>
      row.values.number === number &&
      ['送信待ち', '郵送待ち'].includes(row.values.state) &&
      outcomesOf(row).length > 0,
  );
}

/** Adds outcomes to what waits, or makes a new notice; an outcome taken back before it left leaves no trace. */
export function noticeOf(
  { ledger: person, summary, standing }: Addressee,
  fresh: readonly PointOutcome[],
  waiting: ReadRow<typeof notices> | undefined,
  rules: Rules,
  numbering: Numbering,
  found: Found,
): PointNotice {
  const at = now();
  const reach = reachOf(person);
  const before = waiting ? outcomesOf(waiting) : [];
  const receipts = new Set(fresh.map(({ receipt }) => receipt));
  const untold = new Set(before.map(({ receipt }) => receipt));
  const outcomes = [
    ...before.filter(({ receipt }) => !receipts.has(receipt)),
    ...fresh.filter(({ decision, receipt }) => decision !== '取消' || !untold.has(receipt)),
  ];
  if (waiting && outcomes.length === 0) return withdrawn(waiting, summary);
  if (!reach || outcomes.length === 0) return { updates: [], appends: [], summary, dueAt: undefined };
  const dueAt = sendingTime(at, rules);
  const content: ResultContent = {
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
    appends: waiting
      ? []
      : [
          append(
            notices,
            found.headers(notices),
            { notice: numbering.notice(), ...row },
            numbering.near(notices),
          ),
        ],
    summary: withNotice(waiting ? withoutNotice(summary, waiting.values.dueAt) : summary, {
      at: isoOfInstant(dueAt),
      subject: subjectOf(outcomes),
    }),
    dueAt,
  };
}

/** A notice that will not leave, and the summary that no longer tells of it. */
export function withdrawn(waiting: ReadRow<typeof notices>, summary: Summary): PointNotice {
  return {
    updates: [update(waiting, { state: '取りやめ', dueAt: null })],
    appends: [],
    summary: withoutNotice(summary, waiting.values.dueAt),
    dueAt: undefined,
  };
}

function outcomesOf(row: ReadRow<typeof notices>): PointOutcome[] {
  const { outcomes } = readContent(row) as ResultContent;
  return Array.isArray(outcomes) ? outcomes : [];
}
