/** 受講履歴 from a list: dry run, and one commit of all rows that belong to registrants. */
import { DomainError } from '../../domain/errors';
import { rememberedKey } from '../../domain/attendance-import';
import type { AttendanceRow } from '../../domain/fields/attendance-list';
import { dayOfInstant } from '../../domain/fields/instant';
import { now } from '../../platform/clock';
import { append, commit, update } from '../../sheets/commit';
import { attendance, COUNTER_ROW, summaries } from '../../sheets/schema';
import { publish } from '../../sheets/spreadsheet';
import { resultOf } from '../../sheets/summary';
import { alone } from '../alone';
import { requireStaff } from '../desk/staff';
import { wakeSender } from '../sending/wake-sender';
import { startNumbering } from '../summary/numbering';
import { grantedBefore } from './granted-before';
import { matchList, toCheck, type ListedRow } from './match-list';
import { correctionOf, personWrites, rowOf } from './person-attendance';
import { readImportGround } from './registrants';
import { readSettled } from './settled';

interface List {
  rows: readonly AttendanceRow[];
  choices: Readonly<Record<string, string>>;
}

/** Dry run. DomainError `NOT_STAFF`, `HEADERS_BROKEN`. */
export function checkAttendance({ rows, choices }: List) {
  const { rules } = requireStaff();
  const ground = readImportGround();
  const listed = matchList(rows, choices, ground, rules);
  const granted = grantedBefore(listed);
  return {
    rows: listed.map((one) => toCheck(one, ground, granted.get(one.row.line))),
    willTake: listed.filter(isTaken).length,
  };
}

function isTaken({ result, number }: ListedRow): boolean {
  return number !== '' && ['一致', '欠席', '期間外'].includes(result);
}

/**
 * All rows that are somebody's, and 候補 without a number; 登録者以外 are other people's data and not stored (facts/office.md
 * A17). DomainError `NOT_STAFF`, `BUSY`, `CHANGED` when it is no longer what the dry run showed.
 */
export function importAttendance(
  { rows, choices, expected }: List & { expected: number },
  clientKey: string,
) {
  const { rules, staff } = requireStaff();
  const result = alone(() => {
    publish();
    const ground = readSettled(attendance, readImportGround);
    const counters = ground.found.row(summaries, COUNTER_ROW);
    const before = resultOf(counters.values.done, clientKey);
    if (before !== undefined) return before as Imported;
    const listed = matchList(rows, choices, ground, rules);
    const taken = listed.filter(isTaken);
    if (taken.length !== expected) throw new DomainError('CHANGED', {});
    const numbering = startNumbering(counters, Number(dayOfInstant(now()).slice(0, 4)));
    const kept = listed.filter(({ result: one }) => one === '候補');
    const heldRows = new Map(ground.found.rows(attendance).map((row) => [row.values.record, row] as const));
    const writes = personWrites(taken, ground, heldRows, staff.name, rules, numbering);
    const keptRows = kept
      .filter(({ corrects }) => corrects === '')
      .map((one) => append(attendance, ground.found.headers(attendance), rowOf(one, numbering.record())));
    const keptUpdates = listed.flatMap((one) => {
      const held = one.number === '' ? heldRows.get(one.corrects) : undefined;
      return held && one.corrects !== '' ? [update(held, correctionOf(one))] : [];
    });
    for (const { row, number } of taken)
      if (choices[String(row.line)] === number) numbering.choose(rememberedKey(row), number);
    const others = listed.filter(({ result: one }) => one === '登録者以外').length;
    const imported = {
      ...{ taken: taken.length, kept: kept.length, others, granted: writes.granted },
      takeBack: [...new Set(grantedBefore(taken).values())],
    };
    numbering.remember(clientKey, imported);
    commit({
      updates: [...writes.updates, ...keptUpdates, numbering.toUpdate()],
      appends: [...writes.appends, ...keptRows],
    });
    return imported;
  });
  if (result.granted > 0) wakeSender(now());
  return result;
}

interface Imported {
  taken: number;
  /** 候補 that stay without a number. */
  kept: number;
  others: number;
  /** 申請なしで付与 */
  granted: number;
  /** 受付番号 of what was approved for a presence that is none any more. */
  takeBack: string[];
}
