/** What each row of a list of attendance comes to; the dry run and the write see the same. */
import { findEvent } from '../../domain/activity';
import { attendanceMatcher, type ImportCandidate, type MatchedRow } from '../../domain/attendance-import';
import type { AttendanceRow } from '../../domain/fields/attendance-list';
import { isDay, writeDay } from '../../domain/fields/date';
import { COUNTER_ROW, summaries } from '../../sheets/schema';
import { readCounters } from '../../sheets/summary';
import type { Rules } from '../installation/rules';
import type { ImportGround } from './registrants';

type Result = MatchedRow['result'] | '読めない' | '行事不明';

/** A row with its result and the activity it tells of. */
export interface ListedRow {
  row: AttendanceRow;
  result: Result;
  number: string;
  candidates: readonly ImportCandidate[];
  activity: { eventCode: string; title: string; category: string; host: string; attendedOn: string };
  /** Unreadable columns, or what a person should know. */
  remark: string;
  /** 記録番号 of the row of 受講履歴 whose 出欠 it corrects, else `''`. */
  corrects: string;
}

/** Column names as a person reads them. */
const COLUMNS: Readonly<Record<string, string>> = {
  ...{ name: '氏名', kana: 'フリガナ', number: '登録番号', birthDate: '生年月日', title: '名称' },
  ...{ attendedOn: '受講日', presence: '出欠', hours: '時間数', eventCode: '行事コード', category: '区分' },
};

/** Matches the list; `choices`: line → 登録番号 a person chose, `''` = no registrant. */
export function matchList(
  rows: readonly AttendanceRow[],
  choices: Readonly<Record<string, string>>,
  ground: ImportGround,
  rules: Rules,
): ListedRow[] {
  const { chosen } = readCounters(ground.found.row(summaries, COUNTER_ROW).values.summary);
  const match = attendanceMatcher({
    registrants: ground.registrants,
    attendance: ground.attendance,
    events: rules.events,
    remembered: new Map(chosen),
  });
  return rows.map((row): ListedRow => {
    const event = findEvent(rules.events, { ...row, endedOn: '' });
    const activity = {
      eventCode: row.eventCode || (event?.eventCode ?? ''),
      title: row.title || (event?.title ?? ''),
      category: row.category || (event?.category ?? ''),
      host: event?.host || row.host,
      attendedOn: row.attendedOn || event?.startsOn || '',
    };
    const own = { row, activity, number: '', candidates: [], remark: '', corrects: '' };
    if (row.unreadable.length > 0)
      return {
        ...own,
        result: '読めない',
        remark: row.unreadable.map((key) => COLUMNS[key] ?? key).join('、'),
      };
    if (activity.title === '' || activity.attendedOn === '')
      return { ...own, result: '行事不明', remark: '行事の名称か受講日がありません' };
    const choice = choices[String(row.line)];
    if (choice === '') return { ...own, result: '登録者以外' };
    const matched = match(
      choice === undefined ? { ...row, ...activity } : { ...row, ...activity, number: choice },
    );
    const settled = choice !== undefined && matched.result === '候補' ? chosenOf(matched, choice) : matched;
    return { ...own, ...pick(settled) };
  });
}

/** A person's choice settles a candidate: she has looked. */
function chosenOf(matched: MatchedRow, choice: string): MatchedRow {
  const known = matched.candidates.some(({ number }) => number === choice);
  return known ? { ...matched, result: '一致', number: choice, candidates: [] } : matched;
}

function pick({ result, number, candidates, corrects }: MatchedRow) {
  return { result, number, candidates, corrects, remark: corrects === '' ? '' : '出欠を改めます' };
}

/** A row as the dialog shows it; `granted`: 受付番号 of what was approved for a presence it takes back. */
export function toCheck(
  { row, result, number, candidates, activity, remark }: ListedRow,
  ground: ImportGround,
  granted?: string,
) {
  return {
    line: row.line,
    result,
    name: row.name,
    number,
    person: ground.ledger.get(number)?.name ?? '',
    activity: activityText(activity),
    remark:
      granted === undefined
        ? remark
        : `${remark}。承認したポイント（${granted}）は残りますので、「ポイント」で取り消してください`,
    candidates: candidates.map((one) => candidateOf(one, ground)),
  };
}

/** 名称 and the day, written out. */
export function activityText({ title, attendedOn }: { title: string; attendedOn: string }): string {
  return [title, isDay(attendedOn) ? writeDay(attendedOn) : ''].filter((part) => part !== '').join('　');
}

/** A candidate as the dialog shows it. */
export function candidateOf({ number, same }: ImportCandidate, { ledger }: ImportGround) {
  const person = ledger.get(number);
  const labels = { number: '番号', name: '氏名', kana: 'フリガナ', birthDate: '生年月日' } as const;
  return {
    number,
    name: person?.name ?? '',
    kana: person?.kana ?? '',
    company: person?.company ?? '',
    same: (Object.keys(labels) as (keyof typeof labels)[])
      .filter((key) => same[key])
      .map((key) => labels[key]),
  };
}
