/** J2: a registrant files a 変更届 with what needs proof, mends what is sent back, or takes it away. */
import type { MypageView } from '../../src/contract/mypage';
import { isReceiptNumber } from '../../src/domain/serial-number';
import { about, NEW_NAME } from '../support/notification-day';
import { notificationScene } from '../support/notification-scene';
import { newKey, refusalOf, valueOf } from '../support/office-day';

const CONTENT = '氏名：見本　花子 → 試作 花子\nフリガナ：ミホン　ハナコ → シサク　ハナコ';

const scene = notificationScene();

describe('a registrant files it', () => {
  it('it waits with a 受付番号, 台帳 stays as it is, and a receipt without values is mailed', async () => {
    const before = await scene.day.ledger(scene.person.number);
    const answer = await scene.notes.send(scene.token, NEW_NAME);
    expect(isReceiptNumber(answer.receipt)).toBe(true);
    expect(answer).toMatchObject({
      receipt: expect.stringMatching(/^D26-000001-\d$/) as string,
      mailed: true,
    });
    expect(await scene.day.ledger(scene.person.number)).toEqual(before);
    expect(await scene.notes.row(answer.receipt)).toMatchObject({
      登録番号: scene.person.number,
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
    expect((await scene.view()).notifications).toEqual(answer.view.notifications);
    await scene.day.advance('PT2M');
    const [mail, ...others] = await scene.notes.mails(scene.person.mailToType);
    expect(others).toEqual([]);
    expect(mail?.subject).toContain(answer.receipt);
    expect(mail?.body).toContain('氏名の変更');
    expect(mail?.body).not.toContain('試作');
    expect(mail?.body).toMatch(/（N26-\d{6}）\s*$/);
  });

  it('sent twice with the same key, also at once, it is one', async () => {
    const key = newKey();
    const send = () => scene.day.mypage('sendNotification', NEW_NAME, { token: scene.token, key });
    const answers = await Promise.all([send(), send()]);
    answers.push(await send());
    const receipts = answers.map((called) => valueOf<{ receipt: string }>(called).receipt);
    expect(new Set(receipts).size).toBe(1);
    expect(await scene.day.rows('変更届')).toHaveLength(1);
    await scene.day.advance('PT5M');
    expect(await scene.notes.mails(scene.person.mailToType)).toHaveLength(1);
  });

  it.each([
    ['killed before the commit', 'kill', 'before'],
    ['killed after the commit', 'kill', 'after'],
    ['a commit that throws although it was applied', 'throw', 'after'],
    ['an answer lost on the way back', 'lostAnswer', 'after'],
  ] as const)('%s: pressing again gives one result', async (_, kind, when) => {
    await scene.workspace.control.post('/api/faults', {
      kind,
      at: { function: 'mypage', call: 'Sheets.Spreadsheets.batchUpdate', k: 1, when },
    });
    const key = newKey();
    await scene.day.mypage('sendNotification', NEW_NAME, { token: scene.token, key });
    const { receipt } = await scene.notes.send(scene.token, NEW_NAME, key);
    expect((await scene.day.rows('変更届')).map((row) => row['受付番号'])).toEqual([receipt]);
    await scene.day.advance('PT30M');
    expect(await scene.notes.mails(scene.person.mailToType)).toHaveLength(1);
  });

  it('one of a 種類 is open at a time; another kind is another', async () => {
    await scene.notes.send(scene.token, NEW_NAME);
    expect((await scene.refused(NEW_NAME)).code).toBe('OPEN_ALREADY');
    const answers = await Promise.all([
      scene.day.mypage('sendNotification', about('休止'), { token: scene.token, key: newKey() }),
      scene.day.mypage('sendNotification', about('休止'), { token: scene.token, key: newKey() }),
    ]);
    expect(answers.filter((called) => called.ok && called.value.ok)).toHaveLength(1);
    expect(await scene.day.rows('変更届')).toHaveLength(2);
  });

  it('what is wrong is told field by field, and nothing is written', async () => {
    expect(
      await scene.refused({
        ...NEW_NAME,
        changes: { 氏名: '', フリガナ: '試作' },
        changedOn: '2027-01-01',
        evidence: '不要',
      }),
    ).toMatchObject({
      code: 'INVALID',
      fields: { 氏名: 'REQUIRED', フリガナ: 'NOT_KANA', changedOn: 'FUTURE' },
    });
    expect(await scene.refused({ ...NEW_NAME, evidence: '不要' })).toMatchObject({
      fields: { evidence: 'NOT_A_CHOICE' },
    });
    for (const item of ['住所', '登録番号', '状態', '生年月日'])
      expect((await scene.refused({ ...NEW_NAME, changes: { 氏名: '試作', [item]: 'x' } })).code).toBe(
        'INVALID',
      );
    expect(await scene.day.rows('変更届')).toEqual([]);
  });

  it.each(['=1+1', '＝cmd', 'A → B', '「花」：子', '<b>花子</b>', "'花子"])(
    'the name %s is stored as typed, read back, and enters 台帳',
    async (name) => {
      const one = await scene.ready({ ...NEW_NAME, changes: { 氏名: name } });
      expect(one).toMatchObject({ readable: true, changes: [{ item: '氏名', after: name }] });
      valueOf(await scene.notes.decide(one, '承認'));
      expect((await scene.day.ledger(scene.person.number))?.['氏名']).toBe(name);
      const { formulas } = await scene.workspace.control.get<{ formulas: string[][] }>(
        `/api/sheets/${encodeURIComponent('変更届')}`,
      );
      expect(formulas.flat().filter((formula) => formula !== '')).toEqual([]);
    },
  );

  it('取り下げる ends it once, and a new one can be filed', async () => {
    const { receipt } = await scene.notes.send(scene.token, NEW_NAME);
    const key = newKey();
    const first = valueOf<{ view: MypageView }>(await scene.withdraw(receipt, key));
    expect(first.view.notifications[0]?.state).toBe('取下げ');
    valueOf(await scene.withdraw(receipt, key));
    expect(refusalOf(await scene.withdraw(receipt)).code).toBe('NOT_OPEN');
    expect(await scene.notes.row(receipt)).toMatchObject({ 状態: '取下げ', 確認者: '本人' });
    expect((await scene.notes.send(scene.token, NEW_NAME)).receipt).not.toBe(receipt);
  });

  it('somebody else’s 受付番号 is nobody’s to withdraw or send again', async () => {
    const { receipt } = await scene.notes.send(scene.token, NEW_NAME);
    const other = await scene.notes.enter('sameMail');
    const as = { token: other.token, key: newKey() };
    expect(refusalOf(await scene.day.mypage('withdrawNotification', { receipt }, as)).code).toBe('NOT_OPEN');
    expect((await scene.refused({ ...NEW_NAME, receipt }, other.token)).code).toBe('NOT_OPEN');
    expect(await scene.notes.row(receipt)).toMatchObject({ 状態: '申請中' });
  });
});

describe('差戻し', () => {
  const why = {
    reason: '証明書類の文字が、読み取れませんでした。',
    request: 'もう一度お送りください。',
    fixBy: '2026-12-08',
  };

  it('keeps 受付番号 and the first 届出日 when it is sent again, and then it is approved', async () => {
    const { receipt } = await scene.notes.send(scene.token, NEW_NAME);
    valueOf(await scene.notes.decide(await scene.notes.caseOf(receipt), '差戻し', why));
    const back = (await scene.view()).notifications[0];
    expect(back).toMatchObject({
      state: '差戻し',
      reason: `${why.reason}\n${why.request}`,
      fixBy: '2026-12-08',
    });
    await scene.day.advance('PT32M');
    const mail = (await scene.notes.mails(scene.person.mailToType))[1];
    for (const text of [why.reason, why.request, '令和8年12月8日（火）', '令和8年11月24日（2026年）の届出'])
      expect(mail?.body).toContain(text);

    await scene.workspace.control.post('/api/clock', { now: '2026-11-26T10:00:00+09:00' });
    ({ token: scene.token } = valueOf<{ token: string }>(
      await scene.day.mypage('login', {
        number: scene.person.number,
        password: 'みどり-そら-かわ-ねこ-2026',
      }),
    ));
    expect((await scene.refused({ ...about('休止'), receipt })).code).toBe('INVALID');
    const again = await scene.notes.send(scene.token, {
      ...NEW_NAME,
      changes: { 氏名: '試作 華子' },
      receipt,
    });
    expect(again.receipt).toBe(receipt);
    expect(await scene.notes.row(receipt)).toMatchObject({
      内容: '氏名：見本　花子 → 試作 華子',
      状態: '申請中',
      届出日: '2026/11/24',
      確認日時: '',
      理由: '',
      補正期限: '',
    });
    expect((await scene.refused({ ...NEW_NAME, receipt })).code).toBe('NOT_OPEN');
    const one = await scene.notes.caseOf(receipt);
    valueOf(await scene.notes.arrived(one));
    valueOf(await scene.notes.decide(one, '承認'));
    expect((await scene.day.ledger(scene.person.number))?.['氏名']).toBe('試作 華子');
  });

  it('waits for the person until 補正期限 and then comes first again', async () => {
    const first = await scene.notes.send(scene.token, NEW_NAME);
    valueOf(await scene.notes.decide(await scene.notes.caseOf(first.receipt), '差戻し', why));
    await scene.notes.send(scene.token, about('休止'));
    const order = async () => (await scene.notes.queue()).cases.map(({ kind, overdue }) => [kind, overdue]);
    expect(await order()).toEqual([['休止', false], ['氏名', false]]); // prettier-ignore
    await scene.workspace.control.post('/api/clock', { now: '2026-12-09T09:00:00+09:00' });
    expect(await order()).toEqual([['氏名', true], ['休止', false]]); // prettier-ignore
    expect((await scene.notes.queue()).fixBy).toBe('2026-12-23');
  });

  it('needs a reason and a day to come; so does 不承認 its reason', async () => {
    const { receipt } = await scene.notes.send(scene.token, NEW_NAME);
    const one = await scene.notes.caseOf(receipt);
    for (const more of [{}, { ...why, reason: ' ' }, { ...why, fixBy: '2026-11-23' }, { reason: 'x' }])
      expect(refusalOf(await scene.notes.decide(one, '差戻し', more)).code).toBe('INVALID');
    expect(refusalOf(await scene.notes.decide(one, '不承認', {})).code).toBe('INVALID');
    expect(await scene.notes.row(receipt)).toMatchObject({ 状態: '申請中' });
  });

  it('不承認 is told with its reason, 台帳 stays, and a new one can be filed', async () => {
    const { receipt } = await scene.notes.send(scene.token, NEW_NAME);
    const reason = '届け出られた内容と、証明書類の内容が違います。';
    valueOf(await scene.notes.decide(await scene.notes.caseOf(receipt), '不承認', { reason }));
    expect((await scene.day.ledger(scene.person.number))?.['氏名']).toBe('見本　花子');
    expect((await scene.notes.queue()).cases).toEqual([]);
    expect((await scene.notes.send(scene.token, NEW_NAME)).receipt).not.toBe(receipt);
    await scene.day.advance('PT32M');
    const mail = (await scene.notes.mails(scene.person.mailToType)).find(({ subject }) =>
      subject.includes('結果'),
    );
    expect(mail?.body).toContain(reason);
    expect(mail?.body).toContain('ご不明な点は、下記へお問い合わせください。');
  });
});
