/** P4: no password, token or hash stands anywhere but in _認証 (hashes), its own mail, and the answer to its owner. */
import { enter, newKey, officeDay, passwordIn, refusalOf, valueOf } from '../support/office-day';
import type { Mail, OfficeDay, Person } from '../support/office-day';
import { startProbed, type Probed } from './support/probe';
import { readTab, readTabs } from './support/tabs';

const OWN = 'みどり-そら-かわ-ねこ-2026';
const WRONG = 'まちがい-だらけ-の-ことば-77';

let workspace: Probed;
let day: OfficeDay;
let a: Person;
let b: Person;
let owner: string;
let staff: string;
/** What must stand nowhere, by what it is. */
const passwords = new Map<string, string>();
const tokens = new Map<string, string>();
/** Mails that may hold one password each. */
const own = new Map<string, Mail>();
/** Answers to anybody but the person herself. */
const toOthers: unknown[] = [];

function remember(what: string, mail: Mail | undefined): Mail {
  if (!mail) throw new Error(`No mail: ${what}`);
  const password = passwordIn(mail);
  passwords.set(`${what}, as mailed`, password).set(`${what}, bare`, password.replace(/-/g, ''));
  own.set(mail.id, mail);
  return mail;
}

beforeAll(async () => {
  workspace = await startProbed();
  day = officeDay(workspace.control);
  [a, b] = [await day.person('noMail'), await day.person('sameMail')];
  const sample = await day.sample();
  owner = sample.owner;
  staff = sample.staff[0] ?? '';

  // A whole J1: clean, not clean, wrong passwords, a first login tried wrongly and rightly, forgotten, told at ten.
  passwords.set('own password', OWN).set('wrong password', WRONG);
  await day.answer(a);
  await day.answer(await day.person('otherMail'));
  const first = remember('temporary password of A', (await day.passwordMails(a.mailToType))[0]);
  await day.answer(b);
  remember('temporary password of B', (await day.passwordMails(b.mailToType))[0]);
  const login = valueOf<{ token: string }>(
    await day.mypage('login', { number: a.number, password: passwordIn(first) }),
  );
  tokens.set('token of the first login', login.token);
  refusalOf(
    await day.mypage(
      'firstLogin',
      { birthDate: '1950-01-01', password: OWN },
      { token: login.token, key: newKey() },
    ),
  );
  tokens.set('token of A', (await enter(day, a, first, OWN)).token);
  await day.advance('PT1M');
  tokens.set(
    'next token of A',
    valueOf<{ token: string }>(await day.mypage('view', {}, { token: tokens.get('token of A') ?? '' })).token,
  );
  for (let tries = 0; tries < 11; tries += 1) {
    toOthers.push(await day.mypage('login', { number: a.number, password: WRONG }));
    await day.advance('PT31M');
  }
  toOthers.push(await day.mypage('requestPassword', { number: a.number }));
  toOthers.push(await day.mypage('requestNumber', { mail: a.mailToType, birthDate: a.birthDate }));
  await day.advance('PT6M');
  remember('second temporary password of A', (await day.passwordMails(a.mailToType))[1]);
  tokens.set(
    'token of a later login',
    valueOf<{ token: string }>(await day.mypage('login', { number: a.number, password: OWN })).token,
  );
  await workspace.control.post('/api/faults', {
    kind: 'throw',
    error: 'Service timed out: Spreadsheets',
    at: { function: 'mypage', call: 'TextFinder.findAll', when: 'before' },
  });
  const troubled = await day.mypage('login', { number: a.number, password: OWN });
  expect(refusalOf(troubled).code).toBe('TROUBLE');
  toOthers.push(troubled);
  await workspace.control.delete('/api/faults');
  toOthers.push(await day.mypage('view', {}, { token: 'x.y' }), await day.mypage('status', {}));
  for (const user of [owner, staff])
    for (const method of ['home', 'passwordQueue', 'production'])
      toOthers.push(await day.office(user, method));
  await workspace.control.post('/api/menu', { user: staff, item: '事務局画面を開く' });
  await day.advance('PT10M');
});
afterAll(() => workspace.close());

/** Hashes as they stand in _認証, and what they are made of. */
async function hashes(): Promise<string[]> {
  const { values } = await readTab(workspace.control, '_認証');
  const cells = values.slice(1).flatMap((line) => [line[1], line[2]]);
  return cells.filter((cell): cell is string => typeof cell === 'string' && cell !== '');
}

/** Each secret by name that stands in the text. */
function found(text: string, secrets: Iterable<readonly [string, string]>): string[] {
  return [...secrets].filter(([, secret]) => text.includes(secret)).map(([name]) => name);
}

async function everySecret(): Promise<[string, string][]> {
  const stored = await hashes();
  const parts = stored.flatMap((hash) => hash.split(/[$,:]/).filter((part) => part.length >= 20));
  const { secret = '' } = await workspace.properties();
  return [
    ...passwords,
    ...[...tokens].flatMap(([name, token]): [string, string][] => [
      [name, token],
      [`${name}, its signature`, token.split('.')[1] ?? token],
    ]),
    ...[...stored, ...parts].map((hash, index): [string, string] => [`hash ${String(index)}`, hash]),
    ['the secret', secret],
  ];
}

it('the journey has made secrets of every kind', async () => {
  expect(passwords.size).toBe(8);
  expect(new Set(tokens.values()).size).toBe(4);
  expect((await hashes()).length).toBe(3);
  expect((await everySecret()).every(([, secret]) => secret.length >= 12)).toBe(true);
});

it('no tab holds one of them; _認証 holds hashes with their parameters and a salt of their own, nothing else', async () => {
  const { _認証: credentials, ...tabs } = await readTabs(workspace.control);
  for (const [tab, contents] of Object.entries(tabs))
    expect({ tab, found: found(JSON.stringify(contents), await everySecret()) }).toEqual({ tab, found: [] });
  expect(found(JSON.stringify(credentials), [...passwords, ...tokens])).toEqual([]);
  expect(
    found(JSON.stringify(credentials), [['the secret', (await workspace.properties())['secret'] ?? '']]),
  ).toEqual([]);
  for (const hash of await hashes()) expect(hash).toMatch(/^scrypt\$/);
  expect(new Set(await hashes()).size).toBe(3);
});

it('each password stands in its own mail once, and in no other mail', async () => {
  const mails = await day.mails();
  expect(mails.length).toBeGreaterThan(own.size);
  for (const mail of mails) {
    const expected = own.has(mail.id) ? [passwordIn(own.get(mail.id))] : [];
    const told = [...new Set(found(`${mail.subject}\n${mail.body}\n${mail.to}`, await everySecret()))];
    expect(told.map((name) => passwords.get(name))).toEqual(expected);
    for (const password of expected) expect(mail.body.split(password)).toHaveLength(2);
  }
});

it('no mail about forgetting or failing names a password, and the one to another address names no number', async () => {
  const other = await day.person('otherMail');
  const [told] = await day.mails(other.mail);
  expect(told?.body).toContain('別のアドレス');
  expect(told?.body).not.toContain(other.number);
  expect(told?.body).not.toContain(other.mailToType);
});

it('executions tell neither in their records nor in their log', async () => {
  const executions = await workspace.control.get<unknown[]>('/api/executions');
  expect(executions.length).toBeGreaterThan(20);
  expect(found(JSON.stringify(executions), await everySecret())).toEqual([]);
});

it('properties hold the secret under its own name, and no password, token or hash', async () => {
  const { secret, ...others } = await workspace.properties();
  expect(secret).toMatch(/^[0-9a-f]{32,}$/);
  expect(found(JSON.stringify(others), await everySecret())).toEqual([]);
});

it('the cache holds none of them', async () => {
  await day.mypage('status', {});
  const shelves = Array.from({ length: 16 }, (_, shelf) => `backoff:${String(shelf)}`);
  const cached = await workspace.cached(['rules:3:0', ...shelves]);
  expect(Object.keys(cached)).toContain('rules:3:0');
  expect(found(JSON.stringify(cached), await everySecret())).toEqual([]);
});

it('no answer to anybody but the owner of a secret tells one: wrong logins, wishes, staff, menus', async () => {
  expect(found(JSON.stringify(toOthers), await everySecret())).toEqual([]);
  const seen = await Promise.all(
    [owner, staff].map((user) => workspace.control.get(`/api/ui?user=${encodeURIComponent(user)}`)),
  );
  expect(found(JSON.stringify(seen), await everySecret())).toEqual([]);
});

it('the page served is the same for whatever is asked in its address', async () => {
  const plain = await workspace.control.get<{ html: string }>('/api/page/exec');
  const asked = await workspace.control.get<{ html: string }>(
    `/api/page/exec?number=${a.number}&t=${tokens.get('token of A') ?? ''}&x=${encodeURIComponent('<script>alert(1)</script>')}`,
  );
  expect(asked).toEqual(plain);
  expect(found(plain.html, await everySecret())).toEqual([]);
});

it('nobody but the owner can type into _認証', async () => {
  const edit = workspace.control.post(`/api/sheets/${encodeURIComponent('_認証')}/edit`, {
    user: staff,
    range: 'B2',
    values: [['x']],
  });
  await expect(edit).rejects.toThrow(/protected/);
});
