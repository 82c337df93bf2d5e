/** P8: the manifest asks for exactly what is used: each scope has its reason in docs/security.md, and without it something stops. */
import { readFileSync } from 'node:fs';
import { enter, newKey, officeDay, type OfficeDay } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

const manifest = JSON.parse(readFileSync('appsscript.json', 'utf8')) as {
  oauthScopes: string[];
  webapp: Record<string, string>;
  dependencies: { enabledAdvancedServices: { userSymbol: string }[]; libraries?: unknown };
};
const short = (scope: string) => scope.replace('https://www.googleapis.com/auth/', '');

let workspace: TestWorkspace;
let day: OfficeDay;
let owner: string;
let staff: string;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', now: '2026-11-22T09:00:00+09:00' });
  const sample = await day.sample();
  owner = sample.owner;
  staff = sample.staff[0] ?? '';
});
afterAll(() => workspace.close());

const grant = (user: string, scopes: readonly string[]) =>
  workspace.control.post('/api/grants', { user, scopes });
const grantAllBut = (scope: string) =>
  grant(
    owner,
    manifest.oauthScopes.filter((each) => short(each) !== scope),
  );

/** Whether what the owner's account does for J1 still gets done; each tells the first thing that does not. */
const works: Record<string, () => Promise<boolean>> = {
  'a visitor is answered': async () => {
    const called = await day.mypage('login', { number: '1', password: 'x' });
    return called.ok && !called.value.ok && called.value.code === 'LOGIN_FAILED';
  },
  'a form answer brings its mail': async () => {
    const person = await day.person('noMail');
    await day.answer(person);
    await day.advance('PT6M');
    return (await day.passwordMails(person.mailToType)).length === 1;
  },
  'a file of a registrant is kept': async () => {
    const person = await day.person('noMail');
    const [mail] = await day.passwordMails(person.mailToType);
    const { token } = await enter(day, person, mail, 'みどり-そら-かわ-ねこ-2026');
    const called = await day.mypage('sendEvidence', { data: '/9j/AA==' }, { token, key: newKey() });
    return called.ok && called.value.ok;
  },
  'a forgotten password is mailed': async () => {
    const person = await day.person('sameMail');
    await day.mypage('requestPassword', { number: person.number });
    await day.advance('PT6M');
    return (await day.passwordMails(person.mail)).length === 1;
  },
  'the five-minute job ends well': async () => {
    // It ran while the mail was waited for; a trigger with nothing to do is not run again by the local Workspace.
    const runs = (await day.executions(begun)).filter((each) => each.function === 'runEveryFiveMinutes');
    return runs.length > 0 && runs.every(({ outcome }) => outcome === 'ok');
  },
  'the sidebar opens and shows what waits': async () => {
    await menu(owner, '事務局画面を開く');
    const home = await day.office(owner, 'home');
    return home.ok && home.value.ok;
  },
  '初期設定 runs': () => menu(owner, '初期設定'),
};

async function menu(user: string, item: string): Promise<boolean> {
  await workspace.control.post('/api/open', { user });
  await workspace.control.post('/api/menu', { user, item });
  const { sidebar, dialogs } = await workspace.control.get<{
    sidebar: unknown;
    dialogs: { title: string }[];
  }>(`/api/ui?user=${encodeURIComponent(user)}`);
  return sidebar !== null || dialogs.some(({ title }) => title === item);
}

let begun = 0;

async function firstThatFails(): Promise<string> {
  begun = (await day.executions()).at(-1)?.id ?? 0;
  for (const [what, work] of Object.entries(works)) {
    const done = await work().catch((error: unknown) => {
      // A menu item whose function throws is answered with an error of the control API.
      if (!(error instanceof Error)) throw error;
      return false;
    });
    if (!done) return what;
  }
  return '';
}

it('with all of them everything works', async () => {
  await grant(owner, manifest.oauthScopes);
  expect(await firstThatFails()).toBe('');
});

it.each(manifest.oauthScopes.map(short))('without %s something stops', async (scope) => {
  await grantAllBut(scope);
  expect(await firstThatFails()).not.toBe('');
});

it('a secretary works with three of them, and does not get the others asked', async () => {
  await grant(
    staff,
    manifest.oauthScopes.filter((scope) =>
      ['spreadsheets', 'script.container.ui', 'userinfo.email'].includes(short(scope)),
    ),
  );
  expect(await menu(staff, '事務局画面を開く')).toBe(true);
  for (const method of ['home', 'passwordQueue'])
    expect(await day.office(staff, method)).toMatchObject({ value: { ok: true } });
  expect(await day.office(staff, 'showRow', { tab: '台帳', row: 2 })).toMatchObject({ value: { ok: true } });
});

it('docs/security.md names the scopes of the manifest, each once with a reason, and no others', () => {
  const [, table = ''] = readFileSync('docs/security.md', 'utf8').split('### Scopes');
  const lines = (table.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  const named = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  expect(named.map(([, scope]) => (scope ?? '').replace(/`/g, '')).sort()).toEqual(
    manifest.oauthScopes.map(short).sort(),
  );
  for (const [, , reason = ''] of named) expect(reason.length).toBeGreaterThan(15);
});

it('the web app runs as its owner for anybody, and the manifest brings two advanced services and no library', () => {
  expect(manifest.webapp).toEqual({ executeAs: 'USER_DEPLOYING', access: 'ANYONE_ANONYMOUS' });
  expect(manifest.dependencies.enabledAdvancedServices.map(({ userSymbol }) => userSymbol)).toEqual([
    'Sheets',
    'Drive',
  ]);
  expect(manifest.dependencies.libraries).toBeUndefined();
});
