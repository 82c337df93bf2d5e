/** What is typed into the tab 更新申請 beside the sidebar: a decision, or put back and listed. */
import { renewalScene } from '../support/renewal-scene';

const scene = renewalScene();

describe('typing into 状態', () => {
  const tab = `/api/sheets/${encodeURIComponent('更新申請')}`;
  const type = async (receipt: string, cells: Record<string, string>) => {
    const { staff } = await scene.day.sample();
    const { display } = await scene.workspace.control.get<{ display: string[][] }>(tab);
    const [headers = []] = display;
    const at = display.findIndex(([number]) => number === receipt) + 1;
    for (const [header, text] of Object.entries(cells)) {
      const column = String.fromCharCode(65 + headers.indexOf(header));
      await scene.workspace.control.post(`${tab}/edit`, {
        ...{ user: staff[0], range: `${column}${String(at)}`, values: [[text]] },
      });
    }
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
      '「承認」を「確認済」に戻しました。決裁日を入れてから、状態を入力してください。',
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
    expect(await putBack()).toHaveLength(2);
    await scene.workspace.control.post('/api/faults', {
      kind: 'kill',
      at: { function: 'onSheetEdited', call: 'Sheets.Spreadsheets.batchUpdate', k: 1, when: 'before' },
    });
    await type(receipt, { 状態: '確認済' });
    expect((await scene.row(receipt))?.['確認日時']).toBe('');
    await scene.wait('PT6M');
    expect(await scene.row(receipt)).toMatchObject({ 状態: '確認済', 確認者: '青木　ひとみ' });
  });
});
