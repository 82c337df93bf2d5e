/** P3: a token reaches the data of the person it was given to, while it holds, for its purpose, and nothing else. */
import { createHmac } from 'node:crypto';
import { mypageArgs, type MypageMethod } from '../../src/contract/mypage';
import { decodeClaims, encodeClaims, type Claims } from '../../src/domain/session';
import { enter, newKey, officeDay, passwordIn, refusalOf, valueOf } from '../support/office-day';
import type { OfficeDay, Person, Row } from '../support/office-day';
import { startProbed, type Probed } from './support/probe';
import { cellOf, readTab, readTabs, type } from './support/tabs';

const OWN = 'みどり-そら-かわ-ねこ-2026';
const OTHER = 'あさひ-もり-うみ-いぬ-2026';
const NOW = '2026-11-22T09:00:00+09:00';

/** What each method of the contract takes, and which token it asks for: a new method does not compile without a line. */
const methods: Record<MypageMethod, { args: () => unknown; token: 'none' | 'first' | 'home' }> = {
  status: { args: () => ({}), token: 'none' },
  login: { args: () => ({ number: a.number, password: 'not the password' }), token: 'none' },
  firstLogin: { args: () => ({ birthDate: a.birthDate, password: OWN }), token: 'first' },
  view: { args: () => ({}), token: 'home' },
  changeLedger: { args: () => ({ changes: { 部署: '見本部', 住所: '見本県見本市1-1' } }), token: 'home' },
  applyPoints: {
    args: () => ({
      form: {
        ...{ eventCode: '', category: 'セミナー', role: '', title: '見本セミナー', host: '当協会' },
        ...{ attendedOn: '2026-10-05', endedOn: '', hours: '' },
      },
      evidence: { kind: 'none' },
    }),
    token: 'home',
  },
  applyRenewal: { args: () => ({ printedName: '試作 花子', sendTo: '自宅' }), token: 'home' },
  withdrawRenewal: { args: () => ({ receipt: 'K26-000001-2' }), token: 'home' },
  confirmCertificate: { args: () => ({ certificate: 'S26-000001' }), token: 'home' },
  withdrawPoints: { args: () => ({ receipt: 'P26-000001-0' }), token: 'home' },
  requestMailChange: { args: () => ({ mail: 'atarashii@example.net', password: OWN }), token: 'home' },
  confirmMailChange: { args: () => ({ code: '012345' }), token: 'home' },
  sendEvidence: { args: () => ({ data: '/9j/AA==' }), token: 'home' },
  sendNotification: {
    args: () => ({
      kind: '氏名',
      changes: { 氏名: '試作 花子' },
      changedOn: '2026-11-01',
      note: '',
      evidence: '郵送待ち',
    }),
    token: 'home',
  },
  withdrawNotification: { args: () => ({ receipt: 'D26-000001-2' }), token: 'home' },
  logout: { args: () => ({}), token: 'home' },
  requestPassword: { args: () => ({ number: a.number }), token: 'none' },
  requestNumber: { args: () => ({ mail: a.mailToType, birthDate: a.birthDate }), token: 'none' },
};
const names = Object.keys(mypageArgs) as MypageMethod[];
const withToken = names.filter((name) => methods[name].token !== 'none');

let workspace: Probed;
let day: OfficeDay;
let secret: string;
let a: Person;
let b: Person;
let homeOfA: string;
let homeOfB: string;
let firstOfA: string;

beforeAll(async () => {
  workspace = await startProbed();
  day = officeDay(workspace.control);
});
afterAll(() => workspace.close());

/** Both people are in; A has also begun a first login with a second temporary password. */
async function bothIn(): Promise<void> {
  await workspace.control.post('/api/reset', { scenario: 'sample', now: NOW });
  [a, b] = [await day.person('noMail'), await day.person('sameMail')];
  for (const person of [a, b]) await day.answer(person);
  homeOfA = (await enter(day, a, (await day.passwordMails(a.mailToType))[0], OWN)).token;
  homeOfB = (await enter(day, b, (await day.passwordMails(b.mailToType))[0], OTHER)).token;
  valueOf(await day.mypage('requestPassword', { number: a.number }));
  await day.advance('PT2M');
  const mail = (await day.passwordMails(a.mailToType))[1];
  firstOfA = valueOf<{ token: string }>(
    await day.mypage('login', { number: a.number, password: passwordIn(mail) }),
  ).token;
  secret = (await workspace.properties())['secret'] ?? '';
}

/** Signs as the installation does: what only somebody with its secret could. */
function sign(claims: Claims | string): string {
  const payload = typeof claims === 'string' ? claims : encodeClaims(claims);
  return `${payload}.${createHmac('sha256', secret).update(`token ${payload}`).digest('base64url')}`;
}

function claimsOf(token: string): Claims {
  const claims = decodeClaims(token.split('.')[0] ?? '');
  if (!claims) throw new Error('Not a token of ours.');
  return claims;
}

/** Texts that stand in one person's ledger row and in no other's. */
async function toldOf(person: Person): Promise<string[]> {
  const own = Object.values((await day.ledger(person.number)) ?? {});
  const others = (await day.rows('台帳')).filter((row: Row) => row['登録番号'] !== person.number);
  const shared = new Set(others.flatMap((row) => Object.values(row)));
  return own.filter((text) => text.length >= 4 && !shared.has(text));
}

describe('with both people logged in', () => {
  beforeAll(bothIn);

  it('tokens signed here as the installation signs are taken, so that the refusals below mean something', async () => {
    valueOf(await day.mypage('view', {}, { token: sign(claimsOf(homeOfA)) }));
  });

  it.each(names)('%s with the token of A answers and changes nothing of B', async (name) => {
    const told = await toldOf(b);
    expect(told.length).toBeGreaterThan(3);
    const rowsOfB = async () =>
      JSON.stringify(
        await Promise.all(
          ['台帳', '変更届', '_認証', '_要約'].map(async (tab) =>
            (await day.rows(tab)).filter((row) => row['登録番号'] === b.number),
          ),
        ),
      );
    const before = await rowsOfB();
    for (const token of [
      firstOfA,
      sign(claimsOf(firstOfA)),
      sign({ ...claimsOf(homeOfA), r: claimsOf(homeOfB).r }),
    ]) {
      const answer = JSON.stringify(
        await day.mypage(name, name === 'logout' ? { number: b.number } : methods[name].args(), {
          token: methods[name].token === 'first' && name === 'firstLogin' ? homeOfA : token,
          key: newKey(),
        }),
      );
      for (const text of told) expect(answer).not.toContain(text);
    }
    expect(await rowsOfB()).toBe(before);
  });

  it('a number in the arguments of a method that goes by its token is refused', async () => {
    for (const name of withToken) {
      const refused = await day.mypage(
        name,
        { ...(methods[name].args() as object), number: b.number },
        { token: methods[name].token === 'first' ? firstOfA : homeOfA, key: newKey() },
      );
      expect(refusalOf(refused).code).toBe('INVALID');
    }
  });

  it('a token whose hint points at the row of somebody else opens the page of its own number', async () => {
    const token = sign({ ...claimsOf(homeOfA), r: claimsOf(homeOfB).r });
    const { view } = valueOf<{ view: { number: string } }>(await day.mypage('view', {}, { token }));
    expect(view.number).toBe(a.number);
  });

  const bad: [string, () => string][] = [
    ['empty', () => ''],
    ['two words', () => 'x.y'],
    ['without its signature', () => homeOfA.split('.')[0] ?? ''],
    ['with an empty signature', () => `${homeOfA.split('.')[0] ?? ''}.`],
    ['truncated by one character', () => homeOfA.slice(0, -1)],
    [
      'with one character changed',
      () => homeOfA.slice(0, -5) + (homeOfA.at(-5) === 'A' ? 'B' : 'A') + homeOfA.slice(-4),
    ],
    ['lengthened', () => `${homeOfA}A`],
    ['with a third part', () => `${homeOfA}.A`],
    ['with the signature said twice', () => `${homeOfA}${homeOfA.split('.')[1] ?? ''}`],
    ['of B under the signature of A', () => `${homeOfB.split('.')[0] ?? ''}.${homeOfA.split('.')[1] ?? ''}`],
    ['signed with an empty secret', () => signedWith('', claimsOf(homeOfA))],
    ['signed with another secret', () => signedWith('0'.repeat(64), claimsOf(homeOfA))],
    [
      'in full width',
      () => homeOfA.replace(/[0-9A-Za-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    ],
    ['with a zero-width space', () => `${homeOfA}\u200b`],
  ];

  /** Signed rightly, as only the secret allows, and yet nobody's: logging out with one of them shows nothing. */
  const hollow: [string, () => string][] = [
    ['of a number nobody has', () => sign({ ...claimsOf(homeOfA), n: '9999999' })],
    ['of the row of the counters', () => sign({ ...claimsOf(homeOfA), n: '（番号）', r: 2 })],
    ['of another 世代', () => sign({ ...claimsOf(homeOfA), g: claimsOf(homeOfA).g + 1 })],
    [
      'from the future',
      () =>
        sign({
          ...claimsOf(homeOfA),
          i: claimsOf(homeOfA).i + 3_600_000,
          s: claimsOf(homeOfA).s + 3_600_000,
        }),
    ],
    [
      'with one claim more',
      () => sign(Buffer.from(JSON.stringify({ ...claimsOf(homeOfA), admin: true })).toString('base64url')),
    ],
    [
      'with __proto__ in it',
      () =>
        sign(Buffer.from('{"__proto__":{"p":"home"},"n":"1","r":3,"g":0,"i":0,"s":0}').toString('base64url')),
    ],
    [
      'for an unknown purpose',
      () => sign(Buffer.from(JSON.stringify({ ...claimsOf(homeOfA), p: 'office' })).toString('base64url')),
    ],
  ];

  it.each(bad)('a token %s is SESSION_ENDED for every method that asks for one', async (_, make) => {
    for (const name of withToken) {
      const refused = await day.mypage(name, methods[name].args(), { token: make(), key: newKey() });
      expect(refusalOf(refused)).toEqual({ ok: false, code: 'SESSION_ENDED' });
    }
  });

  it.each(hollow)('a token %s opens nothing', async (_, make) => {
    for (const name of withToken.filter((each) => each !== 'logout')) {
      const refused = await day.mypage(name, methods[name].args(), { token: make(), key: newKey() });
      expect(refusalOf(refused)).toEqual({ ok: false, code: 'SESSION_ENDED' });
    }
  });

  it('no token at all is SESSION_ENDED for every method that asks for one', async () => {
    for (const name of withToken)
      expect(refusalOf(await day.mypage(name, methods[name].args(), { key: newKey() })).code).toBe(
        'SESSION_ENDED',
      );
  });

  it.each(withToken)('%s does not take a token of the other purpose', async (name) => {
    const token = methods[name].token === 'first' ? homeOfA : firstOfA;
    const refused = await day.mypage(name, methods[name].args(), { token, key: newKey() });
    expect(refusalOf(refused).code).toBe('SESSION_ENDED');
  });

  it('refusing forged tokens has written nothing', async () => {
    const before = await readTabs(workspace.control);
    for (const [, make] of bad)
      for (const name of withToken)
        await day.mypage(name, methods[name].args(), { token: make(), key: newKey() });
    expect(await readTabs(workspace.control)).toEqual(before);
  });
});

function signedWith(other: string, claims: Claims): string {
  const payload = encodeClaims(claims);
  return `${payload}.${createHmac('sha256', other).update(`token ${payload}`).digest('base64url')}`;
}

describe('a token ends', () => {
  beforeEach(bothIn);

  const view = async (token: string) => refusalOf(await day.mypage('view', {}, { token })).code;

  it('of purpose first, half an hour after the login', async () => {
    await day.advance('PT31M');
    const refused = await day.mypage('firstLogin', methods.firstLogin.args(), {
      token: firstOfA,
      key: newKey(),
    });
    expect(refusalOf(refused).code).toBe('SESSION_ENDED');
  });

  it('of both purposes, when an own password is set', async () => {
    const { token } = valueOf<{ token: string }>(
      await day.mypage('firstLogin', methods.firstLogin.args(), { token: firstOfA, key: newKey() }),
    );
    valueOf(await day.mypage('view', {}, { token }));
    expect(await view(homeOfA)).toBe('SESSION_ENDED');
    const refused = await day.mypage('firstLogin', methods.firstLogin.args(), {
      token: firstOfA,
      key: newKey(),
    });
    expect(refusalOf(refused).code).toBe('SESSION_ENDED');
  });

  it('of A only, when A logs out', async () => {
    valueOf(await day.mypage('logout', {}, { token: homeOfA }));
    expect(await view(homeOfA)).toBe('SESSION_ENDED');
    const refused = await day.mypage('firstLogin', methods.firstLogin.args(), {
      token: firstOfA,
      key: newKey(),
    });
    expect(refusalOf(refused).code).toBe('SESSION_ENDED');
    valueOf(await day.mypage('view', {}, { token: homeOfB }));
  });

  it.each([
    ['状態', '登録抹消'],
    ['状態', '取消'],
    ['状態の事由', '死亡'],
    ['マイページ', '停止'],
  ])('when 控え says %s %s, and so do login and first login', async (header, text) => {
    const { owner } = await day.sample();
    const cell = await cellOf(workspace.control, '_要約', ['登録番号', a.number], '控え');
    const { display } = await readTab(workspace.control, '_要約');
    const [headers = [], ...lines] = display;
    const seen = lines.find((line) => line[0] === a.number)?.[headers.indexOf('控え')] ?? '';
    const changed = { ...(JSON.parse(seen) as object), [header]: text };
    await type(workspace.control, owner, '_要約', cell, JSON.stringify(changed));

    expect(await view(homeOfA)).toBe('SESSION_ENDED');
    const refused = await day.mypage('firstLogin', methods.firstLogin.args(), {
      token: firstOfA,
      key: newKey(),
    });
    expect(refusalOf(refused).code).toBe('SESSION_ENDED');
    expect(refusalOf(await day.mypage('login', { number: a.number, password: OWN })).code).toBe(
      'LOGIN_FAILED',
    );
    valueOf(await day.mypage('view', {}, { token: homeOfB }));
  });

  it('for everybody, when the secret is renewed', async () => {
    await workspace.write({ secret: 'f'.repeat(secret.length) });
    expect(await view(homeOfA)).toBe('SESSION_ENDED');
    expect(await view(homeOfB)).toBe('SESSION_ENDED');
  });

  describe('and does not come back by sending the first login again with its key', () => {
    let replay: () => ReturnType<OfficeDay['mypage']>;
    beforeEach(async () => {
      const more = { token: firstOfA, key: newKey() };
      replay = () => day.mypage('firstLogin', methods.firstLogin.args(), more);
      homeOfA = valueOf<{ token: string }>(await replay()).token;
    });

    it('after logging out', async () => {
      valueOf(await day.mypage('logout', {}, { token: homeOfA }));
      expect(refusalOf(await replay()).code).toBe('SESSION_ENDED');
    });

    it('after the half hour of a first login', async () => {
      await day.advance('PT2H');
      expect(refusalOf(await replay()).code).toBe('SESSION_ENDED');
    });
  });
});
