/** The day on which everybody ends: three hundred approvals in one press, reminders over as many mornings as the mail needs. */
import { damageTo, type Damage } from '../support/hidden-rows';
import { renewalDay, type RenewalDay, type Values } from '../support/renewal-day';
import { newKey, officeDay, valueOf, type OfficeDay } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

const NOW = '2026-11-24T10:00:00+09:00';
const MANY = 300;

let workspace: TestWorkspace;
let day: OfficeDay;
let renewal: RenewalDay;
let damage: Damage;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
  renewal = renewalDay(day);
  damage = damageTo(workspace.control);
});
afterAll(() => workspace.close());

/** Numbers of those who end on 31 March and are 有効. */
const due = async () =>
  (await day.rows('台帳'))
    .filter((row) => row['状態'] === '有効' && row['有効期間満了日'] === '2027/03/31')
    .map((row) => row['登録番号'] ?? '');

/** Notices that wait for another year: they hold their place in the day's mail. */
async function plantWaiting(count: number): Promise<{ remove: () => Promise<unknown> }> {
  const { staff } = await day.sample();
  const tab = `/api/sheets/${encodeURIComponent('通知')}`;
  const { display } = await workspace.control.get<{ display: string[][] }>(tab);
  const headers = display[0] ?? [];
  const first = display.filter(([number]) => number !== '').length + 1;
  const column = (header: string) => String.fromCharCode(65 + headers.indexOf(header));
  const fill = (header: string, text: string) =>
    workspace.control.post(`${tab}/edit`, {
      user: staff[0],
      range: `${column(header)}${String(first)}`,
      values: Array.from({ length: count }, () => [text]),
    });
  await fill('予定日時', '2030/01/01 9:00');
  await fill('方法', 'メール');
  await fill('状態', '送信待ち');
  return { remove: () => fill('状態', '取りやめ') };
}

const reminders = async () =>
  (await day.rows('通知')).filter((row) => ['要件不足', '要件充足'].includes(row['種別'] ?? ''));

it('three hundred approvals in one press are killed, answered again, and done once each', async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', registrants: 420, now: NOW });
  const people = (await day.rows('台帳')).filter(
    (row) => row['状態'] === '有効' && row['有効期間満了日'] !== '' && row['住所'] !== '',
  );
  const receipts: string[] = [];
  for (const row of people.slice(0, MANY)) {
    // Beyond 60 writes a minute Google refuses.
    if (receipts.length % 20 === 19) await day.advance('PT1M');
    receipts.push(
      (
        await renewal.ask('enterRenewal', {
          ...{ number: row['登録番号'], receivedOn: '2026-11-24', printedName: '', sendTo: '自宅' },
        })
      ).receipt,
    );
  }
  expect(receipts).toHaveLength(MANY);
  const exception = { kind: '要件不足', reason: '一斉の切替（理事会決定）' };
  expect(await renewal.decide('確認済', receipts, { exception })).toMatchObject({ decided: MANY });
  const special = { resolvedOn: '2026-11-25', resolution: '決裁第9号' };
  const key = newKey();
  for (const when of ['before', 'after'] as const) {
    await workspace.control.post('/api/faults', {
      kind: 'kill',
      at: { function: 'office', call: 'Sheets.Spreadsheets.batchUpdate', k: 1, when },
    });
    await renewal.office('decideRenewals', { decision: '承認', receipts, ...special }, key);
  }
  const { id } = (await day.executions()).slice(-1)[0] ?? { id: 0 };
  const answer = await renewal.decide('承認', receipts, special, key);
  expect(answer).toMatchObject({ decided: MANY, skipped: [], certificates: MANY });
  expect(answer.notices + answer.letters).toBe(MANY);
  const [run] = (await day.executions(id)).slice(-1);
  expect(run?.contacts).toBeLessThanOrEqual(14);
  const periods = (await day.rows('有効期間')).filter((row) => receipts.includes(row['受付番号'] ?? ''));
  expect(periods).toHaveLength(MANY);
  expect(new Set(periods.map((row) => row['証書番号'])).size).toBe(MANY);
  expect(await day.rows('証書')).toHaveLength(MANY);
  const told = (await day.rows('通知')).filter((row) => row['種別'] === '更新の承認');
  expect(told).toHaveLength(MANY);

  // Another secretary, whose list still shows them, presses too: nothing is decided a second time.
  const other = { decision: '承認', receipts, resolvedOn: '2026-11-26', resolution: '決裁第10号' };
  const late = valueOf<Values['decideRenewals']>(await renewal.office('decideRenewals', other, newKey(), 1));
  expect(late).toMatchObject({ decided: 0, certificates: 0, notices: 0, letters: 0 });
  expect(new Set(late.skipped.map(({ reason }) => reason))).toEqual(new Set(['DECIDED']));
  expect(late.skipped).toHaveLength(MANY);
  const rows = (await day.rows('更新申請')).filter((row) => receipts.includes(row['受付番号'] ?? ''));
  expect(new Set(rows.map((row) => `${row['状態'] ?? ''} ${row['決裁番号'] ?? ''}`))).toEqual(
    new Set(['承認 決裁第9号']),
  );
  await day.advance('PT5H');
  const numbers = (await day.mails())
    .filter(({ subject }) => subject.includes('更新を承認'))
    .map(({ body }) => /（(N26-\d+)）/.exec(body)?.[1]);
  const mailed = (await day.rows('通知')).filter(
    (row) => row['種別'] === '更新の承認' && row['方法'] === 'メール',
  );
  expect(mailed).toHaveLength(answer.notices);
  // Gmail refuses a dot before the @; everybody else has one mail.
  const sent = mailed.filter((row) => !row['宛先']?.includes('.@'));
  expect(sent.filter((row) => row['状態'] !== '送信済')).toEqual([]);
  expect([...numbers].sort()).toEqual(sent.map((row) => row['通知番号']).sort());
});

describe('reminders', () => {
  beforeEach(() => workspace.control.post('/api/reset', { scenario: 'sample', registrants: 150, now: NOW }));

  it('are queued once each, also when the morning is killed, and none for who has applied or rests', async () => {
    const { person, token } = await renewal.enter('inWindowComplete');
    await renewal.apply(token, { printedName: person.name, sendTo: '自宅' });
    const resting = await day.person('inWindowShort');
    await renewal.ask('changePersonState', {
      ...{ number: resting.number, action: '休止', reason: '療養', on: '2026-11-24' },
    });
    const expected = (await due()).filter((number) => number !== person.number).sort();
    expect(expected.length).toBeGreaterThan(60);
    await workspace.control.post('/api/faults', {
      kind: 'kill',
      at: { function: 'runDaily', call: 'Sheets.Spreadsheets.batchUpdate', k: 3, when: 'before' },
    });
    await damage.morning();
    const first = (await reminders()).length;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(expected.length);
    await damage.morning();
    expect((await reminders()).map((row) => row['登録番号']).sort()).toEqual(expected);
    await damage.morning();
    expect(await reminders()).toHaveLength(expected.length);
    const { number } = await day.person('inWindowNoCourse');
    const noCourse = (await reminders()).find((row) => row['登録番号'] === number);
    expect(noCourse).toMatchObject({ 種別: '要件不足', 状態: '送信済' });
    const mails = (await day.mails()).filter(({ subject }) => subject.includes('資格有効期間は3月31日まで'));
    expect(new Set(mails.map(({ body }) => /（(N26-\d+)）/.exec(body)?.[1])).size).toBe(mails.length);
    expect(noCourse?.['差込']).toContain('職業紹介責任者講習の受講');
    // People whom no mail reaches get a letter.
    expect((await reminders()).some((row) => row['状態'] === '郵送待ち')).toBe(true);
  });

  it('take no more of the day’s mail than is theirs: the rest follows on later mornings', async () => {
    const expected = await due();
    // 1,500 mails a day are half theirs; what waits already counts.
    const waiting = await plantWaiting(730);
    await damage.morning();
    const mails = (await reminders()).filter((row) => row['方法'] === 'メール').length;
    expect(mails).toBe(20);
    await waiting.remove();
    await damage.morning();
    expect((await reminders()).map((row) => row['登録番号']).sort()).toEqual([...expected].sort());
  });
});
