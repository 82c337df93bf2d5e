/** Twice a day the office hears what waits: once each time, and only when it is something new. */
import { officeDay, valueOf, type Mail, type OfficeDay } from '../support/office-day';
import { damageTo, type Damage } from '../support/hidden-rows';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

/** A Tuesday. */
const MORNING = '2026-11-24T08:30:00+09:00';
const JOB = 'runEveryFiveMinutes';

let workspace: TestWorkspace;
let day: OfficeDay;
let damage: Damage;
let owner: string;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
  damage = damageTo(workspace.control);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', registrants: 40, now: MORNING });
  owner = (await day.sample()).owner;
  // What the sample left waiting is dealt with, but for what a test brings.
  const rows = (await day.rows('パスワード送付')).filter((row) => row['状態'] === '要確認');
  for (const row of rows)
    await damage.type(
      'パスワード送付',
      await damage.rowOf('パスワード送付', '回答ID', row['回答ID'] ?? ''),
      '状態',
      '送付しない',
    );
  await day.advance('PT5M');
});
afterAll(() => workspace.close());

const digests = async (): Promise<Mail[]> =>
  (await day.mails()).filter(({ subject }) =>
    subject.startsWith('【マイページ】事務局の確認を待っているものがあります'),
  );

/** An answer nobody may send a password for without looking. */
const somethingWaits = async () => {
  const person = await day.person('otherMail');
  await day.answer(person);
};

it('nothing waits: no mail', async () => {
  await day.advance('P1D');
  expect(await digests()).toEqual([]);
});

it('something waits: one mail at 9:00, none at 14:00 unless it has changed, and again when it has', async () => {
  await somethingWaits();
  await day.advance('PT20M');
  expect(await digests()).toEqual([]);
  await day.advance('PT15M');
  const [first] = await digests();
  expect(first?.body).toContain('・パスワードの要確認　1件');
  expect(first?.subject).toContain('11月24日 09:00');
  expect((await day.rows('通知')).find((row) => row['種別'] === '事務局へのお知らせ')).toMatchObject({
    登録番号: '',
    対象: '2026-11-24 09:00',
    状態: '送信済',
  });
  await day.advance('PT8H');
  expect(await digests()).toHaveLength(1);
  await damage.type('通知', 2, '状態', '失敗');
  await day.advance('P1D');
  const bodies = (await digests()).map(({ body }) => body);
  expect(bodies).toHaveLength(2);
  expect(bodies[1]).toContain('・送れなかったお知らせ　1件');
});

it('goes to the address of 設定, else to the owner; and passes over weekends and 休業日', async () => {
  await somethingWaits();
  await workspace.control.post(`/api/sheets/${encodeURIComponent('休業日')}/edit`, {
    user: owner,
    range: 'A2:B2',
    values: [['2026/11/24', '見本の休み']],
  });
  await day.advance('PT12H');
  expect(await digests()).toEqual([]);
  await day.advance('P1D');
  const mail = (await day.rows('設定')).find((row) => row['項目'] === 'メール')?.['値'] ?? '';
  expect((await digests()).map(({ to }) => to)).toEqual([mail === '' ? owner : mail]);
});

it('what a person must look at counts too', async () => {
  const person = await day.person('sameMail');
  await damage.type('台帳', await damage.rowOf('台帳', '氏名', person.name), '登録番号', '00001');
  await damage.morning();
  await day.advance('PT40M');
  const bodies = (await digests()).map(({ body }) => body);
  expect(bodies[bodies.length - 1]).toContain('・お確かめいただくこと　2件');
});

it('so does a cell of 台帳 that cannot stand', async () => {
  const person = await day.person('sameMail');
  await damage.type('台帳', await damage.rowOf('台帳', '氏名', person.name), '生年月日', '令和8年13月1日');
  await day.advance('PT40M');
  const [mail] = await digests();
  expect(mail?.body).toContain('・要確認の台帳　1件');
  expect(mail?.body).toContain(
    '「要確認の台帳」は、事務局画面の「台帳の点検」で内容をご覧になり、直してください。',
  );
});

it('in 準備 nothing leaves', async () => {
  await damage.type('設定', await damage.rowOf('設定', '項目', '動作モード'), '値', '準備');
  await somethingWaits();
  await day.advance('P1D');
  expect(await digests()).toEqual([]);
});

it('killed anywhere at that time, and run again, there is one mail', async () => {
  await somethingWaits();
  await day.advance('PT20M');
  await day.mypage('status', {});
  await day.advance('PT10M');
  const runs = (await day.executions()) as unknown as { function: string; sequence: string[] }[];
  const writing = runs
    .filter((one) => one.function === JOB)
    .filter(({ sequence }) => sequence.includes('Sheets.Spreadsheets.batchUpdate'));
  // The run after it only empties the journal.
  const [writes = []] = writing
    .map(({ sequence }) =>
      sequence.flatMap((call, at) => (/batchUpdate|setProperties/.test(call) ? [at + 1] : [])),
    )
    .sort((a, b) => b.length - a.length);
  expect(writes.length).toBeGreaterThanOrEqual(3);
  for (const k of writes)
    for (const when of ['before', 'after']) {
      await workspace.control.post('/api/reset', { scenario: 'sample', registrants: 40, now: MORNING });
      await day.advance('PT5M');
      await somethingWaits();
      await day.advance('PT20M');
      await day.mypage('status', {});
      await workspace.control.post('/api/faults', { kind: 'kill', at: { function: JOB, k, when } });
      await day.advance('PT10M');
      await workspace.control.delete('/api/faults');
      await day.advance('PT30M');
      expect([k, when, (await digests()).length]).toEqual([k, when, 1]);
    }
});

it('a trigger that fires twice or late sends one mail', async () => {
  await somethingWaits();
  for (const fire of ['twice', 'late'])
    await workspace.control.post('/api/clock', { advance: fire === 'twice' ? 'PT40M' : 'PT10M', fire });
  expect(await digests()).toHaveLength(1);
});

it('the page that checks the settings says the same', async () => {
  const { sections } = valueOf<{ sections: { title: string }[] }>(await day.office(owner, 'check'));
  expect(sections.map(({ title }) => title)).toEqual([
    '設定',
    'フォーム',
    '自動の処理',
    '共有',
    'お確かめいただくこと',
  ]);
});
