/** J2: the secretariat decides a 変更届: 台帳, 変更履歴, the mail or the letter. */
import { NEW_NAME } from '../support/notification-day';
import { notificationScene } from '../support/notification-scene';
import { newKey, refusalOf, valueOf } from '../support/office-day';

const scene = notificationScene();

describe('the secretariat decides it', () => {
  it('承認 changes 台帳, 控え, 変更履歴 and the row in one commit; the mail waits half an hour', async () => {
    const one = await scene.ready();
    expect(one).toMatchObject({
      number: scene.person.number,
      onFile: ['見本　花子', 'ミホン　ハナコ'],
      evidence: '受領済',
      overdue: false,
    });
    const commits = async () =>
      (await scene.day.executions()).at(-1)?.calls['Sheets.Spreadsheets.batchUpdate'];
    expect(valueOf(await scene.notes.decide(one, '承認'))).toEqual({
      done: true,
      told: 'mail',
      sendAt: '2026-11-24T10:30:00+09:00',
    });
    expect(await commits()).toBe(1);
    expect(await scene.day.ledger(scene.person.number)).toMatchObject({
      氏名: '試作 花子',
      フリガナ: 'シサク　ハナコ',
    });
    const { staff } = await scene.day.sample();
    const row = await scene.notes.row(one.receipt);
    expect(row).toMatchObject({ 状態: '承認', 確認日時: '2026/11/24 10:00:00' });
    expect(row?.['確認者']).not.toBe('');
    expect(staff.length).toBeGreaterThan(1);
    expect(
      (await scene.lines()).map((line) => [line['項目'], line['変更前'], line['変更後'], line['受付番号']]),
    ).toEqual([
      ['氏名', '見本　花子', '試作 花子', one.receipt],
      ['フリガナ', 'ミホン　ハナコ', 'シサク　ハナコ', one.receipt],
    ]);
    expect((await scene.notes.kept(scene.person.number))[one.receipt]).toMatchObject({ 状態: '承認' });
    const mine = await scene.view();
    expect(mine).toMatchObject({ name: '試作 花子', notifications: [{ state: '承認' }] });
    await scene.day.advance('PT29M');
    expect((await scene.notes.mails(scene.person.mailToType)).map(({ subject }) => subject)).toHaveLength(1);
    await scene.day.advance('PT3M');
    const mail = (await scene.notes.mails(scene.person.mailToType))[1];
    expect(mail?.subject).toBe(`【民紹協】変更の届出を承認しました（${one.receipt}）`);
    expect(mail?.body).toContain('試作 花子 様');
    expect(mail?.body).toContain('台帳に反映しました。');
  });

  it('decided in the evening, the mail leaves the next morning', async () => {
    const one = await scene.ready();
    await scene.workspace.control.post('/api/clock', { now: '2026-11-27T17:45:00+09:00' });
    expect(valueOf(await scene.notes.decide(one, '承認'))).toMatchObject({
      sendAt: '2026-11-30T09:00:00+09:00',
    });
    await scene.workspace.control.post('/api/clock', { now: '2026-11-30T08:58:00+09:00' });
    expect(await scene.notes.mails(scene.person.mailToType)).toHaveLength(1);
    await scene.day.advance('PT5M');
    expect(await scene.notes.mails(scene.person.mailToType)).toHaveLength(2);
  });

  it('two secretaries at once: one decides, the other is told by whom, nothing is written twice', async () => {
    const one = await scene.ready();
    const answers = await Promise.all([
      scene.notes.decide(one, '承認', {}, newKey(), 0),
      scene.notes.decide(one, '承認', {}, newKey(), 1),
    ]);
    const outcomes = answers.map((called) =>
      valueOf<{ done: boolean; reason?: string; about?: string }>(called),
    );
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    const other = outcomes.find(({ done }) => !done);
    expect(other?.reason).toBe('DECIDED');
    expect(other?.about).toMatch(/^承認、.+、11月24日 10:00$/);
    expect(await scene.lines()).toHaveLength(2);
    await scene.day.advance('PT45M');
    expect(await scene.notes.mails(scene.person.mailToType)).toHaveLength(2);
  });

  it('the same key gives the same result, also when the answer of the commit was lost', async () => {
    const one = await scene.ready();
    const key = newKey();
    await scene.workspace.control.post('/api/faults', {
      kind: 'kill',
      at: { function: 'office', call: 'Sheets.Spreadsheets.batchUpdate', k: 1, when: 'after' },
    });
    await scene.notes.decide(one, '承認', {}, key);
    const first = valueOf(await scene.notes.decide(one, '承認', {}, key));
    expect(first).toMatchObject({ done: true });
    expect(valueOf(await scene.notes.decide(one, '承認', {}, key))).toEqual(first);
    expect(await scene.lines()).toHaveLength(2);
    await scene.day.advance('PT45M');
    expect(await scene.notes.mails(scene.person.mailToType)).toHaveLength(2);
  });

  it('after it was withdrawn the secretary is told, and 台帳 stays', async () => {
    const one = await scene.ready();
    valueOf(await scene.withdraw(one.receipt));
    expect(valueOf(await scene.notes.decide(one, '承認'))).toEqual({
      done: false,
      reason: 'WITHDRAWN',
      about: '11月24日 10:00',
    });
    expect((await scene.day.ledger(scene.person.number))?.['氏名']).toBe('見本　花子');
  });

  it('while the papers are on their way it is not approved', async () => {
    const { receipt } = await scene.notes.send(scene.token, NEW_NAME);
    const one = await scene.notes.caseOf(receipt);
    expect(valueOf(await scene.notes.decide(one, '承認'))).toMatchObject({ reason: 'NO_EVIDENCE' });
    valueOf(await scene.notes.arrived(one));
    expect((await scene.notes.row(receipt))?.['証明書類の状態']).toBe('受領済');
    expect((await scene.view()).notifications[0]?.evidence).toBe('受領済');
    expect(valueOf(await scene.notes.decide(one, '承認'))).toMatchObject({ done: true });
    expect(valueOf(await scene.notes.arrived(one))).toMatchObject({ done: false, reason: 'DECIDED' });
  });

  it('where 台帳 holds another value than 内容 says, nothing is written over', async () => {
    const one = await scene.ready();
    await scene.typeCell('台帳', scene.person.number, '氏名', '凡例 花子');
    expect((await scene.notes.caseOf(one.receipt)).onFile[0]).toBe('凡例 花子');
    expect(valueOf(await scene.notes.decide(one, '承認'))).toEqual({
      done: false,
      reason: 'LEDGER_DIFFERS',
      about: '氏名',
    });
    expect((await scene.day.ledger(scene.person.number))?.['氏名']).toBe('凡例 花子');
    expect((await scene.notes.row(one.receipt))?.['状態']).toBe('申請中');
  });

  it('where a secretary has typed the new value already, it is approved without another line', async () => {
    const one = await scene.ready();
    await scene.typeCell('台帳', scene.person.number, '氏名', '試作 花子');
    await scene.typeCell('台帳', scene.person.number, 'フリガナ', 'シサク　ハナコ');
    expect(valueOf(await scene.notes.decide(one, '承認'))).toMatchObject({ done: true });
    expect(await scene.lines()).toEqual([]);
    expect((await scene.notes.row(one.receipt))?.['状態']).toBe('承認');
  });

  it('内容 altered by hand so that it cannot be read is refused, readable it is taken as it stands', async () => {
    const one = await scene.ready();
    await scene.typeCell('変更届', one.receipt, '内容', '氏名を試作 花子に変更');
    expect(await scene.notes.caseOf(one.receipt)).toMatchObject({
      readable: false,
      note: '氏名を試作 花子に変更',
    });
    expect(valueOf(await scene.notes.decide(one, '承認'))).toMatchObject({ reason: 'UNREADABLE' });
    await scene.typeCell('変更届', one.receipt, '内容', '氏名：見本　花子 → 試作 華子');
    expect(valueOf(await scene.notes.decide(one, '承認'))).toMatchObject({ done: true });
    expect(await scene.day.ledger(scene.person.number)).toMatchObject({
      氏名: '試作 華子',
      フリガナ: 'ミホン　ハナコ',
    });
  });

  it('a status typed into the tab without 確認日時 is nothing: it is shown as 処理中 and can still be decided', async () => {
    const one = await scene.ready();
    await scene.typeCell('変更届', one.receipt, '状態', '差戻し');
    expect((await scene.notes.caseOf(one.receipt)).state).toBe('処理中');
    expect((await scene.refused(NEW_NAME)).code).toBe('OPEN_ALREADY');
    valueOf(await scene.notes.decide(one, '承認'));
    expect(await scene.notes.row(one.receipt)).toMatchObject({ 状態: '承認' });
  });

  it.each([
    ['sorts 台帳', '台帳', { action: 'sort', column: 3, ascending: false }],
    ['inserts rows in 台帳', '台帳', { action: 'insert', at: 2, count: 2 }],
  ])('somebody %s while it is approved: the right person, nobody else', async (_, tab, reshape) => {
    const one = await scene.ready();
    const before = new Map((await scene.day.rows('台帳')).map((row) => [row['登録番号'] ?? '', row]));
    const { staff } = await scene.day.sample();
    await scene.workspace.control.post('/api/faults', {
      kind: 'edit',
      at: { function: 'office', call: 'Sheets.Spreadsheets.batchUpdate', k: 1, when: 'before' },
      edit: { tab, user: staff[1], ...reshape },
    });
    expect(valueOf(await scene.notes.decide(one, '承認'))).toMatchObject({ done: true });
    for (const row of await scene.day.rows('台帳')) {
      const own = row['登録番号'] === scene.person.number;
      expect(row).toEqual({
        ...before.get(row['登録番号'] ?? ''),
        ...(own ? { 氏名: '試作 花子', フリガナ: 'シサク　ハナコ', 更新日時: '2026/11/24 10:00:00' } : {}),
      });
    }
    expect(await scene.lines()).toHaveLength(2);
  });

  it('rows moved since the queue was read are found by their numbers', async () => {
    const one = await scene.ready();
    const { staff } = await scene.day.sample();
    for (const tab of ['台帳', '変更届'])
      await scene.workspace.control.post(`/api/sheets/${encodeURIComponent(tab)}/rows`, {
        user: staff[0],
        action: 'insert',
        at: 2,
        count: 3,
      });
    expect(valueOf(await scene.notes.decide(one, '承認'))).toMatchObject({ done: true });
    expect((await scene.day.ledger(scene.person.number))?.['氏名']).toBe('試作 花子');
    const nonsense = { receipt: one.receipt, place: { row: 999999, summaryRow: 1, ledgerRow: 999999 } };
    expect(valueOf(await scene.notes.decide(nonsense, '承認'))).toMatchObject({ reason: 'DECIDED' });
    expect(valueOf(await scene.notes.decide({ ...nonsense, receipt: 'D26-999999-0' }, '承認'))).toMatchObject(
      {
        reason: 'NOT_FOUND',
      },
    );
  });
});

it('who has no working address is told by letter: the notice waits to be posted', async () => {
  const one = await scene.ready();
  await scene.typeCell('台帳', scene.person.number, 'メールの状態', '不達');
  expect(valueOf(await scene.notes.decide(one, '承認'))).toMatchObject({ done: true, told: 'letter' });
  await scene.day.advance('PT45M');
  const letter = (await scene.day.rows('通知')).filter((row) => row['種別'] === '変更届の承認');
  expect(letter).toMatchObject([{ 方法: '郵送', 状態: '郵送待ち' }]);
});

it('nobody but staff decides, and not without a key', async () => {
  const { receipt } = await scene.notes.send(scene.token, NEW_NAME);
  const { staff } = await scene.day.sample();
  const args = { receipt, place: { row: 2, summaryRow: 3, ledgerRow: 2 }, decision: '承認' };
  expect(refusalOf(await scene.day.office(staff[0] ?? '', 'decideNotification', args)).code).toBe('INVALID');
  for (const method of [
    'notificationQueue',
    'decideNotification',
    'setNotificationEvidence',
    'findNotifier',
    'enterNotification',
  ]) {
    const called = await scene.workspace.control.post<Parameters<typeof refusalOf>[0]>('/api/call', {
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
