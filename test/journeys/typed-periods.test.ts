/** What the office corrects by hand in 有効期間 and 証書 is what My Page shows and renewals go by. */
import { damageTo } from '../support/hidden-rows';
import { renewalScene } from '../support/renewal-scene';

const scene = renewalScene();

/** Types into the last row of the person in a tab. */
const type = async (title: string, cells: Record<string, string>) => {
  const tab = `/api/sheets/${encodeURIComponent(title)}`;
  const { staff } = await scene.day.sample();
  const { display } = await scene.workspace.control.get<{ display: string[][] }>(tab);
  const [headers = []] = display;
  const at = display.map((line) => line[headers.indexOf('登録番号')]).lastIndexOf(scene.person.number) + 1;
  for (const [header, text] of Object.entries(cells)) {
    const column = String.fromCharCode(65 + headers.indexOf(header));
    await scene.workspace.control.post(`${tab}/edit`, {
      ...{ user: staff[0], range: `${column}${String(at)}`, values: [[text]] },
    });
  }
};

it('a corrected 満了日 is the end My Page tells, and the next period of an approval follows it', async () => {
  const { receipt } = await scene.apply();
  await type('有効期間', { 満了日: '2027/04/30' });
  expect((await scene.view()).end).toContain('令和9年4月30日');
  await scene.renewal.approve([receipt], '2026-11-25');
  expect((await scene.renewal.rowsOf('有効期間', scene.person.number)).at(-1)).toMatchObject({
    開始日: '2027/05/01',
  });
});

it('a typed 発送日 and お問い合わせ番号 show on My Page', async () => {
  const { receipt } = await scene.apply();
  await scene.renewal.approve([receipt], '2026-11-25');
  await type('証書', { 発送日: '2026/11/26', お問い合わせ番号: '１２３４－５６７８ー9012', 状態: '発送済' });
  expect(JSON.stringify(await scene.view())).toContain('1234-5678-9012');
  expect(await certificateOf()).toMatchObject({ お問い合わせ番号: '1234-5678-9012' });
});

const certificateOf = async () => (await scene.renewal.rowsOf('証書', scene.person.number))[0];

it('作成済 typed over 返戻 takes the address 台帳 has now, as the button does', async () => {
  const { receipt } = await scene.apply();
  await scene.renewal.approve([receipt], '2026-11-25');
  await type('証書', { 状態: '作成済' });
  const labelled = String((await certificateOf())?.['宛名']);
  expect(labelled).toContain(`${scene.person.name} 様`);
  await type('証書', { 状態: '発送済' });
  await type('証書', { 状態: '返戻' });
  await type('台帳', { 住所: '見本県見本市新町1-2-3' });
  expect(await certificateOf()).toMatchObject({ 宛名: labelled });
  await type('証書', { 状態: '作成済' });
  expect((await certificateOf())?.['宛名']).toContain('新町1-2-3');
  expect((await scene.renewal.ask('certificateQueue', { show: '作成済' })).cases).toMatchObject([
    { addressChanged: false, label: { lines: ['見本県見本市新町1-2-3', expect.any(String)] } },
  ]);
});

it('what an interrupted execution left of an edit of 証書 is taken up by the five-minute job', async () => {
  const { receipt } = await scene.apply();
  await scene.renewal.approve([receipt], '2026-11-25');
  await scene.workspace.control.post('/api/faults', {
    kind: 'kill',
    at: { function: 'onSheetEdited', call: 'Sheets.Spreadsheets.batchUpdate', when: 'before' },
  });
  await type('証書', { 状態: '作成済' });
  expect(await certificateOf()).toMatchObject({ 状態: '作成済', 宛名: '' });
  await scene.day.advance('PT6M');
  expect((await certificateOf())?.['宛名']).toContain(`${scene.person.name} 様`);
});

it('a row pasted as 作成済 with its own 宛名 keeps that', async () => {
  const { receipt } = await scene.apply();
  await scene.renewal.approve([receipt], '2026-11-25');
  const row = (await certificateOf()) ?? {};
  const pasted = { ...row, 宛名: '見本局留\n見本 様', 状態: '作成済' };
  const line =
    (await scene.day.rows('証書')).findIndex((each) => each['登録番号'] === scene.person.number) + 2;
  const { staff } = await scene.day.sample();
  await scene.workspace.control.post(`/api/sheets/${encodeURIComponent('証書')}/edit`, {
    ...{ user: staff[0], range: `A${String(line)}`, values: [Object.values(pasted)] },
  });
  expect(await certificateOf()).toMatchObject({ 宛名: '見本局留\n見本 様', 状態: '作成済' });
});

/** Rows of a tab as 要約 keeps them. */
const kept = async (title: string, number = scene.person.number) =>
  Object.values((await damageTo(scene.workspace.control).summary(number)).summary.rows?.[title] ?? {});

it('a deleted row is left out of 要約 by the five-minute job', async () => {
  expect(await kept('有効期間')).toHaveLength(1);
  const damage = damageTo(scene.workspace.control);
  const at = await damage.rowOf('有効期間', '登録番号', scene.person.number);
  await damage.rows('有効期間', { action: 'delete', at, count: 1 });
  await scene.day.advance('PT6M');
  expect(await kept('有効期間')).toHaveLength(0);
});

it('a row given to another 登録番号 moves in 要約 from one person to the other', async () => {
  const other = await scene.day.person('leapDay');
  const before = (await kept('有効期間', other.number)).length;
  await type('有効期間', { 登録番号: other.number });
  await scene.day.advance('PT6M');
  expect(await kept('有効期間', other.number)).toHaveLength(before);
  expect(await kept('有効期間')).toHaveLength(0);
});

it('of one edit of more rows than are looked at at once, the last is shown too', async () => {
  const { owner } = await scene.day.sample();
  const line = (index: number) => [
    index === 399 ? scene.person.number : `見本${String(index)}`,
    index === 399 ? '9' : '1',
    '2016/04/01',
    '2021/03/31',
  ];
  await scene.workspace.control.post(`/api/sheets/${encodeURIComponent('有効期間')}/edit`, {
    ...{ user: owner, range: 'A201:D600' },
    values: Array.from({ length: 400 }, (_, index) => line(index)),
  });
  await scene.day.advance('PT6M');
  expect(await kept('有効期間')).toHaveLength(2);
});

it('somebody whose 要約 an earlier version trimmed is shown her requirement, applies, is renewed, and has all of it again', async () => {
  const { number } = scene.person;
  const damage = damageTo(scene.workspace.control);
  const { summary } = await damage.summary(number);
  const at = await damage.rowOf('_要約', '登録番号', number);
  const cut = { ...summary, v: 2, trimmed: true, rows: {} };
  await damage.type('_要約', at, '要約', JSON.stringify(cut));
  expect((await scene.view()).canApply).toBe(true);
  const { receipt } = await scene.apply();
  const { decided } = await scene.renewal.approve([receipt], '2026-11-25');
  expect(decided).toBe(1);
  expect((await scene.renewal.rowsOf('有効期間', number)).map((row) => row['開始日'])).toEqual([
    expect.any(String),
    '2027/04/01',
  ]);
  await scene.day.advance('PT6M');
  const after = (await damage.summary(number)).summary;
  expect(after.v).toBe(3);
  expect(Object.keys(after.rows?.['ポイント'] ?? {})).toEqual(Object.keys(summary.rows?.['ポイント'] ?? {}));
  expect(await kept('有効期間')).toHaveLength(2);
});

it('a stale 要約 decides nothing: the approval follows the row of the tab', async () => {
  const { receipt } = await scene.apply();
  const damage = damageTo(scene.workspace.control);
  const { summary } = await damage.summary(scene.person.number);
  const at = await damage.rowOf('_要約', '登録番号', scene.person.number);
  const stale = { ...summary, rows: { ...summary.rows, 有効期間: {} } };
  await damage.type('_要約', at, '要約', JSON.stringify(stale));
  await scene.renewal.approve([receipt], '2026-11-25');
  expect(await scene.renewal.rowsOf('有効期間', scene.person.number)).toHaveLength(2);
});
