/** P7: number, name and one's own address never bring a password without a person when anything else speaks against it. */
import { admit, OWN_PASSWORD } from '../support/admit';
import { newKey, officeDay, passwordIn, refusalOf, valueOf } from '../support/office-day';
import type { OfficeDay, Person } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';
import { cellOf, type } from './support/tabs';

const THIEF = 'thief@attacker.example.com';

let workspace: TestWorkspace;
let day: OfficeDay;
let person: Person;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', now: '2026-11-22T09:00:00+09:00' });
  person = await day.person('noMail');
});
afterAll(() => workspace.close());

/** An address of the thief's, another one for each try. */
const another = (index: number) => `thief${String(index)}@attacker.example.com`;

async function stolen(): Promise<number> {
  await day.advance('PT20M');
  return (await day.mails()).filter(
    ({ to, body }) => to.includes('attacker') && body.includes('▼仮パスワード'),
  ).length;
}

async function resultOf(given: Partial<Record<string, string>>, of = person): Promise<string | undefined> {
  const { responseId } = await day.answer(of, given);
  return (await day.recorded(responseId))[0]?.['照合結果'];
}

it('with everything right and no address on file the password does go out, so that the refusals below mean something', async () => {
  await day.answer(person, { メールアドレス: THIEF });
  expect(await stolen()).toBe(1);
});

describe('a wrong 照合項目', () => {
  it.each([
    ['another day', '1968-05-13'],
    ['a day of another century', '1868-05-12'],
    ['today', '2026-11-22'],
  ])('%s brings nothing', async (_, birthDate) => {
    await resultOf({ メールアドレス: THIEF, 生年月日: birthDate });
    expect(await stolen()).toBe(0);
  });

  it('guessed three times lets nothing go out any more, not even the right one', async () => {
    for (const [index, birthDate] of ['1968-05-10', '1968-05-11', '1968-05-13'].entries())
      expect(await resultOf({ メールアドレス: another(index), 生年月日: birthDate })).toBe('生年月日不一致');
    expect(await resultOf({ メールアドレス: THIEF })).toBe('生年月日不一致');
    expect(await stolen()).toBe(0);
  });

  it('guessed again from the same address within a day brings nothing', async () => {
    await resultOf({ メールアドレス: THIEF, 生年月日: '1968-05-11' });
    expect(await resultOf({ メールアドレス: THIEF })).toBe('重複');
    expect(await stolen()).toBe(0);
  });

  it('is remembered for longer than a day', async () => {
    for (const [index, birthDate] of ['1968-05-10', '1968-05-11', '1968-05-13'].entries())
      await resultOf({ メールアドレス: another(index), 生年月日: birthDate });
    await day.advance('P30D');
    await resultOf({ メールアドレス: THIEF });
    expect(await stolen()).toBe(0);
  });

  it('is remembered however the number is written', async () => {
    const { number } = person;
    const wide = number.replace(/[0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    const written = [wide, `第${number}号`, number.replace(/^0+/, '')];
    for (const [index, each] of written.entries())
      await resultOf({ 登録番号: each, メールアドレス: another(index), 生年月日: '1968-05-10' });
    await resultOf({ 登録番号: `No.${number}\u200b`, メールアドレス: THIEF });
    expect(await stolen()).toBe(0);
  });

  it('is remembered behind many other answers with the same number', async () => {
    for (const [index, birthDate] of ['1968-05-10', '1968-05-11', '1968-05-13'].entries())
      await resultOf({ メールアドレス: another(index), 生年月日: birthDate });
    for (let index = 10; index < 32; index += 1)
      await day.answer(person, { メールアドレス: another(index), 氏名: '見本 違太郎' });
    await resultOf({ メールアドレス: THIEF });
    expect(await stolen()).toBe(0);
  });
});

describe('another address on file', () => {
  it.each([
    ['as it stands', (mail: string) => mail],
    ['typed in capitals', (mail: string) => mail.toUpperCase()],
    [
      'typed in full width',
      (mail: string) => mail.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    ],
  ])('%s keeps the password back and is told', async (_, written) => {
    const { owner } = await day.sample();
    person = await day.person('sameMail');
    const cell = await cellOf(workspace.control, '台帳', ['登録番号', person.number], 'メールアドレス');
    await type(workspace.control, owner, '台帳', cell, written(person.mail));
    expect(await resultOf({ メールアドレス: THIEF })).toBe('別のアドレス登録済');
    expect(await stolen()).toBe(0);
    const told = await day.mails(person.mail);
    expect(told.map(({ subject }) => subject).join()).toContain('メールアドレスのご連絡');
    expect(JSON.stringify(told)).not.toContain(THIEF);
  });

  it('that cannot be read as an address still keeps the password back', async () => {
    const { owner } = await day.sample();
    person = await day.person('sameMail');
    const cell = await cellOf(workspace.control, '台帳', ['登録番号', person.number], 'メールアドレス');
    await type(workspace.control, owner, '台帳', cell, '本人に電話で確認');
    expect(await resultOf({ メールアドレス: THIEF })).toBe('別のアドレス登録済');
    expect(await stolen()).toBe(0);
  });

  it('taken over at the first login keeps later answers with another one back', async () => {
    await admit(day, person);
    expect(await resultOf({ メールアドレス: THIEF })).toBe('別のアドレス登録済');
    expect(await stolen()).toBe(0);
  });

  it('is where a forgotten password goes, never to one the form named', async () => {
    person = await day.person('otherMail');
    await resultOf({});
    valueOf(await day.mypage('requestPassword', { number: person.number }));
    await day.advance('PT20M');
    expect(await day.passwordMails(person.mailToType)).toEqual([]);
    expect(await day.passwordMails(person.mail)).toHaveLength(1);
  });
});

describe('an address of somebody else', () => {
  it.each([
    ['as it stands', (mail: string) => mail],
    ['typed in capitals', (mail: string) => mail.toUpperCase()],
    [
      'typed in full width',
      (mail: string) => mail.replace(/[a-z@.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    ],
    ['with zero-width characters', (mail: string) => `\ufeff${mail.slice(0, 3)}\u200b${mail.slice(3)}`],
  ])('%s brings nothing', async (_, written) => {
    const other = await day.person('sameMail');
    expect(await resultOf({ メールアドレス: written(other.mail) })).toBe('ほかの登録者と同じアドレス');
    await day.advance('PT20M');
    expect(await day.passwordMails(other.mail)).toEqual([]);
  });

  it('named before in an answer for another number brings nothing', async () => {
    await day.answer(person, { メールアドレス: THIEF });
    const before = await stolen();
    const second = await day.person('overseas');
    const { owner } = await day.sample();
    const cell = await cellOf(workspace.control, '台帳', ['登録番号', second.number], 'メールアドレス');
    await type(workspace.control, owner, '台帳', cell, '');
    expect(await resultOf({ メールアドレス: THIEF }, second)).toBe('ほかの登録者と同じアドレス');
    expect(await stolen()).toBe(before);
  });
});

describe('an address that is none', () => {
  it('on file, with a header behind a line break, is not written to', async () => {
    const { owner } = await day.sample();
    person = await day.person('sameMail');
    const cell = await cellOf(workspace.control, '台帳', ['登録番号', person.number], 'メールアドレス');
    await type(workspace.control, owner, '台帳', cell, `${person.mail}\nBcc: ${THIEF}`);
    valueOf(await day.mypage('requestPassword', { number: person.number }));
    await day.answer(person, {});
    await day.advance('PT20M');
    expect(await day.mails()).toEqual([]);
  });

  it.each([
    ['two of them', `${THIEF},hanako.mihon@example.com`],
    ['two of them with a semicolon', `${THIEF};hanako.mihon@example.com`],
    ['a header behind a line separator', `hanako.mihon@example.com\u2028Bcc: ${THIEF}`],
    ['a name and an address', `見本 花子 <${THIEF}>`],
    ['a comment', `${THIEF} (見本)`],
    ['a quoted part', `"a b"@attacker.example.com`],
    ['an escaped line break', `hanako%0d%0aBcc:${THIEF}`],
    ['a null character', `hanako.mihon@example.com\u0000${THIEF}`],
    ['a bidi control', `\u202e${THIEF}`],
  ])('%s brings no mail at all', async (_, mail) => {
    await day.answer(person, { メールアドレス: mail });
    await day.advance('PT20M');
    expect(await day.mails()).toEqual([]);
  });
});

it('a person who is stopped in 台帳 gets no password, by the form or as a forgotten one', async () => {
  await admit(day, person);
  const { owner } = await day.sample();
  const cell = await cellOf(workspace.control, '台帳', ['登録番号', person.number], '状態');
  await type(workspace.control, owner, '台帳', cell, '登録抹消');
  await day.advance('PT25H');
  expect(await resultOf({})).toBe('登録抹消・停止');
  valueOf(await day.mypage('requestPassword', { number: person.number }));
  await day.advance('PT20M');
  expect(await day.passwordMails(person.mailToType)).toHaveLength(1);
});

it('birth dates guessed at the first login are braked after five, and the right one waits too', async () => {
  await day.answer(person);
  const [mail] = await day.passwordMails(person.mailToType);
  const { token } = valueOf<{ token: string }>(
    await day.mypage('login', { number: person.number, password: passwordIn(mail) }),
  );
  const guess = (birthDate: string) =>
    day.mypage('firstLogin', { birthDate, password: OWN_PASSWORD }, { token, key: newKey() });
  for (let date = 13; date < 18; date += 1)
    expect(refusalOf(await guess(`1968-05-${String(date)}`)).code).toBe('FIRST_LOGIN_FAILED');
  expect(refusalOf(await guess(person.birthDate)).code).toBe('WAIT');
  expect(
    refusalOf(await day.mypage('login', { number: person.number, password: passwordIn(mail) })).code,
  ).toBe('WAIT');
  expect(await day.ledger(person.number)).toMatchObject({ メールアドレス: '', マイページ: '送付済' });
});
