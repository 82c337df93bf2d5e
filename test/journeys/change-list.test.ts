/** 変更の一覧: the latest lines of 変更履歴 for the secretariat, and 確認済にする. */
import { admit } from '../support/admit';
import { ledgerMorning, type LedgerHand } from '../support/ledger-hand';
import { newKey, officeDay, valueOf, type OfficeDay, type Person } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

let workspace: TestWorkspace;
let day: OfficeDay;
let hand: LedgerHand;
let person: Person;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
});
beforeEach(async () => {
  ({ hand, person } = await ledgerMorning(workspace.control, 120, 'noMail'));
});
afterAll(() => workspace.close());

const mark = (lines: readonly { row: number; change: string }[], key = newKey()) =>
  hand.office<{ marked: number }>(
    'markSeen',
    { lines: lines.map(({ row, change }) => ({ row, change })) },
    key,
  );

/** A change on My Page of two items. */
async function changes(): Promise<string> {
  const { token } = await admit(day, person);
  return valueOf<{ receipt: string }>(
    await day.mypage(
      'changeLedger',
      { changes: { 住所: '見本県髙﨑市1-1', '建物・部屋': '濵荘' } },
      { token, key: newKey() },
    ),
  ).receipt;
}

it('days are written as people read them', async () => {
  await hand.type(person.number, '認定日', '2009/11/06');
  const { lines } = await hand.changes();
  expect(lines[0]).toMatchObject({ item: '認定日', after: '平成21年11月6日（2009年）' });
});

it('the newest line comes first, with name, way and 受付番号, and nothing is missing', async () => {
  const receipt = await changes();
  await hand.type(person.number, '部署', '総務部');
  const { lines, next } = await hand.changes();
  expect(lines[0]).toMatchObject({
    number: person.number,
    name: person.name,
    item: '部署',
    after: '総務部',
    by: hand.user,
    route: 'シート',
    receipt: '',
    at: '11月22日 09:00',
    isSeen: false,
  });
  expect(lines.slice(1, 3)).toEqual([
    expect.objectContaining({
      item: '建物・部屋',
      before: '',
      after: '濵荘',
      receipt,
      route: 'マイページ',
      by: '本人',
    }),
    expect.objectContaining({ item: '住所', after: '見本県髙﨑市1-1', receipt }),
  ]);
  expect(lines).toHaveLength((await day.rows('変更履歴')).length);
  expect(next).toBeNull();
});

it('what is marked leaves the list, says who saw it, and once is enough', async () => {
  await changes();
  const { lines } = await hand.changes();
  const key = newKey();
  expect(await mark(lines.slice(0, 2), key)).toEqual({ marked: 2 });
  expect(await mark(lines.slice(0, 2), key)).toEqual({ marked: 2 });
  expect(await mark(lines.slice(0, 2))).toEqual({ marked: 0 });
  const left = await hand.changes();
  expect(left.lines.map(({ change }) => change)).toEqual(lines.slice(2).map(({ change }) => change));
  const all = await hand.changes({ all: true });
  expect(all.lines).toHaveLength(lines.length);
  expect(all.lines.filter(({ isSeen }) => isSeen)).toHaveLength(2);
  const rows = await day.rows('変更履歴');
  const marked = rows.filter((row) => row['確認済'] !== '');
  expect(marked.map((row) => row['変更番号']).sort()).toEqual(
    lines
      .slice(0, 2)
      .map(({ change }) => change)
      .sort(),
  );
  for (const row of marked) expect(row['確認済']).toMatch(/^済（.+）$/);
});

it('lines that somebody moved are marked where they stand now', async () => {
  await changes();
  const { lines } = await hand.changes();
  await hand.reshape({ action: 'sort', column: 1, ascending: false }, '変更履歴');
  expect(await mark(lines.slice(0, 2))).toEqual({ marked: 2 });
  const marked = (await day.rows('変更履歴')).filter((row) => row['確認済'] !== '');
  expect(marked.map((row) => row['変更番号']).sort()).toEqual(
    lines
      .slice(0, 2)
      .map(({ change }) => change)
      .sort(),
  );
});

it('a long list comes in pages of fifty, each line once, in few cells however long the tab is', async () => {
  const column = await hand.column('部署');
  await hand.edit(`${column}2:${column}121`, [['総務部']]);
  await day.advance('PT6M');
  const total = (await day.rows('変更履歴')).length;
  expect(total).toBeGreaterThan(100);
  const seen: string[] = [];
  for (let before: number | null | undefined; before !== null;) {
    const page = await hand.changes(before === undefined ? {} : { before });
    expect(page.lines.length).toBeLessThanOrEqual(50);
    seen.push(...page.lines.map(({ change }) => change));
    before = page.next;
  }
  expect(seen).toHaveLength(total);
  expect(new Set(seen).size).toBe(total);
  const executions = (await day.executions()).filter((one) => one.function === 'office');
  for (const one of executions) expect(one.cellsRead).toBeLessThanOrEqual(2000);
});

it('an empty 変更履歴 is an empty list', async () => {
  const rows = (await day.rows('変更履歴')).length;
  if (rows > 0) await hand.reshape({ action: 'delete', at: 2, count: rows }, '変更履歴');
  expect(await hand.changes()).toEqual({ lines: [], next: null });
});
