/** P3: when a token ends, and that nothing brings it back. */
import { newKey, refusalOf, valueOf } from '../support/office-day';
import type { OfficeDay } from '../support/office-day';
import { cellOf, readTab, type } from './support/tabs';
import { bothIn, methods, OWN, scene, startScene } from './support/token-scene';

startScene();

describe('a token ends', () => {
  beforeEach(bothIn);

  const view = async (token: string) => refusalOf(await scene.day.mypage('view', {}, { token })).code;

  it('of purpose first, half an hour after the login', async () => {
    await scene.day.advance('PT31M');
    const refused = await scene.day.mypage('firstLogin', methods.firstLogin.args(), {
      token: scene.firstOfA,
      key: newKey(),
    });
    expect(refusalOf(refused).code).toBe('SESSION_ENDED');
  });

  it('of both purposes, when an own password is set', async () => {
    const { token } = valueOf<{ token: string }>(
      await scene.day.mypage('firstLogin', methods.firstLogin.args(), {
        token: scene.firstOfA,
        key: newKey(),
      }),
    );
    valueOf(await scene.day.mypage('view', {}, { token }));
    expect(await view(scene.homeOfA)).toBe('SESSION_ENDED');
    const refused = await scene.day.mypage('firstLogin', methods.firstLogin.args(), {
      token: scene.firstOfA,
      key: newKey(),
    });
    expect(refusalOf(refused).code).toBe('SESSION_ENDED');
  });

  it('of A only, when A logs out', async () => {
    valueOf(await scene.day.mypage('logout', {}, { token: scene.homeOfA }));
    expect(await view(scene.homeOfA)).toBe('SESSION_ENDED');
    const refused = await scene.day.mypage('firstLogin', methods.firstLogin.args(), {
      token: scene.firstOfA,
      key: newKey(),
    });
    expect(refusalOf(refused).code).toBe('SESSION_ENDED');
    valueOf(await scene.day.mypage('view', {}, { token: scene.homeOfB }));
  });

  it.each([
    ['状態', '登録抹消'],
    ['状態', '取消'],
    ['状態の事由', '死亡'],
    ['マイページ', '停止'],
  ])('when 控え says %s %s, and so do login and first login', async (header, text) => {
    const { owner } = await scene.day.sample();
    const cell = await cellOf(scene.workspace.control, '_要約', ['登録番号', scene.a.number], '控え');
    const { display } = await readTab(scene.workspace.control, '_要約');
    const [headers = [], ...lines] = display;
    const seen = lines.find((line) => line[0] === scene.a.number)?.[headers.indexOf('控え')] ?? '';
    const changed = { ...(JSON.parse(seen) as object), [header]: text };
    await type(scene.workspace.control, owner, '_要約', cell, JSON.stringify(changed));

    expect(await view(scene.homeOfA)).toBe('SESSION_ENDED');
    const refused = await scene.day.mypage('firstLogin', methods.firstLogin.args(), {
      token: scene.firstOfA,
      key: newKey(),
    });
    expect(refusalOf(refused).code).toBe('SESSION_ENDED');
    expect(refusalOf(await scene.day.mypage('login', { number: scene.a.number, password: OWN })).code).toBe(
      'LOGIN_FAILED',
    );
    valueOf(await scene.day.mypage('view', {}, { token: scene.homeOfB }));
  });

  it('for everybody, when the secret is renewed', async () => {
    await scene.workspace.write({ secret: 'f'.repeat(scene.secret.length) });
    expect(await view(scene.homeOfA)).toBe('SESSION_ENDED');
    expect(await view(scene.homeOfB)).toBe('SESSION_ENDED');
  });

  describe('and does not come back by sending the first login again with its key', () => {
    let replay: () => ReturnType<OfficeDay['mypage']>;
    beforeEach(async () => {
      const more = { token: scene.firstOfA, key: newKey() };
      replay = () => scene.day.mypage('firstLogin', methods.firstLogin.args(), more);
      scene.homeOfA = valueOf<{ token: string }>(await replay()).token;
    });

    it('after logging out', async () => {
      valueOf(await scene.day.mypage('logout', {}, { token: scene.homeOfA }));
      expect(refusalOf(await replay()).code).toBe('SESSION_ENDED');
    });

    it('after the half hour of a first login', async () => {
      await scene.day.advance('PT2H');
      expect(refusalOf(await replay()).code).toBe('SESSION_ENDED');
    });
  });
});
