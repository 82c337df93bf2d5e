/** J2: 変更届 with what needs proof, from the registrant to the secretariat's decision and the mail. */
import type { MypageView } from '../../src/contract/mypage';
import { isReceiptNumber } from '../../src/domain/serial-number';
import { about, NEW_NAME, notificationDay, type NotificationDay } from '../support/notification-day';
import {
  newKey,
  officeDay,
  refusalOf,
  valueOf,
  type OfficeDay,
  type Person,
  type Row,
} from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

/** A Tuesday: decisions of the morning are told the same day. */
const NOW = '2026-11-24T10:00:00+09:00';
const CONTENT = '氏名：見本　花子 → 試作 花子\nフリガナ：ミホン　ハナコ → シサク　ハナコ';

let workspace: TestWorkspace;
let day: OfficeDay;
let notes: NotificationDay;
let person: Person;
let token: string;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
  notes = notificationDay(day);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', now: NOW });
  ({ person, token } = await notes.enter('noMail'));
});
afterAll(() => workspace.close());

const refused = async (form: object, as = token) =>
  refusalOf(await day.mypage('sendNotification', form, { token: as, key: newKey() }));
const withdraw = (receipt: string, key = newKey()) =>
  day.mypage('withdrawNotification', { receipt }, { token, key });
const view = async () => valueOf<{ view: MypageView }>(await day.mypage('view', {}, { token })).view;
const lines = async (): Promise<Row[]> =>
  (await day.rows('変更履歴')).filter(
    (row) =>
      row['登録番号'] === person.number && row['経路'] === '事務局画面' && row['項目'] !== 'マイページ',
  );

async function typeCell(tab: string, key: string, header: string, text: string): Promise<void> {
  const { staff } = await day.sample();
  const { display } = await workspace.control.get<{ display: string[][] }>(
    `/api/sheets/${encodeURIComponent(tab)}`,
  );
  const row = display.findIndex((cells) => cells.includes(key)) + 1;
  const column = (display[0] ?? []).indexOf(header);
  const letters = column < 26 ? '' : 'A';
  await workspace.control.post(`/api/sheets/${encodeURIComponent(tab)}/edit`, {
    user: staff[0],
    range: `${letters}${String.fromCharCode(65 + (column % 26))}${String(row)}`,
    values: [[text]],
  });
}

/** Filed, and the papers have come. */
async function ready(form: object = NEW_NAME) {
  const { receipt } = await notes.send(token, form);
  valueOf(await notes.arrived(await notes.caseOf(receipt)));
  return notes.caseOf(receipt);
}

describe('a registrant files it', () => {
  it('it waits with a 受付番号, 台帳 stays as it is, and a receipt without values is mailed', async () => {
    const before = await day.ledger(person.number);
    const answer = await notes.send(token, NEW_NAME);
    expect(isReceiptNumber(answer.receipt)).toBe(true);
    expect(answer).toMatchObject({
      receipt: expect.stringMatching(/^D26-000001-\d$/) as string,
      mailed: true,
    });
    expect(await day.ledger(person.number)).toEqual(before);
    expect(await notes.row(answer.receipt)).toMatchObject({
      登録番号: person.number,
      氏名: '見本　花子',
      種類: '氏名',
      内容: CONTENT,
      変更が生じた日: '2026/11/01',
      証明書類の状態: '郵送待ち',
      状態: '申請中',
      届出日: '2026/11/24',
      確認日時: '',
      登録元: '本人',
    });
    expect(answer.view.notifications).toEqual([
      expect.objectContaining({
        receipt: answer.receipt,
        kind: '氏名',
        state: '申請中',
        changes: [
          { item: '氏名', before: '見本　花子', after: '試作 花子' },
          { item: 'フリガナ', before: 'ミホン　ハナコ', after: 'シサク　ハナコ' },
        ],
        changedOn: '2026-11-01',
        evidence: '郵送待ち',
      }),
    ]);
    expect((await view()).notifications).toEqual(answer.view.notifications);
    await day.advance('PT2M');
    const [mail, ...others] = await notes.mails(person.mailToType);
    expect(others).toEqual([]);
    expect(mail?.subject).toContain(answer.receipt);
    expect(mail?.body).toContain('氏名の変更');
    expect(mail?.body).not.toContain('試作');
    expect(mail?.body).toMatch(/（N26-\d{6}）\s*$/);
  });

  it('sent twice with the same key, also at once, it is one', async () => {
    const key = newKey();
    const send = () => day.mypage('sendNotification', NEW_NAME, { token, key });
    const answers = await Promise.all([send(), send()]);
    answers.push(await send());
    const receipts = answers.map((called) => valueOf<{ receipt: string }>(called).receipt);
    expect(new Set(receipts).size).toBe(1);
    expect(await day.rows('変更届')).toHaveLength(1);
    await day.advance('PT5M');
    expect(await notes.mails(person.mailToType)).toHaveLength(1);
  });

  it.each([
    ['killed before the commit', 'kill', 'before'],
    ['killed after the commit', 'kill', 'after'],
    ['a commit that throws although it was applied', 'throw', 'after'],
    ['an answer lost on the way back', 'lostAnswer', 'after'],
  ] as const)('%s: pressing again gives one result', async (_, kind, when) => {
    await workspace.control.post('/api/faults', {
      kind,
      at: { function: 'mypage', call: 'Sheets.Spreadsheets.batchUpdate', k: 1, when },
    });
    const key = newKey();
    await day.mypage('sendNotification', NEW_NAME, { token, key });
    const { receipt } = await notes.send(token, NEW_NAME, key);
    expect((await day.rows('変更届')).map((row) => row['受付番号'])).toEqual([receipt]);
    await day.advance('PT30M');
    expect(await notes.mails(person.mailToType)).toHaveLength(1);
  });

  it('one of a 種類 is open at a time; another kind is another', async () => {
    await notes.send(token, NEW_NAME);
    expect((await refused(NEW_NAME)).code).toBe('OPEN_ALREADY');
    const answers = await Promise.all([
      day.mypage('sendNotification', about('休止'), { token, key: newKey() }),
      day.mypage('sendNotification', about('休止'), { token, key: newKey() }),
    ]);
    expect(answers.filter((called) => called.ok && called.value.ok)).toHaveLength(1);
    expect(await day.rows('変更届')).toHaveLength(2);
  });

  it('what is wrong is told field by field, and nothing is written', async () => {
    expect(
      await refused({
        ...NEW_NAME,
        changes: { 氏名: '', フリガナ: '試作' },
        changedOn: '2027-01-01',
        evidence: '不要',
      }),
    ).toMatchObject({
      code: 'INVALID',
      fields: { 氏名: 'REQUIRED', フリガナ: 'NOT_KANA', changedOn: 'FUTURE' },
    });
    expect(await refused({ ...NEW_NAME, evidence: '不要' })).toMatchObject({
      fields: { evidence: 'NOT_A_CHOICE' },
    });
    for (const item of ['住所', '登録番号', '状態', '生年月日'])
      expect((await refused({ ...NEW_NAME, changes: { 氏名: '試作', [item]: 'x' } })).code).toBe('INVALID');
    expect(await day.rows('変更届')).toEqual([]);
  });

  it.each(['=1+1', '＝cmd', 'A → B', '「花」：子', '<b>花子</b>', "'花子"])(
    'the name %s is stored as typed, read back, and enters 台帳',
    async (name) => {
      const one = await ready({ ...NEW_NAME, changes: { 氏名: name } });
      expect(one).toMatchObject({ readable: true, changes: [{ item: '氏名', after: name }] });
      valueOf(await notes.decide(one, '承認'));
      expect((await day.ledger(person.number))?.['氏名']).toBe(name);
      const { formulas } = await workspace.control.get<{ formulas: string[][] }>(
        `/api/sheets/${encodeURIComponent('変更届')}`,
      );
      expect(formulas.flat().filter((formula) => formula !== '')).toEqual([]);
    },
  );

  it('取り下げる ends it once, and a new one can be filed', async () => {
    const { receipt } = await notes.send(token, NEW_NAME);
    const key = newKey();
    const first = valueOf<{ view: MypageView }>(await withdraw(receipt, key));
    expect(first.view.notifications[0]?.state).toBe('取下げ');
    valueOf(await withdraw(receipt, key));
    expect(refusalOf(await withdraw(receipt)).code).toBe('NOT_OPEN');
    expect(await notes.row(receipt)).toMatchObject({ 状態: '取下げ', 確認者: '本人' });
    expect((await notes.send(token, NEW_NAME)).receipt).not.toBe(receipt);
  });

  it('somebody else’s 受付番号 is nobody’s to withdraw or send again', async () => {
    const { receipt } = await notes.send(token, NEW_NAME);
    const other = await notes.enter('sameMail');
    const as = { token: other.token, key: newKey() };
    expect(refusalOf(await day.mypage('withdrawNotification', { receipt }, as)).code).toBe('NOT_OPEN');
    expect((await refused({ ...NEW_NAME, receipt }, other.token)).code).toBe('NOT_OPEN');
    expect(await notes.row(receipt)).toMatchObject({ 状態: '申請中' });
  });
});

describe('the secretariat decides it', () => {
  it('承認 changes 台帳, 控え, 変更履歴 and the row in one commit; the mail waits half an hour', async () => {
    const one = await ready();
    expect(one).toMatchObject({
      number: person.number,
      onFile: ['見本　花子', 'ミホン　ハナコ'],
      evidence: '受領済',
      overdue: false,
    });
    const commits = async () => (await day.executions()).at(-1)?.calls['Sheets.Spreadsheets.batchUpdate'];
    expect(valueOf(await notes.decide(one, '承認'))).toEqual({
      done: true,
      told: 'mail',
      sendAt: '2026-11-24T10:30:00+09:00',
    });
    expect(await commits()).toBe(1);
    expect(await day.ledger(person.number)).toMatchObject({ 氏名: '試作 花子', フリガナ: 'シサク　ハナコ' });
    const { staff } = await day.sample();
    const row = await notes.row(one.receipt);
    expect(row).toMatchObject({ 状態: '承認', 確認日時: '2026/11/24 10:00:00' });
    expect(row?.['確認者']).not.toBe('');
    expect(staff.length).toBeGreaterThan(1);
    expect(
      (await lines()).map((line) => [line['項目'], line['変更前'], line['変更後'], line['受付番号']]),
    ).toEqual([
      ['氏名', '見本　花子', '試作 花子', one.receipt],
      ['フリガナ', 'ミホン　ハナコ', 'シサク　ハナコ', one.receipt],
    ]);
    expect((await notes.kept(person.number))[one.receipt]).toMatchObject({ 状態: '承認' });
    const mine = await view();
    expect(mine).toMatchObject({ name: '試作 花子', notifications: [{ state: '承認' }] });
    await day.advance('PT29M');
    expect((await notes.mails(person.mailToType)).map(({ subject }) => subject)).toHaveLength(1);
    await day.advance('PT3M');
    const mail = (await notes.mails(person.mailToType))[1];
    expect(mail?.subject).toBe(`【民紹協】変更の届出を承認しました（${one.receipt}）`);
    expect(mail?.body).toContain('試作 花子 様');
    expect(mail?.body).toContain('台帳に反映しました。');
  });

  it('decided in the evening, the mail leaves the next morning', async () => {
    const one = await ready();
    await workspace.control.post('/api/clock', { now: '2026-11-27T17:45:00+09:00' });
    expect(valueOf(await notes.decide(one, '承認'))).toMatchObject({ sendAt: '2026-11-30T09:00:00+09:00' });
    await workspace.control.post('/api/clock', { now: '2026-11-30T08:58:00+09:00' });
    expect(await notes.mails(person.mailToType)).toHaveLength(1);
    await day.advance('PT5M');
    expect(await notes.mails(person.mailToType)).toHaveLength(2);
  });

  it('two secretaries at once: one decides, the other is told by whom, nothing is written twice', async () => {
    const one = await ready();
    const answers = await Promise.all([
      notes.decide(one, '承認', {}, newKey(), 0),
      notes.decide(one, '承認', {}, newKey(), 1),
    ]);
    const outcomes = answers.map((called) =>
      valueOf<{ done: boolean; reason?: string; about?: string }>(called),
    );
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    const other = outcomes.find(({ done }) => !done);
    expect(other?.reason).toBe('DECIDED');
    expect(other?.about).toMatch(/^承認、.+、11月24日 10:00$/);
    expect(await lines()).toHaveLength(2);
    await day.advance('PT45M');
    expect(await notes.mails(person.mailToType)).toHaveLength(2);
  });

  it('the same key gives the same result, also when the answer of the commit was lost', async () => {
    const one = await ready();
    const key = newKey();
    await workspace.control.post('/api/faults', {
      kind: 'kill',
      at: { function: 'office', call: 'Sheets.Spreadsheets.batchUpdate', k: 1, when: 'after' },
    });
    await notes.decide(one, '承認', {}, key);
    const first = valueOf(await notes.decide(one, '承認', {}, key));
    expect(first).toMatchObject({ done: true });
    expect(valueOf(await notes.decide(one, '承認', {}, key))).toEqual(first);
    expect(await lines()).toHaveLength(2);
    await day.advance('PT45M');
    expect(await notes.mails(person.mailToType)).toHaveLength(2);
  });

  it('after it was withdrawn the secretary is told, and 台帳 stays', async () => {
    const one = await ready();
    valueOf(await withdraw(one.receipt));
    expect(valueOf(await notes.decide(one, '承認'))).toEqual({
      done: false,
      reason: 'WITHDRAWN',
      about: '11月24日 10:00',
    });
    expect((await day.ledger(person.number))?.['氏名']).toBe('見本　花子');
  });

  it('while the papers are on their way it is not approved', async () => {
    const { receipt } = await notes.send(token, NEW_NAME);
    const one = await notes.caseOf(receipt);
    expect(valueOf(await notes.decide(one, '承認'))).toMatchObject({ reason: 'NO_EVIDENCE' });
    valueOf(await notes.arrived(one));
    expect((await notes.row(receipt))?.['証明書類の状態']).toBe('受領済');
    expect((await view()).notifications[0]?.evidence).toBe('受領済');
    expect(valueOf(await notes.decide(one, '承認'))).toMatchObject({ done: true });
    expect(valueOf(await notes.arrived(one))).toMatchObject({ done: false, reason: 'DECIDED' });
  });

  it('where 台帳 holds another value than 内容 says, nothing is written over', async () => {
    const one = await ready();
    await typeCell('台帳', person.number, '氏名', '凡例 花子');
    expect((await notes.caseOf(one.receipt)).onFile[0]).toBe('凡例 花子');
    expect(valueOf(await notes.decide(one, '承認'))).toEqual({
      done: false,
      reason: 'LEDGER_DIFFERS',
      about: '氏名',
    });
    expect((await day.ledger(person.number))?.['氏名']).toBe('凡例 花子');
    expect((await notes.row(one.receipt))?.['状態']).toBe('申請中');
  });

  it('where a secretary has typed the new value already, it is approved without another line', async () => {
    const one = await ready();
    await typeCell('台帳', person.number, '氏名', '試作 花子');
    await typeCell('台帳', person.number, 'フリガナ', 'シサク　ハナコ');
    expect(valueOf(await notes.decide(one, '承認'))).toMatchObject({ done: true });
    expect(await lines()).toEqual([]);
    expect((await notes.row(one.receipt))?.['状態']).toBe('承認');
  });

  it('内容 altered by hand so that it cannot be read is refused, readable it is taken as it stands', async () => {
    const one = await ready();
    await typeCell('変更届', one.receipt, '内容', '氏名を試作 花子に変更');
    expect(await notes.caseOf(one.receipt)).toMatchObject({ readable: false, note: '氏名を試作 花子に変更' });
    expect(valueOf(await notes.decide(one, '承認'))).toMatchObject({ reason: 'UNREADABLE' });
    await typeCell('変更届', one.receipt, '内容', '氏名：見本　花子 → 試作 華子');
    expect(valueOf(await notes.decide(one, '承認'))).toMatchObject({ done: true });
    expect(await day.ledger(person.number)).toMatchObject({ 氏名: '試作 華子', フリガナ: 'ミホン　ハナコ' });
  });

  it('a status typed into the tab without 確認日時 is nothing: it is shown as 処理中 and can still be decided', async () => {
    const one = await ready();
    await typeCell('変更届', one.receipt, '状態', '差戻し');
    expect((await notes.caseOf(one.receipt)).state).toBe('処理中');
    expect((await refused(NEW_NAME)).code).toBe('OPEN_ALREADY');
    valueOf(await notes.decide(one, '承認'));
    expect(await notes.row(one.receipt)).toMatchObject({ 状態: '承認' });
  });

  it.each([
    ['sorts 台帳', '台帳', { action: 'sort', column: 3, ascending: false }],
    ['inserts rows in 台帳', '台帳', { action: 'insert', at: 2, count: 2 }],
  ])('somebody %s while it is approved: the right person, nobody else', async (_, tab, reshape) => {
    const one = await ready();
    const before = new Map((await day.rows('台帳')).map((row) => [row['登録番号'] ?? '', row]));
    const { staff } = await day.sample();
    await workspace.control.post('/api/faults', {
      kind: 'edit',
      at: { function: 'office', call: 'Sheets.Spreadsheets.batchUpdate', k: 1, when: 'before' },
      edit: { tab, user: staff[1], ...reshape },
    });
    expect(valueOf(await notes.decide(one, '承認'))).toMatchObject({ done: true });
    for (const row of await day.rows('台帳')) {
      const own = row['登録番号'] === person.number;
      expect(row).toEqual({
        ...before.get(row['登録番号'] ?? ''),
        ...(own ? { 氏名: '試作 花子', フリガナ: 'シサク　ハナコ', 更新日時: '2026/11/24 10:00:00' } : {}),
      });
    }
    expect(await lines()).toHaveLength(2);
  });

  it('rows moved since the queue was read are found by their numbers', async () => {
    const one = await ready();
    const { staff } = await day.sample();
    for (const tab of ['台帳', '変更届'])
      await workspace.control.post(`/api/sheets/${encodeURIComponent(tab)}/rows`, {
        user: staff[0],
        action: 'insert',
        at: 2,
        count: 3,
      });
    expect(valueOf(await notes.decide(one, '承認'))).toMatchObject({ done: true });
    expect((await day.ledger(person.number))?.['氏名']).toBe('試作 花子');
    const nonsense = { receipt: one.receipt, place: { row: 999999, summaryRow: 1, ledgerRow: 999999 } };
    expect(valueOf(await notes.decide(nonsense, '承認'))).toMatchObject({ reason: 'DECIDED' });
    expect(valueOf(await notes.decide({ ...nonsense, receipt: 'D26-999999-0' }, '承認'))).toMatchObject({
      reason: 'NOT_FOUND',
    });
  });
});

describe('差戻し', () => {
  const why = {
    reason: '証明書類の文字が、読み取れませんでした。',
    request: 'もう一度お送りください。',
    fixBy: '2026-12-08',
  };

  it('keeps 受付番号 and the first 届出日 when it is sent again, and then it is approved', async () => {
    const { receipt } = await notes.send(token, NEW_NAME);
    valueOf(await notes.decide(await notes.caseOf(receipt), '差戻し', why));
    const back = (await view()).notifications[0];
    expect(back).toMatchObject({
      state: '差戻し',
      reason: `${why.reason}\n${why.request}`,
      fixBy: '2026-12-08',
    });
    await day.advance('PT32M');
    const mail = (await notes.mails(person.mailToType))[1];
    for (const text of [why.reason, why.request, '令和8年12月8日（火）', '令和8年11月24日（2026年）の届出'])
      expect(mail?.body).toContain(text);

    await workspace.control.post('/api/clock', { now: '2026-11-26T10:00:00+09:00' });
    ({ token } = valueOf<{ token: string }>(
      await day.mypage('login', { number: person.number, password: 'みどり-そら-かわ-ねこ-2026' }),
    ));
    expect((await refused({ ...about('休止'), receipt })).code).toBe('INVALID');
    const again = await notes.send(token, { ...NEW_NAME, changes: { 氏名: '試作 華子' }, receipt });
    expect(again.receipt).toBe(receipt);
    expect(await notes.row(receipt)).toMatchObject({
      内容: '氏名：見本　花子 → 試作 華子',
      状態: '申請中',
      届出日: '2026/11/24',
      確認日時: '',
      理由: '',
      補正期限: '',
    });
    expect((await refused({ ...NEW_NAME, receipt })).code).toBe('NOT_OPEN');
    const one = await notes.caseOf(receipt);
    valueOf(await notes.arrived(one));
    valueOf(await notes.decide(one, '承認'));
    expect((await day.ledger(person.number))?.['氏名']).toBe('試作 華子');
  });

  it('waits for the person until 補正期限 and then comes first again', async () => {
    const first = await notes.send(token, NEW_NAME);
    valueOf(await notes.decide(await notes.caseOf(first.receipt), '差戻し', why));
    await notes.send(token, about('休止'));
    const order = async () => (await notes.queue()).cases.map(({ kind, overdue }) => [kind, overdue]);
    expect(await order()).toEqual([['休止', false], ['氏名', false]]); // prettier-ignore
    await workspace.control.post('/api/clock', { now: '2026-12-09T09:00:00+09:00' });
    expect(await order()).toEqual([['氏名', true], ['休止', false]]); // prettier-ignore
    expect((await notes.queue()).fixBy).toBe('2026-12-23');
  });

  it('needs a reason and a day to come; so does 不承認 its reason', async () => {
    const { receipt } = await notes.send(token, NEW_NAME);
    const one = await notes.caseOf(receipt);
    for (const more of [{}, { ...why, reason: ' ' }, { ...why, fixBy: '2026-11-23' }, { reason: 'x' }])
      expect(refusalOf(await notes.decide(one, '差戻し', more)).code).toBe('INVALID');
    expect(refusalOf(await notes.decide(one, '不承認', {})).code).toBe('INVALID');
    expect(await notes.row(receipt)).toMatchObject({ 状態: '申請中' });
  });

  it('不承認 is told with its reason, 台帳 stays, and a new one can be filed', async () => {
    const { receipt } = await notes.send(token, NEW_NAME);
    const reason = '届け出られた内容と、証明書類の内容が違います。';
    valueOf(await notes.decide(await notes.caseOf(receipt), '不承認', { reason }));
    expect((await day.ledger(person.number))?.['氏名']).toBe('見本　花子');
    expect((await notes.queue()).cases).toEqual([]);
    expect((await notes.send(token, NEW_NAME)).receipt).not.toBe(receipt);
    await day.advance('PT32M');
    const mail = (await notes.mails(person.mailToType)).find(({ subject }) => subject.includes('結果'));
    expect(mail?.body).toContain(reason);
    expect(mail?.body).toContain('ご不明な点は、下記へお問い合わせください。');
  });
});

describe('登録辞退 and 休止', () => {
  it('登録辞退 ends login, session, waiting notices and other 変更届 in the same commit; the answer still arrives', async () => {
    const other = await notes.send(token, NEW_NAME);
    const { receipt } = await notes.send(token, about('登録辞退', '転職のため'));
    await day.advance('PT2M');
    const before = (await notes.mails(person.mailToType)).length;
    valueOf(await notes.decide(await notes.caseOf(other.receipt), '差戻し', {
      reason: '証明書類が、まだ届いていません。',
      fixBy: '2026-12-08',
    })); // prettier-ignore
    valueOf(await notes.decide(await notes.caseOf(receipt), '承認'));
    expect((await day.executions()).at(-1)?.calls['Sheets.Spreadsheets.batchUpdate']).toBe(1);
    expect(await day.ledger(person.number)).toMatchObject({
      状態: '登録抹消',
      状態の事由: '本人の辞退',
      状態の日: '2026/11/20',
    });
    expect(refusalOf(await day.mypage('view', {}, { token })).code).toBe('SESSION_ENDED');
    expect(
      refusalOf(await day.mypage('login', { number: person.number, password: 'みどり-そら-かわ-ねこ-2026' }))
        .code,
    ).toBe('LOGIN_FAILED');
    expect(await notes.row(other.receipt)).toMatchObject({
      状態: '取下げ',
      理由: '登録の辞退により取り下げました。',
    });
    await day.advance('PT45M');
    const mails = (await notes.mails(person.mailToType)).slice(before);
    expect(mails.map(({ subject }) => subject)).toEqual([`【民紹協】変更の届出を承認しました（${receipt}）`]);
    expect(mails[0]?.body).toContain('令和8年11月20日（2026年）付で、登録を抹消しました。');
    const stopped = (await day.rows('通知')).filter(
      (row) => row['状態'] === '取りやめ' && row['登録番号'] === person.number,
    );
    expect(stopped.map((row) => row['種別'])).toEqual(['変更届の差戻し']);
    expect(await notes.kept(person.number)).toMatchObject({
      [other.receipt]: { 状態: '取下げ' },
      [receipt]: { 状態: '承認' },
    });
  });

  it('休止 leaves My Page open and is not offered again', async () => {
    const { receipt } = await notes.send(token, about('休止'));
    valueOf(await notes.decide(await notes.caseOf(receipt), '承認'));
    expect(await day.ledger(person.number)).toMatchObject({ 状態: '休止', 状態の事由: '本人の届出' });
    const mine = await view();
    expect(mine.validity.state).toBe('休止');
    expect(mine.notificationKinds).toEqual(['氏名', '生年月日訂正', '登録辞退', 'その他']);
    expect((await refused(about('休止'))).code).toBe('INVALID');
  });

  it('その他 changes nothing in 台帳 by itself', async () => {
    const before = await day.ledger(person.number);
    const { receipt } = await notes.send(token, {
      kind: 'その他',
      changes: {},
      changedOn: '',
      note: '旧姓の併記をお願いします',
      evidence: '不要',
    });
    valueOf(await notes.decide(await notes.caseOf(receipt), '承認'));
    expect(await day.ledger(person.number)).toEqual(before);
    await day.advance('PT32M');
    expect((await notes.mails(person.mailToType))[1]?.body).toContain(
      '届出の内容を、事務局で確かに承りました。',
    );
  });
});

describe('a 変更届 on paper', () => {
  const entry = (more: object = {}) => ({
    ...NEW_NAME,
    evidence: '受領済',
    number: person.number,
    notifiedOn: '2026-11-18',
    ...more,
  });

  it('is entered for the person with its 届出日, is told to the person, and is decided like any other', async () => {
    const found = valueOf<{ person: { number: string; name: string; kinds: string[] } | null }>(
      await notes.office('findNotifier', { number: `第${person.number}号` }),
    );
    expect(found.person).toMatchObject({ number: person.number, name: '見本　花子' });
    expect(valueOf(await notes.office('findNotifier', { number: '999999' }))).toEqual({ person: null });
    const key = newKey();
    const first = valueOf<{ receipt: string }>(await notes.office('enterNotification', entry(), key));
    expect(first).toMatchObject({ done: true, mailed: true });
    expect(valueOf(await notes.office('enterNotification', entry(), key))).toEqual(first);
    expect(valueOf(await notes.office('enterNotification', entry()))).toMatchObject({
      done: false,
      reason: 'OPEN_ALREADY',
    });
    expect(await notes.row(first.receipt)).toMatchObject({
      届出日: '2026/11/18',
      登録元: '事務局',
      証明書類の状態: '受領済',
      状態: '申請中',
    });
    expect((await view()).notifications).toMatchObject([
      { receipt: first.receipt, notifiedOn: '2026-11-18' },
    ]);
    valueOf(await notes.decide(await notes.caseOf(first.receipt), '承認'));
    expect((await day.ledger(person.number))?.['氏名']).toBe('試作 花子');
  });

  it('is refused with a 届出日 to come, without a person, and with what is wrong', async () => {
    const send = (more: object) => notes.office('enterNotification', entry(more));
    expect(refusalOf(await send({ notifiedOn: '2026-11-25' })).code).toBe('INVALID');
    expect(valueOf(await send({ number: '999999' }))).toMatchObject({ reason: 'NO_PERSON' });
    expect(refusalOf(await send({ changes: { フリガナ: '試作' } })).code).toBe('INVALID');
    expect(await day.rows('変更届')).toEqual([]);
  });
});

it('who has no working address is told by letter: the notice waits to be posted', async () => {
  const one = await ready();
  await typeCell('台帳', person.number, 'メールの状態', '不達');
  expect(valueOf(await notes.decide(one, '承認'))).toMatchObject({ done: true, told: 'letter' });
  await day.advance('PT45M');
  const letter = (await day.rows('通知')).filter((row) => row['種別'] === '変更届の承認');
  expect(letter).toMatchObject([{ 方法: '郵送', 状態: '郵送待ち' }]);
});

it('nobody but staff decides, and not without a key', async () => {
  const { receipt } = await notes.send(token, NEW_NAME);
  const { staff } = await day.sample();
  const args = { receipt, place: { row: 2, summaryRow: 3, ledgerRow: 2 }, decision: '承認' };
  expect(refusalOf(await day.office(staff[0] ?? '', 'decideNotification', args)).code).toBe('INVALID');
  for (const method of [
    'notificationQueue',
    'decideNotification',
    'setNotificationEvidence',
    'findNotifier',
    'enterNotification',
  ]) {
    const called = await workspace.control.post<Parameters<typeof refusalOf>[0]>('/api/call', {
      page: 'exec',
      function: 'office',
      args: [{ method, key: newKey(), args: argsOf(method, args) }],
    });
    expect(refusalOf(called).code).toBe('NOT_STAFF');
  }
});

function argsOf(method: string, args: { receipt: string; place: object }): object {
  if (method === 'decideNotification') return args;
  if (method === 'setNotificationEvidence')
    return { receipt: args.receipt, place: args.place, state: '受領済' };
  if (method === 'findNotifier') return { number: '00012' };
  if (method === 'enterNotification')
    return { ...NEW_NAME, evidence: '受領済', number: '00012', notifiedOn: '2026-11-18' };
  return {};
}
