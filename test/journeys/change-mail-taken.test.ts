/** A mail address that somebody else has is not given away by the change of one, nor taken. */
import { mailChangeScene, NEW } from '../support/mail-change-scene';
import { refusalOf, valueOf } from '../support/office-day';

const scene = mailChangeScene();
const { request, confirm, codeFor, codeMails, ledgerOf } = scene;

describe('an address that somebody else has', () => {
  it('is answered and worked like any other; only its mailbox is told, and no code fits', async () => {
    const stranger = await scene.day.person('sameMail');
    const since = (await scene.day.executions()).at(-1)?.id ?? 0;
    const [free, taken] = [await request(), await request(stranger.mail)];
    expect(valueOf<object>(taken)).toMatchObject({
      ...valueOf<object>(free),
      token: expect.any(String) as string,
      mail: stranger.mail,
    });
    const [one, two] = (await scene.day.executions(since)).filter((each) => each.function === 'mypage');
    expect(two?.contactClasses).toEqual(one?.contactClasses);
    expect(two?.contacts).toBe(one?.contacts);

    await scene.day.advance('PT2M');
    const [told] = await scene.day.mails(stranger.mail);
    expect(told?.body).toContain('この画面からは登録できません'.replace('この', 'マイページの'));
    for (const text of [scene.person.name, scene.person.number, stranger.name, stranger.number])
      expect(told?.body).not.toContain(text);
    expect(await codeMails(stranger.mail)).toEqual([]);
    expect(refusalOf(await confirm('123456')).fields).toEqual({ code: 'CODE_WRONG' });
    expect((await ledgerOf())['メールアドレス']).toBe(scene.old);
  });

  it('by the time the code is typed is refused', async () => {
    const code = await codeFor();
    const { number } = await scene.day.person('sameMail');
    await scene.hand.type(number, 'メールアドレス', `　Atarashii@EXAMPLE.net `);
    expect(refusalOf(await confirm(code)).fields).toEqual({ mail: 'MAIL_TAKEN' });
    expect((await ledgerOf())['メールアドレス']).toBe(scene.old);
  });

  it('as part of a longer one is free', async () => {
    const { number } = await scene.day.person('sameMail');
    await scene.hand.type(number, 'メールアドレス', `x${NEW}`);
    valueOf(await confirm(await codeFor()));
  });
});
