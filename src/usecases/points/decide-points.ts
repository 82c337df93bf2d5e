/** 承認, 差戻し, 不承認, 取消 of applications, one or two hundred at once: one commit, one notice a person. */
import { dayOfInstant, writeInstant } from '../../domain/fields/instant';
import { now } from '../../platform/clock';
import { commit, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import { rewrittenRow } from '../../sheets/row';
import { resultOf, writeSummary, type Summary } from '../../sheets/summary';
import { alone } from '../alone';
import { startNumbering, yearOf, type Numbering } from '../summary/numbering';
import { updatePersonRow } from '../summary/person-rows';
import { putBackRecord } from '../ledger/put-back';
import type { Rules } from '../installation/rules';
import { requireStaff } from '../desk/staff';
import { wakeSender } from '../sending/wake-sender';
import { afterDecision } from './after-decision';
import { inForce } from './in-force';
import { judgePoint, type PointDecision, type PointSkip, type PointWrite } from './judge-point';
import { pointsOf } from './known-people';
import { noteLostRows } from './lost-rows';
import { standingOn } from './person-points';
import { readPointGround, type PointGround } from './point-ground';
import { noticeOf } from './point-notice';

interface DecisionArgs {
  decision: PointDecision;
  receipts: readonly string[];
  /** 登録番号 by 受付番号, as last seen. */
  numbers?: Readonly<Record<string, string>> | undefined;
  granted?: Readonly<Record<string, number>> | undefined;
  /** 照合結果 as the person who decides saw it. */
  matches?: Readonly<Record<string, string>> | undefined;
  reason?: string | undefined;
  request?: string | undefined;
  fixBy?: string | undefined;
}

interface Decisions {
  decided: number;
  skipped: { receipt: string; reason: PointSkip; state: string }[];
  notices: number;
  letters: number;
  leavesAt: string;
}

/** One commit for all of them, or for none. DomainError `NOT_STAFF`, `BUSY`, `INVALID` without a key. */
export function decidePoints(args: DecisionArgs, clientKey: string): Decisions {
  const { staff, installation, rules } = requireStaff();
  const { receipts, numbers = {}, granted = {}, matches = {} } = args;
  const { answer, ground } = alone(() => {
    const ground = readPointGround(receipts, Object.values(numbers), args.decision === '取消');
    const before = resultOf(ground.counters.values.done, clientKey);
    if (before !== undefined) return { answer: before as Decisions, ground: undefined };
    const numbering = startNumbering(ground.counters, yearOf(now()));
    let standing = ground;
    const judged = receipts.map((receipt) => {
      const given = { granted: granted[receipt], match: matches[receipt], by: staff.name };
      const judgement = judgePoint({ ...args, receipt, ...given }, standing, rules);
      standing = afterDecision(standing, judgement.write);
      return { receipt, ...judgement };
    });
    const done = judged.flatMap(({ write }) => write ?? []);
    const written = pointWrites(done, new Map(), ground, rules, numbering);
    const answer: Decisions = {
      decided: done.length,
      skipped: judged.flatMap(({ receipt, skip, state }) => (skip ? [{ receipt, reason: skip, state }] : [])),
      notices: written.due.length,
      letters: written.letters,
      leavesAt: written.due.length === 0 ? '' : writeInstant(Math.min(...written.due)),
    };
    numbering.remember(clientKey, answer);
    commit({
      updates: [...written.updates, numbering.toUpdate()],
      appends: [...written.appends, ...done.flatMap((one) => replacedRecord(one, staff.account, ground))],
    });
    return { answer, ground };
  });
  if (ground) {
    noteLostRows(ground, installation);
    if (answer.notices > 0) wakeSender(now());
  }
  return answer;
}

/**
 * Rows, 要約 and notices of decisions, person by person. `touched`: 要約 of people as something else of the same commit
 * leaves them, by 登録番号. `due`: when mails leave.
 */
export function pointWrites(
  done: readonly PointWrite[],
  touched: ReadonlyMap<string, Summary>,
  ground: PointGround,
  rules: Rules,
  numbering: Numbering,
) {
  const updates: RowUpdate[] = [];
  const appends: RowAppend[] = [];
  const due: number[] = [];
  let letters = 0;
  for (const number of new Set([...touched.keys(), ...done.map(({ row }) => row.values.number)])) {
    const person = ground.people.get(number);
    if (!person) continue;
    const own = done.filter(({ row }) => row.values.number === number);
    let summary = touched.get(number) ?? person.summary;
    for (const { row, set } of own) {
      const written = updatePersonRow(summary, row, set);
      summary = written.summary;
      updates.push(written.update);
    }
    const after = (ground.records.get(number) ?? []).map((row) => {
      const write = own.find((one) => one.row === row);
      return inForce(write ? rewrittenRow(row, write.set) : row, summary).values;
    });
    const standing = standingOn(
      { ...pointsOf(person, after), periods: ground.periodsOf(person) },
      dayOfInstant(now()),
      rules,
    );
    const outcomes = own.flatMap(({ outcome }) => outcome ?? []);
    const addressee = { ledger: person.ledger, summary, standing };
    const notice = noticeOf(addressee, outcomes, ground, rules, numbering);
    if (notice.dueAt !== undefined && notice.by === 'メール') due.push(notice.dueAt);
    if (notice.by === '郵送') letters += 1;
    updates.push(...notice.updates, update(person.row, { summary: writeSummary(notice.summary) }));
    appends.push(...notice.appends);
  }
  return { updates, appends, due, letters };
}

/** 元に戻した入力: what was typed and did not come into force stays to be read. */
function replacedRecord({ row, set, replaced }: PointWrite, by: string, ground: PointGround): RowAppend[] {
  if (replaced === undefined) return [];
  const result = `「状態」に「${replaced}」と入力されていましたが、事務局画面で「${set.state ?? ''}」にしました。`;
  return [putBackRecord(row.values.receipt, by, result, ground)];
}
