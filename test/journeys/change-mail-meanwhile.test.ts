/** A change of the mail address happens once and to the right person: sent twice, broken off, or while somebody works in 台帳. */
import { interruptions, reshapings } from '../support/change-scene';
import { mailChangeScene, NEW, type Receipt } from '../support/mail-change-scene';
import { codeIn, newKey, refusalOf, valueOf } from '../support/office-day';

const scene = mailChangeScene();
const { request, confirm, codeFor, codeMails, ledgerOf, lines, notices, fault } = scene;

describe('sent twice', () => {
  it('with the same keys, also at once, there is one code and one change', async () => {
    const [first, second] = [newKey(), newKey()];
    const asked = await Promise.all([request(NEW, {}, first), request(NEW, {}, first)]);
    asked.push(await request(NEW, {}, first));
    for (const one of asked)
      expect(valueOf<object>(one)).toMatchObject({ until: '2026-11-22T09:30:00+09:00' });
    await scene.day.advance('PT2M');
    const [mail, ...more] = await codeMails();
    expect(more).toEqual([]);
    const done = await Promise.all([confirm(codeIn(mail), second), confirm(codeIn(mail), second)]);
    done.push(await confirm(codeIn(mail), second));
    const receipts = done.map((one) => valueOf<Receipt>(one));
    expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(1);
    for (const { token: next } of receipts) valueOf(await scene.day.mypage('view', {}, { token: next }));
    expect(await lines()).toHaveLength(1);
    expect((await notices()).map((row) => row['種別'])).toEqual([
      '確認コード',
      '変更の受付',
      'メールアドレスの変更',
    ]);
  });

  it.each(interruptions)('%s: pressing again gives one result', async (_, kind, when) => {
    const [first, second] = [newKey(), newKey()];
    await fault(kind, when);
    expect((await request(NEW, {}, first)).ok && kind !== 'throw').toBe(false);
    valueOf(await request(NEW, {}, first));
    await scene.day.advance('PT2M');
    const mails = await codeMails();
    expect(mails).toHaveLength(1);
    await fault(kind, when);
    expect((await confirm(codeIn(mails[0]), second)).ok && kind !== 'throw').toBe(false);
    const answer = valueOf<Receipt>(await confirm(codeIn(mails[0]), second));
    expect((await lines()).map((row) => row['受付番号'])).toEqual([answer.receipt]);
    expect(await ledgerOf()).toMatchObject({ メールアドレス: NEW, メールの状態: '確認済' });
    await scene.day.advance('PT6M');
    expect((await notices()).map((row) => row['状態'])).toEqual(['送信済', '送信済', '送信済']);
  });

  it('a done change opens nothing once its session has ended too', async () => {
    const key = newKey();
    const code = await codeFor();
    const { token: next } = valueOf<Receipt>(await confirm(code, key));
    valueOf(await scene.day.mypage('logout', {}, { token: next }));
    expect(refusalOf(await confirm(code, key)).code).toBe('SESSION_ENDED');
  });
});

it.each(reshapings)(
  'somebody %s between the read and the commit: the right row, nobody else’s',
  async (_, reshape) => {
    const code = await codeFor();
    const before = await scene.day.rows('台帳');
    await scene.reshapeMeanwhile(reshape);
    valueOf(await confirm(code));
    const after = new Map((await scene.day.rows('台帳')).map((row) => [row['登録番号'], row]));
    for (const row of before)
      expect(after.get(row['登録番号'])).toMatchObject(
        row['登録番号'] === scene.person.number ? { メールアドレス: NEW } : row,
      );
  },
);
