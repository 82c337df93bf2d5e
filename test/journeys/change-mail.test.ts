/** J2: the mail address is changed by whoever knows the password and reads the new mailbox, and both addresses hear of it. */
import type { MypageView } from '../../src/contract/mypage';
import { isReceiptNumber } from '../../src/domain/serial-number';
import { OWN_PASSWORD } from '../support/admit';
import { letters } from '../support/ledger-hand';
import { mailChangeScene, NEW, type Receipt } from '../support/mail-change-scene';
import { codeIn, newKey, refusalOf, valueOf } from '../support/office-day';

const scene = mailChangeScene();
const { request, confirm, codeFor, codeMails, ledgerOf, lines, notices } = scene;

it('password, code, 受付番号: 台帳, 変更履歴 and both mailboxes know it', async () => {
  const before = await ledgerOf();
  const asked = valueOf<{ mail: string; until: string }>(
    await request(' Ａtarashii＠example.net', { kind: '事業所' }),
  );
  expect(asked).toMatchObject({ mail: NEW, until: '2026-11-22T09:30:00+09:00' });
  expect(await ledgerOf()).toEqual(before);
  await scene.day.advance('PT2M');
  const [mail] = await codeMails();
  expect(mail?.body).toContain('11月22日 09:30まで使えます。');
  for (const own of [scene.person.name, scene.person.number, scene.old])
    expect(mail?.body).not.toContain(own);

  const code = codeIn(mail);
  const typed = code.replace(/./g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const answer = valueOf<Receipt>(await confirm(`${typed.slice(0, 3)}　－${typed.slice(3)} `));
  expect(isReceiptNumber(answer.receipt ?? '')).toBe(true);
  expect(answer).toMatchObject({
    items: ['メールアドレス', 'メールアドレスの種類'],
    mailed: true,
    toldOld: true,
    at: '2026-11-22T09:02:00+09:00',
  });
  expect(await ledgerOf()).toEqual({
    ...before,
    メールアドレス: NEW,
    メール区分: '事業所',
    メールの状態: '確認済',
    更新日時: '2026/11/22 09:02:00',
  });
  expect(
    (await lines()).map((row) => [row['項目'], row['変更前'], row['変更後'], row['変更者'], row['受付番号']]),
  ).toEqual([
    ['メールアドレス', scene.old, NEW, '本人', answer.receipt],
    ['メール区分', before['メール区分'], '事業所', '本人', answer.receipt],
  ]);
  const shown = answer.view.ledger.find(({ item }) => item === 'メールアドレス');
  expect(shown?.value).toBe(NEW);

  await scene.day.advance('PT2M');
  const [toNew] = (await scene.day.mails(NEW)).filter(({ subject }) => subject.includes('受け付けました'));
  expect(toNew?.subject).toContain(answer.receipt);
  expect(toNew?.body).toContain('・メールアドレス\n・メールアドレスの種類');
  const toOld = (await scene.day.mails(scene.old)).filter(({ subject }) =>
    subject.includes('登録のメールアドレスが変わりました'),
  );
  expect(toOld).toHaveLength(1);
  for (const text of [NEW, scene.person.number, code]) expect(toOld[0]?.body).not.toContain(text);
  for (const one of [...(await scene.day.mails(NEW)), ...toOld])
    expect((one.body.match(/https?:/g) ?? []).length).toBe(1);
});

it('every other session ends; the one that changed it goes on', async () => {
  const elsewhere = valueOf<{ token: string }>(
    await scene.day.mypage('login', { number: scene.person.number, password: OWN_PASSWORD }),
  ).token;
  const { token: next } = valueOf<Receipt>(await confirm(await codeFor()));
  for (const ended of [elsewhere, scene.token])
    expect(refusalOf(await scene.day.mypage('view', {}, { token: ended })).code).toBe('SESSION_ENDED');
  valueOf(await scene.day.mypage('view', {}, { token: next }));
});

it('a password asked for afterwards goes to the new address', async () => {
  valueOf(await confirm(await codeFor()));
  valueOf(await scene.day.mypage('requestPassword', { number: scene.person.number }));
  await scene.day.advance('PT2M');
  expect(await scene.day.passwordMails(NEW)).toHaveLength(1);
  expect(await scene.day.passwordMails(scene.old)).toHaveLength(1);
});

describe('the password', () => {
  it('wrong, mails nobody, and is counted with the logins: five make one wait here and there', async () => {
    for (let tries = 0; tries < 4; tries += 1)
      expect(refusalOf(await request(NEW, { password: 'not the password' }))).toEqual({
        ok: false,
        code: 'INVALID',
        fields: { password: 'WRONG_PASSWORD' },
      });
    expect(refusalOf(await request(NEW, { password: 'not the password' }))).toMatchObject({
      fields: { password: 'WRONG_PASSWORD' },
      until: '2026-11-22T09:01:00+09:00',
    });
    expect(refusalOf(await request()).code).toBe('WAIT');
    expect(
      refusalOf(await scene.day.mypage('login', { number: scene.person.number, password: OWN_PASSWORD }))
        .code,
    ).toBe('WAIT');
    await scene.day.advance('PT2M');
    expect(await notices()).toEqual([]);
    valueOf(await request());
  });

  it('that is temporary does not do', async () => {
    valueOf(await scene.day.mypage('requestPassword', { number: scene.person.number }));
    await scene.day.advance('PT2M');
    const mail = (await scene.day.passwordMails(scene.old)).at(-1);
    const temporary = /▼仮パスワード\n(\S+)/.exec(mail?.body ?? '')?.[1] ?? '';
    expect(refusalOf(await request(NEW, { password: temporary })).fields).toEqual({
      password: 'WRONG_PASSWORD',
    });
  });
});

it('refuses what is no address, a mailbox of several people, the address one has, a kind there is not', async () => {
  for (const [mail, code] of [
    ['taro', 'NOT_A_MAIL'],
    ['a@example.jp,b@example.jp', 'NOT_A_MAIL'],
    ['a@example.jp\r\nBcc: b@example.jp', 'NOT_A_MAIL'],
    ['info@example.net', 'SHARED_MAIL'],
    [scene.old.toUpperCase(), 'SAME_MAIL'],
  ])
    expect(refusalOf(await request(mail)).fields).toEqual({ mail: code });
  expect(refusalOf(await request(NEW, { kind: '家族' })).fields).toEqual({ kind: 'NOT_A_CHOICE' });
  expect(await notices()).toEqual([]);
});

it('the same address again shows that mail arrives there, after mails came back', async () => {
  await scene.hand.type(scene.person.number, 'メールの状態', '不達');
  const { view } = valueOf<{ view: MypageView }>(await scene.day.mypage('view', {}, { token: scene.token }));
  expect(view.mailFails).toBe(true);
  const { items, toldOld, view: after } = valueOf<Receipt>(await confirm(await codeFor(scene.old)));
  expect([items, toldOld, after.mailFails]).toEqual([
    ['メールアドレス（メールが届くことの確認）'],
    false,
    false,
  ]);
  expect((await lines()).map((row) => [row['項目'], row['変更前'], row['変更後']])).toEqual([
    ['メールの状態', '不達', '確認済'],
  ]);
});

it('where mails to the old address come back, only the new one is written to', async () => {
  await scene.hand.type(scene.person.number, 'メールの状態', '不達');
  const answer = valueOf<Receipt>(await confirm(await codeFor()));
  expect(answer.toldOld).toBe(false);
  await scene.day.advance('PT2M');
  expect((await notices()).map((row) => [row['種別'], row['宛先'], row['状態']])).toEqual([
    ['確認コード', NEW, '送信済'],
    ['変更の受付', NEW, '送信済'],
  ]);
});

it('where 台帳項目 does not let a person change it, it cannot be asked for', async () => {
  const [headers = [], ...items] = await scene.hand.display('台帳項目');
  const row = items.findIndex(([item]) => item === 'メールアドレス') + 2;
  const column = letters(headers.indexOf('本人の変更'));
  await scene.hand.edit(`${column}${String(row)}`, [['不可']], '台帳項目');
  expect(refusalOf(await request()).fields).toEqual({ mail: 'NOT_CHANGEABLE' });
});

it('ends with the session, while 受付 is stopped, and for somebody who was struck off a moment ago', async () => {
  const code = await codeFor();
  expect(refusalOf(await request(NEW, {}, newKey(), 'forged.token')).code).toBe('SESSION_ENDED');
  expect(refusalOf(await confirm(code, newKey(), 'forged.token')).code).toBe('SESSION_ENDED');
  for (const method of ['requestMailChange', 'confirmMailChange'])
    expect(
      refusalOf(
        await scene.day.mypage(method, { mail: NEW, password: OWN_PASSWORD, code }, { token: scene.token }),
      ).code,
    ).toBe('INVALID');
  await scene.hand.type(scene.person.number, '状態', '登録抹消');
  expect(refusalOf(await request()).code).toBe('SESSION_ENDED');
  expect(refusalOf(await confirm(code)).code).toBe('SESSION_ENDED');
  expect((await ledgerOf())['メールアドレス']).toBe(scene.old);
});
