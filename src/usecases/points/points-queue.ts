/** Applications that wait for the office, each with what 受講履歴 and 行事 say about it. */
import { standingOf } from '../../domain/application-state';
import { isDay, writeDay, writeDeadline } from '../../domain/fields/date';
import { dayOfInstant } from '../../domain/fields/instant';
import { matchAttendance, type Attendance, type Match } from '../../domain/match-attendance';
import { correctionDeadline } from '../../domain/application-state';
import { countPoints, pointsToGrant } from '../../domain/points';
import { now } from '../../platform/clock';
import { findAny, findExact } from '../../sheets/find';
import { readForDecision } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { attendance, points, summaries } from '../../sheets/schema';
import type { Rules } from '../rules';
import { requireStaff } from '../staff';
import { findSummariesOf, knownPeople, pointsOf, type KnownPerson } from './known-people';
import { standingOn } from './person-points';

type PointRow = ReadRow<typeof points>;

/** Cases shown at once: 40 rows of ポイント with what belongs to them stay within the cells of quality.md. */
const SHOWN = 30;
/** Rows of 受講履歴 looked at for one page of the queue. */
const MOST_ATTENDANCE = 60;

/** The oldest 受付日 first. DomainError `NOT_STAFF`. */
export function pointsQueue({ show, skip = 0 }: { show: '申請中' | '差戻し'; skip?: number | undefined }) {
  const { rules } = requireStaff();
  const today = dayOfInstant(now());
  const rows = findExact(points, show);
  const read = readForDecision([{ tab: points, rows: rows.slice(skip, skip + SHOWN) }]);
  const waiting = rows
    .slice(skip, skip + SHOWN)
    .map((row) => read.row(points, row))
    .filter(({ values }) => standingOf(values).state === show)
    .sort((a, b) => (a.values.receivedOn < b.values.receivedOn ? -1 : 1));
  const numbers = [...new Set(waiting.map(({ values }) => values.number))];
  const summaryRows = findSummariesOf(numbers);
  const names = waiting.map(({ values }) => values.name);
  const attended = findAny(attendance, [...numbers, ...names]).slice(-MOST_ATTENDANCE);
  const found = readForDecision([
    { tab: summaries, rows: summaryRows },
    { tab: attendance, rows: attended },
  ]);
  const people = knownPeople(found, summaryRows);
  const history = attended.map((row) => found.row(attendance, row).values);
  return {
    total: rows.length,
    cases: waiting.map((row) => toCase(row, people.get(row.values.number), history, today, rules)),
    reasons: rules.reasons
      .filter(({ target }) => target === 'ポイント')
      .map(({ code, reason, request }) => ({ code, reason, request })),
    fixBy: correctionDeadline(today, rules.settings.correctionDays),
  };
}

function toCase(
  row: PointRow,
  person: KnownPerson | undefined,
  history: readonly Attendance[],
  today: string,
  rules: Rules,
) {
  const { values } = row;
  const { wish } = standingOf(values);
  const known = person && pointsOf(person);
  const match = matchAttendance(
    values,
    {
      number: values.number,
      names: [person?.ledger.name ?? values.name, values.name],
      kana: person?.ledger.kana ?? '',
      periods: known?.periods ?? [],
      records: known?.records ?? [],
      attendance: history,
      events: rules.events,
    },
    rules,
  );
  const standing = known && standingOn(known, today, rules);
  const worth = pointsToGrant(
    values,
    known?.records ?? [],
    known?.periods ?? [],
    rules,
    match.event?.points ?? null,
  );
  return {
    receipt: values.receipt,
    row: row.row,
    number: values.number,
    name: values.name,
    category: values.category,
    role: values.role,
    title: values.title,
    host: values.host,
    date: daysOf(values.attendedOn, values.endedOn),
    received: isDay(values.receivedOn) ? writeDay(values.receivedOn) : '',
    hours: values.hours,
    claimed: values.claimed,
    worth,
    course: isCourse(values, worth, known, rules),
    evidence: {
      state: values.evidenceState,
      links: values.evidence.split(/\s+/).filter((link) => /^https?:\/\//.test(link)),
    },
    match: match.result,
    explained: explain(match, values),
    wish: wish ?? '',
    fixBy: isDay(values.fixBy) ? writeDeadline(values.fixBy) : '',
    overdue: values.fixBy !== '' && values.fixBy < today,
    reason: values.reason,
    enteredBy: values.enteredBy,
    validTo: standing ? writeDay(standing.period.end) : '',
    standing: standing
      ? `${String(standing.requirements.points.have)} / ${String(standing.requirements.points.needed)}ポイント`
      : '',
  };
}

function isCourse(
  values: PointRow['values'],
  worth: number | null,
  known: ReturnType<typeof pointsOf> | undefined,
  rules: Rules,
): boolean {
  if (!known) return false;
  const granted = { ...values, state: '承認', decidedAt: 0, fixBy: '', granted: worth };
  const records = [...known.records.filter(({ receipt }) => receipt !== values.receipt), granted];
  return countPoints(records, known.periods, rules).some(
    ({ record, course }) => course && record === granted,
  );
}

/** What a secretary reads beside 照合結果: the row of 受講履歴, and in what it differs. */
function explain(match: Match, values: PointRow['values']): string[] {
  const { attendance: row, by, event, duplicateOf, host, daysOff } = match;
  const lines: string[] = [];
  if (row) {
    const presence = row.presence === '' ? '' : `・${row.presence}`;
    lines.push(
      `受講履歴：${row.title}（${isDay(row.attendedOn) ? writeDay(row.attendedOn) : '日付なし'}${presence}）`,
    );
    if (by && !by.number) lines.push(`受講履歴のお名前：${row.name}（登録番号の記入がありません）`);
    if (daysOff !== null && daysOff !== 0)
      lines.push(`日付が${String(Math.abs(daysOff))}日${daysOff > 0 ? 'あと' : '前'}になっています。`);
  } else lines.push('受講履歴に、この方のこの行事の記録がありません。');
  if (host !== '' && host !== values.host)
    lines.push(`主催は「${host}」です（申請では「${values.host}」）。`);
  if (event && event.title !== values.title) lines.push(`行事：${event.title}`);
  if (duplicateOf !== null) lines.push(`同じ内容の申請かもしれません：${duplicateOf}`);
  if (match.result === '期間外') lines.push('受講日が、資格有効期間の外です。');
  return lines;
}

function daysOf(from: string, to: string): string {
  if (!isDay(from)) return '';
  return isDay(to) && to > from ? `${writeDay(from)}から${writeDay(to)}まで` : writeDay(from);
}
