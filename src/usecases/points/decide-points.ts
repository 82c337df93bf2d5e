/** 承認, 差戻し, 不承認, 取消 of applications, one or two hundred at once: one commit, one notice a person. */
import {
  changeState,
  correctionDeadline,
  standingOf,
  type StateWrites,
} from '../../domain/application-state';
import { DomainError } from '../../domain/errors';
import { dayOfInstant, writeInstant } from '../../domain/fields/instant';
import { countPoints, pointsToGrant } from '../../domain/points';
import type { PointOutcome } from '../../notices/point-results';
import { now } from '../../platform/clock';
import { append, commit, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import { findAny, findExact } from '../../sheets/find';
import { readForDecision, type Found } from '../../sheets/read';
import { rewrittenRow, type ReadRow } from '../../sheets/row';
import { COUNTER_ROW, notices, operations, points, summaries, type RowOf } from '../../sheets/schema';
import { resultOf, writeSummary } from '../../sheets/summary';
import { alone } from '../alone';
import { startNumbering, type Numbering } from '../numbering';
import { updatePersonRow } from '../person-rows';
import type { Rules } from '../rules';
import { requireStaff } from '../staff';
import { wakeSender } from '../wake-sender';
import { findSummariesOf, knownPeople, pointsOf, type KnownPerson } from './known-people';
import { standingOn } from './person-points';
import { noticeOf, waitingOf } from './point-notice';

type PointRow = ReadRow<typeof points>;

export type PointDecision = '承認' | '差戻し' | '不承認' | '取消' | '申請中';

export interface DecisionArgs {
  decision: PointDecision;
  receipts: readonly string[];
  /** Rows they were last seen in, by 受付番号. */
  rows?: Readonly<Record<string, number>> | undefined;
  granted?: Readonly<Record<string, number>> | undefined;
  reason?: string | undefined;
  request?: string | undefined;
  fixBy?: string | undefined;
}

type Skip = 'NOT_FOUND' | 'DECIDED' | 'NO_PERSON' | 'NO_POINTS' | 'NO_EVIDENCE' | 'NO_REASON';

export interface Decisions {
  decided: number;
  skipped: { receipt: string; reason: Skip; state: string }[];
  notices: number;
  leavesAt: string;
}

/** One commit for all of them, or for none. DomainError `NOT_STAFF`, `BUSY`, `INVALID` without a key. */
export function decidePoints(args: DecisionArgs, clientKey: string): Decisions {
  const { staff, rules } = requireStaff();
  const decisions = alone(() => decideAll(args, clientKey, staff.name, rules));
  if (decisions.notices > 0) wakeSender(now());
  return decisions;
}

/** What a decision needs, read under the lock. */
interface Ground {
  found: Found;
  people: Map<string, KnownPerson>;
  /** All rows of ポイント of those people, by 登録番号. */
  records: Map<string, PointRow[]>;
  waiting: ReadRow<typeof notices>[];
}

/** The decision as staff of this name; under the lock. For the sidebar and for what is typed into the tab. */
export function decideAll(args: DecisionArgs, clientKey: string, staffName: string, rules: Rules): Decisions {
  const { first, rows } = readAsked(args);
  const counters = first.row(summaries, COUNTER_ROW);
  const before = resultOf(counters.values.done, clientKey);
  if (before !== undefined) return before as Decisions;

  const ground = readGround(rows);
  const at = now();
  const numbering = startNumbering(counters, Number(dayOfInstant(at).slice(0, 4)));
  const judged = args.receipts.map((receipt) => ({
    receipt,
    ...judge(rows.get(receipt), args, staffName, ground, rules),
  }));
  const done = judged.flatMap(({ write }) => write ?? []);
  const written = writesOf(done, ground, rules, numbering);
  const decisions: Decisions = {
    decided: done.length,
    skipped: judged.flatMap(({ receipt, skip, state }) => (skip ? [{ receipt, reason: skip, state }] : [])),
    notices: written.due.length,
    leavesAt: written.due.length === 0 ? '' : writeInstant(Math.min(...written.due)),
  };
  numbering.remember(clientKey, decisions);
  commit({ updates: [...written.updates, numbering.toUpdate()], appends: written.appends });
  return decisions;
}

/** The rows asked for: at their hints, else searched for. */
function readAsked({ receipts, rows: hints = {} }: DecisionArgs) {
  const hinted = receipts.flatMap((receipt) => hints[receipt] ?? []).filter((row) => row > 1);
  const counters = { tab: summaries, rows: [COUNTER_ROW] };
  const near = readForDecision([{ tab: points, rows: [...new Set(hinted)] }, counters]);
  const rows = new Map(
    hinted.map((row) => near.row(points, row)).map((row) => [row.values.receipt, row] as const),
  );
  const lost = receipts.filter((receipt) => !rows.has(receipt));
  if (lost.length === 0) return { first: near, rows };
  const places = findAny(points, lost);
  const first = readForDecision([{ tab: points, rows: [...new Set([...hinted, ...places])] }, counters]);
  const all = [...new Set([...hinted, ...places])].map((row) => first.row(points, row));
  return { first, rows: new Map(all.map((row) => [row.values.receipt, row] as const)) };
}

function readGround(rows: ReadonlyMap<string, PointRow>): Ground {
  const numbers = [...new Set([...rows.values()].map(({ values }) => values.number))];
  const summaryRows = findSummariesOf(numbers);
  const pointRows = findAny(points, numbers);
  const noticeRows = findExact(notices, '送信待ち');
  const found = readForDecision([
    { tab: summaries, rows: summaryRows },
    { tab: points, rows: pointRows },
    { tab: notices, rows: noticeRows },
    { tab: operations },
  ]);
  const records = new Map<string, PointRow[]>();
  for (const row of pointRows.map((one) => found.row(points, one)))
    records.set(row.values.number, [...(records.get(row.values.number) ?? []), row]);
  return {
    found,
    people: knownPeople(found, summaryRows),
    records,
    waiting: noticeRows.map((row) => found.row(notices, row)),
  };
}

interface Write {
  row: PointRow;
  person: KnownPerson;
  set: Partial<RowOf<typeof points>>;
  outcome: PointOutcome | undefined;
  /** A word somebody had typed that this decision replaces. */
  replaced: string | undefined;
}

function judge(
  row: PointRow | undefined,
  args: DecisionArgs,
  staffName: string,
  ground: Ground,
  rules: Rules,
): { skip?: Skip; state: string; write?: Write } {
  if (!row) return { skip: 'NOT_FOUND', state: '' };
  const { decision, reason = '', request = '' } = args;
  const { state, wish } = standingOf(row.values);
  const person = ground.people.get(row.values.number);
  if (!person) return { skip: 'NO_PERSON', state };
  const today = dayOfInstant(now());
  const fixBy =
    decision === '差戻し' ? (args.fixBy ?? correctionDeadline(today, rules.settings.correctionDays)) : '';
  const change = {
    ...({ to: decision, who: '事務局', at: now(), by: staffName, fixBy } as const),
    reason: [reason, request].filter((text) => text !== '').join('　'),
  };
  const writes = allowed(row, change);
  if (!writes) return { skip: 'DECIDED', state };
  if (['差戻し', '不承認', '取消'].includes(decision) && reason === '') return { skip: 'NO_REASON', state };
  if (decision === '承認' && row.values.evidenceState === '郵送待ち') return { skip: 'NO_EVIDENCE', state };
  const grant = decision === '承認' ? grantOf(row, args, person, ground, rules) : null;
  if (grant && grant.points === null) return { skip: 'NO_POINTS', state };
  return {
    state,
    write: {
      row,
      person,
      set: {
        ...writes,
        granted:
          decision === '承認' ? (grant?.points ?? null) : decision === '取消' ? row.values.granted : null,
      },
      outcome:
        decision === '申請中'
          ? undefined
          : {
              ...{ receipt: row.values.receipt, decision, title: row.values.title },
              ...{ attendedOn: row.values.attendedOn, granted: grant?.points ?? null },
              ...{ course: grant?.course ?? false, reason, request, fixBy },
            },
      replaced: wish !== undefined && wish !== decision ? wish : undefined,
    },
  };
}

function allowed(row: PointRow, change: Parameters<typeof changeState>[2]): StateWrites | undefined {
  try {
    return changeState('ポイント', row.values, change, false);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FROM_STATE') return undefined;
    throw error;
  }
}

/** What the office said, else what the rules of the day of application give; null where a person must say. */
function grantOf(
  row: PointRow,
  { granted = {} }: DecisionArgs,
  person: KnownPerson,
  { records }: Ground,
  rules: Rules,
): { points: number | null; course: boolean } {
  const others = (records.get(row.values.number) ?? []).map(({ values }) => values);
  const { periods } = pointsOf(person);
  const event = rules.events.find(({ eventCode }) => eventCode !== '' && eventCode === row.values.eventCode);
  const said = granted[row.values.receipt];
  const worth = said ?? pointsToGrant(row.values, others, periods, rules, event?.points ?? null);
  const decided = { ...row.values, state: '承認', decidedAt: now(), granted: worth };
  const counted = countPoints(
    others.map((other) => (other.receipt === decided.receipt ? decided : other)),
    periods,
    rules,
  );
  return {
    points: worth,
    course: counted.some(({ record, course }) => course && record.receipt === decided.receipt),
  };
}

/** The rows, 要約 and notices of all decisions, person by person. */
function writesOf(done: readonly Write[], ground: Ground, rules: Rules, numbering: Numbering) {
  const updates: RowUpdate[] = [];
  const appends: RowAppend[] = [];
  const due: number[] = [];
  for (const person of new Set(done.map((one) => one.person))) {
    const own = done.filter((one) => one.person === person);
    let { summary } = person;
    for (const { row, set } of own) {
      const written = updatePersonRow(summary, row, set);
      summary = written.summary;
      updates.push(written.update);
    }
    const { number } = person.ledger;
    const after = (ground.records.get(number) ?? []).map((row) => {
      const write = own.find((one) => one.row.values.receipt === row.values.receipt);
      return write ? rewrittenRow(row, write.set).values : row.values;
    });
    const standing = standingOn(pointsOf(person, after), dayOfInstant(now()), rules);
    const outcomes = own.flatMap(({ outcome }) => outcome ?? []);
    const notice = noticeOf(
      { ledger: person.ledger, summary, standing },
      outcomes,
      waitingOf(ground.waiting, number),
      rules,
      numbering,
      ground.found,
    );
    if (notice.dueAt !== undefined) due.push(notice.dueAt);
    updates.push(...notice.updates, update(person.row, { summary: writeSummary(notice.summary) }));
    appends.push(...notice.appends);
  }
  appends.push(...done.flatMap((one) => replacedRecord(one, ground.found)));
  return { updates, appends, due };
}

/** 元に戻した入力: what was typed and did not come into force stays to be read. */
function replacedRecord({ row, set, replaced }: Write, found: Found): RowAppend[] {
  if (replaced === undefined) return [];
  return [
    append(operations, found.headers(operations), {
      at: now(),
      by: set.decidedBy ?? '',
      kind: '元に戻した入力',
      target: row.values.receipt,
      result: `状態に「${replaced}」と入力されていましたが、事務局画面で「${set.state ?? ''}」にしました。`,
    }),
  ];
}
