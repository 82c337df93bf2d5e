/** What a secretary types into 台帳 is taken over: 変更履歴 tells it, My Page shows it, guards obey it. */
import { admit, OWN_PASSWORD } from '../support/admit';
import { enter, officeDay, refusalOf, valueOf, type OfficeDay, type Person } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

interface View {
  view: { ledger: { label: string; text: string }[] };
}

let workspace: TestWorkspace;
let day: OfficeDay;
let person: Person;
let secretary: string;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', now: '2026-11-22T09:00:00+09:00' });
  person = await day.person('noMail');
  secretary = (await day.sample()).staff[0] ?? '';
});
afterAll(() => workspace.close());

/** Types into the cell of a person's row under a header (台帳). */
async function type(number: string, header: string, text: string): Promise<void> {
  const { display } = await workspace.control.get<{ display: string[][] }>(
    `/api/sheets/${encodeURIComponent('台帳')}`,
  );
  const column = (display[0] ?? []).indexOf(header);
  const row = display.findIndex((line) => line[0] === number) + 1;
  const letters = column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(39 + column)}`;
  await workspace.control.post(`/api/sheets/${encodeURIComponent('台帳')}/edit`, {
    user: secretary,
    range: `${letters}${String(row)}`,
    values: [[text]],
  });
}

const historyOf = async (number: string) =>
  (await day.rows('変更履歴')).filter((row) => row['登録番号'] === number);

it('a corrected address is in 変更履歴 with who and by which way, and on My Page', async () => {
  await day.answer(person);
  const [mail] = await day.mails(person.mailToType);
  const { token } = await enter(day, person, mail, OWN_PASSWORD);
  const before = await historyOf(person.number);
  await type(person.number, '住所', '見本県見本市＝1丁目1番地');

  expect((await historyOf(person.number)).slice(before.length)).toEqual([
    expect.objectContaining({
      項目: '住所',
      変更後: '見本県見本市＝1丁目1番地',
      変更者: secretary,
      経路: 'シート',
    }),
  ]);
  const { view } = valueOf<View>(await day.mypage('view', {}, { token }));
  expect(view.ledger).toContainEqual(
    expect.objectContaining({ label: '住所', text: '見本県見本市＝1丁目1番地' }),
  );
});

it.each([
  ['状態', '登録抹消'],
  ['マイページ', '停止'],
])('%s %s ends the session and the login at once', async (header, value) => {
  await day.answer(person);
  const [mail] = await day.mails(person.mailToType);
  const { token } = await enter(day, person, mail, OWN_PASSWORD);
  await type(person.number, header, value);
  expect(refusalOf(await day.mypage('view', {}, { token })).code).toBe('SESSION_ENDED');
  expect(refusalOf(await day.mypage('login', { number: person.number, password: OWN_PASSWORD })).code).toBe(
    'LOGIN_FAILED',
  );
});

it('a person typed into a new row can be sent a password', async () => {
  const { display } = await workspace.control.get<{ display: string[][] }>(
    `/api/sheets/${encodeURIComponent('台帳')}`,
  );
  const row = display.filter((line) => line.some((cell) => cell !== '')).length + 1;
  await workspace.control.post(`/api/sheets/${encodeURIComponent('台帳')}/edit`, {
    user: secretary,
    range: `A${String(row)}:D${String(row)}`,
    values: [['90001', '新規　見本子', 'シンキ　ミホンコ', '1980/04/01']],
  });
  const newcomer = {
    number: '90001',
    name: '新規　見本子',
    birthDate: '1980-04-01',
    mail: '',
    mailToType: 'shinki@example.jp',
  };
  await admit(day, newcomer);
  expect(await day.ledger('90001')).toMatchObject({
    メールアドレス: 'shinki@example.jp',
    マイページ: '利用中',
  });
});

it('pasting over five people gives one line for each changed item, and nothing for the others', async () => {
  const { display } = await workspace.control.get<{ display: string[][] }>(
    `/api/sheets/${encodeURIComponent('台帳')}`,
  );
  const column = (display[0] ?? []).indexOf('部署');
  const letter = String.fromCharCode(65 + column);
  const before = (await day.rows('変更履歴')).length;
  await workspace.control.post(`/api/sheets/${encodeURIComponent('台帳')}/edit`, {
    user: secretary,
    range: `${letter}2:${letter}6`,
    values: [['営業部'], ['営業部'], ['営業部'], ['営業部'], [display[5]?.[column] ?? '']],
  });
  const lines = (await day.rows('変更履歴')).slice(before);
  expect(lines.map((line) => [line['登録番号'], line['項目'], line['変更後']])).toEqual(
    display.slice(1, 5).map((row) => [row[0], '部署', '営業部']),
  );
});

it('a number typed twice is not taken over: nobody can tell which row is meant', async () => {
  const other = await day.person('sameMail');
  await type(other.number, '登録番号', person.number);
  expect(await historyOf(person.number)).toEqual([]);
});
