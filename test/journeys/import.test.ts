/** 取込 on the real bundle: 400 rows of attendance, each with its result; nothing half-written; 候補 kept and remembered. */
import { parseCsv } from '../../src/domain/fields/csv';
import { readAttendanceList, type AttendanceRow } from '../../src/domain/fields/attendance-list';
import { readEventList } from '../../src/domain/fields/event-list';
import type { AttendanceCheck } from '../../src/contract/office-import';
import { damageTo } from '../support/hidden-rows';
import { newKey, officeDay, valueOf, type Called, type OfficeDay } from '../support/office-day';
import { pointsDay } from '../support/points-day';
import { startTestWorkspace, testNow, type TestWorkspace } from '../support/workspace';

let workspace: TestWorkspace;
let day: OfficeDay;
let secretary: string;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', now: testNow });
  secretary = (await day.sample()).staff[0] ?? '';
});
afterAll(() => workspace.close());

const office = (method: string, args: unknown, key?: string) =>
  workspace.control.post<Called>('/api/call', {
    page: 'sidebar',
    user: secretary,
    function: 'office',
    args: [{ method, args, ...(key === undefined ? {} : { key }) }],
  });

const listOf = (csv: string): AttendanceRow[] => readAttendanceList(parseCsv(csv) ?? [])?.rows ?? [];

const HEAD = '登録番号,氏名,フリガナ,行事名,開催日,出欠';
const SEMINAR = '実務セミナー（秋）,2026/10/08';

interface Check {
  rows: AttendanceCheck[];
  willTake: number;
}

const check = async (rows: AttendanceRow[], choices: Record<string, string> = {}) =>
  valueOf<Check>(await office('checkAttendance', { rows, choices }));

const attended = async () =>
  (await day.rows('受講履歴')).filter((row) => row['名称'] === '実務セミナー（秋）');

it('each of 400 rows has its result, and only those of registrants are written, all at once', async () => {
  const ledger = await day.rows('台帳');
  const variant = await day.person('variantKanji');
  const known = ledger.filter((row) => row['状態'] === '有効' && row['氏名'] !== variant.name).slice(0, 30);
  const lines = [
    // The number with the name as another hand writes it.
    `${variant.number},${variant.name.replace('髙', '高').replace('﨑', '崎')},,${SEMINAR},出席`,
    ...known.map(
      (row) => `${row['登録番号'] ?? ''},${row['氏名'] ?? ''},${row['フリガナ'] ?? ''},${SEMINAR},○`,
    ),
    `${known[0]?.['登録番号'] ?? ''},${known[0]?.['氏名'] ?? ''},,${SEMINAR},出席`,
    `${known[1]?.['登録番号'] ?? ''},${known[1]?.['氏名'] ?? ''},,別のセミナー,2026/10/09,欠席`,
    `${known[2]?.['登録番号'] ?? ''},${known[2]?.['氏名'] ?? ''},,昔のセミナー,1990/10/09,出席`,
    `,${known[3]?.['氏名'] ?? ''},,別のセミナー,2026/10/09,出席`,
    `,${known[4]?.['氏名'] ?? ''},,別のセミナー,令和8年13月40日,出席`,
    ...Array.from(
      { length: 365 },
      (_, at) => `,外部 ${String(at)}郎,ガイブ ${String(at)}ロウ,${SEMINAR},出席`,
    ),
  ];
  const rows = listOf([HEAD, ...lines].join('\r\n'));
  expect(rows).toHaveLength(401);

  const checked = await check(rows);
  const results = new Map<string, number>();
  for (const { result } of checked.rows) results.set(result, (results.get(result) ?? 0) + 1);
  expect(Object.fromEntries(results)).toEqual({
    一致: 31,
    重複: 1,
    欠席: 1,
    期間外: 1,
    候補: 1,
    読めない: 1,
    登録者以外: 365,
  });
  expect(checked.rows[0]).toMatchObject({ number: variant.number, person: variant.name });
  expect(await attended()).toEqual([]);

  const key = newKey();
  const args = { rows, choices: {}, expected: checked.willTake };
  const result = valueOf(await office('importAttendance', args, key));
  expect(result).toEqual({ taken: 33, kept: 1, others: 365, granted: 0, takeBack: [] });
  expect(await attended()).toHaveLength(31);
  expect((await day.rows('受講履歴')).some((row) => row['氏名']?.startsWith('外部') === true)).toBe(false);

  // The same press again gives the same answer and no second row.
  expect(valueOf(await office('importAttendance', args, key))).toEqual(result);
  expect(await attended()).toHaveLength(31);
});

it('what changed after the dry run is refused, and nothing is written', async () => {
  const [one] = (await day.rows('台帳')).filter((row) => row['状態'] === '有効');
  const rows = listOf(`${HEAD}\n${one?.['登録番号'] ?? ''},${one?.['氏名'] ?? ''},,${SEMINAR},出席`);
  const { willTake } = await check(rows);
  const called = await office('importAttendance', { rows, choices: {}, expected: willTake + 1 }, newKey());
  expect(called).toMatchObject({ ok: true, value: { ok: false, code: 'CHANGED' } });
  expect(await attended()).toEqual([]);
});

it('a candidate is chosen by a person, remembered, and My Page offers what she attended', async () => {
  const person = await day.person('noMail');
  const rows = listOf(`氏名,行事名,開催日\n${person.name},${SEMINAR}`);
  const [candidate] = (await check(rows)).rows;
  expect(candidate).toMatchObject({ result: '候補', number: '' });
  expect(candidate?.candidates.map(({ number }) => number)).toContain(person.number);

  valueOf(await office('importAttendance', { rows, choices: {}, expected: 0 }, newKey()));
  const open = valueOf<{ rows: { record: string; name: string }[] }>(await office('openCandidates', {}));
  expect(open.rows.map(({ name }) => name)).toEqual([person.name]);
  const choices = { [open.rows[0]?.record ?? '']: person.number };
  expect(valueOf(await office('settleCandidates', { choices }, newKey()))).toEqual({
    settled: 1,
    granted: 0,
  });
  expect((await attended()).map((row) => row['登録番号'])).toEqual([person.number]);

  const again = listOf(`氏名,行事名,開催日\n${person.name},冬のセミナー,2026/11/10`);
  expect((await check(again)).rows[0]).toMatchObject({ result: '一致', number: person.number });
});

it('somebody who is no registrant leaves no name behind', async () => {
  const person = await day.person('noMail');
  const rows = listOf(`氏名,行事名,開催日\n${person.name},${SEMINAR}`);
  valueOf(await office('importAttendance', { rows, choices: {}, expected: 0 }, newKey()));
  const open = valueOf<{ rows: { record: string }[] }>(await office('openCandidates', {}));
  valueOf(await office('settleCandidates', { choices: { [open.rows[0]?.record ?? '']: '' } }, newKey()));
  expect(await attended()).toEqual([expect.objectContaining({ 登録番号: '―', 氏名: '' })]);
  expect(valueOf(await office('openCandidates', {}))).toEqual({ rows: [] });
});

it('a 区分 that says so gives its points without an application, once, with one mail', async () => {
  await workspace.control.post(`/api/sheets/${encodeURIComponent('区分')}/edit`, {
    user: secretary,
    range: 'K3',
    values: [['する']],
  });
  const { display } = await workspace.control.get<{ display: string[][] }>(
    `/api/sheets/${encodeURIComponent('区分')}`,
  );
  expect(display[0]?.[10]).toBe('申請なしで付与');
  const person = await day.person('sameMail');
  const csv = `登録番号,氏名,区分,主催,行事名,開催日\n${person.number},${person.name},セミナー,当協会,${SEMINAR}`;
  const rows = listOf(csv);
  const { willTake } = await check(rows);
  const result = valueOf(
    await office('importAttendance', { rows, choices: {}, expected: willTake }, newKey()),
  );
  expect(result).toMatchObject({ taken: 1, granted: 1 });
  const points = (await day.rows('ポイント')).filter((row) => row['登録番号'] === person.number);
  expect(points).toEqual([
    expect.objectContaining({
      状態: '承認',
      承認ポイント: '1',
      登録元: '受講履歴',
      名称: '実務セミナー（秋）',
    }),
  ]);
  await day.advance('P2D');
  const mails = (await day.mails(person.mail)).filter(({ subject }) => subject.includes('承認'));
  expect(mails).toHaveLength(1);
  expect(mails[0]?.body).toContain('1ポイント');
});

it('what somebody has already is not granted again, though 要約 had no room for it', async () => {
  await workspace.control.post(`/api/sheets/${encodeURIComponent('区分')}/edit`, {
    ...{ user: secretary, range: 'K3', values: [['する']] },
  });
  const person = await day.person('sameMail');
  const desk = pointsDay(day);
  const form = { title: '実務セミナー（秋）', host: '当協会', evidenceState: '不要' };
  await desk.decide('承認', [await desk.enter(person.number, form)]);
  const damage = damageTo(workspace.control);
  const { summary } = await damage.summary(person.number);
  const trimmed = { ...summary, trimmed: true, rows: { 有効期間: summary.rows?.['有効期間'] } };
  const at = await damage.rowOf('_要約', '登録番号', person.number);
  await damage.type('_要約', at, '要約', JSON.stringify(trimmed));

  const rows = listOf(
    `登録番号,氏名,区分,主催,行事名,開催日\n${person.number},${person.name},セミナー,当協会,${SEMINAR}`,
  );
  expect(
    valueOf(await office('importAttendance', { rows, choices: {}, expected: 1 }, newKey())),
  ).toMatchObject({ taken: 1, granted: 0 });
});

it('a 候補 settled later gets what its 区分 gives by itself, with its mail', async () => {
  await workspace.control.post(`/api/sheets/${encodeURIComponent('区分')}/edit`, {
    ...{ user: secretary, range: 'K3', values: [['する']] },
  });
  const person = await day.person('sameMail');
  const rows = listOf(`氏名,区分,主催,行事名,開催日\n${person.name},セミナー,当協会,${SEMINAR}`);
  valueOf(await office('importAttendance', { rows, choices: {}, expected: 0 }, newKey()));
  const open = valueOf<{ rows: { record: string }[] }>(await office('openCandidates', {}));
  const choices = { [open.rows[0]?.record ?? '']: person.number };
  const key = newKey();
  for (const result of [
    await office('settleCandidates', { choices }, key),
    await office('settleCandidates', { choices }, key),
  ])
    expect(valueOf(result)).toEqual({ settled: 1, granted: 1 });
  const points = (await day.rows('ポイント')).filter((row) => row['登録番号'] === person.number);
  expect(points).toEqual([expect.objectContaining({ 状態: '承認', 承認ポイント: '1', 登録元: '受講履歴' })]);
  await day.advance('P2D');
  const mails = (await day.mails(person.mail)).filter(({ subject }) => subject.includes('承認'));
  expect(mails).toHaveLength(1);
});

it('a number nobody has settles nothing, and is not told as settled', async () => {
  const person = await day.person('sameMail');
  const rows = listOf(`氏名,区分,主催,行事名,開催日\n${person.name},セミナー,当協会,${SEMINAR}`);
  valueOf(await office('importAttendance', { rows, choices: {}, expected: 0 }, newKey()));
  const open = valueOf<{ rows: { record: string }[] }>(await office('openCandidates', {}));
  const record = open.rows[0]?.record ?? '';
  expect(valueOf(await office('settleCandidates', { choices: { [record]: '99999' } }, newKey()))).toEqual({
    ...{ settled: 0, granted: 0 },
  });
  expect((await day.rows('受講履歴')).find((row) => row['記録番号'] === record)?.['登録番号']).toBe('');
});

it('a corrected 出欠 changes the row that is held, and gives what the presence gives; the same list again changes nothing', async () => {
  await workspace.control.post(`/api/sheets/${encodeURIComponent('区分')}/edit`, {
    ...{ user: secretary, range: 'K3', values: [['する']] },
  });
  const person = await day.person('sameMail');
  const list = (presence: string) =>
    listOf(
      `登録番号,氏名,区分,主催,行事名,開催日,出欠\n${person.number},${person.name},セミナー,当協会,${SEMINAR},${presence}`,
    );
  const take = async (presence: string, expected: number) =>
    valueOf(await office('importAttendance', { rows: list(presence), choices: {}, expected }, newKey()));
  expect(await take('欠席', 1)).toMatchObject({ taken: 1, granted: 0 });
  expect((await check(list('欠席'))).rows[0]).toMatchObject({ result: '重複', remark: '' });
  expect(await take('欠席', 0)).toMatchObject({ taken: 0, granted: 0 });
  expect((await check(list('出席'))).rows[0]).toMatchObject({ result: '一致', remark: '出欠を改めます' });
  expect(await take('出席', 1)).toMatchObject({ taken: 1, granted: 1 });
  expect(await attended()).toEqual([expect.objectContaining({ 登録番号: person.number, 出欠: '出席' })]);
  // What was approved stays until a person takes it back, who is told which.
  const [granted] = (await day.rows('ポイント')).filter((row) => row['登録番号'] === person.number);
  const receipt = granted?.['受付番号'] ?? '';
  expect((await check(list('欠席'))).rows[0]?.remark).toContain(`承認したポイント（${receipt}）`);
  expect(await take('欠席', 1)).toMatchObject({ taken: 1, granted: 0, takeBack: [receipt] });
  expect(await attended()).toEqual([expect.objectContaining({ 登録番号: person.number, 出欠: '欠席' })]);
  expect((await day.rows('ポイント')).find((row) => row['受付番号'] === receipt)).toMatchObject({
    状態: '承認',
  });
});

it('行事 are added and corrected from a list', async () => {
  const csv =
    '行事コード,名称,区分,主催,開始日,終了日,形式,ポイント\n' +
    'S-900,実務セミナー（冬）,セミナー,当協会,令和8年12月10日,,オンライン,2\n' +
    ',合宿研修,セミナー,当協会,2026/12/12,2026/12/13,会場,';
  const rows = readEventList(parseCsv(csv) ?? [])?.rows ?? [];
  const first = valueOf<{ willTake: number }>(await office('checkEvents', { rows }));
  expect(valueOf(await office('importEvents', { rows, expected: first.willTake }, newKey()))).toEqual({
    added: 2,
    changed: 0,
  });
  const corrected = readEventList(parseCsv(csv.replace('オンライン,2', 'オンライン,3')) ?? [])?.rows ?? [];
  const second = valueOf<{ rows: { result: string; remark: string }[]; willTake: number }>(
    await office('checkEvents', { rows: corrected }),
  );
  expect(second.rows.map(({ result, remark }) => [result, remark])).toEqual([
    ['変更', 'ポイント'],
    ['同じ', ''],
  ]);
  const args = { rows: corrected, expected: second.willTake };
  expect(valueOf(await office('importEvents', args, newKey()))).toEqual({ added: 0, changed: 1 });
  const event = (await day.rows('行事')).find((row) => row['行事コード'] === 'S-900');
  expect(event).toMatchObject({ ポイント: '3', 開始日: '2026/12/10' });
});
