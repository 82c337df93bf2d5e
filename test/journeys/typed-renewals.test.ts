/** What is typed into the tab 更新申請 beside the sidebar: a decision, or put back and listed. */
import { damageTo } from '../support/hidden-rows';
import { valueOf } from '../support/office-day';
import { renewalScene } from '../support/renewal-scene';

const scene = renewalScene();

describe('typing into 状態', () => {
  const tab = `/api/sheets/${encodeURIComponent('更新申請')}`;
  const type = async (receipt: string, cells: Record<string, string>) => {
    const { staff } = await scene.day.sample();
    const { display } = await scene.workspace.control.get<{ display: string[][] }>(tab);
    const at = display.findIndex(([number]) => number === receipt) + 1;
    for (const [header, text] of Object.entries(cells)) await paste(header, at, [text], staff[0]);
  };
  const paste = async (header: string, at: number, texts: readonly string[], user?: string) => {
    const { display } = await scene.workspace.control.get<{ display: string[][] }>(tab);
    const column = String.fromCharCode(65 + (display[0] ?? []).indexOf(header));
    await scene.workspace.control.post(`${tab}/edit`, {
      user: user ?? (await scene.day.sample()).staff[0],
      range: `${column}${String(at)}`,
      values: texts.map((text) => [text]),
    });
  };
  /** Rows of applications of nobody, below those that are there. */
  const plantMany = async (count: number) => {
    const first = (await scene.day.rows('更新申請')).length + 2;
    const numbers = Array.from({ length: count }, (_, at) => `K20-${String(at).padStart(6, '0')}-0`);
    await paste('受付番号', first, numbers);
    return first;
  };
  /** The confirmed 講習 of the person is taken back; its 受付番号. */
  const takeBackCourse = async () => {
    const [course] = (await scene.renewal.rowsOf('ポイント', scene.person.number)).filter(
      (row) => row['区分']?.includes('講習') === true && row['状態'] === '承認',
    );
    const own = course?.['受付番号'] ?? '';
    valueOf(
      await scene.renewal.office('decidePoints', {
        ...{ decision: '取消', receipts: [own], reason: '名簿にお名前がありません。' },
      }),
    );
    return own;
  };
  const putBack = async () =>
    (await scene.day.rows('操作記録'))
      .filter((each) => each['種別'] === '元に戻した入力')
      .map((each) => each['結果']);

  it('is the same decision as in the sidebar, with 決裁日 typed beside it', async () => {
    const { receipt } = await scene.apply();
    await type(receipt, { 状態: '確認済' });
    expect(await scene.row(receipt)).toMatchObject({ 状態: '確認済', 確認者: '青木　ひとみ' });
    await type(receipt, { 状態: '承認' });
    expect(await scene.row(receipt)).toMatchObject({ 状態: '確認済' });
    expect(await putBack()).toEqual([
      '「承認」を「確認済」に戻しました。先に「決裁日」を入れ、そのあとで「状態」を入れてください。',
    ]);
    await type(receipt, { 決裁番号: '決裁第3号', 決裁日: '2026/11/25', 状態: '承認' });
    expect(await scene.row(receipt)).toMatchObject({ 状態: '承認', 新有効期間満了日: '2032/03/31' });
    expect(await scene.renewal.rowsOf('証書', scene.person.number)).toHaveLength(1);
  });

  it('what is not allowed is put back and said; what an interrupted execution left is taken up by the job', async () => {
    const { receipt } = await scene.apply();
    await type(receipt, { 状態: '差戻し' });
    expect(await scene.row(receipt)).toMatchObject({ 状態: '申請中' });
    await type(receipt, { 状態: '検討中' });
    expect(await scene.row(receipt)).toMatchObject({ 状態: '申請中' });
    await type(receipt, { 状態: '承認', 決裁日: '2026/11/25' });
    expect(await putBack()).toEqual([
      '「差戻し」を「申請中」に戻しました。先に「理由」（特例では「決裁番号」）を入れ、そのあとで「状態」を入れてください。',
      '「検討中」を「申請中」に戻しました。「検討中」は「状態」に使えません。いま入れられるのは、「確認済」「差戻し」「取下げ」です。',
      '「承認」を「申請中」に戻しました。いまは「申請中」です。先に「確認済」と入れ、そのあとで「承認」と入れてください。',
    ]);
    await scene.workspace.control.post('/api/faults', {
      kind: 'kill',
      at: { function: 'onSheetEdited', call: 'Sheets.Spreadsheets.batchUpdate', k: 1, when: 'before' },
    });
    await type(receipt, { 状態: '確認済' });
    expect((await scene.row(receipt))?.['確認日時']).toBe('');
    await scene.wait('PT6M');
    expect(await scene.row(receipt)).toMatchObject({ 状態: '確認済', 確認者: '青木　ひとみ' });
  });

  it('of an application that may not be opened beside another one it says what to do first', async () => {
    const first = (await scene.apply()).receipt;
    await type(first, { 状態: '確認済' });
    await type(first, { 決裁日: '2026/11/25', 理由: '要件を確認できませんでした。', 状態: '不承認' });
    await type(first, { 理由: '別の方と取り違えました。', 状態: '取消' });
    await scene.apply();
    await type(first, { 状態: '申請中' });
    expect(await scene.row(first)).toMatchObject({ 状態: '取消' });
    expect(await putBack()).toEqual([
      '「申請中」を「取消」に戻しました。ほかに、手続中の更新の申請があります。この申請を進めるときは、先にそちらを片づけてから、「状態」を入れてください。',
    ]);
  });

  it('what was withdrawn stays so: it says to enter a new one', async () => {
    const { receipt } = await scene.apply();
    await type(receipt, { 状態: '取下げ' });
    await type(receipt, { 状態: '承認', 決裁日: '2026/11/25' });
    expect(await scene.row(receipt)).toMatchObject({ 状態: '取下げ' });
    expect((await putBack()).join('')).toContain('必要なときは、新しい申請として入れてください。');
  });

  it('特例 without its reason goes no further, and is put back with what is missing', async () => {
    const { receipt } = await scene.apply();
    await takeBackCourse();
    await type(receipt, { 特例: '要件不足', 状態: '確認済' });
    expect(await scene.row(receipt)).toMatchObject({ 状態: '申請中', 確認日時: '' });
    expect((await putBack()).join('')).toContain('「特例」と「特例の理由」を入れ、');
    await type(receipt, { 特例の理由: '理事会の決定', 状態: '確認済' });
    expect(await scene.row(receipt)).toMatchObject({ 状態: '確認済', 特例の理由: '理事会の決定' });
  });

  it('a word over a decided 講習 is a wish, and not counted by a renewal before it is taken up', async () => {
    const { receipt } = await scene.apply();
    const hand = damageTo(scene.workspace.control);
    const own = await takeBackCourse();
    await scene.workspace.control.post('/api/faults', {
      kind: 'kill',
      at: { function: 'onSheetEdited', call: 'Sheets.Spreadsheets.batchUpdate', k: 1, when: 'before' },
    });
    await hand.type('ポイント', await hand.rowOf('ポイント', '受付番号', own), '状態', '承認');
    expect(await scene.renewal.decide('確認済', [receipt])).toMatchObject({
      ...{ decided: 0, skipped: [{ receipt, reason: 'UNMET' }] },
    });
  });

  it('more rows than one commit takes are all taken up, with the last of them', async () => {
    const first = await plantMany(350);
    const { receipt } = await scene.apply();
    await paste(
      '状態',
      first,
      Array.from({ length: 351 }, () => '確認済'),
    );
    expect(await scene.row(receipt)).toMatchObject({ 状態: '確認済', 確認者: '青木　ひとみ' });
  });

  it('a wish that moved before it was taken up is found however many stand below it', async () => {
    const { receipt } = await scene.apply();
    await plantMany(350);
    await scene.workspace.control.post('/api/faults', {
      kind: 'kill',
      at: { function: 'onSheetEdited', call: 'Sheets.Spreadsheets.batchUpdate', k: 1, when: 'before' },
    });
    await type(receipt, { 状態: '確認済' });
    expect(await scene.row(receipt)).toMatchObject({ 確認日時: '' });
    await damageTo(scene.workspace.control).rows('更新申請', { action: 'insert', at: 2, count: 3 });
    await scene.wait('PT6M');
    expect(await scene.row(receipt)).toMatchObject({ 状態: '確認済', 確認者: '青木　ひとみ' });
  });
});
