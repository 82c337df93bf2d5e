/** 要確認 in the sidebar: 送付する, 送付しない, まとめて送付. */
import {
  enter,
  newKey,
  officeDay,
  passwordIn,
  refusalOf,
  valueOf,
  type OfficeDay,
} from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

interface Decisions {
  decided: number;
  skipped: { responseId: string; reason: string }[];
}

let workspace: TestWorkspace;
let day: OfficeDay;
let secretary: string;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', now: '2026-11-22T09:00:00+09:00' });
  secretary = (await day.sample()).staff[0] ?? '';
});
afterAll(() => workspace.close());

const decide = (decision: string, responseIds: string[], key = newKey(), memo?: string) =>
  workspace.control.post<Parameters<typeof valueOf>[0]>('/api/call', {
    page: 'sidebar',
    user: secretary,
    function: 'office',
    args: [
      {
        method: 'decidePasswords',
        key,
        args: { decision, responseIds, ...(memo === undefined ? {} : { memo }) },
      },
    ],
  });

it('送付する sends the password to the new address, which enters 台帳 at the first login', async () => {
  const person = await day.person('otherMail');
  const { responseId } = await day.answer(person);
  expect(valueOf<Decisions>(await decide('送付する', [responseId], newKey(), '電話で確認'))).toEqual({
    decided: 1,
    skipped: [],
  });
  expect(await day.recorded(responseId)).toEqual([
    expect.objectContaining({ 状態: '送付待ち', メモ: '電話で確認' }),
  ]);
  expect(await day.mails(person.mailToType)).toEqual([]);

  await day.advance('PT2M');
  const [mail] = await day.passwordMails(person.mailToType);
  expect(await day.recorded(responseId)).toEqual([expect.objectContaining({ 状態: '送付済' })]);
  expect(await day.ledger(person.number)).toMatchObject({
    メールアドレス: person.mail,
    マイページ: '送付済',
  });
  await enter(day, person, mail, 'みどり-そら-かわ-ねこ-2026');
  expect(await day.ledger(person.number)).toMatchObject({
    メールアドレス: person.mailToType,
    マイページ: '利用中',
  });
});

it('送付しない ends it, and nothing is sent', async () => {
  const person = await day.person('otherMail');
  const { responseId } = await day.answer(person);
  valueOf(await decide('送付しない', [responseId]));
  await day.advance('PT10M');
  expect(await day.recorded(responseId)).toEqual([expect.objectContaining({ 状態: '送付しない' })]);
  expect(await day.passwordMails(person.mailToType)).toEqual([]);
});

it('まとめて送付 takes earlier answers too, and says which it left and why', async () => {
  const early = (await day.rows('パスワード送付'))
    .filter((row) => row['状態'] === '開始前')
    .map((row) => row['回答ID'] ?? '');
  const missing = await day.person('noBirthDate');
  const { responseId } = await day.answer(missing, { 生年月日: '1960-01-01' });
  const stopped = await day.person('deceased');
  const dead = await day.answer(stopped);
  const { decided, skipped } = valueOf<Decisions>(
    await decide('送付する', [...early, responseId, dead.responseId]),
  );
  expect(decided).toBeGreaterThan(5);
  expect(decided + skipped.length).toBe(new Set(early).size + 2);
  expect(skipped).toContainEqual({ responseId, reason: 'NO_BIRTH_DATE' });
  expect(skipped).toContainEqual({ responseId: dead.responseId, reason: 'STOPPED' });
  const { contacts } = (await day.executions()).filter(({ function: name }) => name === 'office').pop() ?? {};
  expect(contacts).toBeLessThanOrEqual(14);

  await day.advance('PT30M');
  expect((await day.mails()).filter(({ body }) => body.includes('▼仮パスワード'))).toHaveLength(decided);
  const sent = (await day.rows('パスワード送付')).filter((row) => row['状態'] === '送付済');
  expect(sent).toHaveLength(decided);
});

it('gives one result for one key, and tells the second secretary that it is decided', async () => {
  const person = await day.person('otherMail');
  const { responseId } = await day.answer(person);
  const key = newKey();
  const first = valueOf(await decide('送付する', [responseId], key));
  expect(valueOf(await decide('送付する', [responseId], key))).toEqual(first);
  expect(valueOf(await decide('送付しない', [responseId]))).toEqual({
    decided: 0,
    skipped: [{ responseId, reason: 'DECIDED' }],
  });
  await day.advance('PT10M');
  const mails = await day.passwordMails(person.mailToType);
  expect(mails).toHaveLength(1);
  expect(passwordIn(mails[0])).toBeTruthy();
});

it('sends though somebody deletes a row above between the search for the response and its reading', async () => {
  await day.answer(await day.person('sameMail'));
  const person = await day.person('otherMail');
  const { responseId } = await day.answer(person);
  await workspace.control.post('/api/faults', {
    kind: 'edit',
    at: { function: 'office', call: 'Sheets.Spreadsheets.Values.batchGet', k: 1, when: 'before' },
    edit: { tab: 'パスワード送付', user: secretary, action: 'delete', at: 2, count: 1 },
  });
  expect(valueOf(await decide('送付する', [responseId]))).toEqual({ decided: 1, skipped: [] });
  await day.advance('PT10M');
  expect(await day.passwordMails(person.mailToType)).toHaveLength(1);
});

it('is refused without a key, and to strangers', async () => {
  expect(
    refusalOf(await day.office(secretary, 'decidePasswords', { decision: '送付する', responseIds: ['x'] }))
      .code,
  ).toBe('INVALID');
  const called = await workspace.control.post('/api/call', {
    page: 'exec',
    function: 'office',
    args: [{ method: 'decidePasswords', key: newKey(), args: { decision: '送付する', responseIds: ['x'] } }],
  });
  expect(called).toMatchObject({ value: { ok: false, code: 'NOT_STAFF' } });
});
