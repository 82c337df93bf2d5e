/** 受講履歴 from a list: dry run, and one commit of all rows that belong to registrants; 候補 stay and are offered again. */
import type { AttendanceRow } from '../../domain/fields/attendance-list';
import { dayOfInstant } from '../../domain/fields/instant';
import { DomainError } from '../../domain/errors';
import { attendanceMatcher, rememberedKey } from '../../domain/attendance-import';
import { periodContaining } from '../../domain/period';
import { now } from '../../platform/clock';
import { append, commit, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import { readForDecision } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { attendance, COUNTER_ROW, notices, points, summaries, type RowOf } from '../../sheets/schema';
import { publish } from '../../sheets/spreadsheet';
import { resultOf, writeSummary } from '../../sheets/summary';
import { alone } from '../alone';
import { readKeyed } from '../summary/keyed-rows';
import { startNumbering, type Numbering } from '../summary/numbering';
import { appendPersonRow, updatePersonRow } from '../summary/person-rows';
import { findSummariesOf, knownPeople, pointsOf, type KnownPerson } from '../points/known-people';
import type { Rules } from '../installation/rules';
import { requireStaff } from '../desk/staff';
import { wakeSender } from '../sending/wake-sender';
import { grantAll } from './grant-all';
import type { AttendedRow } from './grant-attended';
import { activityText, candidateOf, matchList, toCheck, type ListedRow } from './match-list';
import { readImportGround, type ImportGround } from './registrants';

interface List {
  rows: readonly AttendanceRow[];
  choices: Readonly<Record<string, string>>;
}

/** Dry run. DomainError `NOT_STAFF`, `HEADERS_BROKEN`. */
export function checkAttendance({ rows, choices }: List) {
  const { rules } = requireStaff();
  const ground = readImportGround();
  const listed = matchList(rows, choices, ground, rules);
  return { rows: listed.map((one) => toCheck(one, ground)), willTake: listed.filter(isTaken).length };
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
    const ground = readImportGround();
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
    const imported = { taken: taken.length, kept: kept.length, others, granted: writes.granted };
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
}

function rowOf({ row, number, activity }: ListedRow, record: string): Partial<RowOf<typeof attendance>> {
  return {
    ...{ record, number, name: row.name, kana: row.kana },
    ...activity,
    ...{ presence: row.presence, hours: row.hours, importedAt: now() },
  };
}

/** A corrected 出欠 in the row that is held. */
function correctionOf({ row }: ListedRow): Partial<RowOf<typeof attendance>> {
  return { presence: row.presence, hours: row.hours, importedAt: now() };
}

/** The rows of 受講履歴, what they give by themselves, and what 要約 keeps of both, person by person. */
function personWrites(
  taken: readonly ListedRow[],
  { found: ground }: ImportGround,
  heldRows: ReadonlyMap<string, ReadRow<typeof attendance>>,
  staffName: string,
  rules: Rules,
  numbering: Numbering,
) {
  const summaryRows = findSummariesOf(taken.map(({ number }) => number));
  const found = readForDecision([{ tab: summaries, rows: summaryRows }, { tab: points }, { tab: notices }]);
  const people = knownPeople(found, summaryRows);
  const updates: RowUpdate[] = [];
  const appends: RowAppend[] = [];
  const granting = { found, staffName, rules, numbering };
  let granted = 0;
  for (const [number, person] of people) {
    let { summary } = person;
    const own = taken.filter((each) => each.number === number);
    for (const one of own) {
      const held = one.corrects === '' ? undefined : heldRows.get(one.corrects);
      if (held) {
        const corrected = updatePersonRow(summary, held, { ...correctionOf(one), number });
        summary = corrected.summary;
        updates.push(corrected.update);
        continue;
      }
      const row = rowOf(one, numbering.record());
      const written = appendPersonRow(summary, attendance, ground.headers(attendance), row);
      summary = written.summary;
      appends.push(written.append);
    }
    const given = grantAll(own, person, summary, granting);
    summary = given.summary;
    appends.push(...given.appends);
    granted += given.granted;
    updates.push(update(person.row, { summary: writeSummary(summary) }));
  }
  return { updates, appends, granted };
}

/** 候補 of earlier imports, matched again with 台帳 as it is now. DomainError `NOT_STAFF`. */
export function openCandidates() {
  const { rules } = requireStaff();
  const ground = readImportGround();
  return {
    rows: waiting(ground, rules).map(({ record, name, activity, candidates }) => ({
      record,
      name,
      activity,
      candidates,
    })),
  };
}

function waiting(ground: ImportGround, rules: Rules) {
  const match = attendanceMatcher({ ...ground, events: rules.events, remembered: new Map() });
  return ground.found
    .rows(attendance)
    .filter(({ values }) => values.number === '' && values.record !== '')
    .map((row) => {
      const { values } = row;
      const listed = { ...values, line: row.row, birthDate: '', presence: '出席' as const, unreadable: [] };
      const { candidates, number } = match(listed);
      const offered = number === '' ? candidates : [{ number, same: NAME_ONLY, sure: false }];
      return {
        row,
        record: values.record,
        name: values.name,
        activity: activityText(values),
        candidates: offered.map((one) => candidateOf(one, ground)),
      };
    });
}

const NAME_ONLY = { number: false, name: true, kana: false, birthDate: false };

interface Settled {
  settled: number;
  /** 申請なしで付与 */
  granted: number;
}

/**
 * Gives 候補 their numbers, and with them what their 区分 gives by itself; `''` says nobody of ours, and the row is emptied.
 * DomainError `NOT_STAFF`, `BUSY`.
 */
export function settleCandidates(
  { choices }: { choices: Readonly<Record<string, string>> },
  clientKey: string,
): Settled {
  const { rules, staff } = requireStaff();
  const result = alone(() => {
    const summaryRows = findSummariesOf(Object.values(choices));
    const { found, rows } = readKeyed(attendance, Object.keys(choices), [
      { tab: summaries, rows: [COUNTER_ROW, ...summaryRows] },
      { tab: points },
      { tab: notices },
    ]);
    const counters = found.row(summaries, COUNTER_ROW);
    const before = resultOf(counters.values.done, clientKey);
    if (before !== undefined) return before as Settled;
    const numbering = startNumbering(counters, Number(dayOfInstant(now()).slice(0, 4)));
    const open = rows.filter(({ values }) => values.number === '');
    const chosenFor = (number: string) => open.filter(({ values }) => choices[values.record] === number);
    const updates: RowUpdate[] = chosenFor('').map((row) => update(row, EMPTIED));
    const appends: RowAppend[] = [];
    const granting = { found, staffName: staff.name, rules, numbering };
    let granted = 0;
    for (const [number, person] of knownPeople(found, summaryRows)) {
      const own = chosenFor(number);
      let { summary } = person;
      for (const row of own) {
        const written = updatePersonRow(summary, row, { number });
        summary = written.summary;
        updates.push(written.update);
        numbering.choose(rememberedKey(row.values), number);
      }
      const given = grantAll(
        own.map(({ values }) => attendedOf(values, person)),
        person,
        summary,
        granting,
      );
      granted += given.granted;
      appends.push(...given.appends);
      updates.push(update(person.row, { summary: writeSummary(given.summary) }));
    }
    const settled = { settled: open.length, granted };
    numbering.remember(clientKey, settled);
    commit({ updates: [...updates, numbering.toUpdate()], appends });
    return settled;
  });
  if (result.granted > 0) wakeSender(now());
  return result;
}

/** The stored row as the import would have judged it, had it known whose it is. */
function attendedOf(values: RowOf<typeof attendance>, person: KnownPerson): AttendedRow {
  const { eventCode, title, category, host, attendedOn } = values;
  const { periods } = pointsOf(person);
  const outside = periods.length > 0 && !periodContaining(periods, attendedOn);
  return {
    result: outside ? '期間外' : '一致',
    activity: { eventCode, title, category, host, attendedOn },
    row: values,
  };
}

/** Nobody of ours: her data does not stay; the record's number does, so that it is not given again. */
const EMPTIED = { number: '―', name: '', kana: '', hours: null } as const;
