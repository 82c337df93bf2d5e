/** Applications that wait for the office, each with what 受講履歴 and 行事 say about it. */
import { correctionDeadline, standingOf } from '../../domain/application-state';
import { isDay, writeDay, writeDeadline } from '../../domain/fields/date';
import { dayOfInstant, writeInstant } from '../../domain/fields/instant';
import { matchAttendance, type Attendance, type Match } from '../../domain/match-attendance';
import { countPoints } from '../../domain/points';
import { toReceiptNumber } from '../../domain/serial-number';
import { now } from '../../platform/clock';
import { findAny, findExact } from '../../sheets/find';
import { columnRange } from '../../sheets/range';
import { readForDecision, readRanges } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { attendance, points, summaries, type RowOf } from '../../sheets/schema';
import type { Rules } from '../installation/rules';
import { requireStaff } from '../desk/staff';
import { inForce } from './in-force';
import { worthOf } from './judge-point';
import { findSummariesOf, knownPeople, pointsOf, type KnownPerson } from './known-people';
import { standingOn } from './person-points';
import { notedRows } from './wishes';

type PointRow = ReadRow<typeof points>;

/** Cases shown at once: so many rows of ポイント with what belongs to them stay within the cells of quality.md. */
const SHOWN = 20;
/** Rows of 受講履歴 looked at for them. */
const MOST_ATTENDANCE = 60;
/** Applications put in order; what waits behind them is shown when they are decided. */
const ORDERED = 300;

type Waiting = '申請中' | '差戻し';

/** The oldest 受付日 first, of 差戻し the earliest 補正期限. DomainError `NOT_STAFF`. */
export function pointsQueue({ show, skip = 0 }: { show: Waiting; skip?: number | undefined }) {
  const { installation, rules } = requireStaff();
  const today = dayOfInstant(now());
  const rows = [
    ...new Set([...findExact(points, show), ...(show === '申請中' ? notedRows(installation) : [])]),
  ];
  const places = inOrder(rows, show).slice(skip, skip + SHOWN);
  const cases = readCases(places, rules).filter(({ state }) => state === show);
  return {
    total: rows.length - places.length + cases.length,
    cases,
    reasons: rules.reasons
      .filter(({ target }) => target === 'ポイント')
      .map(({ code, reason, request }) => ({ code, reason, request })),
    today,
    fixBy: correctionDeadline(today, rules.settings.correctionDays),
  };
}

/** One application in whatever state, its 受付番号 typed in any width; none if there is no such one. DomainError `NOT_STAFF`. */
export function pointCase({ receipt }: { receipt: string }) {
  const { rules } = requireStaff();
  const wanted = toReceiptNumber(receipt);
  const cases = readCases(findExact(points, wanted).slice(0, SHOWN), rules);
  return { found: cases.find((each) => each.receipt.toUpperCase() === wanted) ?? null };
}

/** The order of the tab is the order of coming unless somebody has sorted it; a page of them is read as it stands. */
function inOrder(rows: readonly number[], show: Waiting): readonly number[] {
  if (rows.length <= 1) return rows;
  const { title } = points;
  const place = readForDecision([{ tab: points }])
    .headers(points)
    .places.get(show === '差戻し' ? 'fixBy' : 'receivedOn');
  const some = rows.slice(0, ORDERED);
  const days = readRanges(some.map((row) => columnRange(title, place ?? 1, row)));
  return some
    .map((row, index) => ({ row, day: Number(days[index]?.[0]?.[0] ?? 0) }))
    .sort((a, b) => a.day - b.day || a.row - b.row)
    .map(({ row }) => row);
}

function readCases(places: readonly number[], rules: Rules) {
  if (places.length === 0) return [];
  const today = dayOfInstant(now());
  const read = readForDecision([{ tab: points, rows: places }]);
  const waiting = places.map((row) => read.row(points, row)).filter(({ values }) => values.receipt !== '');
  const numbers = [...new Set(waiting.map(({ values }) => values.number))];
  const summaryRows = findSummariesOf(numbers);
  const { rows: attended, cut } = attendanceRows(waiting, numbers);
  const found = readForDecision([
    { tab: summaries, rows: summaryRows },
    { tab: attendance, rows: attended },
  ]);
  const people = knownPeople(found, summaryRows);
  const history = attended.map((row) => found.row(attendance, row).values);
  return waiting.map((row) => toCase(row, people.get(row.values.number), history, cut, today, rules));
}

/** Rows of 受講履歴 of these people; where they are too many, those of the same activities first. */
function attendanceRows(waiting: readonly PointRow[], numbers: readonly string[]) {
  const rows = findAny(attendance, [...numbers, ...waiting.map(({ values }) => values.name)]);
  if (rows.length <= MOST_ATTENDANCE) return { rows, cut: false };
  const same = new Set(
    findAny(
      attendance,
      waiting.flatMap(({ values }) => [values.title, values.eventCode]),
    ),
  );
  const first = rows.filter((row) => same.has(row));
  const rest = rows.filter((row) => !same.has(row)).reverse();
  return { rows: [...first, ...rest].slice(0, MOST_ATTENDANCE), cut: true };
}

function toCase(
  row: PointRow,
  person: KnownPerson | undefined,
  history: readonly Attendance[],
  cut: boolean,
  today: string,
  rules: Rules,
) {
  const { values, wish = '' } = person
    ? inForce(row, person.summary)
    : { values: row.values, wish: standingOf(row.values).wish };
  const known = person && pointsOf(person);
  const records = known?.records ?? [];
  const periods = known?.periods ?? [];
  const match = matchAttendance(
    values,
    {
      number: values.number,
      names: [person?.ledger.name ?? values.name, values.name],
      kana: person?.ledger.kana ?? '',
      ...{ periods, records, attendance: history, events: rules.events },
    },
    rules,
  );
  const standing = known && standingOn(known, today, rules);
  const others = records.filter(({ receipt }) => receipt !== values.receipt);
  const worth = worthOf(values, others, periods, rules);
  const { state } = standingOf(values);
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
    course: isCourse(values, worth, others, periods, rules),
    evidence: {
      state: values.evidenceState,
      links: values.evidence.split(/\s+/).filter((link) => /^https?:\/\//.test(link)),
    },
    match: match.result,
    explained: [
      ...explain(match, values),
      ...(cut && match.result === '記録なし' ? ['受講履歴が多いため、一部だけを見ています。'] : []),
    ],
    state,
    wish,
    decided: values.decidedAt === null ? '' : `${writeInstant(values.decidedAt)} ${values.decidedBy}`,
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
  values: RowOf<typeof points>,
  worth: number | null,
  others: readonly RowOf<typeof points>[],
  periods: ReturnType<typeof pointsOf>['periods'],
  rules: Rules,
): boolean {
  const granted = { ...values, state: '承認', decidedAt: 0, fixBy: '', granted: worth };
  return countPoints([...others, granted], periods, rules).some(
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
