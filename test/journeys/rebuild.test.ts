/** 要約 is made anew from the other tabs: by the owner's press, for another format, and after row 2 is gone; killed anywhere it ends the same. */
import { damageTo, type Damage } from '../support/hidden-rows';
import {
  enter,
  newKey,
  officeDay,
  refusalOf,
  valueOf,
  type Execution,
  type OfficeDay,
  type Person,
} from '../support/office-day';
import { setReminderDays } from '../support/renewal-day';
import { startTestWorkspace, testNow, type TestWorkspace } from '../support/workspace';

const OWN = 'みどり-そら-かわ-ねこ-2026';
const JOB = 'runEveryFiveMinutes';

let workspace: TestWorkspace;
let day: OfficeDay;
let damage: Damage;
let person: Person;
let owner: string;
let staff: string;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
  damage = damageTo(workspace.control);
});
beforeEach(() => begin(60));
afterAll(() => workspace.close());

async function begin(registrants: number): Promise<void> {
  await workspace.control.post('/api/reset', { scenario: 'sample', registrants, now: testNow });
  person = await day.person('noMail');
  const sample = await day.sample();
  owner = sample.owner;
  staff = sample.staff[0] ?? '';
}

async function enterOnce(): Promise<{ token: string }> {
  await day.answer(person);
  const [mail] = await day.mails(person.mailToType);
  const entered = await enter(day, person, mail, OWN);
  await day.advance('PT6M');
  return entered;
}

const paste = (tab: string, range: string, values: string[][]) =>
  workspace.control.post(`/api/sheets/${encodeURIComponent(tab)}/edit`, { user: owner, range, values });

/** Rows of _要約 without what differs from run to run by design: the 世代 of a lost row, and the journal with its digests of instants. */
async function summaries() {
  return (await day.rows('_要約')).map((row) => ({
    ...row,
    世代: row['世代'] === '0' || row['世代'] === '1' ? row['世代'] : 'new',
    控え: row['控え']?.startsWith('{"writes"') ? '' : (row['控え'] ?? ''),
  }));
}

const progress = async (user = owner) =>
  valueOf<{ rebuild: { mayAsk: boolean; progress: { done: number; of: number } | null; last: string } }>(
    await day.office(user, 'check'),
  ).rebuild;

it('pressed by the owner, everybody is made anew from the tabs, and the page says how far it is', async () => {
  const { token } = await enterOnce();
  const before = await damage.summary(person.number);
  await paste('変更届', 'A2:F2', [
    ['D26-000777-1', person.number, person.name, 'その他', '見本', '2026/11/01'],
  ]);
  expect(await progress()).toEqual({ mayAsk: true, progress: null, last: '' });
  valueOf(await day.office(owner, 'rebuildSummaries'));
  expect((await progress()).progress).toEqual({ done: 0, of: 60 });
  // My Page goes on meanwhile.
  valueOf(await day.mypage('view', {}, { token }));
  await day.advance('PT5M');
  expect(await progress()).toEqual({ mayAsk: true, progress: null, last: '11月22日 09:10' });
  const { summary, row } = await damage.summary(person.number);
  expect(Object.keys(summary.rows?.['変更届'] ?? {})).toEqual(['D26-000777-1']);
  expect({ ...summary, rows: {} }).toEqual({ ...before.summary, rows: {} });
  expect([row['世代'], row['処理済'], row['控え']]).toEqual([
    before.row['世代'],
    before.row['処理済'],
    before.row['控え'],
  ]);
  // Once more there is nothing left to do.
  const records = await day.rows('操作記録');
  valueOf(await day.office(owner, 'rebuildSummaries'));
  await day.advance('PT5M');
  expect(await day.rows('操作記録')).toEqual(records);
});

it('is the owner’s to ask for', async () => {
  expect(refusalOf(await day.office(staff, 'rebuildSummaries')).code).toBe('NOT_OWNER');
  expect(await progress(staff)).toMatchObject({ mayAsk: false, progress: null });
});

it('a read model of another version, met on My Page, has all of them made anew', async () => {
  const { token } = await enterOnce();
  const other = await day.person('sameMail');
  const old = JSON.stringify({ v: 1, lastLogin: '2026-11-01T10:00:00+09:00', notices: [] });
  for (const number of [person.number, other.number])
    await damage.type('_要約', await damage.rowOf('_要約', '登録番号', number), '要約', old);
  valueOf(await day.mypage('view', {}, { token }));
  await day.advance('PT5M');
  for (const number of [person.number, other.number])
    expect(Object.keys((await damage.summary(number)).summary.rows ?? {})).toEqual(['有効期間']);
  expect((await damage.summary(person.number)).summary.notices).toHaveLength(1);
  const [line = ''] = await damage.mends();
  expect(line).toContain('ほかのシートに合わせて直しました（要約 2名）。');
});

it('a broken one is made anew alone, and the morning that meets another version asks for all', async () => {
  const { token } = await enterOnce();
  const row = await damage.rowOf('_要約', '登録番号', person.number);
  await damage.type('_要約', row, '要約', 'こわれた');
  valueOf(await day.mypage('view', {}, { token }));
  const ledgerRow = await damage.rowOf('台帳', '登録番号', person.number);
  expect(JSON.parse((await damage.property('rebuild')) ?? '')).toEqual({ next: ledgerRow, to: ledgerRow });
  await day.advance('PT5M');
  expect((await damage.summary(person.number)).summary.notices).toHaveLength(1);

  await damage.type('_要約', row, '要約', '{"v":99}');
  const other = await day.person('leapDay');
  await damage.type('_要約', await damage.rowOf('_要約', '登録番号', other.number), '要約', '{"v":99}');
  await damage.lookAt(person.number);
  await damage.morning();
  expect((await damage.summary(other.number)).summary.v).toBe(3);
});

/** Damage of many kinds at once: what a restored old version of the file could look like. */
async function wreck(): Promise<void> {
  const { cases } = await day.sample();
  const [a, b, c, d] = ['sameMail', 'otherMail', 'leapDay', 'overseas'].map(
    (name) => cases[name]?.number ?? '',
  );
  await paste('ポイント', 'A2:G3', [
    ['P26-000041-1', a ?? '', '見本', 'セミナー', '', '', '見本セミナー'],
    ['P26-000042-1', b ?? '', '見本', 'セミナー', '', '', '見本セミナー'],
  ]);
  await damage.type('_要約', await damage.rowOf('_要約', '登録番号', a ?? ''), '控え', '');
  await damage.type('_要約', await damage.rowOf('_要約', '登録番号', b ?? ''), '要約', '');
  await damage.rows('_要約', {
    action: 'delete',
    at: await damage.rowOf('_要約', '登録番号', c ?? ''),
    count: 1,
  });
  await damage.rows('_認証', {
    action: 'delete',
    at: await damage.rowOf('_認証', '登録番号', d ?? ''),
    count: 1,
  });
  await workspace.control.post('/api/faults', {
    kind: 'kill',
    at: { function: 'onSheetEdited', k: 1, when: 'before' },
  });
  await damage.type('台帳', await damage.rowOf('台帳', '登録番号', b ?? ''), '部署', '営業部');
  await workspace.control.delete('/api/faults');
  valueOf(await day.office(owner, 'rebuildSummaries'));
}

/** Without what chance draws: salts, ids of keys. */
const outcome = async () => ({
  summaries: (await summaries()).map(({ 処理済: _, ...row }: Record<string, string>) => row),
  credentials: (await day.rows('_認証')).map(({ 現行パスワード: current, ...row }) => [row, current !== '']),
  ledger: await day.rows('台帳'),
  history: (await day.rows('変更履歴')).map(({ 日時: _, ...row }) => row),
  state: await damage.property('rebuild'),
});

const lastRun = async (): Promise<Execution & { sequence: string[] }> => {
  const runs = (await day.executions()).filter((one) => one.function === JOB);
  const last = runs.at(-1);
  if (!last) throw new Error(`${JOB} has not run.`);
  return last as Execution & { sequence: string[] };
};

it('killed at any of its calls, and run again, it ends the same', async () => {
  await enterOnce();
  await wreck();
  await day.advance('PT5M');
  const whole = await outcome();
  expect(whole.state).toBe('');
  // What was pasted into ポイント is explained beside it.
  const typed = whole.history.filter((row) => row['経路'] === 'シート' && row['受付番号'] === '');
  expect(typed).toEqual([expect.objectContaining({ 項目: '部署', 変更後: '営業部' })]);
  const { sequence } = await lastRun();
  const writes = sequence.flatMap((call, at) =>
    /batchUpdate|setProperties|releaseLock/.test(call) ? [at + 1] : [],
  );
  const points = [
    ...writes.flatMap((k) => ['before', 'after'].map((when) => ({ k, when }))),
    ...[0.3, 0.5, 0.7].map((part) => ({ k: Math.round(sequence.length * part), when: 'before' })),
  ];
  expect(points.length).toBeGreaterThan(8);
  for (const { k, when } of points) {
    await begin(60);
    await enterOnce();
    await wreck();
    await workspace.control.post('/api/faults', { kind: 'kill', at: { function: JOB, k, when } });
    await day.advance('PT5M');
    expect((await lastRun()).outcome).toBe('killed');
    await day.advance('PT5M');
    expect([k, when, await outcome()]).toEqual([k, when, whole]);
  }
});

it('of a large register it does a part at a time, and goes on where it stopped', async () => {
  await begin(300);
  await paste('証書', 'A2:B3', [
    ['S-1', (await day.person('sameMail')).number],
    ['S-2', (await day.person('lastDay')).number],
  ]);
  valueOf(await day.office(owner, 'rebuildSummaries'));
  await workspace.control.post('/api/faults', {
    kind: 'kill',
    at: { function: JOB, call: 'Properties.setProperties', k: 3, when: 'before' },
  });
  await day.advance('PT5M');
  expect((await lastRun()).outcome).toBe('killed');
  expect((await progress()).progress).toEqual({ done: 100, of: 300 });
  await day.advance('PT5M');
  expect((await progress()).progress).toBeNull();
  for (const name of ['sameMail', 'lastDay']) {
    const { number } = await day.person(name);
    expect(Object.keys((await damage.summary(number)).summary.rows?.['証書'] ?? {})).toHaveLength(1);
  }
});

describe('row 2 of _要約, the counters,', () => {
  const highest = async () => {
    const numbers = (await day.rows('通知')).map((row) => row['通知番号'] ?? '');
    expect(new Set(numbers).size).toBe(numbers.length);
    return numbers.sort().at(-1);
  };
  const sorted = { action: 'sort', column: 1, ascending: false };
  const gone = { action: 'delete', at: 2, count: 1 };

  it.each([
    ['deleted', () => damage.rows('_要約', gone)],
    ['sorted among the people', () => damage.rows('_要約', sorted)],
    ['typed over in its first cell', () => damage.type('_要約', 2, '登録番号', '番号')],
    ['emptied', () => paste('_要約', 'A2:G2', [['', '', '', '', '', '', '']])],
  ])('%s, is there again at the next write, and no number is given twice', async (_, hurt) => {
    const { token } = await enterOnce();
    const people = (await day.rows('_要約')).map((row) => row['登録番号']).sort();
    const before = await highest();
    await hurt();
    const changes = { 住所: '見本県試作市9-9' };
    valueOf(await day.mypage('changeLedger', { changes }, { token, key: newKey() }));
    expect((await day.rows('_要約'))[0]?.['登録番号']).toBe('（番号）');
    expect((await day.rows('_要約')).map((row) => row['登録番号']).sort()).toEqual(people);
    await day.advance('PT2M');
    expect(((await highest()) ?? '') > (before ?? '')).toBe(true);
    expect(await damage.mends()).toEqual([expect.stringContaining('2行目の番号の控えが') as string]);
    await day.answer(await day.person('variantKanji'));
    await highest();
  });

  it('is found gone by the five-minute job too', async () => {
    await damage.rows('_要約', gone);
    await day.advance('PT5M');
    expect((await day.rows('_要約'))[0]?.['登録番号']).toBe('（番号）');
  });

  it('behind the numbers in the tabs, is raised in the morning', async () => {
    // Reminders of that morning would take numbers too.
    await setReminderDays(day, '1');
    await enterOnce();
    const row = (await day.rows('_要約'))[0];
    const held = JSON.parse(row?.['要約'] ?? '') as {
      counters: Record<string, number>;
      ends: Record<string, number>;
    };
    const low = {
      ...held,
      counters: { ...held.counters, N2026: 0, H2026: 1 },
      ends: { 通知: 900, パスワード送付: 1 },
    };
    await damage.type('_要約', 2, '要約', JSON.stringify(low));
    await damage.morning();
    const mended = JSON.parse((await day.rows('_要約'))[0]?.['要約'] ?? '') as typeof held;
    expect(mended.counters['H2026']).toBe(held.counters['H2026']);
    // A digest of that morning has taken the next one.
    const digests = (await day.rows('通知')).filter((line) => line['種別'] === '事務局へのお知らせ').length;
    expect(mended.counters['N2026']).toBe((held.counters['N2026'] ?? 0) + digests);
    expect(mended.ends).toMatchObject({
      通知: (await day.rows('通知')).length + 1,
      パスワード送付: (await day.rows('パスワード送付')).length + 1,
    });
    expect(await damage.mends()).toEqual([
      expect.stringContaining('番号の控えを、シートにある番号まで進めました') as string,
    ]);
    await day.answer(await day.person('variantKanji'));
    await highest();
  });
});
