/** Writes that met the wrong row or column in ways that do not show: what was hit held just that already, or lost its key by it. */
import { OWN_PASSWORD } from '../support/admit';
import { attendanceRows, eventRows, importDay } from '../support/import-day';
import { ledgerMorning } from '../support/ledger-hand';
import { enter, newKey, officeDay, valueOf, type OfficeDay } from '../support/office-day';
import { pointsDay, pointsNow } from '../support/points-day';
import { renewalDay } from '../support/renewal-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

const COMMIT = 'Sheets.Spreadsheets.batchUpdate';

let workspace: TestWorkspace;
let day: OfficeDay;

beforeAll(async () => {
  workspace = await startTestWorkspace({ registrants: 60 });
  day = officeDay(workspace.control);
});
beforeEach(() =>
  workspace.control.post('/api/reset', { scenario: 'sample', registrants: 60, now: pointsNow }),
);
afterAll(() => workspace.close());

/** Somebody reshapes a tab just before the next commit of a door; `dies`: the execution ends right after it. */
async function meanwhile(
  door: 'office' | 'mypage',
  reshape: Record<string, unknown>,
  dies = false,
): Promise<void> {
  const { staff } = await day.sample();
  const at = { function: door, call: COMMIT, k: 1 };
  const edit = { user: staff[0], ...reshape };
  await workspace.control.post('/api/faults', { kind: 'edit', at: { ...at, when: 'before' }, edit });
  if (dies) await workspace.control.post('/api/faults', { kind: 'kill', at: { ...at, when: 'after' } });
}

const repairs = async () =>
  (await day.rows('操作記録')).filter((row) => row['種別'] === '書き込みの直し').length;

it('a decision whose cells the row it met held already is written where it was meant', async () => {
  const office = pointsDay(day);
  const [waits, decided] = [
    await office.enter((await day.person('sameMail')).number),
    await office.enter((await day.person('leapDay')).number),
  ];
  await office.decide('承認', [decided]);
  await office.decide('取消', [decided], { reason: '取り違え' });
  const shown = (await day.control.get<{ display: string[][] }>('/api/sheets/ポイント')).display;
  const at = shown.findIndex(([receipt]) => receipt === waits) + 1;
  await meanwhile('office', { tab: 'ポイント', action: 'insert', at, count: 1 }, true);
  await office.call('decidePoints', { decision: '申請中', receipts: [decided] });
  await day.advance('PT6M');

  expect(await office.rowOf(decided)).toMatchObject({ 状態: '申請中', 確認日時: '', 確認者: '' });
  expect(await office.rowOf(waits)).toMatchObject({ 状態: '申請中', 確認日時: '', 確認者: '' });
  expect(await repairs()).toBe(1);
});

const reshapings: [string, Record<string, unknown>][] = [
  ['a row is inserted above them', { action: 'insert', at: 2, count: 2 }],
  ['a column is inserted on the left', { action: 'insertColumn', at: 1 }],
  ['the tab is sorted the other way round', { action: 'sort', column: 1, ascending: false }],
];

describe.each(reshapings)('neighbours are given the same words, %s, and the execution dies', (_, reshape) => {
  test.each([
    ['before anybody presses again', false],
    ['and somebody presses again', true],
  ])('%s: each row holds its own', async (__, isPressedAgain) => {
    const office = pointsDay(day);
    const { number } = await day.person('leapDay');
    const above = await office.enter((await day.person('sameMail')).number);
    await office.decide('承認', [above]);
    const receipts: string[] = [];
    for (const attendedOn of ['2026-09-01', '2026-09-02', '2026-09-03'])
      receipts.push(await office.enter(number, { attendedOn }));
    await day.advance('PT6M');
    const before = await office.rowOf(above);
    const others = (await day.rows('ポイント')).filter((row) => !receipts.includes(row['受付番号'] ?? ''));
    const key = newKey();
    await meanwhile('office', { tab: 'ポイント', ...reshape }, true);
    await office.call('decidePoints', { decision: '承認', receipts }, key);
    if (isPressedAgain) await office.call('decidePoints', { decision: '承認', receipts }, key);
    await day.advance('PT6M');

    expect(await office.rowOf(above)).toEqual(before);
    const rows = await day.rows('ポイント');
    for (const other of others)
      expect(rows.find((row) => row['受付番号'] === other['受付番号'])).toEqual(other);
    for (const receipt of receipts)
      expect(await office.rowOf(receipt)).toMatchObject({ 状態: '承認', 確認者: before['確認者'] });
    expect(await repairs()).toBe(1);
  });
});

it('what somebody types beside it does not make official what a misplaced write left in 証書', async () => {
  const office = pointsDay(day);
  const numbers = [(await day.person('sameMail')).number, (await day.person('leapDay')).number];
  await office.call('addCertificates', { cause: '再交付', numbers });
  const [first, second] = (await day.rows('証書')).map((row) => row['証書番号'] ?? '').slice(-2);
  const certificateOf = async (certificate: string | undefined) =>
    (await day.rows('証書')).find((row) => row['証書番号'] === certificate);
  const shown = (await day.control.get<{ display: string[][] }>('/api/sheets/証書')).display;
  const at = shown.findIndex((line) => line.includes(first ?? '')) + 1;
  await meanwhile('office', { tab: '証書', action: 'insert', at, count: 1 }, true);
  await office.call('markCertificates', { to: '作成済', certificates: [second] });
  expect(await certificateOf(first)).toMatchObject({ 状態: '作成済' });

  const column = String.fromCharCode(65 + (shown[0] ?? []).indexOf('発送方法'));
  const { staff } = await day.sample();
  await day.control.post('/api/sheets/証書/edit', {
    ...{ user: staff[0], range: `${column}${String(at + 1)}`, values: [['窓口渡し']] },
  });
  await day.advance('PT6M');

  expect(await certificateOf(first)).toMatchObject({
    ...{ 状態: '作成待ち', 宛名: '', 発送方法: '窓口渡し' },
  });
  expect(await certificateOf(second)).toMatchObject({ 状態: '作成済' });
  expect(await repairs()).toBe(1);
});

it('a period that was not meant is not blanked as an approval is taken back by an execution that dies', async () => {
  const renewal = renewalDay(day);
  const [person, other] = [await day.person('inWindowComplete'), await day.person('inWindowShort')];
  const entry = { number: person.number, receivedOn: '2026-11-20', printedName: '', sendTo: '自宅' };
  const { receipt } = await renewal.ask('enterRenewal', entry);
  await renewal.approve([receipt], '2026-11-24');
  const periodsOf = (number: string) => renewal.rowsOf('有効期間', number);
  const [before, others] = [await periodsOf(person.number), await periodsOf(other.number)];
  expect(before.at(-1)).toMatchObject({ 根拠: '更新' });
  await day.advance('PT6M');
  await meanwhile('office', { tab: '有効期間', action: 'insert', at: 2, count: 1 }, true);
  const undo = { decision: '取消', receipts: [receipt], reason: '取り違え' };
  await renewal.office('decideRenewals', undo, newKey());
  await day.advance('PT6M');

  expect((await periodsOf(person.number)).at(-1)).toMatchObject({ 根拠: '', 満了日: '', 受付番号: receipt });
  expect((await periodsOf(person.number)).slice(0, -1)).toEqual(before.slice(0, -1));
  expect(await periodsOf(other.number)).toEqual(others);
  expect(await repairs()).toBe(1);
});

it('a row whose 記録番号 is overwritten as a column is inserted keeps it', async () => {
  const lists = importDay(day);
  const person = await day.person('sameMail');
  await lists.take(attendanceRows(`氏名,主催,行事名,開催日\n${person.name},当協会,候補の研修,2026-10-08`));
  const { rows } = await lists.ask('openCandidates', {});
  const record = rows.find(({ activity }) => activity.startsWith('候補の研修'))?.record ?? '';
  await meanwhile('office', { tab: '受講履歴', action: 'insertColumn', at: 1 });
  await lists.ask('settleCandidates', { choices: { [record]: person.number } });

  const own = (await day.rows('受講履歴')).filter((row) => row['名称'] === '候補の研修');
  expect(own).toMatchObject([{ 記録番号: record, 登録番号: person.number, 氏名: person.name }]);
  expect(await repairs()).toBe(1);
});

it.each([
  ['a column is inserted', { action: 'insertColumn', at: 1 }],
  ['a row is inserted above', { action: 'insert', at: 2, count: 1 }],
])('候補 are settled as %s, and the execution dies: no row loses what was its own', async (_, move) => {
  const lists = importDay(day);
  const [person, other] = [await day.person('sameMail'), await day.person('leapDay')];
  const lines = [person, other].map(({ name }) => `${name},当協会,候補の研修,2026-10-08`);
  await lists.take(attendanceRows(['氏名,主催,行事名,開催日', ...lines].join('\n')));
  await day.advance('PT6M');
  const filled = async () => (await day.rows('受講履歴')).filter((row) => row['名称'] !== '');
  const isOpen = (row: Record<string, string>) => row['名称'] === '候補の研修';
  const chosen = (row: Record<string, string>) => (row['氏名'] === person.name ? person.number : '');
  const before = await filled();
  const choices = Object.fromEntries(
    before.filter(isOpen).map((row) => [row['記録番号'] ?? '', chosen(row)]),
  );
  await meanwhile('office', { tab: '受講履歴', ...move }, true);
  await expect(lists.ask('settleCandidates', { choices })).rejects.toThrow();
  await day.advance('PT6M');

  const after = (row: Record<string, string>) =>
    chosen(row) === '' ? { 登録番号: '―', 氏名: '' } : { 登録番号: person.number };
  expect(await filled()).toEqual(before.map((row) => (isOpen(row) ? { ...row, ...after(row) } : row)));
  expect(await repairs()).toBe(1);
});

it('a row of somebody else that a settled 候補 met keeps its 登録番号', async () => {
  const lists = importDay(day);
  const person = await day.person('sameMail');
  await lists.take(attendanceRows(`氏名,主催,行事名,開催日\n${person.name},当協会,候補の研修,2026-10-08`));
  const filled = async () => (await day.rows('受講履歴')).filter((row) => row['名称'] !== '');
  const before = await filled();
  const own = before.find((row) => row['名称'] === '候補の研修');
  await meanwhile('office', { tab: '受講履歴', action: 'insert', at: 2, count: 1 });
  await lists.ask('settleCandidates', { choices: { [own?.['記録番号'] ?? '']: person.number } });

  expect(await filled()).toEqual(
    before.map((row) => (row === own ? { ...row, 登録番号: person.number } : row)),
  );
  expect(await repairs()).toBe(1);
});

it('a list is not taken twice because what was taken of it stands under other headers yet', async () => {
  const lists = importDay(day);
  const [first, second] = [await day.person('sameMail'), await day.person('leapDay')];
  const head = '登録番号,氏名,主催,行事名,開催日';
  const lines = [first, second].map(({ number, name }) => `${number},${name},当協会,部会,2026-10-08`);
  const [part, whole] = [
    attendanceRows([head, lines[0]].join('\n')),
    attendanceRows([head, ...lines].join('\n')),
  ];
  await meanwhile('office', { tab: '受講履歴', action: 'insertColumn', at: 1 }, true);
  await expect(lists.take(part)).rejects.toThrow();
  const check = await lists.ask('checkAttendance', { rows: whole, choices: {} });
  const write = { rows: whole, choices: {}, expected: check.willTake };
  await expect(lists.ask('importAttendance', write)).rejects.toThrow('CHANGED');
  await lists.take(whole);
  await day.advance('PT6M');

  const taken = (await day.rows('受講履歴')).filter((row) => row['名称'] === '部会');
  expect(taken.map((row) => row['登録番号'])).toEqual([first.number, second.number]);
});

it('a list of 行事 neither', async () => {
  const lists = importDay(day);
  const rows = eventRows('名称,区分,主催区分,開始日\n春の見本セミナー,セミナー,当協会,2027-03-10');
  const take = async () => {
    const { willTake: expected } = await lists.ask('checkEvents', { rows });
    return lists.ask('importEvents', { rows, expected });
  };
  await meanwhile('office', { tab: '行事', action: 'insertColumn', at: 1 }, true);
  await expect(take()).rejects.toThrow();
  await expect(take()).rejects.toThrow('CHANGED');
  await day.advance('PT6M');

  expect((await day.rows('行事')).filter((row) => row['名称'] === '春の見本セミナー')).toHaveLength(1);
});

it('a row of 台帳 whose 登録番号 is overwritten by an execution that dies keeps it', async () => {
  const { hand, person } = await ledgerMorning(workspace.control, 60, 'sameMail');
  const before = await day.ledger(person.number);
  const other = await hand.rowOf((await day.person('leapDay')).number);
  const [row, [, ...cells]] = [
    await hand.rowOf(person.number),
    ((await hand.display())[other - 1] ?? []).slice(0, 4),
  ];
  await hand.edit(`B${String(row)}:D${String(row)}`, [cells]);
  const [finding] = await hand.findings();
  await meanwhile('office', { tab: '台帳', action: 'insertColumn', at: 1 }, true);
  await expect(hand.mend(finding?.id ?? '', 'restore')).rejects.toThrow();
  await day.advance('PT6M');

  expect(await day.ledger(person.number)).toMatchObject({
    ...before,
    更新日時: expect.any(String) as string,
  });
  expect(await repairs()).toBe(1);
});

it('変更前 of the next change is what the person had, not what a killed write left under another header', async () => {
  const person = await day.person('noMail');
  await day.answer(person);
  const [mail] = await day.mails(person.mailToType);
  const { token } = await enter(day, person, mail, OWN_PASSWORD);
  await day.advance('PT6M');
  const before = (await day.ledger(person.number)) ?? {};
  const headers = Object.keys(before);
  const change = (changes: Record<string, string>) =>
    day.mypage('changeLedger', { changes }, { token, key: newKey() });
  // 建物・部屋 comes to stand where 住所 stood.
  const [from, to] = [headers.indexOf('建物・部屋') + 1, headers.indexOf('住所') + 1];
  await meanwhile('mypage', { tab: '台帳', action: 'moveColumn', at: from, to }, true);
  await change({ 住所: '試作県見本市4丁目4番地' });
  valueOf(await change({ '建物・部屋': '見本荘4号' }));
  await day.advance('PT6M');

  expect(await day.ledger(person.number)).toMatchObject({
    住所: '試作県見本市4丁目4番地',
    '建物・部屋': '見本荘4号',
  });
  const lines = (await day.rows('変更履歴')).filter(
    (row) => row['登録番号'] === person.number && row['経路'] !== 'フォーム' && row['項目'] !== 'マイページ',
  );
  expect(lines.map((row) => [row['項目'], row['変更前'], row['変更後'], row['経路']])).toEqual([
    ['住所', before['住所'], '試作県見本市4丁目4番地', 'マイページ'],
    ['建物・部屋', before['建物・部屋'], '見本荘4号', 'マイページ'],
  ]);
});
