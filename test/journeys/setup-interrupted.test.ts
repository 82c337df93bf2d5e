/** 初期設定 killed at a service call and run again ends as if it had never been interrupted; and its contacts do not grow with the register. */
import { firstDay, rowsOf, type FirstDay } from '../support/first-day';
import { officeDay, type Execution } from '../support/office-day';
import { startTestWorkspace, testNow, type TestWorkspace } from '../support/workspace';

const SETUP = 'runSetup';

let workspace: TestWorkspace;
let day: FirstDay;

const before = (registrants: number) =>
  workspace.control.post('/api/reset', { scenario: 'sample', setUp: false, registrants, now: testNow });

const lastRun = async (): Promise<Execution> => {
  const runs = (await workspace.control.get<Execution[]>('/api/executions')).filter(
    (one) => one.function === SETUP,
  );
  const last = runs[runs.length - 1];
  if (!last) throw new Error('初期設定 has not run.');
  return last;
};

const callsOf = ({ calls }: Execution): number => Object.values(calls).reduce((sum, count) => sum + count, 0);

/** `count` call numbers from 1 to `last`, spread evenly. */
const spread = (last: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => 1 + Math.round((index * (last - 1)) / (count - 1)));

/** What must be the same whatever happened on the way. */
const outcome = async () => ({
  state: await day.state(),
  triggers: (await day.triggers()).map(({ handler, owner }) => [handler, owner]).sort(),
});

async function runKilled(at: Record<string, unknown>): Promise<void> {
  await workspace.control.post('/api/faults', { kind: 'kill', at: { function: SETUP, ...at } });
  await day.menu('初期設定').catch((error: unknown) => error);
  expect((await lastRun()).outcome).toBe('killed');
}

beforeAll(async () => {
  workspace = await startTestWorkspace({ scenario: 'empty' });
  day = firstDay(workspace.control);
});
afterAll(() => workspace.close());

it('killed anywhere in the first run, or right after any write, it ends in the same state without doubles', async () => {
  await before(40);
  await day.setUp();
  const whole = await outcome();
  const run = await lastRun();
  const points = [
    ...spread(callsOf(run), 8).map((k) => ({ k, when: 'before' })),
    ...['Sheets.Spreadsheets.batchUpdate', 'Properties.setProperties'].flatMap((call) =>
      Array.from({ length: run.calls[call] ?? 0 }, (_, index) => ({ call, k: index + 1, when: 'after' })),
    ),
  ];
  expect(points.length).toBeGreaterThan(12);
  for (const point of points) {
    await before(40);
    await runKilled(point);
    await day.setUp();
    expect([point, await outcome()]).toEqual([point, whole]);
  }
});

it('killed anywhere while the form is connected and a column corrected, it ends in the same state without doubles', async () => {
  const prepare = async () => {
    await before(40);
    await day.setUp();
    await day.set('フォームURL', await day.formUrl());
    const mapping = rowsOf(await day.table('設定')).find((row) => row['項目'] === '旧台帳の列の対応')?.['値'];
    await day.set('旧台帳の列の対応', (mapping ?? '').replace('許可番号＝（使わない）', '許可番号＝備考'));
  };
  await prepare();
  await day.setUp();
  const whole = await outcome();
  const run = await lastRun();
  for (const k of spread(callsOf(run), 10)) {
    await prepare();
    await runKilled({ k, when: 'before' });
    await day.setUp();
    expect([k, await outcome()]).toEqual([k, whole]);
  }
});

it('takes 3,000 people over in one run; only the commits grow, each well below the size of a request', async () => {
  const contacts: number[] = [];
  const writes: number[] = [];
  for (const registrants of [150, 3000]) {
    await before(registrants);
    await day.setUp();
    const run = await lastRun();
    expect(run.outcome).toBe('ok');
    writes.push(run.calls['Sheets.Spreadsheets.batchUpdate'] ?? 0);
    contacts.push(run.contacts - (run.calls['Sheets.Spreadsheets.batchUpdate'] ?? 0));
  }
  expect(rowsOf(await day.table('台帳'))).toHaveLength(3000);
  expect(rowsOf(await day.table('旧台帳'))).toHaveLength(3000);
  expect(contacts[1]).toBe(contacts[0]);
  expect(writes[1]).toBeLessThan(60);
  const office = officeDay(workspace.control);
  expect(await office.mails()).toEqual([]);
});
