/** Three thousand registrants, most of them ending on one day: reminders take as many mornings as the day's mail asks for. */
import { damageTo } from '../support/hidden-rows';
import { officeDay, type Mail, type OfficeDay, type Row } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

/** 初期設定 takes over three thousand people first. */

/** A Tuesday. */
const NOW = '2026-11-24T10:00:00+09:00';
/** Of 1,500 mails a day half are for reminders. */
const A_DAY = 750;

let workspace: TestWorkspace;
let day: OfficeDay;

beforeAll(async () => {
  workspace = await startTestWorkspace({ registrants: 3000, now: NOW });
  day = officeDay(workspace.control);
});
afterAll(() => workspace.close());

const reminders = async (): Promise<Row[]> =>
  (await day.rows('通知')).filter((row) => ['要件不足', '要件充足'].includes(row['種別'] ?? ''));
const numberOf = ({ body }: Mail) => /（(N\d\d-\d{6})）/.exec(body)?.[1] ?? '';
const times = (each: readonly (string | undefined)[]) => {
  const counts = new Map<string, number>();
  for (const one of each) counts.set(one ?? '', (counts.get(one ?? '') ?? 0) + 1);
  return counts;
};

it('go out over several days, each exactly once, though a morning and a sender are killed', async () => {
  const damage = damageTo(workspace.control);
  const kill = (at: object) => workspace.control.post('/api/faults', { kind: 'kill', at });
  const due = (await day.rows('台帳'))
    .filter((row) => row['状態'] === '有効' && row['有効期間満了日'] === '2027/03/31')
    .map((row) => row['登録番号'] ?? '');
  expect(due.length).toBeGreaterThan(2 * A_DAY);

  // The second morning breaks off among its commits, the sender of the third after a mail whose row it could not stamp.
  const breaks: Record<number, object> = {
    1: { function: 'runDaily', call: 'Sheets.Spreadsheets.batchUpdate', k: 6, when: 'after' },
    2: { function: 'runEveryMinute', call: 'GmailApp.sendEmail', k: 30, when: 'after' },
  };
  const mailed: number[] = [];
  for (let left = due.length; left > 0 && mailed.length < 8;) {
    const fault = breaks[mailed.length];
    if (fault) await kill(fault);
    await damage.morning();
    const rows = await reminders();
    const before = mailed.reduce((sum, each) => sum + each, 0);
    mailed.push(rows.filter((row) => row['方法'] === 'メール').length - before);
    left = due.length - rows.length;
  }
  expect(mailed[0]).toBe(A_DAY);
  expect(Math.max(...mailed)).toBe(A_DAY);
  expect(mailed.length).toBeGreaterThanOrEqual(3);
  await damage.morning();

  const killed = (await day.executions()).filter(({ outcome }) => outcome === 'killed');
  expect(killed.map((each) => each.function)).toEqual(['runDaily', 'runEveryMinute']);
  const rows = await reminders();
  expect(rows.map((row) => row['登録番号']).sort()).toEqual([...due].sort());
  expect([...times(rows.map((row) => row['状態'])).keys()].sort()).toEqual(['失敗', '送信済', '郵送待ち']);
  // An old phone's address with a dot before its @ is one Gmail does not write to.
  expect(rows.filter((row) => row['状態'] === '失敗').filter((row) => !row['宛先']?.includes('.@'))).toEqual(
    [],
  );
  const told = new Set(rows.filter((row) => row['状態'] === '送信済').map((row) => row['通知番号']));
  const mails = times((await day.mails()).map(numberOf).filter((number) => told.has(number)));
  expect(mails.size).toBe(told.size);
  expect([...mails].filter(([, count]) => count !== 1)).toEqual([]);
});
