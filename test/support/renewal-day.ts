/** What tests of renewal do over and over: a registrant who applies, a secretary who confirms, decides, posts. */
import type { MypageView } from '../../src/contract/mypage';
import type { OfficeValues } from '../../src/contract/office';
import { admitCase, OWN_PASSWORD } from './admit';
import { deskOf } from './desk';
import { newKey, valueOf, type OfficeDay, type Person, type Row } from './office-day';

export type Values = OfficeValues;

/** What a registrant confirms on the page. */
export const asOnFile = (person: Pick<Person, 'name'>) => ({ printedName: person.name, sendTo: '自宅' });

/** Everything a test of renewal needs beside `officeDay`. */
export function renewalDay(day: OfficeDay) {
  const office = deskOf(day);
  /** Answers of the office's door by method. */
  const ask = async <M extends keyof Values>(method: M, args: unknown, key = newKey()) =>
    valueOf<Values[M]>(await office(method, args, key));
  const decide = (decision: string, receipts: readonly string[], more: object = {}, key = newKey()) =>
    ask('decideRenewals', { decision, receipts, ...more }, key);
  return {
    office,
    ask,
    decide,
    /** A person with the form answered and an own password. */
    enter: (name: string) => admitCase(day, name),
    view: async (token: string) =>
      valueOf<{ view: MypageView }>(await day.mypage('view', {}, { token })).view,
    /** Logs in again with the own password: a session does not last through the months of a renewal. */
    again: async (person: Person): Promise<string> =>
      valueOf<{ token: string }>(await day.mypage('login', { number: person.number, password: OWN_PASSWORD }))
        .token,
    apply: (token: string, form: object, key = newKey()) => day.mypage('applyRenewal', form, { token, key }),
    /** 確認済 and 承認 of these. */
    approve: async (receipts: readonly string[], resolvedOn: string, resolution = '決裁第1号') => {
      await decide('確認済', receipts);
      return decide('承認', receipts, { resolvedOn, resolution });
    },
    /** A 講習 or points of a person, granted by the office from paper. */
    grant: async (number: string, form: object, receivedOn: string) => {
      const { receipt } = valueOf<{ receipt: string }>(
        await office('enterPoints', {
          ...{ number, receivedOn, evidenceState: '不要' },
          form: { eventCode: '', role: '', endedOn: '', hours: '', ...form },
        }),
      );
      valueOf(await office('decidePoints', { decision: '承認', receipts: [receipt] }));
      return receipt;
    },
    /** Rows of a tab that belong to a number. */
    rowsOf: async (tab: string, number: string): Promise<Row[]> =>
      (await day.rows(tab)).filter((row) => row['登録番号'] === number),
    to: (now: string) => day.control.post('/api/clock', { now }),
    /** Time passes without the jobs, up to the night before: for tests that ask for nothing they do in between. */
    skipTo: async (now: string) => {
      const night = new Date(Date.parse(now) - 86_400_000).toISOString();
      await day.control.post('/api/clock', { now: night, fire: 'never' });
      await day.control.post('/api/clock', { now });
    },
  };
}

export type RenewalDay = ReturnType<typeof renewalDay>;

/** Types 督促 into 設定, as the owner does. */
export const setReminderDays = (day: OfficeDay, days: string): Promise<void> =>
  typeSetting(day, '督促', days);

/** Types the value of an item into 設定, as the owner does. */
export async function typeSetting(
  { control, sample }: OfficeDay,
  item: string,
  value: string,
): Promise<void> {
  const tab = `/api/sheets/${encodeURIComponent('設定')}`;
  const { display } = await control.get<{ display: string[][] }>(tab);
  const row = display.findIndex(([first]) => first === item) + 1;
  const { owner } = await sample();
  await control.post(`${tab}/edit`, { user: owner, range: `B${String(row)}`, values: [[value]] });
}
