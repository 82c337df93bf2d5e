/** The secretariat's door: who gets in, with which rights, and what ホーム shows. */
import { officeDay, refusalOf, valueOf, type OfficeDay } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

interface Home {
  mode: string;
  waiting: { label: string; count: number; tab: string }[];
  findings: string[];
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

it('works for a secretary who has granted the spreadsheet, the sidebar and her address only', async () => {
  await workspace.control.post('/api/grants', {
    user: secretary,
    scopes: [
      'https://www.googleapis.com/auth/spreadsheets',
      'https://www.googleapis.com/auth/script.container.ui',
      'https://www.googleapis.com/auth/userinfo.email',
    ],
  });
  const person = await day.person('otherMail');
  await day.answer(person);
  await workspace.control.post('/api/menu', { user: secretary, item: '事務局画面を開く' });
  expect(await workspace.control.get(`/api/ui?user=${encodeURIComponent(secretary)}`)).toMatchObject({
    sidebar: { title: '事務局画面' },
  });
  const { waiting } = valueOf<Home>(await day.office(secretary, 'home'));
  expect(waiting).toContainEqual({ label: 'パスワードの要確認', count: 1, tab: 'パスワード送付' });
  valueOf(await day.office(secretary, 'passwordQueue'));
  valueOf(await day.office(secretary, 'showRow', { tab: 'パスワード送付', row: 2 }));
});

it('is closed to a person who is no longer in 担当者, and opens again', async () => {
  const { display } = await workspace.control.get<{ display: string[][] }>(
    `/api/sheets/${encodeURIComponent('担当者')}`,
  );
  const row = display.findIndex((line) => line.includes(secretary)) + 1;
  const end = String.fromCharCode(65 + (display[0] ?? []).indexOf('終了日'));
  const { owner } = await day.sample();
  const type = (text: string) =>
    workspace.control.post(`/api/sheets/${encodeURIComponent('担当者')}/edit`, {
      user: owner,
      range: `${end}${String(row)}`,
      values: [[text]],
    });
  valueOf(await day.office(secretary, 'home'));
  await type('2026/11/21');
  expect(refusalOf(await day.office(secretary, 'home')).code).toBe('NOT_STAFF');
  await type('');
  valueOf(await day.office(secretary, 'home'));
});

it('says that the automatic work has stopped when the owner’s jobs do not run', async () => {
  await day.advance('PT6M');
  expect(valueOf<Home>(await day.office(secretary, 'home')).findings).toEqual([]);
  await workspace.control.post('/api/clock', { advance: 'PT40M', fire: 'never' });
  expect(valueOf<Home>(await day.office(secretary, 'home')).findings).toEqual([
    expect.stringContaining('自動の処理が30分以上'),
  ]);
});

it('keeps a broken header from doing harm, and says which', async () => {
  const { owner } = await day.sample();
  const { display } = await workspace.control.get<{ display: string[][] }>(
    `/api/sheets/${encodeURIComponent('通知')}`,
  );
  const column = String.fromCharCode(65 + (display[0] ?? []).indexOf('宛先'));
  const rename = (text: string) =>
    workspace.control.post(`/api/sheets/${encodeURIComponent('通知')}/edit`, {
      user: owner,
      range: `${column}1`,
      values: [[text]],
    });
  const person = await day.person('noMail');
  await rename('あて先');
  const { responseId } = await day.answer(person);
  expect(await day.recorded(responseId)).toEqual([]);
  expect(await day.mails(person.mailToType)).toEqual([]);
  await day.advance('PT6M');
  expect(valueOf<Home>(await day.office(secretary, 'home')).findings).toEqual([
    expect.stringContaining('記録できませんでした'),
  ]);

  await rename('宛先');
  await day.advance('PT6M');
  expect(await day.mails(person.mailToType)).toHaveLength(1);
});

it('finds a person whose row a secretary has moved, and one whose row was deleted is for a person to look at', async () => {
  await workspace.control.post(`/api/sheets/${encodeURIComponent('台帳')}/rows`, {
    user: secretary,
    action: 'sort',
    column: 3,
    ascending: false,
  });
  const person = await day.person('noMail');
  await day.answer(person);
  expect(await day.mails(person.mailToType)).toHaveLength(1);
  expect(await day.ledger(person.number)).toMatchObject({ 氏名: person.name, マイページ: '送付済' });

  const gone = await day.person('sameMail');
  const { display } = await workspace.control.get<{ display: string[][] }>(
    `/api/sheets/${encodeURIComponent('台帳')}`,
  );
  const at = display.findIndex((line) => line[0] === gone.number) + 1;
  await workspace.control.post(`/api/sheets/${encodeURIComponent('台帳')}/rows`, {
    user: secretary,
    action: 'delete',
    at,
    count: 1,
  });
  const { responseId } = await day.answer(gone);
  expect(await day.recorded(responseId)).toEqual([
    expect.objectContaining({ 照合結果: '番号なし', 状態: '要確認' }),
  ]);
});
