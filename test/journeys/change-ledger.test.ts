/** J2: a registrant corrects the ledger on My Page; the right row, once, explained, whatever happens meanwhile. */
import type { LedgerReceipt, MypageView } from '../../src/contract/mypage';
import { isReceiptNumber } from '../../src/domain/serial-number';
import { enter, newKey, officeDay, refusalOf, valueOf } from '../support/office-day';
import type { OfficeDay, Person, Row } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

const OWN = 'みどり-そら-かわ-ねこ-2026';
const COMMIT = 'Sheets.Spreadsheets.batchUpdate';

type Answer = LedgerReceipt & { token: string; view: MypageView };

let workspace: TestWorkspace;
let day: OfficeDay;
let person: Person;
let token: string;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', now: '2026-11-22T09:00:00+09:00' });
  person = await day.person('noMail');
  token = await logIn(person);
});
afterAll(() => workspace.close());

async function logIn(one: Person): Promise<string> {
  await day.answer(one);
  const mails = await day.passwordMails(one.mailToType);
  return (await enter(day, one, mails[mails.length - 1], OWN)).token;
}

const call = (changes: Record<string, string>, key = newKey(), as = token) =>
  day.mypage('changeLedger', { changes }, { token: as, key });
const change = async (changes: Record<string, string>, key = newKey()) =>
  valueOf<Answer>(await call(changes, key));

/** Lines of 変更履歴 by this route, of one person. */
const lines = async (route = 'マイページ', number = person.number): Promise<Row[]> =>
  (await day.rows('変更履歴')).filter((row) => row['登録番号'] === number && row['経路'] === route);
const receipts = async (): Promise<Row[]> =>
  (await day.rows('通知')).filter((row) => row['種別'] === '変更の受付');
const fault = (kind: string, when: 'before' | 'after', more: object = {}) =>
  workspace.control.post('/api/faults', {
    kind,
    at: { function: 'mypage', call: COMMIT, k: 1, when },
    ...more,
  });

async function people(): Promise<Map<string, Row>> {
  return new Map((await day.rows('台帳')).map((row) => [row['登録番号'] ?? '', row]));
}

/** Adds a row to 台帳項目, or changes one, as a secretary does. */
async function writeItem(item: string, cells: Record<string, string>): Promise<void> {
  const { staff } = await day.sample();
  const { display } = await workspace.control.get<{ display: string[][] }>(
    `/api/sheets/${encodeURIComponent('台帳項目')}`,
  );
  const [headers = []] = display;
  const known = display.findIndex((line) => line[0] === item);
  const row = known < 0 ? display.length : known;
  const old = Object.fromEntries(headers.map((header, at) => [header, display[row]?.[at] ?? '']));
  const values = headers.map((header) => ({ ...old, 項目: item, ...cells })[header] ?? '');
  await typeCells('台帳項目', `A${String(row + 1)}`, [values], staff[0]);
}

/** A1 of a person's cell under a header of 台帳. */
async function cellOf(number: string, header: string): Promise<string> {
  const { display } = await workspace.control.get<{ display: string[][] }>(
    `/api/sheets/${encodeURIComponent('台帳')}`,
  );
  const row = display.findIndex((line) => line[0] === number) + 1;
  return `${String.fromCharCode(65 + (display[0] ?? []).indexOf(header))}${String(row)}`;
}

const typeCells = (tab: string, range: string, values: string[][], user: string | undefined) =>
  workspace.control.post(`/api/sheets/${encodeURIComponent(tab)}/edit`, { range, values, user });

it('is reflected at once, with 受付番号, 変更履歴, 控え and a receipt that names items but no values', async () => {
  const before = await people();
  const answer = await change({
    郵便番号: '１１３ー００２１',
    住所: '東京都文京区本駒込９丁目８番７号',
    電話番号: '０３（９９９９）００１２',
  });
  expect(isReceiptNumber(answer.receipt ?? '')).toBe(true);
  expect(answer.receipt).toMatch(/^D26-000001-\d$/);
  expect(answer).toMatchObject({
    items: ['郵便番号', '住所', '電話番号'],
    at: '2026-11-22T09:00:00+09:00',
    mailed: true,
  });
  const set = {
    郵便番号: '113-0021',
    住所: '東京都文京区本駒込９丁目８番７号',
    電話番号: '03-9999-0012',
  };
  const after = await people();
  for (const [number, row] of before)
    expect(after.get(number)).toEqual(
      number === person.number ? { ...row, ...set, 更新日時: '2026/11/22 09:00:00' } : row,
    );
  expect(answer.view.ledger).toEqual(
    expect.arrayContaining(
      Object.entries(set).map(
        ([item, value]) => expect.objectContaining({ item, value, text: value }) as unknown,
      ),
    ),
  );
  const told = await lines();
  expect(told.map((row) => [row['項目'], row['変更前'], row['変更後']])).toEqual(
    Object.entries(set).map(([item, value]) => [item, before.get(person.number)?.[item], value]),
  );
  for (const row of told) expect(row).toMatchObject({ 変更者: '本人', 受付番号: answer.receipt });

  await day.advance('PT2M');
  const mails = (await day.mails(person.mailToType)).filter(({ subject }) => subject.includes('変更'));
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toContain(answer.receipt);
  expect(mails[0]?.body).toContain('・郵便番号\n・住所\n・電話番号');
  expect(mails[0]?.body).not.toMatch(/本駒込|9999|113-0021/);
  const again = valueOf<{ view: MypageView }>(await day.mypage('view', {}, { token: answer.token }));
  expect(again.view.notices[0]?.subject).toContain(answer.receipt);
});

it('the same key twice gives one result, also to two calls at once', async () => {
  const key = newKey();
  const set = { 建物・部屋: 'コーポ𠮷田101' };
  const answers = await Promise.all([call(set, key), call(set, key)]);
  answers.push(await call(set, key));
  const [first, ...others] = answers.map((called) => valueOf<Answer>(called));
  for (const other of others) {
    const { receipt, at, items, mailed } = first ?? other;
    expect(other).toMatchObject({ receipt, at, items, mailed });
  }
  expect(await lines()).toHaveLength(1);
  expect(await receipts()).toHaveLength(1);
});

it('the same change from two phones gives one line, one receipt, one 受付番号', async () => {
  const set = { 携帯電話番号: '09012345678' };
  const answers = await Promise.all([call(set), call(set)]);
  const given = answers.map((called) => valueOf<Answer>(called));
  expect(given.filter(({ receipt }) => receipt !== null)).toHaveLength(1);
  expect(given.filter(({ items, mailed }) => items.length === 0 && !mailed)).toHaveLength(1);
  expect(await lines()).toHaveLength(1);
  expect(await receipts()).toHaveLength(1);
  expect((await day.ledger(person.number))?.['携帯電話番号']).toBe('090-1234-5678');
});

it.each([
  ['killed before the commit', 'kill', 'before'],
  ['killed after the commit', 'kill', 'after'],
  ['a commit that throws although it was applied', 'throw', 'after'],
  ['an answer lost on the way back', 'lostAnswer', 'after'],
] as const)('%s: pressing again gives one result', async (_, kind, when) => {
  const key = newKey();
  const set = { 住所: '東京都港区三田1-2-3', 郵便番号: '108-0073' };
  await fault(kind, when);
  expect((await call(set, key)).ok && kind !== 'throw').toBe(false);
  const answer = await change(set, key);
  expect(answer.receipt).not.toBeNull();
  expect((await lines()).map((row) => row['受付番号'])).toEqual([answer.receipt, answer.receipt]);
  expect(await receipts()).toHaveLength(1);
  expect(await day.ledger(person.number)).toMatchObject(set);
  await day.advance('PT6M');
  expect((await day.mails(person.mailToType)).filter(({ subject }) => subject.includes('変更'))).toHaveLength(
    1,
  );
});

it.each([
  ['sorts 台帳', { action: 'sort', column: 3, ascending: false }],
  ['inserts two rows on top', { action: 'insert', at: 2, count: 2 }],
  ['inserts a column on the left', { action: 'insertColumn', at: 1 }],
])('somebody %s between the read and the commit: the right row, nobody else’s', async (_, reshape) => {
  const { staff } = await day.sample();
  const before = await people();
  await fault('edit', 'before', { edit: { tab: '台帳', user: staff[0], ...reshape } });
  const set = { 住所: '東京都港区三田1-2-3', 郵便番号: '108-0073', 部署: '＝cmd' };
  await change(set);
  const after = await people();
  for (const [number, row] of before)
    expect(after.get(number)).toEqual(
      number === person.number ? { ...row, ...set, 更新日時: '2026/11/22 09:00:00' } : row,
    );
  expect(await lines()).toHaveLength(3);
});

it.each([
  ['just before the read', 'Sheets.Spreadsheets.Values.batchGet'],
  ['between the read and the commit', COMMIT],
])('what a secretary types into another item %s stays, and is explained', async (_, moment) => {
  const { staff } = await day.sample();
  const range = await cellOf(person.number, '事業所名');
  await workspace.control.post('/api/faults', {
    kind: 'edit',
    at: { function: 'mypage', call: moment, k: 1, when: 'before' },
    edit: { tab: '台帳', user: staff[0], range, values: [['株式会社あたらしい']] },
  });
  await change({ 部署: '総務部' });
  expect(await day.ledger(person.number)).toMatchObject({
    事業所名: '株式会社あたらしい',
    部署: '総務部',
  });
  expect((await lines('シート')).map((line) => [line['項目'], line['変更後']])).toEqual([
    ['事業所名', '株式会社あたらしい'],
  ]);
  expect((await lines()).map((line) => line['項目'])).toEqual(['部署']);
  const again = valueOf<{ view: MypageView }>(await day.mypage('view', {}, { token }));
  expect(again.view.ledger.find(({ item }) => item === '事業所名')?.value).toBe('株式会社あたらしい');
});

it.each(['=1+1', '＝cmd', '00123', '1-2', '+81', '髙﨑濵德𠮷', "'quoted", '2026/4/1', '<b>太字</b>'])(
  '%s is stored as it was typed',
  async (text) => {
    await change({ 部署: text });
    expect((await day.ledger(person.number))?.['部署']).toBe(text);
    const { values, formulas } = await workspace.control.get<{ values: unknown[][]; formulas?: string[][] }>(
      `/api/sheets/${encodeURIComponent('台帳')}`,
    );
    expect(values.flat()).toContain(text);
    expect((formulas ?? []).flat().filter((formula) => formula !== '')).toEqual([]);
    expect((await lines())[0]?.['変更後']).toBe(text);
  },
);

it('another way to write what is there is no change', async () => {
  await change({ 電話番号: '03-9999-0012' });
  const answer = await change({ 電話番号: '０３－９９９９－００１２', 建物・部屋: '　' });
  expect(answer).toMatchObject({ receipt: null, items: [], mailed: false });
  expect(await lines()).toHaveLength(1);
});

it('what is wrong is refused item by item, and nothing is written', async () => {
  const before = await people();
  expect(
    refusalOf(await call({ 郵便番号: '12', 電話番号: 'なし', 住所: '', 送付先: '隣の家', 部署: 'a\u202eb' })),
  ).toMatchObject({
    code: 'INVALID',
    fields: {
      郵便番号: 'NOT_A_POSTAL_CODE',
      電話番号: 'NOT_A_PHONE',
      住所: 'REQUIRED',
      送付先: 'NOT_A_CHOICE',
      部署: 'CONTROL_CHARACTERS',
    },
  });
  expect(await people()).toEqual(before);
});

it('only 台帳項目 decides what may be changed; the rest is refused', async () => {
  const before = await people();
  for (const item of ['登録番号', '氏名', '生年月日', 'メールアドレス', '有効期間満了日'])
    expect(refusalOf(await call({ [item]: '1' }))).toMatchObject({ fields: { [item]: 'NOT_CHANGEABLE' } });
  for (const item of ['状態', 'マイページ', '備考', '外字メモ', 'メールの状態', 'xyz'])
    expect(refusalOf(await call({ [item]: '有効', 部署: '総務部' }))).toEqual({
      ok: false,
      code: 'INVALID',
      fields: {},
    });
  expect(await people()).toEqual(before);
  await writeItem('部署', { 本人の変更: '不可' });
  expect(refusalOf(await call({ 部署: '総務部' }))).toMatchObject({ fields: { 部署: 'NOT_CHANGEABLE' } });
});

it('a column of the office’s own is changed like any other once 台帳項目 lists it', async () => {
  const { staff } = await day.sample();
  const { display } = await workspace.control.get<{ display: string[][] }>(
    `/api/sheets/${encodeURIComponent('台帳')}`,
  );
  const width = (display[0] ?? []).length;
  await workspace.control.post(`/api/sheets/${encodeURIComponent('台帳')}/rows`, {
    user: staff[0],
    action: 'insertColumn',
    at: width + 1,
  });
  const letter = `A${String.fromCharCode(65 + width - 26)}`;
  await typeCells('台帳', `${letter}1`, [['許可番号']], staff[0]);
  await writeItem('許可番号', { 表示: 'する', 本人の変更: 'すぐ反映', 形式: '文字', 必須: '任意' });
  const answer = await change({ 許可番号: '0013-ユ-00456' });
  expect(answer.items).toEqual(['許可番号']);
  expect(await day.ledger(person.number)).toMatchObject({ 許可番号: '0013-ユ-00456' });
  expect((await lines())[0]).toMatchObject({ 項目: '許可番号', 変更前: '', 変更後: '0013-ユ-00456' });
  await fault('edit', 'before', {
    edit: { tab: '台帳', user: staff[0], action: 'sort', column: 3, ascending: false },
  });
  await change({ 許可番号: '=1+1' });
  const own = (await day.rows('台帳')).filter((row) => row['許可番号'] !== '');
  expect(own).toEqual([expect.objectContaining({ 登録番号: person.number, 許可番号: '=1+1' })]);
  await writeItem('ない列', { 表示: 'する', 本人の変更: 'すぐ反映', 形式: '文字' });
  expect(refusalOf(await call({ ない列: 'x' }))).toMatchObject({ fields: { ない列: 'NOT_CHANGEABLE' } });
});

it('an address abroad needs no postal code; back in Japan it does', async () => {
  await change({ 住所: '100 Example Street, Sampletown, EXAMPLELAND', 郵便番号: '' });
  expect((await day.ledger(person.number))?.['郵便番号']).toBe('');
  expect(refusalOf(await call({ 住所: '東京都港区三田1-2-3' }))).toMatchObject({
    fields: { 郵便番号: 'REQUIRED' },
  });
  await change({ 住所: '東京都港区三田1-2-3', 郵便番号: '〒1080073' });
  expect((await day.ledger(person.number))?.['郵便番号']).toBe('108-0073');
});

it('without an address on file the change is made and nobody is mailed', async () => {
  const { staff } = await day.sample();
  await typeCells('台帳', await cellOf(person.number, 'メールアドレス'), [['']], staff[0]);
  expect(await change({ 部署: '総務部' })).toMatchObject({ mailed: false });
  expect(await receipts()).toEqual([]);
});

it('ends with the session, while 受付 is stopped, and for somebody who was struck off a moment ago', async () => {
  expect(refusalOf(await call({ 部署: '総務部' }, newKey(), 'forged.token')).code).toBe('SESSION_ENDED');
  expect(refusalOf(await day.mypage('changeLedger', { changes: { 部署: 'x' } }, { token })).code).toBe(
    'INVALID',
  );
  valueOf(await day.mypage('logout', {}, { token }));
  expect(refusalOf(await call({ 部署: '総務部' })).code).toBe('SESSION_ENDED');
  expect(await lines()).toEqual([]);
});
