/** An execution is killed right after its write met the wrong row or column: the five-minute job puts it right, nobody's typing is forged. */
import { randomUUID } from 'node:crypto';
import { enter, officeDay, valueOf, type OfficeDay, type Row } from '../support/office-day';
import { startTestWorkspace, testNow, type TestWorkspace } from '../support/workspace';

let workspace: TestWorkspace;
let day: OfficeDay;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
});
beforeEach(() => workspace.control.post('/api/reset', { scenario: 'sample', now: testNow }));
afterAll(() => workspace.close());

async function people(): Promise<Map<string, Row>> {
  return new Map((await day.rows('台帳')).map((row) => [row['登録番号'] ?? '', row]));
}

const changes = { 住所: '試作県見本市4丁目4番地', 建物・部屋: '德荘𠮷号' };

const movements: [string, Record<string, unknown>][] = [
  ['sorts by フリガナ', { action: 'sort', column: 3, ascending: false }],
  ['inserts two rows on top', { action: 'insert', at: 2, count: 2 }],
  ['inserts a column on the left', { action: 'insertColumn', at: 1 }],
  ['moves マイページ to the left', { action: 'moveColumn', at: 28, to: 2 }],
];

it.each(movements)('somebody %s, and the execution dies before it has looked', async (_, reshape) => {
  const { staff } = await day.sample();
  const person = await day.person('noMail');
  await day.answer(person);
  const [mail] = await day.mails(person.mailToType);
  const { token } = await enter(day, person, mail, 'みどり-そら-かわ-ねこ-2026');
  await day.advance('PT6M');
  const before = await people();
  const lines = (await day.rows('変更履歴')).length;

  const at = { function: 'mypage', call: 'Sheets.Spreadsheets.batchUpdate', k: 1 };
  await workspace.control.post('/api/faults', {
    kind: 'edit',
    at: { ...at, when: 'before' },
    edit: { tab: '台帳', user: staff[0], ...reshape },
  });
  await workspace.control.post('/api/faults', { kind: 'kill', at: { ...at, when: 'after' } });
  const key = randomUUID();
  const died = await day.mypage('changeLedger', { changes }, { token, key });
  expect(died.ok).toBe(false);
  await day.advance('PT6M');

  const answer = valueOf<{ receipt: string }>(await day.mypage('changeLedger', { changes }, { token, key }));
  const after = await people();
  expect(after.get(person.number)).toMatchObject(changes);
  for (const [number, row] of before) {
    if (number !== person.number) expect(after.get(number)).toEqual(row);
  }
  const told = (await day.rows('変更履歴')).slice(lines);
  expect(told.map((row) => [row['登録番号'], row['項目'], row['経路'], row['受付番号']])).toEqual(
    Object.keys(changes).map((item) => [person.number, item, 'マイページ', answer.receipt]),
  );
  expect((await day.rows('操作記録')).filter((row) => row['種別'] === '書き込みの直し')).toHaveLength(1);
});

const columns: [string, string, Record<string, unknown>][] = [
  ['inserts a column of 変更履歴', '変更履歴', { action: 'insertColumn', at: 2 }],
  ['moves a column of 変更履歴', '変更履歴', { action: 'moveColumn', at: 4, to: 2 }],
  ['inserts a column of 通知', '通知', { action: 'insertColumn', at: 1 }],
];

describe.each(columns)('a new row, while somebody %s', (_, tab, reshape) => {
  test.each([
    ['the execution looks at its answer', false],
    ['the execution dies before it has looked', true],
  ])('%s: every cell comes to stand under its own header', async (__, dies) => {
    const { staff } = await day.sample();
    const person = await day.person('noMail');
    await day.answer(person);
    const [mail] = await day.mails(person.mailToType);
    const { token } = await enter(day, person, mail, 'みどり-そら-かわ-ねこ-2026');
    await day.advance('PT6M');
    const before = await day.rows(tab);

    const at = { function: 'mypage', call: 'Sheets.Spreadsheets.batchUpdate', k: 1 };
    await workspace.control.post('/api/faults', {
      kind: 'edit',
      at: { ...at, when: 'before' },
      edit: { tab, user: staff[0], ...reshape },
    });
    if (dies) await workspace.control.post('/api/faults', { kind: 'kill', at: { ...at, when: 'after' } });
    const key = randomUUID();
    const first = await day.mypage('changeLedger', { changes }, { token, key });
    expect(first.ok).toBe(!dies);
    await day.advance('PT6M');
    await day.mypage('changeLedger', { changes }, { token, key });

    const after = await day.rows(tab);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map((row) => row['登録番号'])).toEqual(
      Array.from({ length: tab === '通知' ? 1 : 2 }, () => person.number),
    );
    for (const row of after.slice(before.length))
      expect(Object.keys(row).sort()).toEqual(Object.keys(before[0] ?? {}).sort());
    expect((await day.rows('操作記録')).filter((row) => row['種別'] === '書き込みの直し')).toHaveLength(1);
    expect(await day.mails(person.mailToType)).toHaveLength(2);
  });
});
