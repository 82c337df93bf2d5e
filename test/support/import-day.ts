/** What tests of 取込 do over and over: a list as the page reads it, its dry run, the write. */
import type { OfficeImportValues } from '../../src/contract/office-import';
import { readAttendanceList, type AttendanceRow } from '../../src/domain/fields/attendance-list';
import { parseCsv } from '../../src/domain/fields/csv';
import { readEventList, type EventRow } from '../../src/domain/fields/event-list';
import { newKey, valueOf, type Called, type OfficeDay, type Person } from './office-day';

type Values = OfficeImportValues;

/** The rows of a list of attendance, as the page sends them. */
export const attendanceRows = (csv: string): AttendanceRow[] =>
  readAttendanceList(parseCsv(csv) ?? [])?.rows ?? [];

/** The rows of a list of 行事, likewise. */
export const eventRows = (csv: string): EventRow[] => readEventList(parseCsv(csv) ?? [])?.rows ?? [];

/** Everything a test of 取込 needs beside `officeDay`, as the first of the staff. */
export function importDay(day: OfficeDay) {
  const ask = async <M extends keyof Values>(method: M, args: unknown, key = newKey()) => {
    const { staff } = await day.sample();
    return valueOf<Values[M]>(
      await day.control.post<Called>('/api/call', {
        ...{ page: 'sidebar', user: staff[0], function: 'office' },
        args: [{ method, args, key }],
      }),
    );
  };
  const take = async (rows: readonly AttendanceRow[], choices: Record<string, string> = {}) => {
    const { willTake: expected } = await ask('checkAttendance', { rows, choices });
    return ask('importAttendance', { rows, choices, expected });
  };
  return {
    ask,
    /** Dry run and write of a list of attendance. */
    take,
    /** 受講履歴 has it that this person attended. */
    attend: ({ number, name }: Person, title: string, on: string) =>
      take(attendanceRows(`登録番号,氏名,主催,行事名,開催日\n${number},${name},当協会,${title},${on}`)),
  };
}
