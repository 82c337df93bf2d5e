/**
 * 照合: what 受講履歴 and 行事 say about an application of ポイント, and the facts that explain it.
 * matchAttendance(application, person, rules) → {result, …facts}
 */
import {
  daysOverlap,
  findEvent,
  isOurs,
  lastDay,
  sameActivity,
  type AssociationEvent,
  type ActivityName,
} from './activity';
import { standingOf } from './application-state';
import { categoryOn } from './category';
import { numberKey } from './fields/number';
import { toPlain, withoutBlanks } from './fields/width';
import { kanaKey } from './kana-key';
import { sameName } from './name';
import { daysLeft, periodContaining, type Period } from './period';
import { applicationDay, type PointRecord, type PointRules } from './points';

/** A row of 受講履歴. */
export interface Attendance extends ActivityName {
  record: string;
  number: string;
  name: string;
  kana: string;
  category: string;
  host: string;
  attendedOn: string;
  presence: string;
  hours: number | null;
}

/** 照合結果 of an application. */
export type MatchResult =
  '一致' | '日付違い' | '氏名のみ一致' | '期間外' | '重複の疑い' | '対象外の主催' | '記録なし';

/** Whose application it is, and what the office holds. */
export interface MatchPerson {
  number: string;
  /** The name of today first, then former ones: a 受講証明書 keeps the name of its day. */
  names: readonly string[];
  kana: string;
  periods: readonly Period[];
  /** The person's records of ポイント. */
  records: readonly PointRecord[];
  /** Rows of 受講履歴 that may be the person's: of the number, the name or the kana. */
  attendance: readonly Attendance[];
  events: readonly AssociationEvent[];
}

/** The result with what explains it; a fact that is not known is null. */
export interface Match {
  result: MatchResult;
  /** The row of 受講履歴 nearest to the application. */
  attendance: Attendance | null;
  /** How that row names the person. */
  by: { number: boolean; name: boolean; kana: boolean } | null;
  /** Days from the applied day to the day of that row. */
  daysOff: number | null;
  /** The event of 行事 that is meant. */
  event: AssociationEvent | null;
  /** Who held it by 行事, else by 受講履歴, else as applied. */
  host: string;
  /** 受付番号 of the application that may be the same. */
  duplicateOf: string | null;
}

/** Days a typed day may be off in an activity that is known by its 区分 only. */
const SLIP = 31;

/**
 * What hinders goes first (期間外, 対象外の主催, 重複の疑い), then how well 受講履歴 agrees. 一致 needs the number in 受講履歴, which
 * the import writes after its own check: a name alone proves nobody (facts/domain.md D1). Who was absent or left early
 * has 記録なし, with the row.
 */
export function matchAttendance(application: PointRecord, person: MatchPerson, rules: PointRules): Match {
  const nearest = findNearest(application, person);
  const event = findEvent(person.events, application) ?? null;
  const host = event?.host || nearest?.attendance.host || application.host;
  const duplicate = findDuplicate(application, person, rules);
  const facts = {
    attendance: nearest?.attendance ?? null,
    by: nearest?.by ?? null,
    daysOff: nearest?.daysOff ?? null,
    event,
    host,
    duplicateOf: duplicate?.receipt ?? null,
  };
  const result = ((): MatchResult => {
    if (isOutside(application, person.periods)) return '期間外';
    if (!hostFits(application, host, rules)) return '対象外の主催';
    if (duplicate) return '重複の疑い';
    if (!nearest || !['', '出席'].includes(toPlain(nearest.attendance.presence))) return '記録なし';
    if (!nearest.by.number) return '氏名のみ一致';
    return nearest.daysOff === 0 ? '一致' : '日付違い';
  })();
  return { result, ...facts };
}

interface Near {
  attendance: Attendance;
  by: NonNullable<Match['by']>;
  daysOff: number;
  /** The smaller the nearer: number before name, same activity before same 区分, fewer days. */
  rank: readonly number[];
}

function findNearest(application: PointRecord, person: MatchPerson): Near | undefined {
  const number = numberKey(person.number);
  const kana = kanaKey(person.kana);
  const near = person.attendance.flatMap((attendance): Near[] => {
    const theirs = numberKey(attendance.number);
    const by = {
      number: theirs !== '' && theirs === number,
      name: person.names.some((name) => sameName(name, attendance.name)),
      kana: kana !== '' && kana === kanaKey(attendance.kana),
    };
    if (theirs !== '' ? !by.number : !by.name && !by.kana) return [];
    const daysOff = offBy(application, attendance.attendedOn);
    if (daysOff === undefined) return [];
    const same = sameActivity(application, attendance);
    const alike = withoutBlanks(application.category) === withoutBlanks(attendance.category);
    if (!same && !(alike && Math.abs(daysOff) <= SLIP)) return [];
    const absent = ['', '出席'].includes(toPlain(attendance.presence)) ? 0 : 1;
    return [
      {
        attendance,
        by,
        daysOff,
        rank: [by.number ? 0 : 1, Math.min(Math.abs(daysOff), 1), absent, same ? 0 : 1, Math.abs(daysOff)],
      },
    ];
  });
  return near.sort((a, b) => compare(a.rank, b.rank))[0];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Days from the days applied for to the day recorded: 0 on any of them. */
function offBy(application: PointRecord, day: string): number | undefined {
  if (day === '' || application.attendedOn === '') return undefined;
  const end = lastDay(application);
  if (application.attendedOn <= day && day <= end) return 0;
  return day < application.attendedOn ? daysLeft(day, application.attendedOn) : daysLeft(day, end);
}

/** No period holds its last day, or the one that does was over when it was applied for. */
function isOutside(application: PointRecord, periods: readonly Period[]): boolean {
  const period = periodContaining(periods, lastDay(application));
  return !period || applicationDay(application) > period.end;
}

function hostFits(application: PointRecord, host: string, { categories, settings }: PointRules): boolean {
  const { category, role } = application;
  const rule = categoryOn(categories, category, role, applicationDay(application));
  if (isOurs(host)) return true;
  return rule?.course ? settings.otherCourses !== '認めない' : rule?.oursOnly !== true;
}

/**
 * Another application, decided or earlier, of the same day and 区分 or of the same activity; never dropped silently, a person
 * judges (facts/office.md A15). With 制限なし only the very same activity on the same day.
 */
function findDuplicate(
  application: PointRecord,
  { periods, records }: MatchPerson,
  { categories }: PointRules,
): PointRecord | undefined {
  const { category, role } = application;
  const rule = categoryOn(categories, category, role, applicationDay(application));
  const period = periodContaining(periods, lastDay(application));
  return records.find((other) => {
    if (other.receipt === application.receipt) return false;
    const { state } = standingOf(other);
    if (state !== '承認' && !(['申請中', '差戻し'].includes(state) && other.receipt < application.receipt))
      return false;
    const sameDay = daysOverlap(application, other);
    const same = sameActivity(application, other);
    if (sameDay && same) return true;
    const alike = withoutBlanks(category) === withoutBlanks(other.category);
    if (rule?.repeated === '制限なし') return false;
    if (sameDay && alike && withoutBlanks(role) === withoutBlanks(other.role)) return true;
    return rule?.repeated === '期間1回' && same && period === periodContaining(periods, lastDay(other));
  });
}
