/** What the office corrects by hand in 有効期間 and 証書 is what My Page shows and renewals go by. */
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
