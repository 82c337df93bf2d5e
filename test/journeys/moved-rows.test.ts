/** A person reshapes 台帳 exactly between the read and the commit of a form answer: the right row holds the right values. */
import { officeDay, type OfficeDay, type Row } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

let workspace: TestWorkspace;
let day: OfficeDay;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
});
beforeEach(() =>
  workspace.control.post('/api/reset', { scenario: 'sample', now: '2026-11-22T09:00:00+09:00' }),
);
afterAll(() => workspace.close());

/** Rows of 台帳 by number. */
async function people(): Promise<Map<string, Row>> {
  return new Map((await day.rows('台帳')).map((row) => [row['登録番号'] ?? '', row]));
}

const movements: [string, Record<string, unknown>][] = [
  ['sorts by フリガナ', { action: 'sort', column: 3, ascending: false }],
  ['inserts two rows on top', { action: 'insert', at: 2, count: 2 }],
  ['deletes the first person’s row', { action: 'delete', at: 2, count: 1 }],
  ['inserts a column on the left', { action: 'insertColumn', at: 1 }],
  ['moves マイページ to the left', { action: 'moveColumn', at: 28, to: 2 }],
];

it.each(movements)('somebody %s', async (_, reshape) => {
  const { staff } = await day.sample();
  const person = await day.person('noMail');
  const before = await people();
  const first = [...before.keys()][0] ?? '';
  await workspace.control.post('/api/faults', {
    kind: 'edit',
    at: { function: 'onFormSubmitted', call: 'Sheets.Spreadsheets.batchUpdate', k: 1, when: 'before' },
    edit: { tab: '台帳', user: staff[0], ...reshape },
  });
  await day.answer(person);

  const after = await people();
  const own = after.get(person.number);
  expect(own).toEqual({
    ...before.get(person.number),
    マイページ: '送付済',
    更新日時: '2026/11/22 09:00:00',
  });
  for (const [number, row] of before) {
    if (number === person.number || (reshape['action'] === 'delete' && number === first)) continue;
    expect(after.get(number)).toEqual(row);
  }
  expect(await day.mails(person.mailToType)).toHaveLength(1);
  expect((await day.rows('操作記録')).filter((row) => row['種別'] === '書き込みの直し')).toHaveLength(1);
});

it.each([1, 2, 3])('an address another registrant has is seen though rows move before read %d', async (k) => {
  const { staff } = await day.sample();
  const person = await day.person('noMail');
  const other = await day.person('sameMail');
  await workspace.control.post('/api/faults', {
    kind: 'edit',
    at: { function: 'onFormSubmitted', call: 'Sheets.Spreadsheets.Values.batchGet', k, when: 'before' },
    edit: { tab: '台帳', user: staff[0], action: 'insert', at: 2, count: 1 },
  });
  const { responseId } = await day.answer({ ...person, mailToType: other.mailToType });
  expect(await day.recorded(responseId)).toMatchObject([{ 登録番号: person.number, 状態: '要確認' }]);
  expect(await day.passwordMails(other.mailToType)).toEqual([]);
});
