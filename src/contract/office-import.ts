/** 「取込」 between the dialog and its door. The file is decoded and parsed on the page (UTF-8 or CP932); rows cross as they were read. */
import * as v from 'valibot';
import { some, text, whole } from './schema';

const number = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(10_000)));
const line = whole(1);

/** A row of 受講履歴 as the page read it. */
const attendanceRow = v.strictObject({
  line,
  number: text(100),
  name: text(200),
  kana: text(200),
  birthDate: text(10),
  eventCode: text(100),
  title: text(200),
  category: text(100),
  host: text(50),
  attendedOn: text(10),
  presence: v.picklist(['出席', '欠席', '途中退席']),
  hours: number,
  unreadable: v.array(text(50)),
});

/** A row of 行事 as the page read it. */
const eventRow = v.strictObject({
  line,
  eventCode: text(100),
  title: text(200),
  category: text(100),
  host: text(50),
  startsOn: text(10),
  endsOn: text(10),
  form: text(20),
  points: number,
  url: text(500),
  unreadable: v.array(text(50)),
});

const MOST_ROWS = 1000;
const attendanceRows = some(attendanceRow, MOST_ROWS);
const eventRows = some(eventRow, MOST_ROWS);

/** What a person chose for a 候補: line → 登録番号, `''` = no registrant. */
const choices = v.record(text(10), text(100));

export const officeImportArgs = {
  /** Dry run: what each row would come to. Writes nothing. */
  checkAttendance: v.strictObject({ rows: attendanceRows, choices }),
  /**
   * Writes all matched rows or none; 候補 without a choice stay in 受講履歴 without a number and are offered again.
   * `expected`: rows the dry run said would be taken; another number now refuses with CHANGED. Needs a key.
   */
  importAttendance: v.strictObject({
    rows: attendanceRows,
    choices,
    expected: whole(0),
  }),
  /** 候補 that stand in 受講履歴 without a number from earlier imports. */
  openCandidates: v.strictObject({}),
  /** Gives an earlier 候補 its number, or takes the row away (`''`: no registrant). Needs a key. */
  settleCandidates: v.strictObject({ choices: v.record(text(20), text(100)) }),
  checkEvents: v.strictObject({ rows: eventRows }),
  /** Writes new and changed 行事, or none. Needs a key. */
  importEvents: v.strictObject({ rows: eventRows, expected: whole(0) }),
} as const;

/** Result of a row of 受講履歴; 読めない: a cell must be put right first · 行事不明 no event and no day is named. */
export type AttendanceResult =
  '一致' | '候補' | '登録者以外' | '重複' | '期間外' | '欠席' | '読めない' | '行事不明';

export interface AttendanceCheck {
  line: number;
  result: AttendanceResult;
  /** As the list writes it. */
  name: string;
  /** Whose it is, `''` while not known; with the name of 台帳. */
  number: string;
  person: string;
  /** 行事 or 名称, and the day written out. */
  activity: string;
  /** 読めない: the columns; else what differs. */
  remark: string;
  candidates: Candidate[];
}

export interface Candidate {
  number: string;
  name: string;
  kana: string;
  company: string;
  /** What agrees: 番号, 氏名, フリガナ, 生年月日. */
  same: string[];
}

export type EventResult = '新規' | '変更' | '同じ' | '読めない' | '重複';

export interface EventCheck {
  line: number;
  result: EventResult;
  title: string;
  date: string;
  remark: string;
}

export interface OfficeImportValues {
  checkAttendance: { rows: AttendanceCheck[]; willTake: number };
  /** `takeBack`: 受付番号 of points approved for a presence that is none any more; they stay until a person takes them back. */
  importAttendance: { taken: number; kept: number; others: number; granted: number; takeBack: string[] };
  openCandidates: {
    rows: { record: string; name: string; activity: string; candidates: Candidate[] }[];
  };
  settleCandidates: { settled: number; granted: number };
  checkEvents: { rows: EventCheck[]; willTake: number };
  importEvents: { added: number; changed: number };
}
