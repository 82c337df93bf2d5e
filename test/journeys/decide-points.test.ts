/** ポイント in the sidebar: 承認, 差戻し, 不承認, 取消; one commit, one notice a person. */
import { newKey, valueOf, type OfficeDay, type Person } from '../support/office-day';
import { pointsMorning, type PointsDay } from '../support/points-day';
import { startPointsWorkspace } from '../support/points-workspace';
import type { TestWorkspace } from '../support/workspace';

/** As a Japanese keyboard types it. */
const wide = (text: string) =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

let workspace: TestWorkspace;
let day: OfficeDay;
let office: PointsDay;
let person: Person;
let receipt: string;

beforeAll(async () => {
  ({ workspace, day, office } = await startPointsWorkspace());
});
beforeEach(async () => {
  ({ person, receipt } = await pointsMorning(day, office));
});
afterAll(() => workspace.close());

const state = async (one = receipt) => (await office.rowOf(one))['状態'];
const subjects = async () => (await day.mails(person.mail)).map(({ subject }) => subject);

it('承認 stamps the row, counts on My Page, and one mail leaves after 送信までの待ち時間', async () => {
  expect(await office.decide('承認', [receipt], { numbers: { [receipt]: person.number } })).toEqual({
    ...{ decided: 1, skipped: [], notices: 1, letters: 0 },
    leavesAt: expect.stringContaining('10:30') as string,
  });
  expect(await office.rowOf(receipt)).toMatchObject({ 状態: '承認', 承認ポイント: '1', 理由: '' });
  expect((await office.rowOf(receipt))['確認者']).not.toBe('');
  await day.advance('PT29M');
  expect(await subjects()).toEqual([]);
  await day.advance('PT3M');
  expect(await subjects()).toEqual(['【民紹協】ポイントの申請を承認しました']);
  const [mail] = await day.mails(person.mail);
  expect(mail?.body).toContain(`実務セミナー 1ポイント（${receipt}）`);
  expect(mail?.body).toContain('ポイント：1（必要 5）');
});

it('sent twice with one key it is one decision, with the same answer', async () => {
  const key = newKey();
  const first = await office.decide('承認', [receipt], {}, key);
  expect(await office.decide('承認', [receipt], {}, key)).toEqual(first);
  expect(await office.notices(person.number)).toHaveLength(1);
});

it('of two people who approve at once one decides and the other reads that it is decided', async () => {
  const both = await Promise.all([0, 1].map((who) => office.decide('承認', [receipt], {}, newKey(), who)));
  expect(both.map(({ decided }) => decided).sort()).toEqual([0, 1]);
  expect(both.flatMap(({ skipped }) => skipped)).toEqual([{ receipt, reason: 'DECIDED', state: '承認' }]);
  expect(await office.notices(person.number)).toHaveLength(1);
});

it('several decisions about one person within the wait are one mail', async () => {
  const second = await office.enter(person.number, { title: '冬の講演会', category: '講演会' });
  await office.decide('承認', [receipt]);
  await day.advance('PT10M');
  await office.decide('不承認', [second], { reason: '受講の記録が確認できませんでした。' });
  expect(await office.notices(person.number)).toEqual([
    expect.objectContaining({ 種別: 'ポイントの結果', 状態: '送信待ち', 対象: `${receipt} ${second}` }),
  ]);
  await day.advance('PT45M');
  const mails = await day.mails(person.mail);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.body).toContain(second);
  expect(mails[0]?.body).toContain('理由：受講の記録が確認できませんでした。');
});

it('two 講習 of one person approved together are worth what they are one by one, and the mail says so', async () => {
  const { display } = await workspace.control.get<{ display: string[][] }>(
    `/api/sheets/${encodeURIComponent('設定')}`,
  );
  const line = display.findIndex(([item]) => item === '2回目の講習のポイント');
  await workspace.control.post(`/api/sheets/${encodeURIComponent('設定')}/edit`, {
    ...{ user: (await day.sample()).staff[0], range: `B${String(line + 1)}`, values: [['1']] },
  });
  const course = { category: '職業紹介責任者講習', host: '当協会' };
  const first = await office.enter(person.number, { ...course, title: '春の講習' });
  const second = await office.enter(person.number, {
    ...{ ...course, title: '秋の講習', attendedOn: '2026-10-20' },
  });
  await office.decide('承認', [first, second]);
  expect(await office.rowOf(first)).toMatchObject({ 承認ポイント: '0' });
  expect(await office.rowOf(second)).toMatchObject({ 承認ポイント: '1' });
  await day.advance('PT45M');
  const [mail] = await day.mails(person.mail);
  expect(mail?.body).toContain(`春の講習 必須の講習として確認（${first}）`);
  expect(mail?.body).toContain(`秋の講習 1ポイント（${second}）`);
});

it('taken back within the wait it leaves no mail, and the application can be opened again', async () => {
  await office.decide('承認', [receipt]);
  await office.decide('取消', [receipt], { reason: '押しまちがい' });
  expect(await state()).toBe('取消');
  expect((await office.notices(person.number)).map((row) => row['状態'])).toEqual(['取りやめ']);
  await day.advance('PT2H');
  expect(await day.mails(person.mail)).toEqual([]);
  await office.decide('申請中', [receipt]);
  expect(await office.rowOf(receipt)).toMatchObject({ 状態: '申請中', 承認ポイント: '', 確認日時: '' });
});

it('taken back later a correction is sent, also after it was decided once more in between', async () => {
  await office.decide('承認', [receipt]);
  await day.advance('PT1H');
  await office.decide('取消', [receipt], { reason: '別の方の証明書でした。' });
  await office.decide('申請中', [receipt]);
  await office.decide('承認', [receipt]);
  await office.decide('取消', [receipt], { reason: '別の方の証明書でした。' });
  await day.advance('PT1H');
  expect(await subjects()).toEqual([
    '【民紹協】ポイントの申請を承認しました',
    '【民紹協】先ほどのお知らせの訂正',
  ]);
  expect((await day.mails(person.mail))[1]?.body).toContain('前のお知らせを取り消します');
});

it('a notice that was stopped is not corrected: nobody was told', async () => {
  await office.decide('承認', [receipt]);
  const { notices } = valueOf<{ notices: { notice: string; name: string }[] }>(
    await office.call('waitingNotices', {}),
  );
  expect(notices).toEqual([expect.objectContaining({ name: person.name, about: receipt })]);
  const stop = { notices: notices.map(({ notice }) => notice) };
  expect(valueOf(await office.call('stopNotices', stop))).toEqual({ stopped: 1, gone: 0 });
  expect(valueOf(await office.call('stopNotices', stop))).toEqual({ stopped: 0, gone: 1 });
  await office.decide('取消', [receipt], { reason: '押しまちがい' });
  await day.advance('PT2H');
  expect(await day.mails(person.mail)).toEqual([]);
});

it('a mail with a password cannot be stopped', async () => {
  await workspace.control.post('/api/faults', { kind: 'quota' });
  await day.answer(await day.person('noMail'));
  const [row] = (await day.rows('通知')).filter((one) => one['種別'] === 'パスワード');
  expect(row?.['状態']).toBe('送信待ち');
  expect(valueOf(await office.call('waitingNotices', {}))).toEqual({ notices: [] });
  expect(valueOf(await office.call('stopNotices', { notices: [row?.['通知番号']] }))).toEqual({
    stopped: 0,
    gone: 1,
  });
  await workspace.control.delete('/api/faults');
});

it('差戻し tells the defect with its deadline; past it the queue and ホーム say so', async () => {
  const reason = '証明書類の写真が読み取れませんでした。';
  await office.decide('差戻し', [receipt], { reason, request: '撮り直して送ってください。' });
  expect(await office.rowOf(receipt)).toMatchObject({ 状態: '差戻し', 確認日時: '', 補正期限: '2026/12/08' });
  await day.advance('PT1H');
  const [mail] = await day.mails(person.mail);
  expect(mail?.body).toContain(`確認が必要な点：${reason}`);
  expect(mail?.body).toContain('期限：令和8年12月8日（火）');
  const overdue = async () => {
    const { waiting } = valueOf<{ waiting: { label: string; count: number }[] }>(
      await office.call('home', {}),
    );
    return waiting.find(({ label }) => label === 'ポイントの差戻しの期限切れ')?.count;
  };
  expect(await overdue()).toBe(0);
  await day.advance('P15D');
  expect(await overdue()).toBe(1);
  expect((await office.queue('差戻し')).cases).toEqual([
    expect.objectContaining({ receipt, state: '差戻し', overdue: true }),
  ]);
});

it.each([
  ['without 証明書類', { evidenceState: '郵送待ち' }, '承認', {}, 'NO_EVIDENCE'],
  ['差戻し without a reason', {}, '差戻し', {}, 'NO_REASON'],
  ['不承認 without a reason', {}, '不承認', {}, 'NO_REASON'],
  ['取消 of what is not decided', {}, '取消', { reason: '押しまちがい' }, 'DECIDED'],
])('%s is refused and changes nothing', async (_, given, decision, more, reason) => {
  const other = await office.enter(person.number, { title: '別の講演会', ...given });
  const before = await office.rowOf(other);
  expect(await office.decide(decision, [other], more)).toMatchObject({
    decided: 0,
    skipped: [{ receipt: other, reason, state: '申請中' }],
  });
  expect(await office.rowOf(other)).toEqual(before);
  expect(await office.notices(person.number)).toEqual([]);
});

it('証明書類 that came are noted, and then it can be approved', async () => {
  const other = await office.enter(person.number, { title: '別の講演会', evidenceState: '郵送待ち' });
  expect(valueOf(await office.call('setPointEvidence', { receipts: [other], state: '受領済' }))).toEqual({
    changed: 1,
  });
  expect(await office.rowOf(other)).toMatchObject({ 証明書類の状態: '受領済', 状態: '申請中' });
  expect((await office.decide('承認', [other])).decided).toBe(1);
});

it('points the office names, and the match it saw, are kept with the decision', async () => {
  await office.decide('承認', [receipt], { granted: { [receipt]: 2.5 }, matches: { [receipt]: '一致' } });
  expect(await office.rowOf(receipt)).toMatchObject({ 承認ポイント: '2.5', 照合結果: '一致' });
});

it('a person without a working address gets a letter to be posted', async () => {
  const other = await day.person('noMail');
  const paper = await office.enter(other.number);
  expect(await office.decide('承認', [paper])).toMatchObject({ notices: 0, letters: 1, leavesAt: '' });
  expect((await office.notices(other.number)).map((row) => row['状態'])).toEqual(['郵送待ち']);
  await office.decide('取消', [paper], { reason: '押しまちがい' });
  expect((await office.notices(other.number)).map((row) => row['状態'])).toEqual(['取りやめ']);
});

it('the tab sorted between reading and writing: the right row is decided, and nobody else', async () => {
  const other = await office.enter((await day.person('leapDay')).number, { title: 'あとの申請' });
  const edit = { tab: 'ポイント', action: 'sort', column: 1, ascending: false };
  await workspace.control.post('/api/faults', {
    kind: 'edit',
    at: { function: 'office', call: 'Sheets.Spreadsheets.batchUpdate', when: 'before' },
    edit,
  });
  expect((await office.decide('承認', [receipt])).decided).toBe(1);
  await day.advance('PT6M');
  expect([await state(receipt), await state(other)]).toEqual(['承認', '申請中']);
  expect((await office.rowOf(other))['確認日時']).toBe('');
  expect((await day.rows('操作記録')).map((row) => row['種別'])).toContain('書き込みの直し');
});

it('the tab sorted before: the row is found wherever it stands', async () => {
  await office.enter((await day.person('leapDay')).number);
  await workspace.control.post(`/api/sheets/${encodeURIComponent('ポイント')}/rows`, {
    user: (await day.sample()).staff[0],
    ...{ action: 'sort', column: 1, ascending: false },
  });
  const numbers = { [receipt]: person.number };
  expect((await office.decide('承認', [receipt], { numbers })).decided).toBe(1);
  expect(await state()).toBe('承認');
});

it.each([1, 5, 9, 12, 14])(
  'killed at call %i and sent again there is one decision and one notice',
  async (k) => {
    const key = newKey();
    await workspace.control.post('/api/faults', {
      kind: 'kill',
      at: { function: 'office', k, when: 'after' },
    });
    await office.call('decidePoints', { decision: '承認', receipts: [receipt] }, key);
    await workspace.control.delete('/api/faults');
    expect((await office.decide('承認', [receipt], {}, key)).decided).toBe(1);
    expect(await office.notices(person.number)).toHaveLength(1);
    await day.advance('PT50M');
    expect(await subjects()).toHaveLength(1);
  },
);

it('a row that is gone is told on ホーム until it is back', async () => {
  const second = await office.enter(person.number, { title: '冬の講演会' });
  const rows = await day.rows('ポイント');
  const at = rows.findIndex((row) => row['受付番号'] === second) + 2;
  await workspace.control.post(`/api/sheets/${encodeURIComponent('ポイント')}/rows`, {
    user: (await day.sample()).staff[0],
    ...{ action: 'delete', at, count: 1 },
  });
  expect((await office.decide('承認', [second])).skipped).toEqual([
    { receipt: second, reason: 'NOT_FOUND', state: '' },
  ]);
  await office.decide('承認', [receipt]);
  const { findings } = valueOf<{ findings: string[] }>(await office.call('home', {}));
  expect(findings.join()).toContain(second);
});

it('a paper application is refused with what is wrong with it', async () => {
  const form = {
    ...{ eventCode: '', category: 'セミナー', role: '', title: '', host: 'ほかの団体' },
    ...{ attendedOn: '2026-11-23', endedOn: '', hours: '' },
  };
  const args = { number: person.number, receivedOn: '2026-11-20', form, evidenceState: '不要' };
  const refused = async (more: object) => {
    const called = await office.call('enterPoints', { ...args, ...more });
    return called.ok && !called.value.ok ? called.value.fields : undefined;
  };
  expect(await refused({})).toEqual({ title: 'REQUIRED', attendedOn: 'FUTURE' });
  expect(await refused({ number: '99999' })).toEqual({ number: 'NOT_FOUND' });
  expect(await refused({ receivedOn: '2026-12-01' })).toEqual({ receivedOn: 'FUTURE' });
  expect(await refused({ number: (await day.person('deceased')).number })).toEqual({ number: 'ENDED' });
});

it('one application is found by its 受付番号, in whatever state', async () => {
  await office.decide('承認', [receipt]);
  const { found } = valueOf<{ found: { state: string; decided: string } }>(
    await office.call('pointCase', { receipt: wide(receipt.toLowerCase()) }),
  );
  expect(found).toMatchObject({ receipt, state: '承認' });
  expect(valueOf(await office.call('pointCase', { receipt: 'P26-999999-9' }))).toEqual({ found: null });
});
