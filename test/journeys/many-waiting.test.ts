/** Hundreds of mails wait for their time, or for tomorrow's quota: whoever sits and waits for one gets it at once. */
import { ledgerHand } from '../support/ledger-hand';
import { officeDay, type OfficeDay } from '../support/office-day';
import { startTestWorkspace, testNow, type TestWorkspace } from '../support/workspace';

let workspace: TestWorkspace;
let day: OfficeDay;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
});
beforeEach(() => workspace.control.post('/api/reset', { scenario: 'sample', now: testNow }));
afterAll(() => workspace.close());

const WAITING = 450;

/** Rows of 通知 as a cohort's reminders leave them, due at this time. */
async function cohortWaits(dueAt: string): Promise<void> {
  const hand = await ledgerHand(workspace.control);
  const [headers = []] = await hand.display('通知');
  const rows = (await hand.display('通知')).filter((line) => line.some((cell) => cell !== '')).length;
  const values = Array.from({ length: WAITING }, (_, at) => {
    const cells: Record<string, string> = {
      通知番号: `N26-1${String(at).padStart(5, '0')}`,
      種別: '要件充足',
      方法: 'メール',
      宛先: `cohort${String(at)}@example.jp`,
      件名: '更新の要件がそろっています',
      状態: '送信待ち',
      予定日時: dueAt,
    };
    return headers.map((header) => cells[header] ?? '');
  });
  await hand.edit(`A${String(rows + 1)}`, values, '通知');
}

test.each([
  ['for the evening', '2099-01-01 18:00:00'],
  ['already, and the quota is short', '2026-01-01 09:00:00'],
])('a password and a number asked for while hundreds wait %s', async (_, dueAt) => {
  const [one, other] = [await day.person('sameMail'), await day.person('leapDay')];
  await cohortWaits(dueAt);
  await day.mypage('requestPassword', { number: one.number });
  await day.mypage('requestNumber', { mail: other.mail, birthDate: other.birthDate });
  await day.advance('PT2M');
  expect(await day.mails(one.mail)).toHaveLength(1);
  expect(await day.mails(other.mail)).toHaveLength(1);
});
