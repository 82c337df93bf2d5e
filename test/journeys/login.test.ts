/** J1 of product.md on the real bundle: the first login, later logins, forgotten passwords, logging out. */
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';
import {
  enter,
  newKey,
  officeDay,
  passwordIn,
  refusalOf,
  valueOf,
  type OfficeDay,
  type Person,
} from '../support/office-day';

const OWN = 'みどり-そら-かわ-ねこ-2026';

interface View {
  view: { number: string; name: string; ledger: { label: string; text: string }[]; lastLogin: string | null };
  token: string;
}

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

async function invited() {
  await day.answer(person);
  const [mail] = await day.mails(person.mailToType);
  return mail;
}

describe('the first login', () => {
  it('asks the birth date, sets an own password and takes the address over', async () => {
    const mail = await invited();
    const { token } = await enter(day, person, mail, OWN);
    const { view } = valueOf<View>(await day.mypage('view', {}, { token }));
    expect(view).toMatchObject({ number: person.number, name: person.name });
    expect(view.ledger).toContainEqual(
      expect.objectContaining({ label: 'メールアドレス', text: person.mailToType }),
    );
    expect(view.ledger.map(({ label }) => label)).not.toContain('備考');

    expect(await day.ledger(person.number)).toMatchObject({
      メールアドレス: person.mailToType,
      メールの状態: '確認済',
      マイページ: '利用中',
    });
    const history = (await day.rows('変更履歴')).filter((row) => row['登録番号'] === person.number);
    expect(history.map((row) => [row['項目'], row['変更後'], row['経路']])).toEqual([
      ['マイページ', '送付済', 'フォーム'],
      ['マイページ', '利用中', 'フォーム'],
      ['メールの状態', '確認済', 'フォーム'],
      ['メールアドレス', person.mailToType, 'フォーム'],
      ['通知方法', 'メール', 'フォーム'],
    ]);
  });

  it('takes the temporary password without hyphens, in capitals, in full width', async () => {
    const password = passwordIn(await invited());
    const wide = password
      .replace(/-/g, '')
      .toUpperCase()
      .replace(/[A-Z0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    const login = await day.mypage('login', { number: person.number, password: ` ${wide} ` });
    expect(valueOf(login)).toMatchObject({ next: 'first', askBirthDate: true });
  });

  it('refuses another birth date, and changes nothing', async () => {
    const mail = await invited();
    const { token } = valueOf<{ token: string }>(
      await day.mypage('login', { number: person.number, password: passwordIn(mail) }),
    );
    const refused = await day.mypage(
      'firstLogin',
      { birthDate: '1950-01-01', password: OWN },
      { token, key: newKey() },
    );
    expect(refusalOf(refused).code).toBe('FIRST_LOGIN_FAILED');
    expect(await day.ledger(person.number)).toMatchObject({ メールアドレス: '', マイページ: '送付済' });
  });

  it.each([
    ['short', 'TOO_SHORT'],
    ['passwordpassword', 'TOO_COMMON'],
  ])('refuses the own password %s: %s', async (own, code) => {
    const mail = await invited();
    const { token } = valueOf<{ token: string }>(
      await day.mypage('login', { number: person.number, password: passwordIn(mail) }),
    );
    const refused = await day.mypage(
      'firstLogin',
      { birthDate: person.birthDate, password: own },
      { token, key: newKey() },
    );
    expect(refusalOf(refused)).toMatchObject({ code: 'INVALID', fields: { password: code } });
  });

  it('gives one result when it is sent twice with the same key', async () => {
    const mail = await invited();
    const { token } = valueOf<{ token: string }>(
      await day.mypage('login', { number: person.number, password: passwordIn(mail) }),
    );
    const call = { birthDate: person.birthDate, password: OWN };
    const more = { token, key: newKey() };
    valueOf(await day.mypage('firstLogin', call, more));
    const before = (await day.rows('変更履歴')).length;
    const again = valueOf<View>(await day.mypage('firstLogin', call, more));
    expect(again.view.number).toBe(person.number);
    expect((await day.rows('変更履歴')).length).toBe(before);
  });

  it('ends the temporary password', async () => {
    const mail = await invited();
    await enter(day, person, mail, OWN);
    expect(
      refusalOf(await day.mypage('login', { number: person.number, password: passwordIn(mail) })).code,
    ).toBe('LOGIN_FAILED');
  });

  it('no longer takes the temporary password after its last day', async () => {
    const mail = await invited();
    await day.advance('P15D');
    expect(
      refusalOf(await day.mypage('login', { number: person.number, password: passwordIn(mail) })).code,
    ).toBe('LOGIN_FAILED');
  });
});

describe('later logins', () => {
  beforeEach(async () => {
    await enter(day, person, await invited(), OWN);
  });

  it('show the login before', async () => {
    await day.advance('PT10M');
    const first = valueOf<{ next: string; view: View['view'] }>(
      await day.mypage('login', { number: person.number, password: OWN }),
    );
    expect(first).toMatchObject({ next: 'home', view: { lastLogin: '2026-11-22T09:00:00+09:00' } });
    await day.advance('PT10M');
    expect((await day.rows('ログイン記録')).map((row) => row['結果'])).toEqual([
      '最初のログイン',
      'ログイン',
    ]);
  });

  it('end after thirty idle minutes, and six hours after the login', async () => {
    const { token } = valueOf<{ token: string }>(
      await day.mypage('login', { number: person.number, password: OWN }),
    );
    await day.advance('PT31M');
    expect(refusalOf(await day.mypage('view', {}, { token })).code).toBe('SESSION_ENDED');

    let going = valueOf<{ token: string }>(
      await day.mypage('login', { number: person.number, password: OWN }),
    ).token;
    for (let minutes = 0; minutes <= 6 * 60; minutes += 20) {
      going = valueOf<View>(await day.mypage('view', {}, { token: going })).token;
      await day.advance('PT20M');
    }
    expect(refusalOf(await day.mypage('view', {}, { token: going })).code).toBe('SESSION_ENDED');
  });

  it('logging out ends every device', async () => {
    const one = valueOf<{ token: string }>(
      await day.mypage('login', { number: person.number, password: OWN }),
    ).token;
    const other = valueOf<{ token: string }>(
      await day.mypage('login', { number: person.number, password: OWN }),
    ).token;
    valueOf(await day.mypage('logout', {}, { token: one }));
    expect(refusalOf(await day.mypage('view', {}, { token: one })).code).toBe('SESSION_ENDED');
    expect(refusalOf(await day.mypage('view', {}, { token: other })).code).toBe('SESSION_ENDED');
  });

  it('a new password goes to the address on file, and the old one works until it is used', async () => {
    valueOf(await day.mypage('requestPassword', { number: person.number }));
    await day.advance('PT2M');
    const [, mail] = await day.passwordMails(person.mailToType);
    expect(valueOf(await day.mypage('login', { number: person.number, password: OWN }))).toMatchObject({
      next: 'home',
    });
    expect(
      valueOf(await day.mypage('login', { number: person.number, password: passwordIn(mail) })),
    ).toMatchObject({ next: 'first' });
  });

  it('the number goes by mail to who knows address and birth date', async () => {
    valueOf(await day.mypage('requestNumber', { mail: person.mailToType, birthDate: person.birthDate }));
    valueOf(await day.mypage('requestNumber', { mail: person.mailToType, birthDate: '1950-01-01' }));
    await day.advance('PT2M');
    const mails = (await day.mails(person.mailToType)).filter(({ subject }) =>
      subject.includes('登録番号のお知らせ'),
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.body).toContain(person.number);
  });
});

describe('guessing', () => {
  const wrong = () => day.mypage('login', { number: person.number, password: 'not the password' });

  it('waits after five failures, longer each time, and lets the right password in afterwards', async () => {
    await enter(day, person, await invited(), OWN);
    for (let tries = 0; tries < 4; tries += 1)
      expect(refusalOf(await wrong())).toEqual({ ok: false, code: 'LOGIN_FAILED' });
    expect(refusalOf(await wrong()).until).toBe('2026-11-22T09:01:00+09:00');
    expect(refusalOf(await day.mypage('login', { number: person.number, password: OWN }))).toMatchObject({
      code: 'WAIT',
      until: '2026-11-22T09:01:00+09:00',
    });
    await day.advance('PT61S');
    expect(refusalOf(await wrong()).until).toBe('2026-11-22T09:03:01+09:00');
    await day.advance('PT2M1S');
    valueOf(await day.mypage('login', { number: person.number, password: OWN }));
  });

  it('tells the address on file once, at ten', async () => {
    await enter(day, person, await invited(), OWN);
    for (let tries = 0; tries < 12; tries += 1) {
      await wrong();
      await day.advance('PT31M');
    }
    const told = (await day.mails(person.mailToType)).filter(({ subject }) =>
      subject.includes('ログインの失敗'),
    );
    expect(told).toHaveLength(1);
  });

  it('is still braked when the cache is gone', async () => {
    for (let tries = 0; tries < 5; tries += 1) await wrong();
    await workspace.control.post('/api/faults', { kind: 'cacheGone' });
    expect(refusalOf(await wrong()).code).toBe('WAIT');
  });
});

describe('unknown number, wrong password and stopped account', () => {
  it('get the same answer after the same service calls', async () => {
    const stopped = await day.person('deceased');
    const attempts = [
      { number: person.number, password: 'not the password' },
      { number: stopped.number, password: 'not the password' },
      { number: '9999999', password: 'not the password' },
      { number: '', password: 'not the password' },
    ];
    await day.mypage('status', {});
    const seen = [];
    for (const attempt of attempts) {
      const answer = await day.mypage('login', attempt);
      const executions = await day.executions();
      const { calls, contacts } = executions[executions.length - 1] ?? {};
      seen.push({ answer, calls, contacts });
    }
    for (const other of seen.slice(1)) expect(other).toEqual(seen[0]);
  });

  it('asking for a password is answered and worked the same', async () => {
    const seen = [];
    for (const number of [person.number, '9999999']) {
      const answer = await day.mypage('requestPassword', { number });
      const executions = await day.executions();
      seen.push({ answer, calls: executions[executions.length - 1]?.calls });
    }
    expect(seen[1]).toEqual(seen[0]);
  });
});
