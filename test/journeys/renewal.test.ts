/** J4: from the checklist to the certificate in the letter box, and every way back. */
import type { MypageView } from '../../src/contract/mypage';
import { isReceiptNumber } from '../../src/domain/serial-number';
import { asOnFile, renewalDay, type RenewalDay } from '../support/renewal-day';
import { newKey, officeDay, refusalOf, valueOf, type OfficeDay, type Person } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

/** A Tuesday in the window of those who end on 31 March. */
const NOW = '2026-11-24T10:00:00+09:00';

let workspace: TestWorkspace;
let day: OfficeDay;
let renewal: RenewalDay;
let person: Person;
let token: string;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
  renewal = renewalDay(day);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', registrants: 60, now: NOW });
  ({ person, token } = await renewal.enter('inWindowComplete'));
});
afterAll(() => workspace.close());

const view = async () => (await renewal.view(token)).renewal;
const apply = async (key = newKey()) =>
  valueOf<{ receipt: string; mailed: boolean; view: MypageView }>(
    await renewal.apply(token, asOnFile(person), key),
  );
const row = async (receipt: string) =>
  (await day.rows('更新申請')).find((each) => each['受付番号'] === receipt);
const wait = async (duration: string) => {
  await day.advance(duration);
  token = await renewal.again(person);
};
const subjects = async () =>
  (await day.mails(person.mailToType))
    .map(({ subject }) => subject)
    .filter((subject) => !subject.includes('パスワード'));
const steps = async () =>
  (await view()).application?.timeline.map(({ step, done }) => `${step}${done ? '済' : ''}`);

describe('the main line', () => {
  it('goes from the checklist to the certificate that has been received, each step seen by everybody', async () => {
    expect(await view()).toMatchObject({
      canApply: true,
      why: [],
      end: '令和9年3月31日（2027年）',
      opens: '令和8年9月30日（水）',
      closes: '令和9年3月31日（水）',
      form: { printedName: person.name },
    });
    const applied = await apply();
    const { receipt } = applied;
    expect(isReceiptNumber(receipt)).toBe(true);
    expect(applied.mailed).toBe(true);
    expect(applied.view.renewal).toMatchObject({
      canApply: false,
      why: ['OPEN_APPLICATION'],
      application: { receipt, state: '申請中', canWithdraw: true },
    });
    expect(await row(receipt)).toMatchObject({
      ...{ 登録番号: person.number, 有効期間満了日: '2027/03/31', 状態: '申請中', メールマガジン: '有' },
      ...{ ポイント合計: '5', 記載氏名: person.name, 送付先: '自宅', 受付日: '2026/11/24', 確認日時: '' },
      規則: '必要ポイント5・申請開始6か月前の応当日・申請締切0日前・救済14日・他団体の講習認めない・有効期間5年応当日の前日',
    });
    const { cases } = await renewal.ask('renewalQueue', { show: '申請中' });
    expect(cases).toMatchObject([
      {
        ...{ receipt, number: person.number, unmet: [], obstacles: [], magazine: true },
        points: { have: 5, needed: 5 },
        next: '令和9年4月1日（2027年）から令和14年3月31日（2032年）まで',
      },
    ]);
    expect(cases[0]?.proofs).toHaveLength(3);
    expect(await renewal.decide('確認済', [receipt])).toMatchObject({ decided: 1, notices: 0 });
    expect(await steps()).toEqual(['受付済', '確認済', '決裁', '発送', '受領']);
    const { lines } = await renewal.ask('resolutionList', {});
    expect(lines).toMatchObject([{ serial: 1, receipt, name: person.name, magazine: '有', total: 5 }]);
    expect(
      await renewal.decide('承認', [receipt], { resolvedOn: '2026-11-25', resolution: '決裁第7号' }),
    ).toMatchObject({ decided: 1, notices: 1, leavesAt: '11月24日 10:30', certificates: 1 });
    expect(await row(receipt)).toMatchObject({
      ...{ 状態: '承認', 決裁日: '2026/11/25', 決裁番号: '決裁第7号' },
      ...{ 新有効期間開始日: '2027/04/01', 新有効期間満了日: '2032/03/31' },
    });
    const periods = await renewal.rowsOf('有効期間', person.number);
    expect(periods).toMatchObject([
      { 期: '1', 満了日: '2027/03/31' },
      { 期: '2', 開始日: '2027/04/01', 満了日: '2032/03/31', 根拠: '更新', 受付番号: receipt },
    ]);
    // 台帳 goes on showing the period that contains today.
    expect((await day.ledger(person.number))?.['有効期間満了日']).toBe('2027/03/31');
    expect(await view()).toMatchObject({
      end: '令和9年3月31日（2027年）',
      why: ['RENEWED'],
      next: { start: '令和9年4月1日（2027年）', end: '令和14年3月31日（2032年）' },
    });
    await wait('PT31M');
    expect(await subjects()).toEqual([
      `【民紹協】資格更新の申請を受け付けました（${receipt}）`,
      '【民紹協】職業紹介士資格の更新を承認しました',
    ]);

    const certificate = periods[1]?.['証書番号'] ?? '';
    expect(certificate).toMatch(/^S26-\d{6}$/);
    const { cases: papers } = await renewal.ask('certificateQueue', { show: '作成待ち' });
    expect(papers).toMatchObject([
      { certificate, serial: 1, printedName: person.name, cause: '更新', addressChanged: false },
    ]);
    const label = papers[0]?.label;
    expect(await renewal.ask('markCertificates', { to: '作成済', certificates: [certificate] })).toEqual({
      marked: 1,
      skipped: [],
    });
    const lines2 = [{ certificate, tracking: '1234-5678-9012' }];
    expect(
      await renewal.ask('postCertificates', { postedOn: '2026-12-01', postedBy: '簡易書留', lines: lines2 }),
    ).toMatchObject({ posted: 1, skipped: [], notices: 1 });
    expect(await renewal.rowsOf('証書', person.number)).toMatchObject([
      {
        状態: '発送済',
        お問い合わせ番号: '1234-5678-9012',
        宛名: `〒${label?.postalCode ?? ''}\n${label?.lines.join('\n') ?? ''}\n${person.name} 様`,
      },
    ]);
    expect(await view()).toMatchObject({
      certificates: [{ tracking: '1234-5678-9012', posted: '令和8年12月1日（2026年）', canConfirm: true }],
    });
    await wait('PT31M');
    const mails = await day.mails(person.mailToType);
    expect(mails[mails.length - 1]?.body).toContain('1234-5678-9012');

    const key = newKey();
    const received = await day.mypage('confirmCertificate', { certificate }, { token, key });
    expect(valueOf<{ view: MypageView }>(received).view.renewal.certificates).toMatchObject([
      { state: '受領' },
    ]);
    expect(valueOf(await day.mypage('confirmCertificate', { certificate }, { token, key }))).toBeDefined();
    expect(await steps()).toEqual(['受付済', '確認済', '決裁済', '発送済', '受領済']);

    // From its first day on, the next period is in force everywhere.
    await renewal.to('2027-04-01T07:00:00+09:00');
    expect(await day.ledger(person.number)).toMatchObject({
      有効期間開始日: '2027/04/01',
      有効期間満了日: '2032/03/31',
    });
    token = await renewal.again(person);
    expect((await renewal.view(token)).validity).toMatchObject({
      state: '有効',
      end: '令和14年3月31日（2032年）',
    });
  });
});

describe('applying', () => {
  it('sent twice with the same key, also at once, it is one', async () => {
    const key = newKey();
    const send = () => renewal.apply(token, asOnFile(person), key);
    const answers = [...(await Promise.all([send(), send()])), await send()];
    const receipts = answers.map((called) => valueOf<{ receipt: string }>(called).receipt);
    expect(new Set(receipts).size).toBe(1);
    expect(await day.rows('更新申請')).toHaveLength(1);
  });

  it('a second one is refused while the first is under way, and granted after it was withdrawn', async () => {
    const { receipt } = await apply();
    expect(refusalOf(await renewal.apply(token, asOnFile(person)))).toEqual({
      ok: false,
      code: 'INVALID',
      fields: { renewal: 'OPEN_APPLICATION' },
    });
    valueOf(await day.mypage('withdrawRenewal', { receipt }, { token, key: newKey() }));
    expect(await row(receipt)).toMatchObject({ 状態: '取下げ', 確認者: '本人' });
    expect(
      refusalOf(await day.mypage('withdrawRenewal', { receipt }, { token, key: newKey() })).fields,
    ).toEqual({ renewal: 'NOT_OPEN' });
    await apply();
    expect(await day.rows('更新申請')).toHaveLength(2);
  });

  it.each([
    ['inWindowNoCourse', ['COURSE']],
    ['inWindowShort', ['POINTS']],
    ['monthEnd', expect.arrayContaining(['TOO_EARLY'])],
    ['lapsed', expect.arrayContaining(['STATE'])],
  ])('%s is told why not, and a call all the same is refused', async (name, why: unknown) => {
    const other = await renewal.enter(name);
    expect((await renewal.view(other.token)).renewal).toMatchObject({ canApply: false, why });
    const refused = refusalOf(await renewal.apply(other.token, asOnFile(other.person)));
    expect(refused.fields?.['renewal']).toBeDefined();
    expect(await day.rows('更新申請')).toEqual([]);
  });

  it.each([
    [{ printedName: '  ', sendTo: '自宅' }, { printedName: 'REQUIRED' }],
    [{ printedName: 'あ'.repeat(51), sendTo: '自宅' }, { printedName: 'TOO_LONG' }],
    [{ printedName: '試作\u202e花子', sendTo: '自宅' }, { printedName: 'NOT_ALLOWED' }],
  ])('%j is refused by its field', async (form, fields) => {
    expect(refusalOf(await renewal.apply(token, form)).fields).toEqual(fields);
  });
});

describe('decisions', () => {
  it('taken back in its waiting time, an approval leaves no mail, no period and no certificate', async () => {
    const { receipt } = await apply();
    await renewal.approve([receipt], '2026-11-24');
    await renewal.decide('取消', [receipt], { reason: '別の方と取り違えました。' });
    await wait('PT40M');
    expect(await subjects()).toEqual([`【民紹協】資格更新の申請を受け付けました（${receipt}）`]);
    expect(await renewal.rowsOf('証書', person.number)).toMatchObject([{ 状態: '廃棄' }]);
    expect((await view()).next).toBeNull();
    expect((await view()).canApply).toBe(true);
    // Opened again it can be approved: the first 受付日 and 受付番号 stay.
    await renewal.decide('申請中', [receipt]);
    expect(await renewal.approve([receipt], '2026-11-26')).toMatchObject({ decided: 1 });
    const periods = await renewal.rowsOf('有効期間', person.number);
    expect(periods.map((each) => [each['期'], each['満了日']])).toEqual([
      ['1', '2027/03/31'],
      ['2', ''],
      ['3', '2032/03/31'],
    ]);
  });

  it('taken back after it was told, it is corrected by a mail', async () => {
    const { receipt } = await apply();
    await renewal.approve([receipt], '2026-11-24');
    await wait('PT40M');
    await renewal.decide('取消', [receipt], { reason: '決裁の前でした。' });
    await wait('PT40M');
    expect((await subjects()).slice(-1)).toEqual(['【民紹協】先ほどのお知らせの訂正']);
  });

  it('不承認 and 差戻し need a reason, and tell it', async () => {
    const { receipt } = await apply();
    expect((await renewal.decide('差戻し', [receipt])).skipped).toMatchObject([{ reason: 'NO_REASON' }]);
    await renewal.decide('差戻し', [receipt], {
      reason: 'お名前を確認できませんでした。',
      request: '台帳のとおりに直してください。',
      fixBy: '2026-12-10',
    });
    await wait('PT40M');
    const mails = await day.mails(person.mailToType);
    const { body } = mails[mails.length - 1] ?? { body: '' };
    expect(body).toContain('お名前を確認できませんでした。');
    expect(body).toContain('令和8年12月10日（木）');
    expect((await view()).application).toMatchObject({
      ...{ state: '差戻し', canMend: true, fixBy: '令和8年12月10日（木）' },
    });
    const again = await renewal.apply(token, { receipt, printedName: '十全満', sendTo: '事業所' });
    expect(valueOf<{ receipt: string }>(again).receipt).toBe(receipt);
    expect(await row(receipt)).toMatchObject({
      ...{ 状態: '申請中', 記載氏名: '十全満', 送付先: '事業所', 受付日: '2026/11/24', 補正期限: '' },
    });
  });

  it('what is unmet by now is left, spelled out, and goes on as 特例 only with its 決裁番号', async () => {
    const { receipt } = await apply();
    const course = (await renewal.rowsOf('ポイント', person.number)).find(
      (each) => each['区分'] === '職業紹介責任者講習',
    );
    valueOf(
      await renewal.office('decidePoints', {
        decision: '取消',
        receipts: [course?.['受付番号']],
        reason: '誤り',
      }),
    );
    const { skipped } = await renewal.decide('確認済', [receipt]);
    expect(skipped).toMatchObject([{ receipt, name: person.name, reason: 'UNMET' }]);
    expect(skipped[0]?.spelled).toEqual(['当協会開催の職業紹介責任者講習が、まだ確認されていません。']);
    const exception = { kind: '要件不足', reason: '療養のため（理事会）' };
    await renewal.decide('確認済', [receipt], { exception });
    expect((await renewal.decide('承認', [receipt], { resolvedOn: '2026-11-25' })).skipped).toMatchObject([
      { reason: 'NO_REASON' },
    ]);
    await renewal.decide('承認', [receipt], { resolvedOn: '2026-11-25', resolution: '特第1号' });
    expect(await row(receipt)).toMatchObject({
      ...{ 状態: '承認', 特例: '要件不足', 特例の理由: '療養のため（理事会）', 決裁番号: '特第1号' },
    });
    expect((await renewal.rowsOf('有効期間', person.number))[1]).toMatchObject({ 根拠: '特例' });
  });

  it('somebody was faster: told, not decided twice; the same press again gives the same answer', async () => {
    const { receipt } = await apply();
    const key = newKey();
    const first = await renewal.decide('確認済', [receipt], {}, key);
    expect(await renewal.decide('確認済', [receipt], {}, key)).toEqual(first);
    expect((await renewal.decide('確認済', [receipt])).skipped).toMatchObject([
      { receipt, reason: 'DECIDED', state: '確認済' },
    ]);
    expect((await renewal.decide('確認済', ['K26-999999-9'])).skipped).toMatchObject([
      { reason: 'NOT_FOUND' },
    ]);
  });
});

describe('certificates', () => {
  const made = async () => {
    const { receipt } = await apply();
    await renewal.approve([receipt], '2026-11-24');
    const [paper] = (await renewal.ask('certificateQueue', { show: '作成待ち' })).cases;
    const certificate = paper?.certificate ?? '';
    await renewal.ask('markCertificates', { to: '作成済', certificates: [certificate] });
    return certificate;
  };
  const post = (certificate: string, tracking: string) =>
    renewal.ask('postCertificates', {
      postedOn: '2026-12-01',
      postedBy: '簡易書留',
      lines: [{ certificate, tracking }],
    });

  it('warn when the address changed after the label, come back with a reason, and go out again', async () => {
    const certificate = await made();
    valueOf(
      await day.mypage(
        'changeLedger',
        { changes: { 住所: '見本県見本市新町1-2-3' } },
        { token, key: newKey() },
      ),
    );
    const { cases } = await renewal.ask('certificateQueue', { show: '作成済' });
    expect(cases).toMatchObject([{ certificate, addressChanged: true }]);
    expect(cases[0]?.newLabel).toContain('新町1-2-3');
    await post(certificate, '1111');
    const { nextStep } = await renewal.ask('returnCertificate', {
      ...{ certificate, returnedOn: '2026-12-10', reason: 'あて所に尋ねあたらず' },
    });
    expect(nextStep).toContain('台帳');
    expect(await view()).toMatchObject({
      certificates: [{ state: '返戻', returnReason: 'あて所に尋ねあたらず', canConfirm: false }],
    });
    await renewal.ask('markCertificates', { to: '作成済', certificates: [certificate] });
    await post(certificate, '2222');
    expect(await renewal.rowsOf('証書', person.number)).toMatchObject([
      { 状態: '発送済', 発送日: '2026/12/01', 再発送日: '2026/12/01', お問い合わせ番号: '2222' },
    ]);
    expect((await renewal.rowsOf('証書', person.number))[0]?.['宛名']).toContain('新町1-2-3');
    expect(
      await renewal.ask('receiveCertificates', { certificates: [certificate], receivedOn: '2026-12-20' }),
    ).toEqual({ received: 1 });
  });

  it('are made for a rewritten name or a lost one too; a number nobody has is answered', async () => {
    const numbers = [person.number, '99999'];
    expect(await renewal.ask('addCertificates', { cause: '再交付', numbers })).toEqual({
      added: 1,
      unknown: ['99999'],
    });
    expect(await renewal.rowsOf('証書', person.number)).toMatchObject([
      { 事由: '再交付', 状態: '作成待ち', 記載氏名: person.name },
    ]);
  });
});

describe('people without working mail', () => {
  it('are told by letter, printed from the same text and stamped when posted', async () => {
    const { receipt } = await apply();
    const { staff } = await day.sample();
    const table = await workspace.control.get<{ display: string[][] }>(
      `/api/sheets/${encodeURIComponent('台帳')}`,
    );
    const at = table.display.findIndex(([number]) => number === person.number) + 1;
    const column = String.fromCharCode(65 + (table.display[0] ?? []).indexOf('メールの状態'));
    await workspace.control.post(`/api/sheets/${encodeURIComponent('台帳')}/edit`, {
      ...{ user: staff[0], range: `${column}${String(at)}`, values: [['不達']] },
    });
    const answer = await renewal.approve([receipt], '2026-11-24');
    expect(answer).toMatchObject({ notices: 0, letters: 1, leavesAt: '' });
    const { total, letters } = await renewal.ask('letters', {});
    expect(total).toBe(1);
    expect(letters).toMatchObject([{ number: person.number, kind: '更新の承認', problem: '' }]);
    expect(letters[0]?.body).toContain('令和14年3月31日');
    const [letter] = letters;
    const notices = [letter?.notice ?? ''];
    expect(await renewal.ask('postLetters', { notices })).toEqual({ posted: 1 });
    expect(await renewal.ask('letters', {})).toMatchObject({ total: 0 });
  });
});

describe('typing into 状態', () => {
  const tab = `/api/sheets/${encodeURIComponent('更新申請')}`;
  const type = async (receipt: string, cells: Record<string, string>) => {
    const { staff } = await day.sample();
    const { display } = await workspace.control.get<{ display: string[][] }>(tab);
    const [headers = []] = display;
    const at = display.findIndex(([number]) => number === receipt) + 1;
    for (const [header, text] of Object.entries(cells)) {
      const column = String.fromCharCode(65 + headers.indexOf(header));
      await workspace.control.post(`${tab}/edit`, {
        ...{ user: staff[0], range: `${column}${String(at)}`, values: [[text]] },
      });
    }
  };
  const putBack = async () =>
    (await day.rows('操作記録'))
      .filter((each) => each['種別'] === '元に戻した入力')
      .map((each) => each['結果']);

  it('is the same decision as in the sidebar, with 決裁日 typed beside it', async () => {
    const { receipt } = await apply();
    await type(receipt, { 状態: '確認済' });
    expect(await row(receipt)).toMatchObject({ 状態: '確認済', 確認者: '青木　ひとみ' });
    await type(receipt, { 状態: '承認' });
    expect(await row(receipt)).toMatchObject({ 状態: '確認済' });
    expect(await putBack()).toEqual([
      '「承認」を「確認済」に戻しました。決裁日を入れてから、状態を入力してください。',
    ]);
    await type(receipt, { 決裁番号: '決裁第3号', 決裁日: '2026/11/25', 状態: '承認' });
    expect(await row(receipt)).toMatchObject({ 状態: '承認', 新有効期間満了日: '2032/03/31' });
    expect(await renewal.rowsOf('証書', person.number)).toHaveLength(1);
  });

  it('what is not allowed is put back and said; what an interrupted execution left is taken up by the job', async () => {
    const { receipt } = await apply();
    await type(receipt, { 状態: '差戻し' });
    expect(await row(receipt)).toMatchObject({ 状態: '申請中' });
    await type(receipt, { 状態: '検討中' });
    expect(await row(receipt)).toMatchObject({ 状態: '申請中' });
    expect(await putBack()).toHaveLength(2);
    await workspace.control.post('/api/faults', {
      kind: 'kill',
      at: { function: 'onSheetEdited', call: 'Sheets.Spreadsheets.batchUpdate', k: 1, when: 'before' },
    });
    await type(receipt, { 状態: '確認済' });
    expect((await row(receipt))?.['確認日時']).toBe('');
    await wait('PT6M');
    expect(await row(receipt)).toMatchObject({ 状態: '確認済', 確認者: '青木　ひとみ' });
  });
});
