/** The code of a change of the mail address: how long it is good, how often and for whom. */
import { OWN_PASSWORD } from '../support/admit';
import { mailChangeScene, NEW, other, type Receipt } from '../support/mail-change-scene';
import { enter, newKey, refusalOf, valueOf } from '../support/office-day';

const scene = mailChangeScene();
const { request, confirm, codeFor, ledgerOf, lines, notices } = scene;

describe('the code', () => {
  it('wrong changes nothing, and after five of them the right one is too late', async () => {
    const code = await codeFor();
    for (let tries = 0; tries < 4; tries += 1)
      expect(refusalOf(await confirm(other(code))).fields).toEqual({ code: 'CODE_WRONG' });
    expect(refusalOf(await confirm(other(code))).fields).toEqual({ code: 'CODE_ENDED' });
    expect(refusalOf(await confirm(code)).fields).toEqual({ code: 'CODE_ENDED' });
    expect((await ledgerOf())['メールアドレス']).toBe(scene.old);
    const again = await codeFor();
    expect(again).not.toBe(code);
    valueOf(await confirm(again));
  });

  it('wrong under the same key counts once; what is no code at all does not count', async () => {
    const code = await codeFor();
    const key = newKey();
    for (let tries = 0; tries < 8; tries += 1)
      expect(refusalOf(await confirm(other(code), key)).fields).toEqual({ code: 'CODE_WRONG' });
    for (const none of ['', '12345', '1234567', 'abcdef', '＝1+1'])
      expect(refusalOf(await confirm(none)).fields).toEqual({ code: 'NOT_A_CODE' });
    valueOf(await confirm(code));
  });

  it('ends after half an hour', async () => {
    const code = await codeFor();
    await scene.day.advance('PT28M');
    scene.token = valueOf<{ token: string }>(
      await scene.day.mypage('login', { number: scene.person.number, password: OWN_PASSWORD }),
    ).token;
    expect(refusalOf(await confirm(code)).fields).toEqual({ code: 'CODE_ENDED' });
    expect((await ledgerOf())['メールアドレス']).toBe(scene.old);
  });

  it('works once, and not for anybody else', async () => {
    const code = await codeFor();
    const stranger = await scene.day.person('sameMail');
    await scene.day.answer(stranger);
    const theirs = (
      await enter(scene.day, stranger, (await scene.day.passwordMails(stranger.mail))[0], OWN_PASSWORD)
    ).token;
    expect(refusalOf(await confirm(code, newKey(), theirs)).fields).toEqual({ code: 'CODE_ENDED' });
    const { token: next } = valueOf<Receipt>(await confirm(code));
    expect(refusalOf(await confirm(code, newKey(), next)).fields).toEqual({ code: 'CODE_ENDED' });
    expect(await lines()).toHaveLength(1);
  });

  it('sent once more to the same address is the same, to another address another one', async () => {
    const code = await codeFor();
    expect(refusalOf(await confirm(other(code))).fields).toEqual({ code: 'CODE_WRONG' });
    expect(await codeFor()).toBe(code);
    const elsewhere = await codeFor('betsu@example.net');
    if (elsewhere !== code) expect(refusalOf(await confirm(code)).fields).toEqual({ code: 'CODE_WRONG' });
    valueOf(await confirm(elsewhere));
    expect((await ledgerOf())['メールアドレス']).toBe('betsu@example.net');
  });

  it('that could not leave in time is not sent any more', async () => {
    await scene.workspace.control.post('/api/faults', { kind: 'quota' });
    valueOf(await request());
    await scene.day.advance('PT40M');
    await scene.workspace.control.delete('/api/faults');
    await scene.day.advance('PT2H');
    expect(await scene.day.mails(NEW)).toEqual([]);
    expect((await notices()).map((row) => row['状態'])).toEqual(['取りやめ']);
  });

  it('is asked for five times at most within three hours', async () => {
    for (let times = 0; times < 5; times += 1) valueOf(await request(`${String(times)}@example.net`));
    expect(refusalOf(await request())).toMatchObject({ code: 'WAIT', until: '2026-11-22T12:00:00+09:00' });
    expect(await notices()).toHaveLength(5);
  });
});
