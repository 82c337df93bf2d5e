/** 「ポイント」 of My Page: requirements with their proof, records with their state, and what one can apply for. */
import { isOurs, lastDay } from '../../domain/activity';
import { standingOf } from '../../domain/application-state';
import { isDay, writeDay, writeDeadline, type DateOrder } from '../../domain/fields/date';
import { dayOfInstant } from '../../domain/fields/instant';
import { daysAfter } from '../../domain/period';
import type { Counted } from '../../domain/points';
import { eventsToFill, nextCourses } from '../../domain/requirement';
import { now } from '../../platform/clock';
import { valuesOf } from '../../sheets/row';
import { attendance, ledger, periods, points, type RowOf } from '../../sheets/schema';
import type { LastSeen, Summary } from '../../sheets/summary';
import { knownRows } from '../summary/person-rows';
import type { Rules } from '../installation/rules';
import { choicesOn, periodsOf, standingOn } from './person-points';

type PointRow = RowOf<typeof points>;

/** Events one may have been to lately, and how many are offered. */
const LATELY_DAYS = 366;
const OFFERED = 40;
const SHOWN_EVENTS = 6;

/** The whole view, from what `_要約` holds of the person. */
export function pointsView(summary: Summary, seen: LastSeen, rules: Rules) {
  const today = dayOfInstant(now());
  const order = rules.settings.dateOrder;
  const own = valuesOf(ledger, seen);
  const known = {
    periods: periodsOf(knownRows(summary, periods), own),
    records: knownRows(summary, points),
    magazine: own.magazine,
    certified: own,
  };
  const standing = standingOn(known, today, rules);
  const counted = standing?.requirements.counted ?? [];
  const filling = standing
    ? eventsToFill(
        { ...known, period: standing.period, needed: standing.requirements.points.needed },
        standing.requirements,
        rules.events,
        today,
        rules,
      )
    : [];
  const choices = choicesOn(rules, today);
  return {
    start: standing ? writeDay(standing.period.start, order) : '',
    end: standing ? writeDay(standing.period.end, order) : '',
    /** `YYYY-MM-DD`, for the checks of the page; `''` where not known. */
    from: standing?.period.start ?? '',
    to: standing?.period.end ?? '',
    today,
    requirements: standing ? requirementsView(standing.requirements, order) : null,
    filling: filling.slice(0, SHOWN_EVENTS).map(({ event, course, points: worth }) => ({
      ...eventView(event, order),
      course,
      points: worth,
    })),
    courses: nextCourses(rules.events, today, rules)
      .slice(0, SHOWN_EVENTS)
      .map((event) => eventView(event, order)),
    records: [...known.records]
      .sort((a, b) => (b.appliedAt ?? 0) - (a.appliedAt ?? 0) || (a.receipt < b.receipt ? 1 : -1))
      .map((row) =>
        recordView(
          row,
          counted.find(({ record }) => record.receipt === row.receipt),
          order,
        ),
      ),
    offered: offeredActivities(summary, known.records, rules, today),
    categories: choices.map(({ rows, ...choice }) => ({
      ...choice,
      help: rows[0]?.help ?? '',
      evidence: rows.find(({ evidence }) => evidence !== '')?.evidence ?? '',
      worth: rows.map(({ role, points: each, counting }) => ({ role, points: each, counting })),
    })),
    trimmed: summary.trimmed === true,
  };
}

type Standing = NonNullable<ReturnType<typeof standingOn<PointRow>>>;

function requirementsView(requirements: Standing['requirements'], order: DateOrder) {
  const { met, course, magazine, points: sum, lastSafeDay } = requirements;
  const proof = (row: PointRow | null) =>
    row && { title: row.title, date: daysText(row, order), receipt: row.receipt };
  return {
    met,
    course: { met: course.met, proof: proof(course.proof), pending: proof(course.pending) },
    magazine,
    points: sum,
    lastSafeDay: writeDeadline(lastSafeDay),
  };
}

function eventView(event: Rules['events'][number], order: DateOrder) {
  return {
    title: event.title,
    date: daysText({ attendedOn: event.startsOn, endedOn: event.endsOn }, order),
    form: event.form,
    url: /^https:\/\//.test(event.url) ? event.url : '',
  };
}

function daysText(
  { attendedOn, endedOn }: { attendedOn: string; endedOn: string },
  order: DateOrder,
): string {
  if (!isDay(attendedOn)) return '';
  const last = lastDay({ attendedOn, endedOn });
  return last === attendedOn
    ? writeDay(attendedOn, order)
    : `${writeDay(attendedOn, order)}から${writeDay(last, order)}まで`;
}

function recordView(row: PointRow, counted: Counted<PointRow> | undefined, order: DateOrder) {
  const { state, wish } = standingOf(row);
  return {
    receipt: row.receipt,
    category: row.category,
    role: row.role,
    eventCode: row.eventCode,
    title: row.title,
    host: row.host,
    attendedOn: row.attendedOn,
    endedOn: row.endedOn,
    hours: row.hours,
    date: daysText(row, order),
    received: isDay(row.receivedOn) ? writeDay(row.receivedOn, order) : '',
    /** A word typed without its stamp is not shown as what it says. */
    state: wish === undefined ? state : ('処理中' as const),
    points: state === '承認' ? row.granted : row.claimed,
    counted: counted?.points ?? 0,
    course: counted?.course ?? false,
    why: counted?.why ?? null,
    evidenceState: row.evidenceState,
    reason: wish === undefined && ['差戻し', '不承認', '取消'].includes(state) ? row.reason : '',
    fixBy: state === '差戻し' && isDay(row.fixBy) ? writeDeadline(row.fixBy) : '',
    byOffice: row.enteredBy !== '本人',
    canWithdraw: wish === undefined && ['申請中', '差戻し'].includes(state) && row.enteredBy === '本人',
    canMend: wish === undefined && state === '差戻し' && row.enteredBy === '本人',
  };
}

/** 行事 to choose from: those the person is known to have attended first, then what was held lately; none applied for already. */
function offeredActivities(summary: Summary, records: readonly PointRow[], rules: Rules, today: string) {
  const open = records.filter((row) => !['不承認', '取下げ', '取消'].includes(standingOf(row).state));
  const taken = new Set(open.map(({ eventCode }) => eventCode).filter((code) => code !== ''));
  const attended = knownRows(summary, attendance).filter(
    ({ presence, eventCode, title, attendedOn }) =>
      presence !== '欠席' &&
      !taken.has(eventCode) &&
      !open.some((row) => row.title === title && row.attendedOn === attendedOn),
  );
  const codes = new Set(attended.map(({ eventCode }) => eventCode));
  const since = daysAfter(today, -LATELY_DAYS);
  const held = rules.events.filter(
    ({ eventCode, startsOn, endsOn, host }) =>
      eventCode !== '' &&
      startsOn <= today &&
      (endsOn || startsOn) >= since &&
      isOurs(host) &&
      !taken.has(eventCode) &&
      !codes.has(eventCode),
  );
  const order = rules.settings.dateOrder;
  return [
    ...attended.map((row) => ({
      attended: true,
      ...pick(row.eventCode, row.title, row.category, row.host),
      attendedOn: row.attendedOn,
      endedOn: '',
      hours: row.hours,
      points:
        rules.events.find(({ eventCode }) => eventCode !== '' && eventCode === row.eventCode)?.points ?? null,
      date: daysText({ attendedOn: row.attendedOn, endedOn: '' }, order),
    })),
    ...held.reverse().map((event) => ({
      attended: false,
      ...pick(event.eventCode, event.title, event.category, event.host),
      attendedOn: event.startsOn,
      endedOn: event.endsOn === event.startsOn ? '' : event.endsOn,
      hours: null,
      points: event.points,
      date: daysText({ attendedOn: event.startsOn, endedOn: event.endsOn }, order),
    })),
  ].slice(0, OFFERED);
}

function pick(eventCode: string, title: string, category: string, host: string) {
  return { eventCode, title, category, host };
}
