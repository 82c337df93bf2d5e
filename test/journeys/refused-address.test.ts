/** An address Google refuses: tried a few times, then told to the office; the others get their mail. */
import { officeDay, type OfficeDay } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

let workspace: TestWorkspace;
let day: OfficeDay;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
});
afterAll(() => workspace.close());

it('a reminder to an address with a dot before the @ ends as 失敗 with a reason, and is not tried for ever', async () => {
  await workspace.control.post('/api/reset', {
    scenario: 'sample',
    now: '2026-11-24T10:00:00+09:00',
  });
  await day.advance('P2D');
  const rows = (await day.rows('通知')).filter(
    (row) => row['方法'] === 'メール' && row['状態'] !== '取りやめ',
  );
  const refused = rows.filter((row) => row['宛先']?.includes('.@'));
  expect(refused.length).toBeGreaterThan(0);
  for (const row of refused)
    expect(row).toMatchObject({
      状態: '失敗',
      エラー: '5回送れませんでした。宛先のメールアドレスをお確かめください。',
    });
  const others = rows.filter((row) => !refused.includes(row));
  expect(new Set(others.map((row) => row['状態']))).toEqual(new Set(['送信済']));
});
