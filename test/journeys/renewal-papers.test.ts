/** J4: what renewal sends by post: certificates with every way they can go, and letters instead of mails. */
import { newKey, valueOf } from '../support/office-day';
import { renewalScene } from '../support/renewal-scene';

const scene = renewalScene();

describe('certificates', () => {
  const made = async () => {
    const { receipt } = await scene.apply();
    await scene.renewal.approve([receipt], '2026-11-24');
    const [paper] = (await scene.renewal.ask('certificateQueue', { show: '作成待ち' })).cases;
    const certificate = paper?.certificate ?? '';
    await scene.renewal.ask('markCertificates', { to: '作成済', certificates: [certificate] });
    return certificate;
  };
  const post = (certificate: string, tracking: string) =>
    scene.renewal.ask('postCertificates', {
      postedOn: '2026-12-01',
      postedBy: '簡易書留',
      lines: [{ certificate, tracking }],
    });

  it('warn when the address changed after the label, come back with a reason, and go out again', async () => {
    const certificate = await made();
    valueOf(
      await scene.day.mypage(
        'changeLedger',
        { changes: { 住所: '見本県見本市新町1-2-3' } },
        { token: scene.token, key: newKey() },
      ),
    );
    const { cases } = await scene.renewal.ask('certificateQueue', { show: '作成済' });
    expect(cases).toMatchObject([{ certificate, addressChanged: true }]);
    expect(cases[0]?.newLabel).toContain('新町1-2-3');
    await post(certificate, '1111');
    const { nextStep } = await scene.renewal.ask('returnCertificate', {
      ...{ certificate, returnedOn: '2026-12-10', reason: 'あて所に尋ねあたらず' },
    });
    expect(nextStep).toContain('台帳');
    expect(await scene.view()).toMatchObject({
      certificates: [{ state: '返戻', returnReason: 'あて所に尋ねあたらず', canConfirm: false }],
    });
    await scene.renewal.ask('markCertificates', { to: '作成済', certificates: [certificate] });
    expect(await scene.steps()).toEqual(['受付済', '確認済', '決裁済', '発送', '受領']);
    expect(await scene.view()).toMatchObject({
      certificates: [{ state: '作成済', posted: '', returned: '' }],
    });
    await post(certificate, '２２２２－３３ー４４');
    expect(await scene.renewal.rowsOf('証書', scene.person.number)).toMatchObject([
      { 状態: '発送済', 発送日: '2026/12/01', 再発送日: '2026/12/01', お問い合わせ番号: '2222-33-44' },
    ]);
    expect((await scene.renewal.rowsOf('証書', scene.person.number))[0]?.['宛名']).toContain('新町1-2-3');
    expect(
      await scene.renewal.ask('receiveCertificates', {
        certificates: [certificate],
        receivedOn: '2026-12-20',
      }),
    ).toEqual({ received: 1 });
  });

  it('are made for a rewritten name or a lost one too; a number nobody has is answered', async () => {
    const numbers = [scene.person.number, '99999'];
    expect(await scene.renewal.ask('addCertificates', { cause: '再交付', numbers })).toEqual({
      added: 1,
      unknown: ['99999'],
      ended: [],
    });
    expect(await scene.renewal.rowsOf('証書', scene.person.number)).toMatchObject([
      { 事由: '再交付', 状態: '作成待ち', 記載氏名: scene.person.name },
    ]);
  });
});

describe('after 抹消', () => {
  it('nothing is made, labelled or posted any more, and the office is told why', async () => {
    const { receipt } = await scene.apply();
    await scene.renewal.approve([receipt], '2026-11-24');
    const [paper] = (await scene.renewal.ask('certificateQueue', { show: '作成待ち' })).cases;
    const certificate = paper?.certificate ?? '';
    expect(paper?.ended).toBe(false);
    await scene.renewal.ask('markCertificates', { to: '作成済', certificates: [certificate] });
    const { number } = scene.person;
    await scene.renewal.ask('changePersonState', {
      ...{ number, action: '抹消', reason: '本人の申出', on: '2026-11-24' },
    });
    const { cases } = await scene.renewal.ask('certificateQueue', { show: '作成済' });
    expect(cases).toMatchObject([{ certificate, ended: true }]);
    expect(
      await scene.renewal.ask('postCertificates', {
        ...{ postedOn: '2026-12-01', postedBy: '簡易書留', lines: [{ certificate, tracking: '1111' }] },
      }),
    ).toMatchObject({ posted: 0, skipped: [certificate], ended: [certificate], notices: 0 });
    expect(
      await scene.renewal.ask('addCertificates', { cause: '再交付', numbers: [number, '99999'] }),
    ).toEqual({ added: 0, unknown: ['99999'], ended: [number] });
    expect(await scene.renewal.rowsOf('証書', number)).toMatchObject([{ 状態: '作成済', 発送日: '' }]);
  });
});

describe('people without working mail', () => {
  it('are told by letter, printed from the same text and stamped when posted', async () => {
    const { receipt } = await scene.apply();
    const { staff } = await scene.day.sample();
    const table = await scene.workspace.control.get<{ display: string[][] }>(
      `/api/sheets/${encodeURIComponent('台帳')}`,
    );
    const at = table.display.findIndex(([number]) => number === scene.person.number) + 1;
    const column = String.fromCharCode(65 + (table.display[0] ?? []).indexOf('メールの状態'));
    await scene.workspace.control.post(`/api/sheets/${encodeURIComponent('台帳')}/edit`, {
      ...{ user: staff[0], range: `${column}${String(at)}`, values: [['不達']] },
    });
    const answer = await scene.renewal.approve([receipt], '2026-11-24');
    expect(answer).toMatchObject({ notices: 0, letters: 1, leavesAt: '' });
    const { total, letters } = await scene.renewal.ask('letters', {});
    expect(total).toBe(1);
    expect(letters).toMatchObject([{ number: scene.person.number, kind: '更新の承認', problem: '' }]);
    const body = letters[0]?.body ?? '';
    expect(body).toContain('令和14年3月31日');
    expect(body).toContain('お手続きは、書類の郵送でも承ります。');
    expect(body).toMatch(/お電話（[0-9-]+.*）でおたずねください。/);
    expect(body).toMatch(/次のアドレスを入力すると.*\nhttps?:/);
    expect(body).not.toContain('発送の状況は、マイページの「更新」で');
    const [letter] = letters;
    const notices = [letter?.notice ?? ''];
    expect(await scene.renewal.ask('postLetters', { notices })).toEqual({ posted: 1 });
    expect(await scene.renewal.ask('letters', {})).toMatchObject({ total: 0 });
  });
});
