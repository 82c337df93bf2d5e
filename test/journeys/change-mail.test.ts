/** J2: the mail address is changed by whoever knows the password and reads the new mailbox, once, and both addresses hear of it. */
import type { LedgerReceipt, MypageView } from '../../src/contract/mypage';
import { isReceiptNumber } from '../../src/domain/serial-number';
import { codeIn, enter, newKey, officeDay, refusalOf, valueOf } from '../support/office-day';
import type { Mail, OfficeDay, Person, Row } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

const OWN = 'みどり-そら-かわ-ねこ-2026';
const NEW = 'atarashii@example.net';
const COMMIT = 'Sheets.Spreadsheets.batchUpdate';

type Receipt = LedgerReceipt & { toldOld: boolean; token: string; view: MypageView };

let workspace: TestWorkspace;
let day: OfficeDay;
let person: Person;
let old: string;
let token: string;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', now: '2026-11-22T09:00:00+09:00' });
  person = await day.person('noMail');
  old = person.mailToType;
  await day.answer(person);
  token = (await enter(day, person, (await day.passwordMails(old))[0], OWN)).token;
});
afterAll(() => workspace.close());

const request = (mail = NEW, more: { password?: string; kind?: string } = {}, key = newKey(), as = token) =>
  day.mypage('requestMailChange', { mail, password: OWN, ...more }, { token: as, key });
const confirm = (code: string, key = newKey(), as = token) =>
  day.mypage('confirmMailChange', { code }, { token: as, key });

/** Asks for a code and reads it in the new mailbox. */
async function codeFor(mail = NEW, more: { kind?: string } = {}): Promise<string> {
  valueOf(await request(mail, more));
  await day.advance('PT2M');
  return codeIn((await codeMails(mail)).at(-1));
}
const codeMails = async (mail = NEW): Promise<Mail[]> =>
  (await day.mails(mail)).filter(({ subject }) => subject.includes('確認コード'));
const other = (code: string) => (code === '000000' ? '000001' : '000000');
const ledgerOf = async () => (await day.ledger(person.number)) ?? {};
const lines = async (): Promise<Row[]> =>
  (await day.rows('変更履歴')).filter(
    (row) => row['登録番号'] === person.number && row['経路'] === 'マイページ',
  );
const notices = async (): Promise<Row[]> =>
  (await day.rows('通知')).filter((row) => row['登録番号'] === person.number && row['種別'] !== 'パスワード');
const fault = (kind: string, when: 'before' | 'after') =>
  workspace.control.post('/api/faults', { kind, at: { function: 'mypage', call: COMMIT, k: 1, when } });

async function typeInto(header: string, text: string, number = person.number): Promise<void> {
  const { staff } = await day.sample();
  const { display } = await workspace.control.get<{ display: string[][] }>(
    `/api/sheets/${encodeURIComponent('台帳')}`,
  );
  const row = display.findIndex((line) => line[0] === number) + 1;
  const range = `${String.fromCharCode(65 + (display[0] ?? []).indexOf(header))}${String(row)}`;
  await workspace.control.post(`/api/sheets/${encodeURIComponent('台帳')}/edit`, {
    user: staff[0],
    range,
    values: [[text]],
  });
}

it('password, code, 受付番号: 台帳, 変更履歴 and both mailboxes know it', async () => {
  const before = await ledgerOf();
  const asked = valueOf<{ mail: string; until: string }>(
    await request(' Ａtarashii＠example.net', { kind: '事業所' }),
  );
  expect(asked).toMatchObject({ mail: NEW, until: '2026-11-22T09:30:00+09:00' });
  expect(await ledgerOf()).toEqual(before);
  await day.advance('PT2M');
  const [mail] = await codeMails();
  expect(mail?.body).toContain('11月22日 09:30まで使えます。');
  for (const own of [person.name, person.number, old]) expect(mail?.body).not.toContain(own);

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
    ['メールアドレス', old, NEW, '本人', answer.receipt],
    ['メール区分', before['メール区分'], '事業所', '本人', answer.receipt],
  ]);
  const shown = answer.view.ledger.find(({ item }) => item === 'メールアドレス');
  expect(shown?.value).toBe(NEW);

  await day.advance('PT2M');
  const [toNew] = (await day.mails(NEW)).filter(({ subject }) => subject.includes('受け付けました'));
  expect(toNew?.subject).toContain(answer.receipt);
  expect(toNew?.body).toContain('・メールアドレス\n・メールアドレスの種類');
  const toOld = (await day.mails(old)).filter(({ subject }) =>
    subject.includes('登録のメールアドレスが変わりました'),
  );
  expect(toOld).toHaveLength(1);
  for (const text of [NEW, person.number, code]) expect(toOld[0]?.body).not.toContain(text);
  for (const one of [...(await day.mails(NEW)), ...toOld])
    expect((one.body.match(/https?:/g) ?? []).length).toBe(1);
});

it('every other session ends; the one that changed it goes on', async () => {
  const elsewhere = valueOf<{ token: string }>(
    await day.mypage('login', { number: person.number, password: OWN }),
  ).token;
  const { token: next } = valueOf<Receipt>(await confirm(await codeFor()));
  for (const ended of [elsewhere, token])
    expect(refusalOf(await day.mypage('view', {}, { token: ended })).code).toBe('SESSION_ENDED');
  valueOf(await day.mypage('view', {}, { token: next }));
});

it('a password asked for afterwards goes to the new address', async () => {
  valueOf(await confirm(await codeFor()));
  valueOf(await day.mypage('requestPassword', { number: person.number }));
  await day.advance('PT2M');
  expect(await day.passwordMails(NEW)).toHaveLength(1);
  expect(await day.passwordMails(old)).toHaveLength(1);
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
    expect(refusalOf(await day.mypage('login', { number: person.number, password: OWN })).code).toBe('WAIT');
    await day.advance('PT2M');
    expect(await notices()).toEqual([]);
    valueOf(await request());
  });

  it('that is temporary does not do', async () => {
    valueOf(await day.mypage('requestPassword', { number: person.number }));
    await day.advance('PT2M');
    const mail = (await day.passwordMails(old)).at(-1);
    const temporary = /▼仮パスワード\n(\S+)/.exec(mail?.body ?? '')?.[1] ?? '';
    expect(refusalOf(await request(NEW, { password: temporary })).fields).toEqual({
      password: 'WRONG_PASSWORD',
    });
  });
});

describe('the code', () => {
  it('wrong changes nothing, and after five of them the right one is too late', async () => {
    const code = await codeFor();
    for (let tries = 0; tries < 4; tries += 1)
      expect(refusalOf(await confirm(other(code))).fields).toEqual({ code: 'CODE_WRONG' });
    expect(refusalOf(await confirm(other(code))).fields).toEqual({ code: 'CODE_ENDED' });
    expect(refusalOf(await confirm(code)).fields).toEqual({ code: 'CODE_ENDED' });
    expect((await ledgerOf())['メールアドレス']).toBe(old);
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
    await day.advance('PT28M');
    token = valueOf<{ token: string }>(
      await day.mypage('login', { number: person.number, password: OWN }),
    ).token;
    expect(refusalOf(await confirm(code)).fields).toEqual({ code: 'CODE_ENDED' });
    expect((await ledgerOf())['メールアドレス']).toBe(old);
  });

  it('works once, and not for anybody else', async () => {
    const code = await codeFor();
    const stranger = await day.person('sameMail');
    await day.answer(stranger);
    const theirs = (await enter(day, stranger, (await day.passwordMails(stranger.mail))[0], OWN)).token;
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
    await workspace.control.post('/api/faults', { kind: 'quota' });
    valueOf(await request());
    await day.advance('PT40M');
    await workspace.control.delete('/api/faults');
    await day.advance('PT2H');
    expect(await day.mails(NEW)).toEqual([]);
    expect((await notices()).map((row) => row['状態'])).toEqual(['取りやめ']);
  });

  it('is asked for five times at most within three hours', async () => {
    for (let times = 0; times < 5; times += 1) valueOf(await request(`${String(times)}@example.net`));
    expect(refusalOf(await request())).toMatchObject({ code: 'WAIT', until: '2026-11-22T12:00:00+09:00' });
    expect(await notices()).toHaveLength(5);
  });
});

describe('an address that somebody else has', () => {
  it('is answered and worked like any other; only its mailbox is told, and no code fits', async () => {
    const stranger = await day.person('sameMail');
    const since = (await day.executions()).at(-1)?.id ?? 0;
    const [free, taken] = [await request(), await request(stranger.mail)];
    expect(valueOf<object>(taken)).toMatchObject({
      ...valueOf<object>(free),
      token: expect.any(String) as string,
      mail: stranger.mail,
    });
    const [one, two] = (await day.executions(since)).filter((each) => each.function === 'mypage');
    expect(two?.contactClasses).toEqual(one?.contactClasses);
    expect(two?.contacts).toBe(one?.contacts);

    await day.advance('PT2M');
    const [told] = await day.mails(stranger.mail);
    expect(told?.body).toContain('この画面からは登録できません'.replace('この', 'マイページの'));
    for (const text of [person.name, person.number, stranger.name, stranger.number])
      expect(told?.body).not.toContain(text);
    expect(await codeMails(stranger.mail)).toEqual([]);
    expect(refusalOf(await confirm('123456')).fields).toEqual({ code: 'CODE_WRONG' });
    expect((await ledgerOf())['メールアドレス']).toBe(old);
  });

  it('by the time the code is typed is refused', async () => {
    const code = await codeFor();
    const { number } = await day.person('sameMail');
    await typeInto('メールアドレス', `　Atarashii@EXAMPLE.net `, number);
    expect(refusalOf(await confirm(code)).fields).toEqual({ mail: 'MAIL_TAKEN' });
    expect((await ledgerOf())['メールアドレス']).toBe(old);
  });

  it('as part of a longer one is free', async () => {
    const { number } = await day.person('sameMail');
    await typeInto('メールアドレス', `x${NEW}`, number);
    valueOf(await confirm(await codeFor()));
  });
});

it('refuses what is no address, a mailbox of several people, the address one has, a kind there is not', async () => {
  for (const [mail, code] of [
    ['taro', 'NOT_A_MAIL'],
    ['a@example.jp,b@example.jp', 'NOT_A_MAIL'],
    ['a@example.jp\r\nBcc: b@example.jp', 'NOT_A_MAIL'],
    ['info@example.net', 'SHARED_MAIL'],
    [old.toUpperCase(), 'SAME_MAIL'],
  ])
    expect(refusalOf(await request(mail)).fields).toEqual({ mail: code });
  expect(refusalOf(await request(NEW, { kind: '家族' })).fields).toEqual({ kind: 'NOT_A_CHOICE' });
  expect(await notices()).toEqual([]);
});

it('the same address again shows that mail arrives there, after mails came back', async () => {
  await typeInto('メールの状態', '不達');
  const { view } = valueOf<{ view: MypageView }>(await day.mypage('view', {}, { token }));
  expect(view.mailFails).toBe(true);
  const { items, toldOld, view: after } = valueOf<Receipt>(await confirm(await codeFor(old)));
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
  await typeInto('メールの状態', '不達');
  const answer = valueOf<Receipt>(await confirm(await codeFor()));
  expect(answer.toldOld).toBe(false);
  await day.advance('PT2M');
  expect((await notices()).map((row) => [row['種別'], row['宛先'], row['状態']])).toEqual([
    ['確認コード', NEW, '送信済'],
    ['変更の受付', NEW, '送信済'],
  ]);
});

it('where 台帳項目 does not let a person change it, it cannot be asked for', async () => {
  const { staff } = await day.sample();
  const { display } = await workspace.control.get<{ display: string[][] }>(
    `/api/sheets/${encodeURIComponent('台帳項目')}`,
  );
  const row = display.findIndex((line) => line[0] === 'メールアドレス') + 1;
  await workspace.control.post(`/api/sheets/${encodeURIComponent('台帳項目')}/edit`, {
    range: `${String.fromCharCode(65 + (display[0] ?? []).indexOf('本人の変更'))}${String(row)}`,
    values: [['不可']],
    user: staff[0],
  });
  expect(refusalOf(await request()).fields).toEqual({ mail: 'NOT_CHANGEABLE' });
});

describe('sent twice', () => {
  it('with the same keys, also at once, there is one code and one change', async () => {
    const [first, second] = [newKey(), newKey()];
    const asked = await Promise.all([request(NEW, {}, first), request(NEW, {}, first)]);
    asked.push(await request(NEW, {}, first));
    for (const one of asked)
      expect(valueOf<object>(one)).toMatchObject({ until: '2026-11-22T09:30:00+09:00' });
    await day.advance('PT2M');
    const [mail, ...more] = await codeMails();
    expect(more).toEqual([]);
    const done = await Promise.all([confirm(codeIn(mail), second), confirm(codeIn(mail), second)]);
    done.push(await confirm(codeIn(mail), second));
    const receipts = done.map((one) => valueOf<Receipt>(one));
    expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(1);
    for (const { token: next } of receipts) valueOf(await day.mypage('view', {}, { token: next }));
    expect(await lines()).toHaveLength(1);
    expect((await notices()).map((row) => row['種別'])).toEqual([
      '確認コード',
      '変更の受付',
      'メールアドレスの変更',
    ]);
  });

  it.each([
    ['killed before the commit', 'kill', 'before'],
    ['killed after the commit', 'kill', 'after'],
    ['a commit that throws although it was applied', 'throw', 'after'],
    ['an answer lost on the way back', 'lostAnswer', 'after'],
  ] as const)('%s: pressing again gives one result', async (_, kind, when) => {
    const [first, second] = [newKey(), newKey()];
    await fault(kind, when);
    expect((await request(NEW, {}, first)).ok && kind !== 'throw').toBe(false);
    valueOf(await request(NEW, {}, first));
    await day.advance('PT2M');
    const mails = await codeMails();
    expect(mails).toHaveLength(1);
    await fault(kind, when);
    expect((await confirm(codeIn(mails[0]), second)).ok && kind !== 'throw').toBe(false);
    const answer = valueOf<Receipt>(await confirm(codeIn(mails[0]), second));
    expect((await lines()).map((row) => row['受付番号'])).toEqual([answer.receipt]);
    expect(await ledgerOf()).toMatchObject({ メールアドレス: NEW, メールの状態: '確認済' });
    await day.advance('PT6M');
    expect((await notices()).map((row) => row['状態'])).toEqual(['送信済', '送信済', '送信済']);
  });

  it('a done change opens nothing once its session has ended too', async () => {
    const key = newKey();
    const code = await codeFor();
    const { token: next } = valueOf<Receipt>(await confirm(code, key));
    valueOf(await day.mypage('logout', {}, { token: next }));
    expect(refusalOf(await confirm(code, key)).code).toBe('SESSION_ENDED');
  });
});

it.each([
  ['sorts 台帳', { action: 'sort', column: 3, ascending: false }],
  ['inserts two rows on top', { action: 'insert', at: 2, count: 2 }],
  ['inserts a column on the left', { action: 'insertColumn', at: 1 }],
])('somebody %s between the read and the commit: the right row, nobody else’s', async (_, reshape) => {
  const { staff } = await day.sample();
  const code = await codeFor();
  const before = await day.rows('台帳');
  await workspace.control.post('/api/faults', {
    kind: 'edit',
    at: { function: 'mypage', call: COMMIT, k: 1, when: 'before' },
    edit: { tab: '台帳', user: staff[0], ...reshape },
  });
  valueOf(await confirm(code));
  const after = new Map((await day.rows('台帳')).map((row) => [row['登録番号'], row]));
  for (const row of before)
    expect(after.get(row['登録番号'])).toMatchObject(
      row['登録番号'] === person.number ? { メールアドレス: NEW } : row,
    );
});

it('ends with the session, while 受付 is stopped, and for somebody who was struck off a moment ago', async () => {
  const code = await codeFor();
  expect(refusalOf(await request(NEW, {}, newKey(), 'forged.token')).code).toBe('SESSION_ENDED');
  expect(refusalOf(await confirm(code, newKey(), 'forged.token')).code).toBe('SESSION_ENDED');
  for (const method of ['requestMailChange', 'confirmMailChange'])
    expect(refusalOf(await day.mypage(method, { mail: NEW, password: OWN, code }, { token })).code).toBe(
      'INVALID',
    );
  await typeInto('状態', '登録抹消');
  expect(refusalOf(await request()).code).toBe('SESSION_ENDED');
  expect(refusalOf(await confirm(code)).code).toBe('SESSION_ENDED');
  expect((await ledgerOf())['メールアドレス']).toBe(old);
});
