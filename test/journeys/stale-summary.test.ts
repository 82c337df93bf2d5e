/** 要約 never decides (architecture.md): whatever stands there of 有効期間, applying and deciding go by the tab. */
import { damageTo } from '../support/hidden-rows';
import { renewalScene } from '../support/renewal-scene';

const scene = renewalScene();

type Cells = Record<string, unknown>;

/** Rewrites what 要約 of a person holds of 有効期間, as somebody who has restored an old cell would. */
async function remember(number: string, change: (rows: Record<string, Cells>) => Record<string, Cells>) {
  const damage = damageTo(scene.workspace.control);
  const { summary } = await damage.summary(number);
  const rows = { ...summary.rows, 有効期間: change(summary.rows?.['有効期間'] ?? {}) };
  const row = await damage.rowOf('_要約', '登録番号', number);
  await damage.type('_要約', row, '要約', JSON.stringify({ ...summary, rows }));
}

const periods = async () =>
  (await scene.renewal.rowsOf('有効期間', scene.person.number)).map((row) => [
    row['期'],
    row['開始日'],
    row['満了日'],
  ]);

/** Each period years later than it is, so that nothing that was done lies in it. */
const later = (rows: Record<string, Cells>) =>
  Object.fromEntries(
    Object.entries(rows).map(([key, cells]) => [
      key,
      { ...cells, 開始日: Number(cells['開始日']) + 5000, 満了日: Number(cells['満了日']) + 5000 },
    ]),
  );
const none = () => ({});

it.each([
  ['has none', none],
  ['has them wrong', later],
])('an application is judged by the tab where 要約 %s', async (_, change) => {
  await remember(scene.person.number, change);
  const { receipt } = await scene.apply();
  expect(await scene.row(receipt)).toMatchObject({ 状態: '申請中', 有効期間満了日: '2027/03/31' });
});

it.each([
  ['has none', none],
  ['has them wrong', later],
])('an approval gives the period after the one in the tab where 要約 %s', async (_, change) => {
  const before = await periods();
  const { receipt } = await scene.apply();
  await remember(scene.person.number, change);
  const { decided } = await scene.renewal.approve([receipt], '2026-11-25');
  expect(decided).toBe(1);
  const after = await periods();
  expect(after.slice(0, -1)).toEqual(before);
  expect(after.at(-1)?.slice(1)).toEqual(['2027/04/01', expect.stringMatching(/^20\d\d\/03\/31$/)]);
  expect(new Set(after.map(([term]) => term)).size).toBe(after.length);
});

it('a decision about points tells the standing in the period of the tab', async () => {
  const { number } = scene.person;
  // As if it had begun this month: what was done before would lie outside.
  await remember(number, (rows) =>
    Object.fromEntries(
      Object.entries(rows).map(([key, cells]) => [key, { ...cells, 開始日: Number(cells['満了日']) - 150 }]),
    ),
  );
  const activity = { category: '職業紹介責任者講習', host: '当協会', title: '責任者講習（秋）' };
  const receipt = await scene.renewal.grant(number, { ...activity, attendedOn: '2026-10-01' }, '2026-11-20');
  const told = (await scene.renewal.rowsOf('通知', number)).find((row) => row['対象']?.includes(receipt));
  expect(told?.['差込']).toContain('ポイント：5（必要 5）');
});

it('nobody lapses whom a period in the tab keeps, whatever 要約 says', async () => {
  await scene.renewal.skipTo('2027-04-02T10:00:00+09:00');
  const { people } = await scene.renewal.ask('lapseList', {});
  const [one, other] = people;
  if (!one || !other) throw new Error('Nobody is proposed.');
  const damage = damageTo(scene.workspace.control);
  const old = (await damage.summary(one.number)).summary.rows?.['有効期間'] ?? {};
  await damage.type(
    '有効期間',
    await damage.rowOf('有効期間', '登録番号', one.number),
    '満了日',
    '2028/03/31',
  );
  await remember(one.number, () => old);
  const numbers = [one.number, other.number];
  expect(await scene.renewal.ask('confirmLapse', { numbers })).toEqual({ lapsed: 1, left: 1 });
  const state = async (number: string) => (await scene.renewal.rowsOf('台帳', number))[0]?.['状態'];
  expect([await state(one.number), await state(other.number)]).toEqual(['有効', '失効']);
});
