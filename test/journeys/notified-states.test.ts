/** J2: 登録辞退 and 休止, the 変更届 about the registration itself. */
import { about, NEW_NAME } from '../support/notification-day';
import { notificationScene } from '../support/notification-scene';
import { refusalOf, valueOf } from '../support/office-day';

const scene = notificationScene();

describe('登録辞退 and 休止', () => {
  it('登録辞退 ends login, session, waiting notices and other 変更届 in the same commit; the answer still arrives', async () => {
    const other = await scene.notes.send(scene.token, NEW_NAME);
    const { receipt } = await scene.notes.send(scene.token, about('登録辞退', '転職のため'));
    await scene.day.advance('PT2M');
    const before = (await scene.notes.mails(scene.person.mailToType)).length;
    valueOf(await scene.notes.decide(await scene.notes.caseOf(other.receipt), '差戻し', {
      reason: '証明書類が、まだ届いていません。',
      fixBy: '2026-12-08',
    })); // prettier-ignore
    valueOf(await scene.notes.decide(await scene.notes.caseOf(receipt), '承認'));
    expect((await scene.day.executions()).at(-1)?.calls['Sheets.Spreadsheets.batchUpdate']).toBe(1);
    expect(await scene.day.ledger(scene.person.number)).toMatchObject({
      状態: '登録抹消',
      状態の事由: '本人の辞退',
      状態の日: '2026/11/20',
    });
    expect(refusalOf(await scene.day.mypage('view', {}, { token: scene.token })).code).toBe('SESSION_ENDED');
    expect(
      refusalOf(
        await scene.day.mypage('login', {
          number: scene.person.number,
          password: 'みどり-そら-かわ-ねこ-2026',
        }),
      ).code,
    ).toBe('LOGIN_FAILED');
    expect(await scene.notes.row(other.receipt)).toMatchObject({
      状態: '取下げ',
      理由: '登録の辞退により取り下げました。',
    });
    await scene.day.advance('PT45M');
    const mails = (await scene.notes.mails(scene.person.mailToType)).slice(before);
    expect(mails.map(({ subject }) => subject)).toEqual([`【民紹協】変更の届出を承認しました（${receipt}）`]);
    expect(mails[0]?.body).toContain('令和8年11月20日（2026年）付で、登録を抹消しました。');
    const stopped = (await scene.day.rows('通知')).filter(
      (row) => row['状態'] === '取りやめ' && row['登録番号'] === scene.person.number,
    );
    expect(stopped.map((row) => row['種別'])).toEqual(['変更届の差戻し']);
    expect(await scene.notes.kept(scene.person.number)).toMatchObject({
      [other.receipt]: { 状態: '取下げ' },
      [receipt]: { 状態: '承認' },
    });
  });

  it('休止 leaves My Page open and is not offered again', async () => {
    const { receipt } = await scene.notes.send(scene.token, about('休止'));
    valueOf(await scene.notes.decide(await scene.notes.caseOf(receipt), '承認'));
    expect(await scene.day.ledger(scene.person.number)).toMatchObject({
      状態: '休止',
      状態の事由: '本人の届出',
    });
    const mine = await scene.view();
    expect(mine.validity.state).toBe('休止');
    expect(mine.notificationKinds).toEqual(['氏名', '生年月日訂正', '登録辞退', 'その他']);
    expect((await scene.refused(about('休止'))).code).toBe('INVALID');
  });

  it('その他 changes nothing in 台帳 by itself', async () => {
    const before = await scene.day.ledger(scene.person.number);
    const { receipt } = await scene.notes.send(scene.token, {
      kind: 'その他',
      changes: {},
      changedOn: '',
      note: '旧姓の併記をお願いします',
      evidence: '不要',
    });
    valueOf(await scene.notes.decide(await scene.notes.caseOf(receipt), '承認'));
    expect(await scene.day.ledger(scene.person.number)).toEqual(before);
    await scene.day.advance('PT32M');
    expect((await scene.notes.mails(scene.person.mailToType))[1]?.body).toContain(
      '届出の内容を、事務局で確かに承りました。',
    );
  });
});

// product.md, states of a person: 抹消 stops mails and waiting work at once, typed into the cell too.
describe('登録抹消 typed into 台帳 while an answer waits', () => {
  const decide = async (): Promise<void> => {
    const { receipt } = await scene.notes.send(scene.token, NEW_NAME);
    await scene.day.advance('PT2M');
    const asked = { reason: '証明書類が、まだ届いていません。', fixBy: '2026-12-08' };
    valueOf(await scene.notes.decide(await scene.notes.caseOf(receipt), '差戻し', asked));
  };
  const typeState = (text: string) => scene.typeCell('台帳', scene.person.number, '状態', text);
  const answers = async () =>
    (await scene.day.rows('通知')).filter((row) => row['種別'] === '変更届の差戻し');
  const answerMails = async () =>
    (await scene.notes.mails(scene.person.mailToType)).filter(({ subject }) => subject.includes('お願い'));

  it('the mail does not leave, and 通知 says why', async () => {
    await decide();
    await typeState('登録抹消');
    await scene.day.advance('PT45M');
    expect(await answerMails()).toEqual([]);
    expect(await answers()).toMatchObject([
      { 状態: '取りやめ', エラー: '登録の抹消などにより取りやめました。' },
    ]);
  });

  it('typed by mistake and put right before the mail was due, it leaves once', async () => {
    await decide();
    await typeState('登録抹消');
    await scene.day.advance('PT10M');
    await typeState('有効');
    await scene.day.advance('PT45M');
    expect(await answerMails()).toHaveLength(1);
    expect(await answers()).toMatchObject([{ 状態: '送信済' }]);
  });

  it('a letter is not written', async () => {
    await scene.typeCell('台帳', scene.person.number, '通知方法', '郵送');
    await decide();
    await typeState('登録抹消');
    await scene.day.advance('PT10M');
    const [secretary = ''] = (await scene.day.sample()).staff;
    const { letters } = valueOf<{ letters: { number: string; body: string; problem: string }[] }>(
      await scene.day.office(secretary, 'letters', { skip: 0 }),
    );
    expect(letters.filter(({ number }) => number === scene.person.number)).toMatchObject([
      { body: '', problem: expect.stringContaining('登録が終わった方です。') as unknown },
    ]);
  });
});
