/** J4: from the checklist to the certificate in the letter box, and every way back. */
import type { MypageView } from '../../src/contract/mypage';
import { isReceiptNumber } from '../../src/domain/serial-number';
import { newKey, refusalOf, valueOf } from '../support/office-day';
import { asOnFile } from '../support/renewal-day';
import { renewalScene } from '../support/renewal-scene';

const scene = renewalScene();

describe('the main line', () => {
  it('goes from the checklist to the certificate that has been received, each step seen by everybody', async () => {
    expect(await scene.view()).toMatchObject({
      canApply: true,
      why: [],
      end: '令和9年3月31日（2027年）',
      opens: '令和8年9月30日（水）',
      closes: '令和9年3月31日（水）',
      form: { printedName: scene.person.name },
    });
    const applied = await scene.apply();
    const { receipt } = applied;
    expect(isReceiptNumber(receipt)).toBe(true);
    expect(applied.mailed).toBe(true);
    expect(applied.view.renewal).toMatchObject({
      canApply: false,
      why: ['OPEN_APPLICATION'],
      application: { receipt, state: '申請中', canWithdraw: true },
    });
    expect(await scene.row(receipt)).toMatchObject({
      ...{
        登録番号: scene.person.number,
        有効期間満了日: '2027/03/31',
        状態: '申請中',
        メールマガジン: '有',
      },
      ...{
        ポイント合計: '5',
        記載氏名: scene.person.name,
        送付先: '自宅',
        受付日: '2026/11/24',
        確認日時: '',
      },
      規則: '必要ポイント5・申請開始6か月前の応当日・申請締切0日前・救済14日・他団体の講習認めない・有効期間5年応当日の前日',
    });
    const { cases } = await scene.renewal.ask('renewalQueue', { show: '申請中' });
    expect(cases).toMatchObject([
      {
        ...{ receipt, number: scene.person.number, unmet: [], obstacles: [], magazine: true },
        points: { have: 5, needed: 5 },
        next: '令和9年4月1日（2027年）から令和14年3月31日（2032年）まで',
      },
    ]);
    expect(cases[0]?.proofs).toHaveLength(3);
    expect(await scene.renewal.decide('確認済', [receipt])).toMatchObject({ decided: 1, notices: 0 });
    expect(await scene.steps()).toEqual(['受付済', '確認済', '決裁', '発送', '受領']);
    const { lines } = await scene.renewal.ask('resolutionList', {});
    expect(lines).toMatchObject([{ serial: 1, receipt, name: scene.person.name, magazine: '有', total: 5 }]);
    expect(
      await scene.renewal.decide('承認', [receipt], { resolvedOn: '2026-11-25', resolution: '決裁第7号' }),
    ).toMatchObject({ decided: 1, notices: 1, leavesAt: '11月24日 10:30', certificates: 1 });
    expect(await scene.row(receipt)).toMatchObject({
      ...{ 状態: '承認', 決裁日: '2026/11/25', 決裁番号: '決裁第7号' },
      ...{ 新有効期間開始日: '2027/04/01', 新有効期間満了日: '2032/03/31' },
    });
    const periods = await scene.renewal.rowsOf('有効期間', scene.person.number);
    expect(periods).toMatchObject([
      { 期: '1', 満了日: '2027/03/31' },
      { 期: '2', 開始日: '2027/04/01', 満了日: '2032/03/31', 根拠: '更新', 受付番号: receipt },
    ]);
    // 台帳 goes on showing the period that contains today.
    expect((await scene.day.ledger(scene.person.number))?.['有効期間満了日']).toBe('2027/03/31');
    expect(await scene.view()).toMatchObject({
      end: '令和9年3月31日（2027年）',
      why: ['RENEWED'],
      next: { start: '令和9年4月1日（2027年）', end: '令和14年3月31日（2032年）' },
    });
    await scene.wait('PT31M');
    expect(await scene.subjects()).toEqual([
      `【民紹協】資格更新の申請を受け付けました（${receipt}）`,
      '【民紹協】職業紹介士資格の更新を承認しました',
    ]);

    const certificate = periods[1]?.['証書番号'] ?? '';
    expect(certificate).toMatch(/^S26-\d{6}$/);
    const { cases: papers } = await scene.renewal.ask('certificateQueue', { show: '作成待ち' });
    expect(papers).toMatchObject([
      { certificate, serial: 1, printedName: scene.person.name, cause: '更新', addressChanged: false },
    ]);
    const label = papers[0]?.label;
    expect(
      await scene.renewal.ask('markCertificates', { to: '作成済', certificates: [certificate] }),
    ).toEqual({
      marked: 1,
      skipped: [],
      ended: [],
    });
    const lines2 = [{ certificate, tracking: '1234-5678-9012' }];
    expect(
      await scene.renewal.ask('postCertificates', {
        postedOn: '2026-12-01',
        postedBy: '簡易書留',
        lines: lines2,
      }),
    ).toMatchObject({ posted: 1, skipped: [], notices: 1 });
    expect(await scene.renewal.rowsOf('証書', scene.person.number)).toMatchObject([
      {
        状態: '発送済',
        お問い合わせ番号: '1234-5678-9012',
        宛名: `〒${label?.postalCode ?? ''}\n${label?.lines.join('\n') ?? ''}\n${scene.person.name} 様`,
      },
    ]);
    expect(await scene.view()).toMatchObject({
      certificates: [{ tracking: '1234-5678-9012', posted: '令和8年12月1日（2026年）', canConfirm: true }],
    });
    await scene.wait('PT31M');
    const mails = await scene.day.mails(scene.person.mailToType);
    expect(mails[mails.length - 1]?.body).toContain('1234-5678-9012');

    const key = newKey();
    const received = await scene.day.mypage(
      'confirmCertificate',
      { certificate },
      { token: scene.token, key },
    );
    expect(valueOf<{ view: MypageView }>(received).view.renewal.certificates).toMatchObject([
      { state: '受領' },
    ]);
    expect(
      valueOf(await scene.day.mypage('confirmCertificate', { certificate }, { token: scene.token, key })),
    ).toBeDefined();
    expect(await scene.steps()).toEqual(['受付済', '確認済', '決裁済', '発送済', '受領済']);

    // From its first day on, the next period is in force everywhere.
    await scene.renewal.to('2027-04-01T07:00:00+09:00');
    expect(await scene.day.ledger(scene.person.number)).toMatchObject({
      有効期間開始日: '2027/04/01',
      有効期間満了日: '2032/03/31',
    });
    scene.token = await scene.renewal.again(scene.person);
    expect((await scene.renewal.view(scene.token)).validity).toMatchObject({
      state: '有効',
      end: '令和14年3月31日（2032年）',
    });
  });
});

describe('applying', () => {
  it('sent twice with the same key, also at once, it is one', async () => {
    const key = newKey();
    const send = () => scene.renewal.apply(scene.token, asOnFile(scene.person), key);
    const answers = [...(await Promise.all([send(), send()])), await send()];
    const receipts = answers.map((called) => valueOf<{ receipt: string }>(called).receipt);
    expect(new Set(receipts).size).toBe(1);
    expect(await scene.day.rows('更新申請')).toHaveLength(1);
  });

  it('a second one is refused while the first is under way, and granted after it was withdrawn', async () => {
    const { receipt } = await scene.apply();
    expect(refusalOf(await scene.renewal.apply(scene.token, asOnFile(scene.person)))).toEqual({
      ok: false,
      code: 'INVALID',
      fields: { renewal: 'OPEN_APPLICATION' },
    });
    valueOf(await scene.day.mypage('withdrawRenewal', { receipt }, { token: scene.token, key: newKey() }));
    expect(await scene.row(receipt)).toMatchObject({ 状態: '取下げ', 確認者: '本人' });
    expect(
      refusalOf(await scene.day.mypage('withdrawRenewal', { receipt }, { token: scene.token, key: newKey() }))
        .fields,
    ).toEqual({ renewal: 'NOT_OPEN' });
    await scene.apply();
    expect(await scene.day.rows('更新申請')).toHaveLength(2);
  });

  it.each([
    ['inWindowNoCourse', ['COURSE']],
    ['inWindowShort', ['POINTS']],
    ['monthEnd', expect.arrayContaining(['TOO_EARLY'])],
    ['lapsed', expect.arrayContaining(['STATE'])],
  ])('%s is told why not, and a call all the same is refused', async (name, why: unknown) => {
    const other = await scene.renewal.enter(name);
    expect((await scene.renewal.view(other.token)).renewal).toMatchObject({ canApply: false, why });
    const refused = refusalOf(await scene.renewal.apply(other.token, asOnFile(other.person)));
    expect(refused.fields?.['renewal']).toBeDefined();
    expect(await scene.day.rows('更新申請')).toEqual([]);
  });

  it.each([
    [{ printedName: '  ', sendTo: '自宅' }, { printedName: 'REQUIRED' }],
    [{ printedName: 'あ'.repeat(51), sendTo: '自宅' }, { printedName: 'TOO_LONG' }],
    [{ printedName: '試作\u202e花子', sendTo: '自宅' }, { printedName: 'NOT_ALLOWED' }],
  ])('%j is refused by its field', async (form, fields) => {
    expect(refusalOf(await scene.renewal.apply(scene.token, form)).fields).toEqual(fields);
  });
});

describe('decisions', () => {
  it('taken back in its waiting time, an approval leaves no mail, no period and no certificate', async () => {
    const { receipt } = await scene.apply();
    await scene.renewal.approve([receipt], '2026-11-24');
    await scene.renewal.decide('取消', [receipt], { reason: '別の方と取り違えました。' });
    await scene.wait('PT40M');
    expect(await scene.subjects()).toEqual([`【民紹協】資格更新の申請を受け付けました（${receipt}）`]);
    expect(await scene.renewal.rowsOf('証書', scene.person.number)).toMatchObject([{ 状態: '廃棄' }]);
    expect((await scene.view()).next).toBeNull();
    expect((await scene.view()).canApply).toBe(true);
    // Opened again it can be approved: the first 受付日 and 受付番号 stay.
    await scene.renewal.decide('申請中', [receipt]);
    expect(await scene.renewal.approve([receipt], '2026-11-26')).toMatchObject({ decided: 1 });
    const periods = await scene.renewal.rowsOf('有効期間', scene.person.number);
    expect(periods.map((each) => [each['期'], each['満了日']])).toEqual([
      ['1', '2027/03/31'],
      ['2', ''],
      ['3', '2032/03/31'],
    ]);
  });

  it('taken back after it was told, it is corrected by a mail', async () => {
    const { receipt } = await scene.apply();
    await scene.renewal.approve([receipt], '2026-11-24');
    await scene.wait('PT40M');
    await scene.renewal.decide('取消', [receipt], { reason: '決裁の前でした。' });
    await scene.wait('PT40M');
    expect((await scene.subjects()).slice(-1)).toEqual(['【民紹協】先ほどのお知らせの訂正']);
  });

  it('不承認 and 差戻し need a reason, and tell it', async () => {
    const { receipt } = await scene.apply();
    expect((await scene.renewal.decide('差戻し', [receipt])).skipped).toMatchObject([
      { reason: 'NO_REASON' },
    ]);
    await scene.renewal.decide('差戻し', [receipt], {
      reason: 'お名前を確認できませんでした。',
      request: '台帳のとおりに直してください。',
      fixBy: '2026-12-10',
    });
    await scene.wait('PT40M');
    const mails = await scene.day.mails(scene.person.mailToType);
    const { body } = mails[mails.length - 1] ?? { body: '' };
    expect(body).toContain('お名前を確認できませんでした。');
    expect(body).toContain('令和8年12月10日（木）');
    expect((await scene.view()).application).toMatchObject({
      ...{ state: '差戻し', canMend: true, fixBy: '令和8年12月10日（木）' },
    });
    const again = await scene.renewal.apply(scene.token, {
      receipt,
      printedName: '十全満',
      sendTo: '事業所',
    });
    expect(valueOf<{ receipt: string }>(again).receipt).toBe(receipt);
    expect(await scene.row(receipt)).toMatchObject({
      ...{ 状態: '申請中', 記載氏名: '十全満', 送付先: '事業所', 受付日: '2026/11/24', 補正期限: '' },
    });
  });

  it('what is unmet by now is left, spelled out, and goes on as 特例 only with its 決裁番号', async () => {
    const { receipt } = await scene.apply();
    const course = (await scene.renewal.rowsOf('ポイント', scene.person.number)).find(
      (each) => each['区分'] === '職業紹介責任者講習',
    );
    valueOf(
      await scene.renewal.office('decidePoints', {
        decision: '取消',
        receipts: [course?.['受付番号']],
        reason: '誤り',
      }),
    );
    const { skipped } = await scene.renewal.decide('確認済', [receipt]);
    expect(skipped).toMatchObject([{ receipt, name: scene.person.name, reason: 'UNMET' }]);
    expect(skipped[0]?.spelled).toEqual(['当協会開催の職業紹介責任者講習が、まだ確認されていません。']);
    const exception = { kind: '要件不足', reason: '療養のため（理事会）' };
    await scene.renewal.decide('確認済', [receipt], { exception });
    expect(
      (await scene.renewal.decide('承認', [receipt], { resolvedOn: '2026-11-25' })).skipped,
    ).toMatchObject([{ reason: 'NO_REASON' }]);
    await scene.renewal.decide('承認', [receipt], { resolvedOn: '2026-11-25', resolution: '特第1号' });
    expect(await scene.row(receipt)).toMatchObject({
      ...{ 状態: '承認', 特例: '要件不足', 特例の理由: '療養のため（理事会）', 決裁番号: '特第1号' },
    });
    expect((await scene.renewal.rowsOf('有効期間', scene.person.number))[1]).toMatchObject({ 根拠: '特例' });
  });

  it('somebody was faster: told, not decided twice; the same press again gives the same answer', async () => {
    const { receipt } = await scene.apply();
    const key = newKey();
    const first = await scene.renewal.decide('確認済', [receipt], {}, key);
    expect(await scene.renewal.decide('確認済', [receipt], {}, key)).toEqual(first);
    expect((await scene.renewal.decide('確認済', [receipt])).skipped).toMatchObject([
      { receipt, reason: 'DECIDED', state: '確認済' },
    ]);
    expect((await scene.renewal.decide('確認済', ['K26-999999-9'])).skipped).toMatchObject([
      { reason: 'NOT_FOUND' },
    ]);
  });
});
