/** Two hundred applications for ポイント approved in one press: one commit, one notice a person, few contacts. */
import { newKey, valueOf, type OfficeDay } from '../support/office-day';
import { pointsNow, type Decisions, type PointsDay } from '../support/points-day';
import { startPointsWorkspace } from '../support/points-workspace';
import type { TestWorkspace } from '../support/workspace';

let workspace: TestWorkspace;
let day: OfficeDay;
let office: PointsDay;

beforeAll(async () => {
  ({ workspace, day, office } = await startPointsWorkspace());
});
afterAll(() => workspace.close());

describe('two hundred at once', () => {
  const receipts: string[] = [];
  const numbers: Record<string, string> = {};
  let people: string[];

  async function arrange(): Promise<void> {
    await workspace.control.post('/api/reset', { scenario: 'sample', registrants: 60, now: pointsNow });
    receipts.length = 0;
    const ledger = await day.rows('台帳');
    people = ledger
      .filter(
        (row) =>
          row['状態'] === '有効' &&
          row['通知方法'] !== '郵送' &&
          // Google refuses a dot before the @.
          /[^.]@/.test(row['メールアドレス'] ?? '') &&
          (row['有効期間満了日'] ?? '') >= '2027',
      )
      .map((row) => row['登録番号'] ?? '')
      .slice(0, 10);
    for (let at = 0; at < 200; at += 1) {
      const number = people[at % people.length] ?? '';
      const one = await office.enter(number, { title: `第${String(at)}回セミナー` });
      receipts.push(one);
      // Google takes sixty writes a minute.
      if (at % 20 === 19) await day.advance('PT1M');
      numbers[one] = number;
    }
  }

  it('are approved in one commit with one notice a person; killed half-way and sent again nothing is double', async () => {
    await arrange();
    const key = newKey();
    const commit = { call: 'Sheets.Spreadsheets.batchUpdate' };
    for (const at of [{ k: 6 }, { k: 10 }, commit, { ...commit, when: 'after' }]) {
      await workspace.control.post('/api/faults', {
        kind: 'kill',
        at: { function: 'office', when: 'before', ...at },
      });
      await office.call('decidePoints', { decision: '承認', receipts, numbers }, key);
      await workspace.control.delete('/api/faults');
    }
    const done = await office.decide('承認', receipts, { numbers }, key);
    expect(done).toMatchObject({ decided: 200, skipped: [], notices: people.length });
    const approved = (await day.rows('ポイント')).filter(
      (row) =>
        row['状態'] === '承認' && row['承認ポイント'] === '1' && receipts.includes(row['受付番号'] ?? ''),
    );
    expect(approved).toHaveLength(200);
    for (const number of people) expect(await office.notices(number)).toHaveLength(1);
    await day.advance('PT50M');
    const told = (await day.mails()).filter(({ subject }) =>
      subject.includes('ポイントの申請を承認しました'),
    );
    expect(told).toHaveLength(people.length);
    expect(receipts.filter((one) => told.filter(({ body }) => body.includes(one)).length !== 1)).toEqual([]);
  });

  it('take at most 14 contacts', async () => {
    await arrange();
    valueOf<Decisions>(await office.call('decidePoints', { decision: '承認', receipts, numbers }));
    expect((await office.lastCall()).contacts).toBeLessThanOrEqual(14);
  });
});
