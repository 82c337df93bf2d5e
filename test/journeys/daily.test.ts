/** The job of every morning: what the hidden tabs keep is made to fit again, or a person is told. */
import { damageTo, type Damage } from '../support/hidden-rows';
import { enter, officeDay, valueOf, type OfficeDay, type Person } from '../support/office-day';
import { startTestWorkspace, testNow, type TestWorkspace } from '../support/workspace';

const OWN = 'みどり-そら-かわ-ねこ-2026';

let workspace: TestWorkspace;
let day: OfficeDay;
let damage: Damage;
let person: Person;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
  damage = damageTo(workspace.control);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', registrants: 60, now: testNow });
  person = await day.person('noMail');
});
afterAll(() => workspace.close());

const historyOf = async (number: string) =>
  (await day.rows('変更履歴')).filter((row) => row['登録番号'] === number);

/** An edit whose trigger Google never fired. */
async function unseen(tab: string, row: number, header: string, text: string): Promise<void> {
  await workspace.control.post('/api/faults', {
    kind: 'kill',
    at: { function: 'onSheetEdited', k: 1, when: 'before' },
  });
  await damage.type(tab, row, header, text);
  await workspace.control.delete('/api/faults');
}

async function enterOnce(): Promise<{ token: string }> {
  await day.answer(person);
  const [mail] = await day.mails(person.mailToType);
  return enter(day, person, mail, OWN);
}

it('a night with nothing to mend writes no cell, and tells nobody anything', async () => {
  // The first morning has reminders to queue, the second notes how far 通知 reaches since.
  await damage.morning();
  await damage.morning();
  const before = await day.rows('操作記録');
  const run = await damage.morning();
  expect(run).toMatchObject({ outcome: 'ok', cellsWritten: 0 });
  expect(await day.rows('操作記録')).toEqual(before);
  expect(await damage.findings()).toEqual([]);
});

it('walks through the register, a slice a night, and begins again', async () => {
  const next = async () => (JSON.parse((await damage.property('daily')) ?? '{}') as { next: number }).next;
  await damage.morning();
  expect(await next()).toBe(5);
  await damage.morning();
  expect(await next()).toBe(8);
  await workspace.control.post('/api/properties', {
    user: (await day.sample()).owner,
    set: { daily: JSON.stringify({ next: 500, column: 1, at: 0 }) },
  });
  await damage.morning();
  expect(await next()).toBe(5);
});

it('what was typed into 台帳 while no trigger fired is taken over', async () => {
  const row = await damage.rowOf('台帳', '登録番号', person.number);
  await unseen('台帳', row, '住所', '見本県試作市9-9');
  await damage.lookAt(person.number);
  await damage.morning();
  expect((await historyOf(person.number)).at(-1)).toMatchObject({
    項目: '住所',
    変更後: '見本県試作市9-9',
    経路: 'シート',
  });
  expect((await damage.summary(person.number)).lastSeen['住所']).toBe('見本県試作市9-9');
});

it('hints of rows follow a sorted 台帳, without a word in the records', async () => {
  await damage.rows('台帳', { action: 'sort', column: 3, ascending: false });
  await damage.lookAt(person.number);
  await damage.morning();
  const row = await damage.rowOf('台帳', '登録番号', person.number);
  expect((await damage.summary(person.number)).row['台帳行']).toBe(String(row));
  expect(await damage.mends()).toEqual([]);
});

it('a lost row of _要約 is made anew at once, with the password and no new history; old sessions end', async () => {
  const { token } = await enterOnce();
  const before = await historyOf(person.number);
  await damage.rows('_要約', {
    action: 'delete',
    at: await damage.rowOf('_要約', '登録番号', person.number),
    count: 1,
  });
  await damage.morning();
  expect(await damage.mends()).toEqual([
    `${person.number}：ほかのシートに合わせて直しました（要約の行 1名）。`,
  ]);
  expect(await historyOf(person.number)).toEqual(before);
  const { lastSeen, summary } = await damage.summary(person.number);
  expect(lastSeen['氏名']).toBe(person.name);
  expect(summary.rows?.['有効期間']).toBeDefined();
  expect(summary.notices?.map(({ subject }) => subject)).toEqual(['パスワードのお知らせ']);
  expect(await day.mypage('view', {}, { token })).toMatchObject({ value: { code: 'SESSION_ENDED' } });
  const login = await day.mypage('login', { number: person.number, password: OWN });
  expect(valueOf<{ next: string }>(login).next).toBe('home');
});

it('a lost row of _認証 is made anew, and the office hears that a new password is needed', async () => {
  await enterOnce();
  await damage.rows('_認証', {
    action: 'delete',
    at: await damage.rowOf('_認証', '登録番号', person.number),
    count: 1,
  });
  await damage.morning();
  expect(await damage.rowOf('_認証', '登録番号', person.number)).toBeGreaterThan(1);
  expect(await damage.mends()).toEqual([
    `${person.number}：ほかのシートに合わせて直しました（パスワードの行 1名）。`,
  ]);
  const told = `${person.number}の方のパスワードの記録が失われていたため、行を作り直しました。この方には、パスワードを送り直してください。`;
  expect(await damage.findings()).toEqual([told]);
  await damage.morning();
  expect(await damage.findings()).toEqual([told]);
  await day.advance('P7D');
  expect(await damage.findings()).toEqual([]);
  // A new password opens the door.
  await day.answer({ ...person, mailToType: person.mailToType });
  const mail = (await day.passwordMails(person.mailToType)).at(-1);
  await enter(day, person, mail, `${OWN}-2`);
});

it('rows of the application tabs are shown as they stand: typed in, changed and taken away', async () => {
  const { token } = await enterOnce();
  await workspace.control.post(`/api/sheets/${encodeURIComponent('ポイント')}/edit`, {
    user: (await day.sample()).owner,
    range: 'A2:G2',
    values: [['P26-000041-1', person.number, person.name, 'セミナー', '', '', '見本セミナー']],
  });
  await damage.lookAt(person.number);
  await damage.morning();
  const shown = async () => (await damage.summary(person.number)).summary.rows?.['ポイント'];
  expect(await shown()).toEqual({
    'P26-000041-1': expect.objectContaining({ 登録番号: person.number, 名称: '見本セミナー' }) as unknown,
  });
  await damage.type('ポイント', 2, '名称', '見本セミナー（秋）');
  await damage.lookAt(person.number);
  await damage.morning();
  expect((await shown())?.['P26-000041-1']).toMatchObject({ 名称: '見本セミナー（秋）' });
  await damage.rows('ポイント', { action: 'delete', at: 2, count: 1 });
  await damage.lookAt(person.number);
  await damage.morning();
  expect((await shown()) ?? {}).toEqual({});
  // The last login and the notices stay what they were.
  const { summary } = await damage.summary(person.number);
  expect(summary.lastLogin).toBe('2026-11-22T09:00:00+09:00');
  expect(summary.notices).toHaveLength(1);
  expect(token).not.toBe('');
});

it.each([
  ['控え', '', '控え'],
  ['控え', '{"氏名":', '控え'],
  ['要約', 'こわれた', '要約'],
  ['照合番号', '99999', '照合番号'],
])('%s 「%s」 of a person is put right', async (header, text, told) => {
  await enterOnce();
  await day.advance('PT6M');
  const before = await damage.summary(person.number);
  const lines = await historyOf(person.number);
  await damage.type('_要約', await damage.rowOf('_要約', '登録番号', person.number), header, text);
  await damage.lookAt(person.number);
  await damage.morning();
  const after = await damage.summary(person.number);
  expect(after.lastSeen).toEqual(before.lastSeen);
  expect(after.summary).toEqual(before.summary);
  expect(after.row['照合番号']).toBe(before.row['照合番号']);
  expect(await historyOf(person.number)).toEqual(lines);
  expect(await damage.mends()).toEqual([
    `${person.number}：ほかのシートに合わせて直しました（${told} 1名）。`,
  ]);
});

it('a number that stands twice in 台帳, and one that stands no more, are told, not touched', async () => {
  const other = await day.person('sameMail');
  const gone = await day.person('leapDay');
  await damage.type('台帳', await damage.rowOf('台帳', '登録番号', other.number), '登録番号', person.number);
  await damage.rows('台帳', {
    action: 'delete',
    at: await damage.rowOf('台帳', '登録番号', gone.number),
    count: 1,
  });
  const before = await day.rows('_要約');
  await damage.morning();
  const [twice, missing] = await damage.findings();
  expect(twice).toContain(`同じ登録番号の行が2つ以上あります（${person.number}）`);
  expect(missing).toMatch(/行がなくなった方がいます/);
  expect(missing).toContain(other.number);
  expect(missing).toContain(gone.number);
  // Row 2 keeps no 控え: there stands what was written by index and not looked at again yet.
  const kept = (rows: typeof before) => rows.slice(1).map((row) => row['控え']);
  expect(kept(await day.rows('_要約'))).toEqual(kept(before));
  // Put back, the words go.
  await damage.type('台帳', await damage.rowOf('台帳', '氏名', other.name), '登録番号', other.number);
  await damage.morning();
  expect(await damage.findings()).toEqual([expect.not.stringContaining(other.number) as string]);
});

it('a copied row of _要約 is emptied; two rows with passwords are left to a person', async () => {
  await enterOnce();
  const copy = async (tab: string) => {
    const row = await damage.rowOf(tab, '登録番号', person.number);
    const { display } = await workspace.control.get<{ display: string[][] }>(
      `/api/sheets/${encodeURIComponent(tab)}`,
    );
    const line = display[row - 1] ?? [];
    const last = display.filter((cells) => cells.some((cell) => cell !== '')).length + 1;
    await workspace.control.post(`/api/sheets/${encodeURIComponent(tab)}/edit`, {
      user: (await day.sample()).owner,
      range: `A${String(last)}:${String.fromCharCode(64 + line.length)}${String(last)}`,
      values: [line],
    });
  };
  await copy('_要約');
  await copy('_認証');
  await damage.morning();
  expect((await day.rows('_要約')).filter((row) => row['登録番号'] === person.number)).toHaveLength(1);
  expect((await day.rows('_認証')).filter((row) => row['登録番号'] === person.number)).toHaveLength(2);
  expect(await damage.findings()).toEqual([
    `${person.number}の方のパスワードの行が2つあります。管理者が隠しシート「_認証」で、古いほうの行を消してください。`,
  ]);
  expect(
    valueOf<{ next: string }>(await day.mypage('login', { number: person.number, password: OWN })).next,
  ).toBe('home');
});
