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
  await type('証書', { 発送日: '2026/11/26', お問い合わせ番号: '1234-5678-9012', 状態: '発送済' });
  expect(JSON.stringify(await scene.view())).toContain('1234-5678-9012');
});
