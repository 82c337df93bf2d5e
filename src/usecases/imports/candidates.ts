/** 候補 of earlier imports: rows of 受講履歴 without a number, offered again until somebody says whose they are. */
import { attendanceMatcher, rememberedKey } from '../../domain/attendance-import';
import { dayOfInstant } from '../../domain/fields/instant';
import { periodContaining, type Period } from '../../domain/period';
import { now } from '../../platform/clock';
import { commit, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import {
  attendance,
  COUNTER_ROW,
  notices,
  periods,
  points,
  summaries,
  type RowOf,
} from '../../sheets/schema';
import { resultOf, writeSummary } from '../../sheets/summary';
import { alone } from '../alone';
import { requireStaff } from '../desk/staff';
import type { Rules } from '../installation/rules';
import { findSummariesOf, knownPeople } from '../points/known-people';
import { readRowsOf } from '../summary/keyed-rows';
import { wakeSender } from '../sending/wake-sender';
import { readKeyed } from '../summary/keyed-rows';
import { startNumbering } from '../summary/numbering';
import { updatePersonRow } from '../summary/person-rows';
import { grantAll, ownPeriods } from './grant-all';
import type { AttendedRow } from './grant-attended';
import { activityText, candidateOf } from './match-list';
import { readImportGround, type ImportGround } from './registrants';

/** Matched again with 台帳 as it is now. DomainError `NOT_STAFF`. */
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
    ]);
    const counters = found.row(summaries, COUNTER_ROW);
    const before = resultOf(counters.values.done, clientKey);
    if (before !== undefined) return before as Settled;
    const numbering = startNumbering(counters, Number(dayOfInstant(now()).slice(0, 4)));
    const numbers = [...new Set(Object.values(choices))].filter((number) => number !== '');
    const { found: headers, rowsOf } = readRowsOf([points, periods], numbers, [{ tab: notices }]);
    const open = rows.filter(({ values }) => values.number === '');
    const chosenFor = (number: string) => open.filter(({ values }) => choices[values.record] === number);
    const updates: RowUpdate[] = chosenFor('').map((row) => update(row, EMPTIED));
    const appends: RowAppend[] = [];
    const granting = { found: headers, rowsOf, staffName: staff.name, rules, numbering };
    let settledRows = updates.length;
    let granted = 0;
    for (const [number, person] of knownPeople(found, summaryRows)) {
      const own = chosenFor(number);
      settledRows += own.length;
      let { summary } = person;
      for (const row of own) {
        const written = updatePersonRow(summary, row, { number });
        summary = written.summary;
        updates.push(written.update);
        numbering.choose(rememberedKey(row.values), number);
      }
      const given = grantAll(
        own.map(({ values }) => attendedOf(values, ownPeriods(person, rowsOf))),
        person,
        summary,
        granting,
      );
      granted += given.granted;
      appends.push(...given.appends);
      updates.push(update(person.row, { summary: writeSummary(given.summary) }));
    }
    const settled = { settled: settledRows, granted };
    numbering.remember(clientKey, settled);
    commit({ updates: [...updates, numbering.toUpdate()], appends });
    return settled;
  });
  if (result.granted > 0) wakeSender(now());
  return result;
}

/** The stored row as the import would have judged it, had it known whose it is. */
function attendedOf(values: RowOf<typeof attendance>, own: readonly Period[]): AttendedRow {
  const { eventCode, title, category, host, attendedOn } = values;
  const outside = own.length > 0 && !periodContaining(own, attendedOn);
  return {
    result: outside ? '期間外' : '一致',
    activity: { eventCode, title, category, host, attendedOn },
    row: values,
  };
}

/** Nobody of ours: her data does not stay; the record's number does, so that it is not given again. */
const EMPTIED = { number: '―', name: '', kana: '', hours: null } as const;
