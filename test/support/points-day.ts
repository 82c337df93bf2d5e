/** What tests of ポイント do over and over: paper applications, decisions in the sidebar, words typed into cells. */
import { deskOf } from './desk';
import { newKey, valueOf, type Execution, type OfficeDay, type Person, type Row } from './office-day';

/** A Tuesday in office hours: what is decided leaves 30 minutes later. */
export const pointsNow = '2026-11-24T10:00:00+09:00';

export interface Decisions {
  decided: number;
  skipped: { receipt: string; reason: string; state: string }[];
  notices: number;
  letters: number;
  leavesAt: string;
}

export interface Queue {
  total: number;
  cases: {
    receipt: string;
    number: string;
    state: string;
    wish: string;
    match: string;
    worth: number | null;
  }[];
}

const letters = (column: number): string => String.fromCharCode(65 + column);

/** Everything a journey test of ポイント needs, as the first of the staff. */
export function pointsDay(day: OfficeDay) {
  const { control } = day;
  const staff = async (at = 0): Promise<string> => (await day.sample()).staff[at] ?? '';

  const call = deskOf(day);

  const rowOf = async (receipt: string): Promise<Row> =>
    (await day.rows('ポイント')).find((row) => row['受付番号'] === receipt) ?? {};

  const at = async (receipt: string): Promise<{ row: number; headers: string[]; line: string[] }> => {
    const { display } = await control.get<{ display: string[][] }>(
      `/api/sheets/${encodeURIComponent('ポイント')}`,
    );
    const row = display.findIndex((line) => line[0] === receipt);
    return { row: row + 1, headers: display[0] ?? [], line: display[row] ?? [] };
  };

  return {
    call,
    rowOf,

    /** A paper application; answers its 受付番号. */
    enter: async (number: string, more: Record<string, string> = {}): Promise<string> => {
      const { evidenceState = '受領済', receivedOn = '2026-11-20', ...given } = more;
      const form = {
        ...{ eventCode: '', category: 'セミナー', role: '', title: '実務セミナー', host: 'ほかの団体' },
        ...{ attendedOn: '2026-10-08', endedOn: '', hours: '', ...given },
      };
      return valueOf<{ receipt: string }>(
        await call('enterPoints', { number, receivedOn, form, evidenceState }),
      ).receipt;
    },

    decide: async (decision: string, receipts: string[], more: object = {}, key = newKey(), who = 0) =>
      valueOf<Decisions>(await call('decidePoints', { decision, receipts, ...more }, key, who)),

    queue: async (show = '申請中') => valueOf<Queue>(await call('pointsQueue', { show })),

    /** The body of the edit by which somebody types into one cell of an application. */
    typing: async (receipt: string, header: string, text: string) => {
      const { row, headers } = await at(receipt);
      const range = `${letters(headers.indexOf(header))}${String(row)}`;
      return { tab: 'ポイント', user: await staff(1), range, values: [[text]] };
    },

    type: async (receipt: string, header: string, text: string): Promise<void> => {
      const { row, headers } = await at(receipt);
      await control.post(`/api/sheets/${encodeURIComponent('ポイント')}/edit`, {
        user: await staff(1),
        range: `${letters(headers.indexOf(header))}${String(row)}`,
        values: [[text]],
      });
    },

    /** Lines of 元に戻した入力 about an application. */
    putBack: async (receipt: string): Promise<string[]> =>
      (await day.rows('操作記録'))
        .filter((row) => row['種別'] === '元に戻した入力' && row['対象'] === receipt)
        .map((row) => row['結果'] ?? ''),

    /** Rows of 通知 about decisions on points, oldest first. */
    notices: async (number: string): Promise<Row[]> =>
      (await day.rows('通知')).filter(
        (row) => row['登録番号'] === number && row['種別']?.startsWith('ポイント'),
      ),

    lastCall: async (name = 'office'): Promise<Execution> => {
      const found = (await day.executions()).filter((one) => one.function === name).pop();
      if (!found) throw new Error(`${name} has not run.`);
      return found;
    },
  };
}

export type PointsDay = ReturnType<typeof pointsDay>;

/** A morning with one person and her application from paper. */
export async function pointsMorning(
  day: OfficeDay,
  office: PointsDay,
): Promise<{ person: Person; receipt: string }> {
  await day.control.post('/api/reset', { scenario: 'sample', registrants: 60, now: pointsNow });
  const person = await day.person('sameMail');
  return { person, receipt: await office.enter(person.number) };
}
