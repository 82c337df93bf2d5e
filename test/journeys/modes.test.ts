/** 動作モード: nothing leaves in 準備, all goes to 試行宛先 in 試行, and 本番 begins on a page that tells what it will do. */
import { firstDay, type FirstDay } from '../support/first-day';
import { officeDay, refusalOf, valueOf, type OfficeDay, type Person } from '../support/office-day';
import { startTestWorkspace, testNow, type TestWorkspace } from '../support/workspace';

interface Figures {
  mode: string;
  mails: { kind: string; count: number }[];
  answersBefore: number;
  answersToTreat: number;
  wouldLapse: number;
  blankEnd: number;
  oddEnd: number;
  warnings: string[];
}

let workspace: TestWorkspace;
let day: FirstDay;
let office: OfficeDay;
let owner: string;
let secretary: string;

/** The association with this many registrants, set up in 準備, the form connected. */
async function prepared(registrants: number): Promise<void> {
  await workspace.control.post('/api/reset', { scenario: 'sample', setUp: false, registrants, now: testNow });
  const info = await office.sample();
  [owner, secretary] = [info.owner, info.staff[0] ?? ''];
  await day.setUp();
  await day.set('フォームURL', await day.formUrl());
  await day.set('案内ページURL', 'https://www.example.jp/mypage');
  await day.set('電話', '03-0000-0000');
  await day.set('メール', owner);
  await day.edit('担当者', 'A3', '青木　ひとみ');
  await day.edit('担当者', 'B3', secretary);
  await day.setUp();
}

const figures = async () => valueOf<Figures>(await office.office(owner, 'production'));
const press = async () =>
  valueOf<{ mode: string; recordedBefore: number }>(await office.office(owner, 'startProduction'));
const setting = async (item: string) =>
  (await office.rows('設定')).find((row) => row['項目'] === item)?.['値'] ?? '';
const oldAnswers = async (count: number): Promise<void> => {
  const people = (await office.rows('台帳')).filter((row) => row['生年月日'] !== '');
  for (let index = 0; index < count; index += 1) {
    const row = people[index % people.length] ?? {};
    const answers = {
      登録番号: row['登録番号'] ?? '',
      氏名: row['氏名'] ?? '',
      生年月日: (row['生年月日'] ?? '').replace(/\//g, '-'),
      メールアドレス: `old${String(index)}@example.com`,
    };
    await workspace.control.post('/api/form', { answers, at: '2025-05-01T10:00:00+09:00', fire: 'never' });
  }
};

beforeAll(async () => {
  workspace = await startTestWorkspace({ scenario: 'empty' });
  day = firstDay(workspace.control);
  office = officeDay(workspace.control);
});
afterAll(() => workspace.close());

describe('準備', () => {
  it('with 300 old and 5 new answers and a whole day of jobs: no mail, no row, no change', async () => {
    await prepared(40);
    // Reminders begin with 本番 and have tests of their own.
    await day.set('督促', '1');
    const already = valueOf<Figures>(await office.office(owner, 'production')).answersBefore;
    await oldAnswers(300 - already);
    const state = await day.state();
    for (const name of ['noMail', 'sameMail', 'otherMail', 'variantKanji', 'leapDay'])
      await office.answer(await office.person(name));
    await office.advance('P1D');
    expect(await office.mails()).toEqual([]);
    expect(await office.rows('パスワード送付')).toEqual([]);
    expect(await office.rows('通知')).toEqual([]);
    expect(await day.state()).toEqual(state);
    expect(await figures()).toMatchObject({
      mode: '準備',
      mails: [],
      answersBefore: 305,
      answersToTreat: 0,
      warnings: [],
    });

    const pressed = await press();
    expect(pressed).toEqual({ mode: '本番', recordedBefore: 305 });
    const rows = await office.rows('パスワード送付');
    expect(rows).toHaveLength(305);
    expect(new Set(rows.map((row) => row['状態']))).toEqual(new Set(['開始前']));
    await office.advance('P1D');
    // The office itself hears at 14:00 what it should look at; nobody else hears anything.
    expect((await office.mails()).filter(({ to }) => to !== owner)).toEqual([]);
    expect(await office.rows('パスワード送付')).toHaveLength(305);
  });

  it('the word 本番, typed into the cell, begins nothing and is explained', async () => {
    await prepared(40);
    await day.set('動作モード', '本番');
    await office.answer(await office.person('noMail'));
    await office.advance('PT1H');
    expect(await office.mails()).toEqual([]);
    expect(await office.rows('パスワード送付')).toEqual([]);
    const home = valueOf<{ mode: string; findings: string[] }>(await office.office(secretary, 'home'));
    expect(home.mode).toBe('準備');
    expect(home.findings.join()).toContain('メニューの「本番に切り替える」を選んでください');
    expect(await press()).toMatchObject({ mode: '本番' });
    expect(await setting('フォーム取扱開始日時')).toBe('2026-11-22T10:00:00+09:00');
  });
});

describe('the page 本番に切り替える', () => {
  beforeEach(() => prepared(80));

  it('counts blank, odd and past 満了日', async () => {
    const { values } = await day.table('台帳');
    const at = (values[0] ?? []).indexOf('有効期間満了日');
    const state = (values[0] ?? []).indexOf('状態');
    const column = String.fromCharCode(64 + at + 1);
    const active = values.flatMap((row, index) => (row[state] === '有効' && index > 0 ? [index + 1] : []));
    const first = await figures();
    for (const row of active.slice(0, 20)) await day.edit('台帳', `${column}${String(row)}`, '');
    for (const row of active.slice(20, 50)) await day.edit('台帳', `${column}${String(row)}`, '2026/11/21');
    await day.edit('台帳', `${column}${String(active[50])}`, '来年の春');
    await day.edit('台帳', `${column}${String(active[51])}`, '2026/11/22');
    const rest = new Set(active.slice(0, 52));
    const others = values.filter((_, index) => index > 0 && !rest.has(index + 1));
    const isPast = (row: unknown[]) =>
      row[state] === '有効' && row[at] !== '' && (row[at] as { date: string }).date < '2026-11-22';
    expect(await figures()).toMatchObject({
      mode: '準備',
      blankEnd: 20 + others.filter((row) => row[at] === '').length,
      wouldLapse: 30 + others.filter(isPast).length,
      oddEnd: 1,
      answersBefore: first.answersBefore,
    });
    expect(await office.mails()).toEqual([]);
  });

  it('counts answers from フォーム取扱開始日時 on as to be treated, and pressing treats them', async () => {
    const { answersBefore } = await figures();
    await office.answer(await office.person('noMail'), {}, 'never');
    await day.set('フォーム取扱開始日時', '2026-11-22T09:00:00+09:00');
    expect(await figures()).toMatchObject({ answersBefore, answersToTreat: 1 });
    expect(await press()).toEqual({ mode: '本番', recordedBefore: answersBefore });
    await office.advance('PT10M');
    const { mailToType } = await office.person('noMail');
    expect(await office.passwordMails(mailToType)).toHaveLength(1);
    expect(await office.mails()).toHaveLength(1);
  });

  it('pressed, old answers are 開始前, no mail leaves, and a new answer gets its mail', async () => {
    const person = await office.person('noMail');
    const { answersBefore } = await figures();
    await press();
    await office.advance('PT1H');
    expect(await office.mails()).toEqual([]);
    const { responseId } = await office.answer(person);
    expect(await office.recorded(responseId)).toMatchObject([{ 照合結果: '一致', 状態: '送付済' }]);
    expect(await office.passwordMails(person.mailToType)).toHaveLength(1);
    expect(await office.rows('パスワード送付')).toHaveLength(answersBefore + 1);
  });

  it('pressed twice it does nothing more', async () => {
    await press();
    const state = await day.state();
    const log = await day.table('操作記録');
    await office.advance('PT1M');
    expect(await press()).toEqual({ mode: '本番', recordedBefore: 0 });
    expect(await day.state()).toEqual(state);
    expect(await day.table('操作記録')).toEqual(log);
  });

  it('killed after the mode has turned, the old answers are recorded by the next press or sweep, once', async () => {
    const { answersBefore } = await figures();
    await workspace.control.post('/api/faults', {
      kind: 'kill',
      at: { function: 'office', call: 'Sheets.Spreadsheets.batchUpdate', k: 1, when: 'after' },
    });
    await office.office(owner, 'startProduction');
    expect(await setting('動作モード')).toBe('本番');
    await office.advance('PT10M');
    expect(await office.rows('パスワード送付')).toHaveLength(answersBefore);
    expect(await press()).toMatchObject({ recordedBefore: 0 });
    expect(await office.rows('パスワード送付')).toHaveLength(answersBefore);
    expect(await office.mails()).toEqual([]);
  });

  it('is refused to a secretary and without 案内ページURL', async () => {
    expect(refusalOf(await office.office(secretary, 'production')).code).toBe('NOT_OWNER');
    expect(refusalOf(await office.office(secretary, 'startProduction')).code).toBe('NOT_OWNER');
    await day.set('案内ページURL', '');
    expect((await figures()).warnings.join()).toContain('案内ページURL');
    expect(refusalOf(await office.office(owner, 'startProduction')).code).toBe('INVALID');
    expect(await setting('動作モード')).toBe('準備');
  });
});

describe('試行', () => {
  const testMail = 'shiken@example.jp';
  let person: Person;

  beforeEach(async () => {
    await prepared(40);
    person = await office.person('noMail');
    await day.set('動作モード', '試行');
    await day.set('試行宛先', testMail);
  });

  it('sends to 試行宛先 only, naming the true recipient in the first line', async () => {
    const { responseId } = await office.answer(person);
    await office.advance('PT10M');
    expect(await office.mails(person.mailToType)).toEqual([]);
    const mails = await office.mails();
    expect(mails.map(({ to }) => to)).toEqual([testMail]);
    expect(mails[0]?.body.split('\n')[0]).toBe(`（試行：本来の宛先は ${person.mailToType}）`);
    expect(await office.recorded(responseId)).toMatchObject([{ 状態: '送付済' }]);
  });

  it('leaves old answers alone', async () => {
    await office.advance('PT1H');
    expect(await office.mails()).toEqual([]);
    expect(await office.rows('パスワード送付')).toEqual([]);
  });

  it('without 試行宛先 nothing leaves, a sentence says why, and the mail goes once it is filled in', async () => {
    await day.set('試行宛先', '');
    await office.answer(person);
    await office.advance('PT20M');
    expect(await office.mails()).toEqual([]);
    expect(await office.rows('通知')).toMatchObject([
      { 状態: '送信待ち', エラー: expect.stringContaining('試行宛先') as string },
    ]);
    const home = valueOf<{ findings: string[] }>(await office.office(secretary, 'home'));
    expect(home.findings.join()).toContain('設定「試行宛先」');
    await day.set('試行宛先', testMail);
    await office.advance('PT30M');
    expect((await office.mails()).map(({ to }) => to)).toEqual([testMail]);
    expect(await office.rows('通知')).toMatchObject([{ 状態: '送信済', エラー: '' }]);
  });

  it('then 本番: its answers count as not yet answered, and the person gets the mail at the next answer', async () => {
    const { responseId } = await office.answer(person);
    const other = await office.person('otherMail');
    const { responseId: asked } = await office.answer(other);
    await office.advance('PT10M');
    expect((await figures()).warnings.join()).toContain('ご本人には届いていません');
    await press();
    expect(await office.recorded(responseId)).toMatchObject([
      { 状態: '開始前', 照合結果: '開始前', メモ: expect.stringContaining('試行のあいだの回答') as string },
    ]);
    expect(await office.recorded(asked)).toMatchObject([{ 状態: '開始前' }]);
    expect(await office.mails(person.mailToType)).toEqual([]);
    await office.advance('PT10M');
    await office.answer(person);
    expect(await office.passwordMails(person.mailToType)).toHaveLength(1);
  });

  it('then 本番 with an earlier フォーム取扱開始日時: what was sent to 試行宛先 waits for a person', async () => {
    await day.set('フォーム取扱開始日時', '2026-11-22T09:00:00+09:00');
    const { responseId } = await office.answer(person);
    expect((await office.mails()).map(({ to }) => to)).toEqual([testMail]);
    await press();
    expect(await office.recorded(responseId)).toMatchObject([{ 状態: '要確認', 照合結果: '一致' }]);
    await office.advance('PT10M');
    expect(await office.mails(person.mailToType)).toEqual([]);
    const queue = valueOf<{ cases: { responseId: string }[] }>(
      await office.office(secretary, 'passwordQueue'),
    );
    expect(queue.cases.map((one) => one.responseId)).toEqual([responseId]);
  });
});
