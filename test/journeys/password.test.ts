/** J1 of product.md on the real bundle: from the form to the password mail, or to a person. */
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';
import { officeDay, passwordIn, type OfficeDay } from '../support/office-day';

let workspace: TestWorkspace;
let day: OfficeDay;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
});
beforeEach(() =>
  workspace.control.post('/api/reset', { scenario: 'sample', now: '2026-11-22T09:00:00+09:00' }),
);
afterAll(() => workspace.close());

/** Rows of 通知 to the address the person typed. */
const noticesTo = async ({ mailToType }: { mailToType: string }) =>
  (await day.rows('通知')).filter((row) => row['宛先'] === mailToType);

describe('a clean match', () => {
  it('is answered with a password mail to the address given, without a person', async () => {
    const person = await day.person('noMail');
    const { responseId } = await day.answer(person);

    const [mail, ...more] = await day.mails(person.mailToType);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('【民紹協】職業紹介士マイページ　パスワードのお知らせ');
    expect(passwordIn(mail)).toMatch(/^[34678abcdefghjkmnprtuvwxy]{4}(-[34678abcdefghjkmnprtuvwxy]{4}){2}$/);
    expect(mail?.body).toContain('期限は令和8年12月6日（日）です。');
    expect(mail?.body.trimEnd()).toMatch(/（N26-\d{6}）$/);
    expect(mail?.body.match(/https?:\/\//g)).toHaveLength(1);

    expect(await day.recorded(responseId)).toEqual([
      expect.objectContaining({ 登録番号: person.number, 照合結果: '一致', 状態: '送付済' }),
    ]);
    expect(await noticesTo(person)).toEqual([
      expect.objectContaining({ 種別: 'パスワード', 状態: '送信済', 宛先: person.mailToType }),
    ]);
    expect(await day.ledger(person.number)).toMatchObject({ マイページ: '送付済', メールアドレス: '' });
  });

  it.each([
    [
      'the number in full width',
      (number: string) =>
        number.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ],
    ['第…号', (number: string) => `第${number}号`],
    ['the number without its leading zeros', (number: string) => number.replace(/^0+/, '')],
  ])('is found with %s', async (_, typed) => {
    const person = await day.person('sameMail');
    await day.answer(person, { 登録番号: typed(person.number) });
    expect(await day.passwordMails(person.mailToType)).toHaveLength(1);
  });

  it('is found with a variant of a kanji in the name', async () => {
    const person = await day.person('variantKanji');
    const plain = person.name
      .replace(/髙/g, '高')
      .replace(/﨑/g, '崎')
      .replace(/濵/g, '浜')
      .replace(/德/g, '徳')
      .replace(/𠮷/g, '吉')
      .replace(/[邉邊]/g, '辺');
    expect(plain).not.toBe(person.name);
    await day.answer(person, { 氏名: plain });
    expect(await day.passwordMails(person.mailToType)).toHaveLength(1);
  });
});

describe('anything else waits for a person, with its reason and without a password mail', () => {
  const cases: [
    string,
    string,
    (day: OfficeDay) => Promise<{ person: string; given: Record<string, string> }>,
  ][] = [
    [
      'a wrong name',
      '氏名不一致',
      () => Promise.resolve({ person: 'noMail', given: { 氏名: '見本 違太郎' } }),
    ],
    [
      'a wrong birth date',
      '生年月日不一致',
      () => Promise.resolve({ person: 'noMail', given: { 生年月日: '1901-01-01' } }),
    ],
    [
      'an unknown number',
      '番号なし',
      () => Promise.resolve({ person: 'noMail', given: { 登録番号: '9999999' } }),
    ],
    [
      'another address on file',
      '別のアドレス登録済',
      () => Promise.resolve({ person: 'otherMail', given: {} }),
    ],
    [
      'the address of another registrant',
      'ほかの登録者と同じアドレス',
      async (office) => ({
        person: 'noMail',
        given: { メールアドレス: (await office.person('sameMail')).mail },
      }),
    ],
    [
      'an address two people share',
      'ほかの登録者と同じアドレス',
      () => Promise.resolve({ person: 'sharedMail', given: {} }),
    ],
    ['a shared mailbox', '共用アドレス', () => Promise.resolve({ person: 'roleMail', given: {} })],
    ['a person who has died', '登録抹消・停止', () => Promise.resolve({ person: 'deceased', given: {} })],
    [
      'no birth date in the ledger',
      '照合項目不足',
      () => Promise.resolve({ person: 'noBirthDate', given: { 生年月日: '1960-01-01' } }),
    ],
  ];
  it.each(cases)('%s: %s', async (_, reason, arrange) => {
    const { person: name, given } = await arrange(day);
    const person = await day.person(name);
    const { responseId } = await day.answer(person, given);

    expect(await day.recorded(responseId)).toEqual([
      expect.objectContaining({ 照合結果: reason, 状態: '要確認' }),
    ]);
    const all = await day.mails();
    expect(all.filter(({ body }) => body.includes('仮パスワード'))).toEqual([]);
  });

  it('tells the address on file, naming neither the new address nor the number', async () => {
    const person = await day.person('otherMail');
    await day.answer(person);
    await day.advance('PT2M');

    const [notice, ...more] = await day.mails(person.mail);
    expect(more).toEqual([]);
    expect(notice?.subject).toContain('メールアドレスのご連絡');
    expect(notice?.body).not.toContain(person.mailToType);
    expect(notice?.body).not.toContain(person.number);
  });

  it('shows the case in the sidebar with what differs', async () => {
    const person = await day.person('otherMail');
    const { staff } = await day.sample();
    await day.answer(person);
    const called = await day.office(staff[0] ?? '', 'passwordQueue');
    expect(called).toMatchObject({
      ok: true,
      value: {
        ok: true,
        value: {
          total: 1,
          cases: [
            {
              number: person.number,
              newMail: person.mailToType,
              oldMail: person.mail,
              reason: '別のアドレス登録済',
            },
          ],
        },
      },
    });
  });
});

describe('every response once', () => {
  it('one mail when the trigger comes twice', async () => {
    const person = await day.person('noMail');
    const { responseId } = await day.answer(person, {}, 'twice');
    expect(await day.mails(person.mailToType)).toHaveLength(1);
    expect(await day.recorded(responseId)).toHaveLength(1);
  });

  it.each(['never', 'empty'] as const)('the sweep finds it when the trigger comes %s', async (fire) => {
    const person = await day.person('noMail');
    const { responseId } = await day.answer(person, {}, fire);
    expect(await day.mails(person.mailToType)).toHaveLength(0);
    await day.advance('PT6M');
    expect(await day.mails(person.mailToType)).toHaveLength(1);
    expect(await day.recorded(responseId)).toEqual([expect.objectContaining({ 状態: '送付済' })]);
  });

  it.each([
    ['noMail', '送付済'],
    ['otherMail', '要確認'],
  ])(
    'a row somebody deletes after its mail to %s comes back as %s, and nobody is told twice',
    async (name, state) => {
      const person = await day.person(name);
      const { responseId } = await day.answer(person);
      await day.advance('PT2M');
      const mails = async () => [
        ...(await day.mails(person.mailToType)),
        ...(person.mail === '' ? [] : await day.mails(person.mail)),
      ];
      expect(await mails()).toHaveLength(1);
      const at = (await day.rows('パスワード送付')).findIndex((row) => row['回答ID'] === responseId) + 2;
      const { staff } = await day.sample();
      await day.control.post(`/api/sheets/${encodeURIComponent('パスワード送付')}/rows`, {
        user: staff[0],
        action: 'delete',
        at,
        count: 1,
      });
      await day.advance('PT10M');

      expect(await day.recorded(responseId)).toEqual([
        expect.objectContaining({
          状態: state,
          メモ: expect.stringContaining('行がシートから消えていた') as string,
        }),
      ]);
      expect(await mails()).toHaveLength(1);
    },
  );

  it('the same number and address within a day is a duplicate, later a new password', async () => {
    const person = await day.person('noMail');
    await day.answer(person);
    const { responseId } = await day.answer(person);
    expect(await day.recorded(responseId)).toEqual([
      expect.objectContaining({ 照合結果: '重複', 状態: '重複' }),
    ]);
    expect(await day.passwordMails(person.mailToType)).toHaveLength(1);

    await day.advance('PT25H');
    await day.answer(person);
    const [first, second] = await day.passwordMails(person.mailToType);
    expect(passwordIn(second)).not.toBe(passwordIn(first));
  });

  it('waits while the quota is used up, and goes out the next day with the same password', async () => {
    const person = await day.person('noMail');
    await workspace.control.post('/api/faults', { kind: 'quota' });
    await day.answer(person);
    expect(await day.mails(person.mailToType)).toEqual([]);
    expect(await noticesTo(person)).toEqual([expect.objectContaining({ 状態: '送信待ち' })]);
    const hashBefore = (await day.rows('_認証')).find((row) => row['登録番号'] === person.number)?.[
      '仮パスワード'
    ];

    await workspace.control.delete('/api/faults');
    await day.advance('P1D');
    const [mail, ...more] = await day.mails(person.mailToType);
    expect(more).toEqual([]);
    const login = await day.mypage('login', { number: person.number, password: passwordIn(mail) });
    expect(login).toMatchObject({ ok: true, value: { ok: true, value: { next: 'first' } } });
    expect(hashBefore).toBeTruthy();
  });

  it('is not sent twice when the execution dies between sending and stamping', async () => {
    const person = await day.person('noMail');
    await workspace.control.post('/api/faults', {
      kind: 'kill',
      at: { function: 'onFormSubmitted', call: 'GmailApp.sendEmail', when: 'after' },
    });
    const { responseId } = await day.answer(person);
    expect(await noticesTo(person)).toEqual([expect.objectContaining({ 状態: '送信中' })]);
    await day.advance('PT45M');
    expect(await day.mails(person.mailToType)).toHaveLength(1);
    expect(await noticesTo(person)).toEqual([expect.objectContaining({ 状態: '送信済' })]);
    expect(await day.recorded(responseId)).toEqual([expect.objectContaining({ 状態: '送付済' })]);
  });

  it('is sent after all when the execution dies just before sending', async () => {
    const person = await day.person('noMail');
    await workspace.control.post('/api/faults', {
      kind: 'kill',
      at: { function: 'onFormSubmitted', call: 'GmailApp.sendEmail', when: 'before' },
    });
    await day.answer(person);
    await day.advance('PT45M');
    expect(await day.mails(person.mailToType)).toHaveLength(1);
  });
});
