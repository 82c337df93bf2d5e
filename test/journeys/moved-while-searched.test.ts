/** Somebody inserts rows between the search for rows and their reading, more than once: what is decided rests on the right ones. */
import { newKey, refusalOf, valueOf } from '../support/office-day';
import { asOnFile } from '../support/renewal-day';
import { renewalScene } from '../support/renewal-scene';

const scene = renewalScene();

/** A row on top of a tab before each of the first reads of the next execution of a function. */
async function insertRows(tab: string, call: string): Promise<void> {
  for (const k of [1, 2, 3])
    await scene.workspace.control.post('/api/faults', {
      kind: 'edit',
      at: { function: call, call: 'Sheets.Spreadsheets.Values.batchGet', k, when: 'before' },
      edit: { tab, action: 'insert', at: 2, count: 1 },
    });
}

it.each(['有効期間', 'ポイント', '更新申請'])('a renewal is approved by what stands in %s', async (tab) => {
  const { receipt } = await scene.apply();
  await scene.renewal.decide('確認済', [receipt]);
  await insertRows(tab, 'office');
  expect(
    await scene.renewal.decide('承認', [receipt], { resolvedOn: '2026-11-24', resolution: '決裁第7号' }),
  ).toMatchObject({ decided: 1, certificates: 1 });
  expect(await scene.row(receipt)).toMatchObject({ 状態: '承認', ポイント合計: '5' });
  expect(await scene.renewal.rowsOf('有効期間', scene.person.number)).toMatchObject([
    { 期: '1', 満了日: '2027/03/31' },
    { 期: '2', 開始日: '2027/04/01', 満了日: '2032/03/31' },
  ]);
});

it('an approval is taken back with the 証書 it made', async () => {
  const { receipt } = await scene.apply();
  await scene.renewal.decide('確認済', [receipt]);
  await scene.renewal.decide('承認', [receipt], { resolvedOn: '2026-11-24', resolution: '決裁第7号' });
  await insertRows('証書', 'office');
  expect(await scene.renewal.decide('取消', [receipt], { reason: '押しまちがい' })).toMatchObject({
    decided: 1,
  });
  expect(await scene.renewal.rowsOf('証書', scene.person.number)).toMatchObject([{ 状態: '廃棄' }]);
});

it('an open application bars a second one, and can be taken back', async () => {
  const { receipt } = await scene.apply();
  await insertRows('更新申請', 'mypage');
  expect(refusalOf(await scene.renewal.apply(scene.token, asOnFile(scene.person), newKey()))).toMatchObject({
    code: 'INVALID',
  });
  await scene.workspace.control.delete('/api/faults');
  await insertRows('更新申請', 'mypage');
  valueOf(await scene.day.mypage('withdrawRenewal', { receipt }, { token: scene.token, key: newKey() }));
  expect(await scene.row(receipt)).toMatchObject({ 状態: '取下げ' });
});
