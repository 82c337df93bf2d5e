/** Every method of ポイント, まもなく送信, 郵送する通知 and 元に戻した入力 is the secretariat's alone; what a registrant may do reaches her own rows only (tokens.test.ts). */
import type { officeNoticeArgs } from '../../src/contract/office-notices';
import type { officePointsArgs } from '../../src/contract/office-points';
import { newKey, officeDay, type OfficeDay } from '../support/office-day';
import { pointsDay, pointsNow } from '../support/points-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

type Method = keyof typeof officePointsArgs | keyof typeof officeNoticeArgs | 'putBackEdits';

let workspace: TestWorkspace;
let day: OfficeDay;
let staff: string;
let receipt: string;
let number: string;

const form = {
  ...{ eventCode: '', category: 'セミナー', role: '', title: '見本セミナー', host: 'ほかの団体' },
  ...{ attendedOn: '2026-10-08', endedOn: '', hours: '' },
};

/** Arguments that would do something: a new method does not compile without a line. */
const methods: Record<Method, () => unknown> = {
  pointsQueue: () => ({ show: '申請中' }),
  pointCase: () => ({ receipt }),
  decidePoints: () => ({ decision: '承認', receipts: [receipt] }),
  enterPoints: () => ({ number, receivedOn: '2026-11-20', form, evidenceState: '受領済' }),
  setPointEvidence: () => ({ receipts: [receipt], state: '郵送待ち' }),
  pointChoices: () => ({}),
  waitingNotices: () => ({}),
  stopNotices: () => ({ notices: ['N26-000001'] }),
  letters: () => ({}),
  postLetters: () => ({ notices: ['N26-000001'] }),
  putBackEdits: () => ({}),
};

beforeAll(async () => {
  workspace = await startTestWorkspace({ registrants: 60 });
  day = officeDay(workspace.control);
  await workspace.control.post('/api/reset', { scenario: 'sample', registrants: 60, now: pointsNow });
  staff = (await day.sample()).staff[0] ?? '';
  ({ number } = await day.person('sameMail'));
  receipt = await pointsDay(day).enter(number);
});
afterAll(() => workspace.close());

const call = (method: Method, body: Record<string, unknown>) =>
  workspace.control.post('/api/call', {
    function: 'office',
    args: [{ method, args: methods[method](), key: newKey() }],
    ...body,
  });

/** The tabs a call from outside must leave alone. */
const tabs = () => Promise.all(['ポイント', '通知', '_要約', '操作記録'].map((tab) => day.rows(tab)));

it.each(Object.keys(methods) as Method[])('%s is closed to visitors and open to staff', async (method) => {
  const closed = { value: { ok: false, code: 'NOT_STAFF' } };
  const before = await tabs();
  expect(await call(method, { page: 'exec' })).toMatchObject(closed);
  expect(await call(method, { page: 'exec', user: staff })).toMatchObject(closed);
  expect(await tabs()).toEqual(before);
  expect(await call(method, { page: 'sidebar', user: staff })).toMatchObject({ value: { ok: true } });
});

it.each(['decidePoints', 'enterPoints', 'setPointEvidence', 'stopNotices'] as const)(
  '%s without a client key writes nothing',
  async (method) => {
    const before = await tabs();
    const args = [{ method, args: methods[method]() }];
    expect(
      await workspace.control.post('/api/call', { function: 'office', page: 'sidebar', user: staff, args }),
    ).toMatchObject({ value: { ok: false, code: 'INVALID' } });
    expect(await tabs()).toEqual(before);
  },
);
