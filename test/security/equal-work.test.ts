/** P5: whether a number exists shows neither in the answer nor in the work done for it. */
import { enter, officeDay, passwordIn } from '../support/office-day';
import type { Execution, OfficeDay, Person } from '../support/office-day';
import { HASHING, startProbed, type Probed } from './support/probe';

const OWN = 'みどり-そら-かわ-ねこ-2026';
/** Looks like a temporary password and is none. */
const TEMPORARY_LIKE = '3467-8abc-defg';

let workspace: Probed;
let day: OfficeDay;
let mine: Person;
let waiting: Person;
let stopped: Person;
let stranger: Person;

beforeAll(async () => {
  workspace = await startProbed();
  day = officeDay(workspace.control);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', now: '2026-11-22T09:00:00+09:00' });
  [mine, waiting, stopped, stranger] = [
    await day.person('noMail'),
    await day.person('sameMail'),
    await day.person('deceased'),
    await day.person('lapsed'),
  ];
  for (const person of [mine, waiting]) await day.answer(person);
  await enter(day, mine, (await day.passwordMails(mine.mailToType))[0], OWN);
  await day.mypage('status', {});
});
afterAll(() => workspace.close());

async function work(method: string, args: unknown) {
  const answer = await day.mypage(method, args);
  const executions = await day.executions();
  const { calls, contacts, outcome } = executions.at(-1) as Execution;
  return { answer, calls, contacts, outcome };
}

/** Every kind of number a stranger may try; the first one has an own password. */
const numbers = (): [string, string][] => [
  ['with an own password', mine.number],
  ['with a temporary password', waiting.number],
  ['without any password', stranger.number],
  ['stopped', stopped.number],
  ['unknown', '9999999'],
  ['empty', ''],
  ['of zero-width characters', '\u200b\u200d\ufeff'],
  ['that is a word of ours', '（番号）'],
  ['that is a header', '登録番号'],
  ['that is a prototype key', '__proto__'],
  ['that is a formula', '=1+1'],
  ['that is a regular expression', '.*'],
];

it.each([
  ['not the password', 1],
  [TEMPORARY_LIKE, 2],
])(
  'login with 「%s」 hashes %i time(s), calls and answers the same for every kind of number',
  async (password, hashings) => {
    const seen: Awaited<ReturnType<typeof work>>[] = [];
    for (const [, number] of numbers()) seen.push(await work('login', { number, password }));
    expect(seen[0]?.calls[HASHING]).toBe(hashings);
    numbers().forEach(([kind], index) => expect({ kind, ...seen[index] }).toEqual({ kind, ...seen[0] }));
  },
);

it('a wrong password and the right one of somebody stopped are answered and hashed alike', async () => {
  const wrong = await work('login', { number: waiting.number, password: TEMPORARY_LIKE });
  const [mail] = await day.passwordMails(waiting.mailToType);
  const other = await work('login', { number: stopped.number, password: passwordIn(mail) });
  expect(other).toEqual(wrong);
});

it('an own password is hashed as often as an unknown number’s', async () => {
  const unknown = await work('login', { number: '9999999', password: OWN });
  const own = await work('login', { number: mine.number, password: OWN });
  expect(own.calls[HASHING]).toBe(unknown.calls[HASHING]);
});

it('the waits of a number that exists and of one that does not begin and grow alike', async () => {
  for (let tries = 0; tries < 13; tries += 1) {
    const known = await work('login', { number: mine.number, password: 'not the password' });
    const unknown = await work('login', { number: '9999999', password: 'not the password' });
    expect(unknown).toEqual(known);
    await day.advance(tries % 2 ? 'PT31M' : 'PT1S');
    await day.mypage('status', {});
  }
});

it('asking for a password is answered and worked the same for every kind of number', async () => {
  const seen: Awaited<ReturnType<typeof work>>[] = [];
  for (const [, number] of numbers()) seen.push(await work('requestPassword', { number }));
  numbers().forEach(([kind], index) => expect({ kind, ...seen[index] }).toEqual({ kind, ...seen[0] }));
});

it('asking for the number is answered and worked the same for known and unknown addresses and birth dates', async () => {
  const asked = [
    { mail: waiting.mail, birthDate: waiting.birthDate },
    { mail: waiting.mail, birthDate: '1950-01-01' },
    { mail: 'nobody@example.com', birthDate: waiting.birthDate },
    { mail: stopped.mail, birthDate: stopped.birthDate },
    { mail: '', birthDate: '0000-00-00' },
    { mail: 'no address', birthDate: '1950-01-01' },
  ];
  const seen: Awaited<ReturnType<typeof work>>[] = [];
  for (const args of asked) seen.push(await work('requestNumber', args));
  for (const other of seen.slice(1)) expect(other).toEqual(seen[0]);
  expect(seen[0]?.calls[HASHING]).toBeUndefined();
});
