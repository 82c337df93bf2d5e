/** Every method of 更新 and 証書 is the secretariat's alone; what a registrant may do reaches her own rows only (tokens.test.ts). */
import type { officeCertificateArgs } from '../../src/contract/office-certificates';
import type { officeRenewalArgs } from '../../src/contract/office-renewal';
import { newKey, officeDay, type OfficeDay } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

type Method = keyof typeof officeRenewalArgs | keyof typeof officeCertificateArgs;

/** Arguments its schema lets through: a new method does not compile without a line. */
const methods: Record<Method, unknown> = {
  renewalQueue: { show: '申請中' },
  renewalCase: { receipt: 'K26-000001-2' },
  decideRenewals: { decision: '確認済', receipts: ['K26-000001-2'] },
  enterRenewal: { number: '00012', receivedOn: '2026-11-20', printedName: '', sendTo: '自宅' },
  resolutionList: {},
  lapseList: {},
  confirmLapse: { numbers: ['00012'] },
  outlookEnds: {},
  renewalOutlook: { end: '2027-03-31' },
  findRegistrant: { number: '00012' },
  changePersonState: { number: '00012', action: '休止', reason: '試験', on: '2026-11-20' },
  certificateQueue: { show: '作成待ち' },
  addCertificates: { cause: '再交付', numbers: ['00012'] },
  markCertificates: { to: '作成済', certificates: ['S26-000001'] },
  postCertificates: {
    ...{ postedOn: '2026-11-20', postedBy: '' },
    lines: [{ certificate: 'S26-000001', tracking: '' }],
  },
  returnCertificate: { certificate: 'S26-000001', returnedOn: '2026-11-20', reason: 'その他' },
  receiveCertificates: { certificates: ['S26-000001'], receivedOn: '2026-11-20' },
};

let workspace: TestWorkspace;
let day: OfficeDay;
let staff: string;

beforeAll(async () => {
  workspace = await startTestWorkspace({ registrants: 60 });
  day = officeDay(workspace.control);
  staff = (await day.sample()).staff[0] ?? '';
});
afterAll(() => workspace.close());

const call = (method: Method, body: Record<string, unknown>) =>
  workspace.control.post('/api/call', {
    function: 'office',
    args: [{ method, args: methods[method], key: newKey() }],
    ...body,
  });

it.each(Object.keys(methods) as Method[])('%s is closed to visitors and open to staff', async (method) => {
  const closed = { value: { ok: false, code: 'NOT_STAFF' } };
  const before = await day.rows('_要約');
  expect(await call(method, { page: 'exec' })).toMatchObject(closed);
  expect(await call(method, { page: 'exec', user: staff })).toMatchObject(closed);
  expect(await day.rows('_要約')).toEqual(before);
  expect(await call(method, { page: 'sidebar', user: staff })).not.toMatchObject(closed);
});
