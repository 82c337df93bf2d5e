/** P3: a token reaches the data of the person it was given to, for its purpose, and nothing else. */
import { newKey, refusalOf, valueOf } from '../support/office-day';
import { readTabs } from './support/tabs';
import {
  bothIn,
  claimsOf,
  methods,
  names,
  scene,
  sign,
  signedWith,
  startScene,
  toldOf,
  withToken,
} from './support/token-scene';

startScene();

describe('with both people logged in', () => {
  beforeAll(bothIn);

  it('tokens signed here as the installation signs are taken, so that the refusals below mean something', async () => {
    valueOf(await scene.day.mypage('view', {}, { token: sign(claimsOf(scene.homeOfA)) }));
  });

  it.each(names)('%s with the token of A answers and changes nothing of B', async (name) => {
    const told = await toldOf(scene.b);
    expect(told.length).toBeGreaterThan(3);
    const rowsOfB = async () =>
      JSON.stringify(
        await Promise.all(
          ['台帳', '変更届', '_認証', '_要約'].map(async (tab) =>
            (await scene.day.rows(tab)).filter((row) => row['登録番号'] === scene.b.number),
          ),
        ),
      );
    const before = await rowsOfB();
    for (const token of [
      scene.firstOfA,
      sign(claimsOf(scene.firstOfA)),
      sign({ ...claimsOf(scene.homeOfA), r: claimsOf(scene.homeOfB).r }),
    ]) {
      const answer = JSON.stringify(
        await scene.day.mypage(name, name === 'logout' ? { number: scene.b.number } : methods[name].args(), {
          token: methods[name].token === 'first' && name === 'firstLogin' ? scene.homeOfA : token,
          key: newKey(),
        }),
      );
      for (const text of told) expect(answer).not.toContain(text);
    }
    expect(await rowsOfB()).toBe(before);
  });

  it('a number in the arguments of a method that goes by its token is refused', async () => {
    for (const name of withToken) {
      const refused = await scene.day.mypage(
        name,
        { ...(methods[name].args() as object), number: scene.b.number },
        { token: methods[name].token === 'first' ? scene.firstOfA : scene.homeOfA, key: newKey() },
      );
      expect(refusalOf(refused).code).toBe('INVALID');
    }
  });

  it('a token whose hint points at the row of somebody else opens the page of its own number', async () => {
    const token = sign({ ...claimsOf(scene.homeOfA), r: claimsOf(scene.homeOfB).r });
    const { view } = valueOf<{ view: { number: string } }>(await scene.day.mypage('view', {}, { token }));
    expect(view.number).toBe(scene.a.number);
  });

  const bad: [string, () => string][] = [
    ['empty', () => ''],
    ['two words', () => 'x.y'],
    ['without its signature', () => scene.homeOfA.split('.')[0] ?? ''],
    ['with an empty signature', () => `${scene.homeOfA.split('.')[0] ?? ''}.`],
    ['truncated by one character', () => scene.homeOfA.slice(0, -1)],
    [
      'with one character changed',
      () => scene.homeOfA.slice(0, -5) + (scene.homeOfA.at(-5) === 'A' ? 'B' : 'A') + scene.homeOfA.slice(-4),
    ],
    ['lengthened', () => `${scene.homeOfA}A`],
    ['with a third part', () => `${scene.homeOfA}.A`],
    ['with the signature said twice', () => `${scene.homeOfA}${scene.homeOfA.split('.')[1] ?? ''}`],
    [
      'of B under the signature of A',
      () => `${scene.homeOfB.split('.')[0] ?? ''}.${scene.homeOfA.split('.')[1] ?? ''}`,
    ],
    ['signed with an empty secret', () => signedWith('', claimsOf(scene.homeOfA))],
    ['signed with another secret', () => signedWith('0'.repeat(64), claimsOf(scene.homeOfA))],
    [
      'in full width',
      () => scene.homeOfA.replace(/[0-9A-Za-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    ],
    ['with a zero-width space', () => `${scene.homeOfA}\u200b`],
  ];

  /** Signed rightly, as only the secret allows, and yet nobody's: logging out with one of them shows nothing. */
  const hollow: [string, () => string][] = [
    ['of a number nobody has', () => sign({ ...claimsOf(scene.homeOfA), n: '9999999' })],
    ['of the row of the counters', () => sign({ ...claimsOf(scene.homeOfA), n: '（番号）', r: 2 })],
    ['of another 世代', () => sign({ ...claimsOf(scene.homeOfA), g: claimsOf(scene.homeOfA).g + 1 })],
    [
      'from the future',
      () =>
        sign({
          ...claimsOf(scene.homeOfA),
          i: claimsOf(scene.homeOfA).i + 3_600_000,
          s: claimsOf(scene.homeOfA).s + 3_600_000,
        }),
    ],
    [
      'with one claim more',
      () =>
        sign(Buffer.from(JSON.stringify({ ...claimsOf(scene.homeOfA), admin: true })).toString('base64url')),
    ],
    [
      'with __proto__ in it',
      () =>
        sign(Buffer.from('{"__proto__":{"p":"home"},"n":"1","r":3,"g":0,"i":0,"s":0}').toString('base64url')),
    ],
    [
      'for an unknown purpose',
      () =>
        sign(Buffer.from(JSON.stringify({ ...claimsOf(scene.homeOfA), p: 'office' })).toString('base64url')),
    ],
  ];

  it.each(bad)('a token %s is SESSION_ENDED for every method that asks for one', async (_, make) => {
    for (const name of withToken) {
      const refused = await scene.day.mypage(name, methods[name].args(), { token: make(), key: newKey() });
      expect(refusalOf(refused)).toEqual({ ok: false, code: 'SESSION_ENDED' });
    }
  });

  it.each(hollow)('a token %s opens nothing', async (_, make) => {
    for (const name of withToken.filter((each) => each !== 'logout')) {
      const refused = await scene.day.mypage(name, methods[name].args(), { token: make(), key: newKey() });
      expect(refusalOf(refused)).toEqual({ ok: false, code: 'SESSION_ENDED' });
    }
  });

  it('no token at all is SESSION_ENDED for every method that asks for one', async () => {
    for (const name of withToken)
      expect(refusalOf(await scene.day.mypage(name, methods[name].args(), { key: newKey() })).code).toBe(
        'SESSION_ENDED',
      );
  });

  it.each(withToken)('%s does not take a token of the other purpose', async (name) => {
    const token = methods[name].token === 'first' ? scene.homeOfA : scene.firstOfA;
    const refused = await scene.day.mypage(name, methods[name].args(), { token, key: newKey() });
    expect(refusalOf(refused).code).toBe('SESSION_ENDED');
  });

  it('refusing forged tokens has written nothing', async () => {
    const before = await readTabs(scene.workspace.control);
    for (const [, make] of bad)
      for (const name of withToken)
        await scene.day.mypage(name, methods[name].args(), { token: make(), key: newKey() });
    expect(await readTabs(scene.workspace.control)).toEqual(before);
  });
});
