/** A correction on My Page reaches the right row once: sent twice, broken off, or while somebody works in 台帳. */
import type { MypageView } from '../../src/contract/mypage';
import { COMMIT, interruptions, reshapings } from '../support/change-scene';
import { ledgerChangeScene, type Answer } from '../support/ledger-change-scene';
import { newKey, valueOf } from '../support/office-day';

const scene = ledgerChangeScene();
const { call, change, fault, lines, people, receipts } = scene;

it('the same key twice gives one result, also to two calls at once', async () => {
  const key = newKey();
  const set = { 建物・部屋: 'コーポ𠮷田101' };
  const answers = await Promise.all([call(set, key), call(set, key)]);
  answers.push(await call(set, key));
  const [first, ...others] = answers.map((called) => valueOf<Answer>(called));
  for (const other of others) {
    const { receipt, at, items, mailed } = first ?? other;
    expect(other).toMatchObject({ receipt, at, items, mailed });
  }
  expect(await lines()).toHaveLength(1);
  expect(await receipts()).toHaveLength(1);
});

it('the same change from two phones gives one line, one receipt, one 受付番号', async () => {
  const set = { 携帯電話番号: '09012345678' };
  const answers = await Promise.all([call(set), call(set)]);
  const given = answers.map((called) => valueOf<Answer>(called));
  expect(given.filter(({ receipt }) => receipt !== null)).toHaveLength(1);
  expect(given.filter(({ items, mailed }) => items.length === 0 && !mailed)).toHaveLength(1);
  expect(await lines()).toHaveLength(1);
  expect(await receipts()).toHaveLength(1);
  expect((await scene.day.ledger(scene.person.number))?.['携帯電話番号']).toBe('090-1234-5678');
});

it.each(interruptions)('%s: pressing again gives one result', async (_, kind, when) => {
  const key = newKey();
  const set = { 住所: '東京都港区三田1-2-3', 郵便番号: '108-0073' };
  await fault(kind, when);
  expect((await call(set, key)).ok && kind !== 'throw').toBe(false);
  const answer = await change(set, key);
  expect(answer.receipt).not.toBeNull();
  expect((await lines()).map((row) => row['受付番号'])).toEqual([answer.receipt, answer.receipt]);
  expect(await receipts()).toHaveLength(1);
  expect(await scene.day.ledger(scene.person.number)).toMatchObject(set);
  await scene.day.advance('PT6M');
  expect(
    (await scene.day.mails(scene.person.mailToType)).filter(({ subject }) => subject.includes('変更')),
  ).toHaveLength(1);
});

it.each(reshapings)(
  'somebody %s between the read and the commit: the right row, nobody else’s',
  async (_, reshape) => {
    const before = await people();
    await scene.reshapeMeanwhile(reshape);
    const set = { 住所: '東京都港区三田1-2-3', 郵便番号: '108-0073', 部署: '＝cmd' };
    await change(set);
    const after = await people();
    for (const [number, row] of before)
      expect(after.get(number)).toEqual(
        number === scene.person.number ? { ...row, ...set, 更新日時: '2026/11/22 09:00:00' } : row,
      );
    expect(await lines()).toHaveLength(3);
  },
);

it.each([
  ['just before the read', 'Sheets.Spreadsheets.Values.batchGet'],
  ['between the read and the commit', COMMIT],
])('what a secretary types into another item %s stays, and is explained', async (_, moment) => {
  const { hand } = scene;
  const range = `${await hand.column('事業所名')}${String(await hand.rowOf(scene.person.number))}`;
  await scene.workspace.control.post('/api/faults', {
    kind: 'edit',
    at: { function: 'mypage', call: moment, k: 1, when: 'before' },
    edit: { tab: '台帳', user: hand.user, range, values: [['株式会社あたらしい']] },
  });
  await change({ 部署: '総務部' });
  expect(await scene.day.ledger(scene.person.number)).toMatchObject({
    事業所名: '株式会社あたらしい',
    部署: '総務部',
  });
  expect((await lines('シート')).map((line) => [line['項目'], line['変更後']])).toEqual([
    ['事業所名', '株式会社あたらしい'],
  ]);
  expect((await lines()).map((line) => line['項目'])).toEqual(['部署']);
  const again = valueOf<{ view: MypageView }>(await scene.day.mypage('view', {}, { token: scene.token }));
  expect(again.view.ledger.find(({ item }) => item === '事業所名')?.value).toBe('株式会社あたらしい');
});
