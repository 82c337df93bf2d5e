/** What anonymous visitors can set going is bounded: properties, cache, searches, mails, and the jobs go on behind it. */
import { admit, OWN_PASSWORD } from '../support/admit';
import { BUCKETS, overThreshold, recordFailure, SHELVES, shelfOf } from '../../src/domain/backoff';
import { officeDay, refusalOf, valueOf } from '../support/office-day';
import type { Execution, OfficeDay, Person } from '../support/office-day';
import { bytesOf, startProbed, type Probed } from './support/probe';

/** Google's limits of script properties: bytes in all, bytes of one value. */
const STORE = 500_000;
const VALUE = 9_000;
/** NFKC makes eighteen characters of it. */
const LONG_LIGATURE = '\ufdfa';

let workspace: Probed;
let day: OfficeDay;
let person: Person;

beforeAll(async () => {
  workspace = await startProbed();
  day = officeDay(workspace.control);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', now: '2026-11-22T09:00:00+09:00' });
  person = await day.person('noMail');
});
afterAll(() => workspace.close());

const call = (method: string, args: unknown) => ({ name: 'mypage', argument: { method, args } });

/** Sends calls, a hundred in one execution. */
async function send(calls: readonly { name: string; argument: unknown }[]): Promise<string[]> {
  const answers: string[] = [];
  for (let from = 0; from < calls.length; from += 100)
    answers.push(...(await workspace.many(calls.slice(from, from + 100))).map(({ value }) => value));
  return answers;
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** A registrant who knows her password still gets in, and is recorded. */
async function stillWorks(): Promise<void> {
  expect(await day.mypage('login', { number: person.number, password: OWN_PASSWORD })).toMatchObject({
    value: { ok: true },
  });
}

async function personIsIn(): Promise<void> {
  await admit(day, person);
}

it('a thousand junk logins and resets leave the properties far below their limit, and everybody else goes on', async () => {
  await personIsIn();
  const answers = await send([
    ...times(400, (index) =>
      call('login', { number: `9${String(index % 80)}`, password: `junk ${String(index)}` }),
    ),
    ...times(300, (index) => call('requestPassword', { number: `9${String(index)}` })),
    ...times(300, (index) =>
      call('requestNumber', { mail: `x${String(index)}@example.com`, birthDate: '1950-01-01' }),
    ),
  ]);
  expect(answers.filter((answer) => answer.includes('TROUBLE')).length).toBe(0);
  expect(bytesOf(await workspace.properties())).toBeLessThan(STORE / 4);
  await stillWorks();
  await day.advance('PT6M');
  expect(Object.keys(await workspace.properties()).filter((name) => name.startsWith('ask:'))).toEqual([]);
});

it('the longest wishes a visitor can make do not fill the properties', async () => {
  await personIsIn();
  const answers = await send([
    ...times(150, () => call('requestNumber', { mail: LONG_LIGATURE.repeat(254), birthDate: '1950-01-01' })),
    ...times(150, () => call('requestPassword', { number: LONG_LIGATURE.repeat(100) })),
  ]);
  expect(answers.filter((answer) => answer.includes('TROUBLE')).length).toBe(0);
  expect(bytesOf(await workspace.properties())).toBeLessThan(STORE / 2);
  await stillWorks();
});

it('numbers that fail ten times are queued to be told, until the queue is full', async () => {
  const tell = async (first: number) => {
    const failing = times(3, (index) => `77${String(first + index)}`);
    for (let tries = 0; tries < 10; tries += 1) {
      await send(failing.map((number) => call('login', { number, password: 'junk' })));
      await workspace.control.post('/api/clock', { advance: 'PT31M', fire: 'never' });
    }
    return Object.keys(await workspace.properties()).filter((name) => name.startsWith('ask:')).length;
  };
  expect(await tell(0)).toBe(3);
  const full = times(197, (index) => [
    `ask:${String(index)}`,
    JSON.stringify({ kind: 'password', numberKey: '9' }),
  ]);
  await workspace.write(Object.fromEntries(full) as Record<string, string>);
  expect(await tell(10)).toBe(200);
});

it('what the logins of five busy minutes leave in the properties is taken out by the next run', async () => {
  await personIsIn();
  await day.advance('PT5M');
  await send(times(120, () => call('login', { number: person.number, password: OWN_PASSWORD })));
  const waiting = async () =>
    Object.keys(await workspace.properties()).filter((name) => name.startsWith('login:')).length;
  expect(await waiting()).toBe(120);
  await day.advance('PT6M');
  expect(await waiting()).toBe(0);
});

it('failures of however many numbers fit the properties they are kept in', () => {
  const now = Date.UTC(2026, 10, 22);
  const buckets = times(BUCKETS / SHELVES, (bucket) => bucket);
  expect(new Set(buckets.map(shelfOf)).size).toBe(1);
  let shelf = '';
  for (const bucket of buckets)
    for (const fingerprint of [4_000_000_001, 4_000_000_002, 4_000_000_003, 4_000_000_004])
      for (let tries = 0; tries < 5; tries += 1) ({ shelf } = recordFailure(shelf, bucket, fingerprint, now));
  expect(Buffer.byteLength(shelf)).toBeLessThan(100_000);
  expect(Buffer.byteLength(overThreshold(shelf, now))).toBeLessThan(VALUE);
});

it('asking for a number by a scrap of an address reads no more rows than asking by a whole one', async () => {
  const cellsOf = async (mail: string): Promise<number> => {
    const before = (await day.executions()).at(-1)?.id ?? 0;
    valueOf(await day.mypage('requestNumber', { mail, birthDate: '1950-01-01' }));
    await day.advance('PT2M');
    const jobs = (await day.executions(before)) as (Execution & { cellsRead: number })[];
    return Math.max(
      ...jobs.filter((each) => each.function === 'runEveryMinute').map((each) => each.cellsRead),
    );
  };
  const whole = await cellsOf('nobody@example.com');
  for (const scrap of ['e', '@', '.', '県', '0']) expect(await cellsOf(scrap)).toBeLessThan(whole + 500);
});

it('one number brings at most three password mails an hour, however often they are asked for', async () => {
  await personIsIn();
  for (let minutes = 0; minutes < 50; minutes += 5) {
    await send(times(5, () => call('requestPassword', { number: person.number })));
    await day.advance('PT5M');
  }
  expect((await day.passwordMails(person.mailToType)).length).toBeLessThanOrEqual(1 + 3);
});

it('numbers and passwords longer than any real one are refused before anything is done for them', async () => {
  for (const args of [
    { number: '1'.repeat(101), password: 'x' },
    { number: '1', password: 'x'.repeat(201) },
  ]) {
    expect(refusalOf(await day.mypage('login', args)).code).toBe('INVALID');
    expect((await day.executions()).at(-1)).toMatchObject({ contacts: 0 });
  }
});

describe('a form answer of any length', () => {
  const long = 'あ'.repeat(60_000);

  it.each(['氏名', '登録番号', 'メールアドレス'])('in %s is recorded, and mails nobody', async (title) => {
    const { responseId } = await day.answer(person, { [title]: long });
    await day.advance('PT6M');
    expect(await day.recorded(responseId)).toHaveLength(1);
    expect(await day.mails()).toEqual([]);
  });

  it('does not keep the sweep from the answers behind it, nor from its heartbeat', async () => {
    await day.answer(person, { 氏名: long }, 'never');
    await day.advance('PT1M');
    const other = await day.person('sameMail');
    await day.answer(other, {}, 'never');
    await day.advance('PT15M');
    expect(await day.passwordMails(other.mailToType)).toHaveLength(1);
    const { heartbeat = '0' } = await workspace.properties();
    const { now } = await workspace.control.get<{ now: string }>('/api/clock');
    expect(Date.parse(now) - Number(heartbeat)).toBeLessThan(10 * 60_000);
  });
});
