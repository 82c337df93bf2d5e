/** 台帳の点検: what is done to 台帳 by hand is taken over, or told with a way to its row and a way to mend it. */
import type { OfficeFinding } from '../../src/contract/office-ledger';
import { ledgerMorning, type LedgerHand } from '../support/ledger-hand';
import { newKey, officeDay, type OfficeDay, type Person } from '../support/office-day';
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
  ({ hand, person } = await ledgerMorning(workspace.control, 40, 'sameMail'));
});
afterAll(() => workspace.close());

const kinds = (findings: readonly OfficeFinding[]) =>
  findings.map(({ kind, key, item }) => [kind, key, item].filter((text) => text !== '').join(' ')).sort();
const told = async () => kinds(await hand.findings());

/** Numbers of the people in these rows of 台帳 (1-based). */
const numbersIn = async (first: number, count: number) =>
  (await hand.display()).slice(first - 1, first - 1 + count).map(([number = '']) => number);

async function only(): Promise<OfficeFinding> {
  const findings = await hand.findings();
  expect(findings).toHaveLength(1);
  return findings[0] as OfficeFinding;
}

it('nothing is found in 台帳 as 初期設定 made it', async () => {
  await hand.reshape({ action: 'sort', column: 3 });
  await day.advance('PT6M');
  expect(await hand.office('findings')).toEqual({ findings: [], more: 0, isWaiting: false });
  expect(await hand.office('home')).toMatchObject({ ledgerFindings: 0 });
});

describe('a cell', () => {
  it.each([
    ['生年月日', '令和8年13月1日', 'unfit'],
    ['有効期間満了日', '来年', 'unfit'],
    ['状態', '逝去', 'choice'],
    ['送付先', '実家', 'choice'],
  ])('%s with 「%s」 is told until it is right', async (header, text, kind) => {
    const before = (await day.ledger(person.number))?.[header] ?? '';
    await hand.type(person.number, header, text);
    expect(await only()).toMatchObject({
      kind,
      key: person.number,
      name: person.name,
      item: header,
      content: text,
      rows: [await hand.rowOf(person.number)],
    });
    expect(await hand.office('home')).toMatchObject({ ledgerFindings: 1 });
    await hand.type(person.number, header, before === '' ? '自宅' : before);
    expect(await told()).toEqual([]);
    expect(await hand.office('home')).toMatchObject({ ledgerFindings: 0 });
  });

  it('a day of the Japanese calendar typed as text stays as it is and counts', async () => {
    await hand.type(person.number, '有効期間満了日', '令和8年4月1日');
    expect(await told()).toEqual([]);
    expect((await day.ledger(person.number))?.['有効期間満了日']).toBe('令和8年4月1日');
    expect(await hand.lines(person.number)).toEqual([
      expect.stringMatching(/^有効期間満了日:\d{4}-\d\d-\d\d→2026-04-01（シート）$/),
    ]);
  });

  it('a formula is told, and its value takes its place', async () => {
    await hand.type(person.number, '認定日', '=40000+123');
    const finding = await only();
    expect(finding).toMatchObject({ kind: 'formula', item: '認定日', ways: ['value'] });
    expect(await hand.mend(finding.id, 'value')).toMatchObject({ result: 'DONE' });
    const { formulas } = await workspace.control.get<{ formulas: string[][] }>(
      `/api/sheets/${encodeURIComponent('台帳')}`,
    );
    expect(formulas.flat().filter((text) => text !== '')).toEqual([]);
    expect((await day.ledger(person.number))?.['認定日']).toBe('2009/11/06');
    expect(await told()).toEqual([]);
  });

  it('「この値でよい」 keeps a word the office wants, until another word stands there', async () => {
    await hand.type(person.number, '通知方法', 'FAX');
    const finding = await only();
    expect(finding.ways).toEqual(['accept']);
    expect(await hand.mend(finding.id, 'accept')).toMatchObject({ result: 'DONE' });
    expect(await told()).toEqual([]);
    await hand.reshape({ action: 'sort', column: 3 });
    await day.advance('PT6M');
    expect(await told()).toEqual([]);
    await hand.type(person.number, '通知方法', '電話');
    expect(await told()).toEqual([`choice ${person.number} 通知方法`]);
  });

  it('a mended finding moves with its row: the jump goes where it stands now', async () => {
    await hand.type(person.number, '状態', '逝去');
    const finding = await only();
    await hand.reshape({ action: 'insert', at: 2, count: 3 });
    expect(await hand.office('showFinding', { id: finding.id, turn: 0 })).toEqual({ isShown: true });
    expect((await only()).rows).toEqual([await hand.rowOf(person.number)]);
  });

  it('of another tab is told too', async () => {
    await hand.edit('A2:D2', [[person.number, '第一期', '2021/04/01', '2026/03/31']], '有効期間');
    expect((await told()).filter((one) => one.startsWith('unfit'))).toEqual([`unfit ${person.number} 期`]);
    await hand.edit('B2', [['1']], '有効期間');
    expect((await told()).filter((one) => one.startsWith('unfit'))).toEqual([]);
  });
});

describe('a row', () => {
  it('that somebody deleted is told at once and comes back from 控え', async () => {
    const before = await day.ledger(person.number);
    await hand.reshape({ action: 'delete', at: await hand.rowOf(person.number), count: 1 });
    const finding = await only();
    expect(finding).toMatchObject({ kind: 'gone', key: person.number, name: person.name, ways: ['restore'] });
    const key = newKey();
    const mended = await hand.mend(finding.id, 'restore', key);
    expect(mended).toEqual({ result: 'ADDED', row: await hand.rowOf(person.number) });
    expect(await hand.mend(finding.id, 'restore', key)).toEqual(mended);
    expect(await day.ledger(person.number)).toEqual(before);
    expect(await hand.lines(person.number)).toEqual([`登録番号:→${person.number}（事務局画面）`]);
    expect(await told()).toEqual([]);
    await day.advance('PT6M');
    expect(await told()).toEqual([]);
    expect(await hand.lines(person.number)).toHaveLength(1);
  });

  it('comes back with the columns the office added, and with texts that never were days', async () => {
    await hand.reshape({ action: 'insertColumn', at: 4 });
    await hand.edit('D1', [['支部']]);
    await hand.type(person.number, '支部', '関東');
    await hand.type(person.number, '認定日', '平成のころ');
    const before = await day.ledger(person.number);
    await hand.reshape({ action: 'delete', at: await hand.rowOf(person.number), count: 1 });
    const gone = (await hand.findings()).find(({ kind }) => kind === 'gone');
    await hand.mend(gone?.id ?? '', 'restore');
    expect(await day.ledger(person.number)).toEqual(before);
    await day.advance('PT6M');
    expect(await told()).toEqual([`unfit ${person.number} 認定日`]);
  });

  it('that was pasted over by five others: every one of the five is written back over its copy', async () => {
    const lost = await numbersIn(2, 5);
    const copied = await numbersIn(12, 5);
    const before = await day.rows('台帳');
    const rows = (await hand.display()).slice(11, 16);
    await hand.edit(`A2:${letter(rows)}6`, rows);
    const findings = await hand.findings();
    expect(kinds(findings)).toEqual(
      [...lost.map((number) => `gone ${number}`), ...copied.map((number) => `twice ${number}`)].sort(),
    );
    for (const { id, kind } of findings)
      if (kind === 'gone') expect(await hand.mend(id, 'restore')).toMatchObject({ result: 'OVER' });
    expect(await told()).toEqual([]);
    expect(await day.rows('台帳')).toEqual(before);
    await day.advance('PT6M');
    expect(await told()).toEqual([]);
  });

  it('whose number was typed over is told with the number that stands there', async () => {
    await hand.type(person.number, '登録番号', '99999');
    const finding = await only();
    expect(finding).toMatchObject({ kind: 'renumbered', key: person.number, content: '99999', ways: [] });
    expect((await day.rows('_要約')).some((row) => row['登録番号'] === '99999')).toBe(false);
    await hand.edit(`A${String(finding.rows[0])}`, [[person.number]]);
    expect(await told()).toEqual([]);
    expect(await hand.lines(person.number)).toEqual([]);
  });

  it('whose number lost its zeros is told, and nobody new comes of it', async () => {
    const bare = person.number.replace(/^0+/, '');
    await hand.type(person.number, '登録番号', bare);
    expect(await told()).toEqual([`renumbered ${person.number} 登録番号`]);
    expect((await day.rows('_要約')).map((row) => row['登録番号'])).not.toContain(bare);
  });

  it('whose number was blanked is told', async () => {
    await hand.type(person.number, '登録番号', '');
    expect(await told()).toEqual([`renumbered ${person.number} 登録番号`]);
  });

  it('with content and without a number is told until it has one', async () => {
    const row = (await day.rows('台帳')).length + 2;
    await hand.edit(`B${String(row)}`, [['新規　見本子']]);
    expect(await only()).toMatchObject({ kind: 'noNumber', rows: [row], name: '新規　見本子' });
    await hand.edit(`A${String(row)}`, [['90001']]);
    expect(await told()).toEqual([]);
    expect(await hand.lines('90001')).toHaveLength(2);
  });

  it('with a number like another’s is nobody until a person has said so', async () => {
    const row = (await day.rows('台帳')).length + 2;
    const alike = `0${person.number}`;
    await hand.edit(`A${String(row)}:B${String(row)}`, [[alike, '別の　方']]);
    const finding = await only();
    expect(finding).toMatchObject({ kind: 'number', key: alike, ways: ['accept'] });
    expect(await hand.mend(finding.id, 'accept')).toMatchObject({ result: 'WAIT' });
    await day.advance('PT2M');
    expect(await told()).toEqual([]);
    expect((await day.rows('_要約')).map((line) => line['登録番号'])).toContain(alike);
    expect((await day.rows('_認証')).map((line) => line['登録番号'])).toContain(alike);
  });

  it('that holds somebody else’s content is held back, and put back from 控え', async () => {
    const other = await day.person('otherMail');
    const [mine, others] = await Promise.all([hand.rowOf(person.number), hand.rowOf(other.number)]);
    const before = await day.ledger(person.number);
    const [, ...cells] = (await hand.display())[others - 1] ?? [];
    await hand.edit(`B${String(mine)}:${letter([['', ...cells]])}${String(mine)}`, [cells]);
    expect(await hand.lines(person.number)).toEqual([]);
    const finding = await only();
    expect(finding).toMatchObject({ kind: 'other', name: person.name, content: other.name });
    expect(finding.ways).toEqual(['restore', 'accept']);
    expect(await hand.mend(finding.id, 'restore')).toMatchObject({ result: 'DONE', row: mine });
    expect(await day.ledger(person.number)).toEqual(before);
    expect(await hand.lines(person.number)).toContainEqual(`氏名:${other.name}→${person.name}（事務局画面）`);
    await day.advance('PT6M');
    expect(await told()).toEqual([]);
  });

  it('with somebody else’s content that is right becomes hers within a minute of 「この値でよい」', async () => {
    const row = await hand.rowOf(person.number);
    await hand.edit(`B${String(row)}:D${String(row)}`, [['改名　見本', 'カイメイ　ミホン', '1970/01/01']]);
    const finding = await only();
    expect(await hand.mend(finding.id, 'accept')).toMatchObject({ result: 'WAIT' });
    await day.advance('PT2M');
    expect(await told()).toEqual([]);
    const [{ 変更者: by } = {}] = (await day.rows('変更履歴')).filter(
      (line) => line['登録番号'] === person.number && line['項目'] === '氏名',
    );
    expect(by).not.toBe('');
    expect((await hand.lines(person.number)).filter((line) => line.startsWith('氏名'))).toEqual([
      `氏名:${person.name}→改名　見本（シート）`,
    ]);
  });

  it('with a new name alone is taken over: people marry', async () => {
    await hand.type(person.number, '氏名', '改姓　見本');
    expect(await told()).toEqual([]);
    expect(await hand.lines(person.number)).toEqual([`氏名:${person.name}→改姓　見本（シート）`]);
  });
});

describe('a number typed twice', () => {
  it('is found also when rows have been sorted since, and nothing of either row is taken over', async () => {
    const other = await day.person('otherMail');
    await hand.reshape({ action: 'sort', column: 3, ascending: false });
    await hand.type(other.number, '登録番号', person.number);
    const expected = [`renumbered ${other.number} 登録番号`, `twice ${person.number}`].sort();
    expect(await told()).toEqual(expected);
    await day.advance('PT6M');
    expect(await told()).toEqual(expected);
    expect(await hand.lines(person.number)).toEqual([]);
    const bearer = (await hand.findings()).find(({ kind }) => kind === 'renumbered')?.rows[0] ?? 0;
    await hand.edit(`A${String(bearer)}`, [[other.number]]);
    expect(await told()).toEqual([]);
    expect(await hand.lines(other.number)).toEqual([]);
  });
});

describe('sorting, moving and inserting', () => {
  it.each([
    ['rows sorted', { action: 'sort', column: 3, ascending: false }],
    ['a column moved', { action: 'moveColumn', at: 28, to: 2 }],
    ['a column inserted', { action: 'insertColumn', at: 2 }],
    ['rows inserted', { action: 'insert', at: 2, count: 2 }],
  ])('%s: nothing is told, nothing is written, and the next edit is taken over', async (_, body) => {
    await hand.reshape(body);
    await day.advance('PT6M');
    expect(await told()).toEqual([]);
    expect(await hand.lines(person.number)).toEqual([]);
    await hand.type(person.number, '部署', '営業部');
    expect(await hand.lines(person.number)).toEqual(['部署:→営業部（シート）']);
  });
});

it('more findings than are shown are counted, and come up when the others are mended', async () => {
  const states = await hand.column('状態');
  const people = (await day.rows('台帳')).length;
  await hand.edit(`${states}2:${states}${String(people + 1)}`, [['在籍']]);
  const value = await hand.office<{ findings: OfficeFinding[]; more: number }>('findings');
  expect(value.findings).toHaveLength(20);
  expect(value.more).toBe(people - 20);
  await hand.edit(`${states}2:${states}${String(people + 1)}`, [['有効']]);
  expect(await told()).toEqual([]);
});

/** Letters of the last column of pasted rows. */
function letter(rows: readonly (readonly string[])[]): string {
  const last = (rows[0]?.length ?? 1) - 1;
  return last < 26 ? String.fromCharCode(65 + last) : `A${String.fromCharCode(39 + last)}`;
}
