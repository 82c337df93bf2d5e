/** P1, P2: whatever an anonymous visitor sends to whatever global, nothing happens but that global's public job. */
import { readFileSync } from 'node:fs';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';
import { officeDay, type OfficeDay } from '../support/office-day';
import { cellOf, type } from './support/tabs';

const surface = JSON.parse(readFileSync('build/surface.json', 'utf8')) as string[];
const junk: unknown[] = [
  null,
  '',
  0,
  true,
  [],
  {},
  { method: 'home', args: {} },
  { method: 'startProduction', args: {} },
  { method: 'view', args: {}, token: 'x.y' },
  { method: '__proto__', args: {} },
  { method: 'constructor', args: { prototype: {} } },
  { triggerUid: '1', response: { id: 'x' }, authMode: 'FULL' },
  { method: 'login', args: { number: '1'.repeat(5000), password: '=1+1' } },
  { method: 'login', args: { number: { toString: 'x' }, password: [] } },
  'x'.repeat(100_000),
];

let workspace: TestWorkspace;
let day: OfficeDay;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
});
afterAll(() => workspace.close());

/** Everything a visitor must not be able to change. */
async function state(): Promise<unknown> {
  const tabs = await workspace.control.get<string[]>('/api/sheets');
  const contents = await Promise.all(
    tabs.map((tab) => workspace.control.get(`/api/sheets/${encodeURIComponent(tab)}`)),
  );
  return { tabs, contents, mails: await day.mails(), files: await workspace.control.get('/api/files') };
}

it.each(surface)('%s called anonymously with junk changes nothing and tells nothing', async (name) => {
  const before = await state();
  for (const argument of junk) {
    const called = await workspace.control.post<{
      ok: boolean;
      value?: unknown;
      error?: { message: string };
    }>('/api/call', {
      page: 'exec',
      function: name,
      args: [argument],
    });
    expect(JSON.stringify(called)).not.toMatch(/@example|0000-|見本/);
    if (called.ok && name !== 'doGet') expect(called.value ?? { ok: false }).toMatchObject({ ok: false });
  }
  expect(await state()).toEqual(before);
});

describe('the secretariat door', () => {
  const ask = (body: Record<string, unknown>) =>
    workspace.control.post('/api/call', {
      function: 'office',
      args: [{ method: 'home', args: {} }],
      ...body,
    });
  const closed = { value: { ok: false, code: 'NOT_STAFF' } };

  it('is closed to visitors, and to staff who come through the web app', async () => {
    const { staff } = await day.sample();
    expect(await ask({ page: 'exec' })).toMatchObject(closed);
    expect(await ask({ page: 'exec', user: staff[0] })).toMatchObject(closed);
  });

  it('is open to staff and to the owner at the spreadsheet', async () => {
    const { owner, staff } = await day.sample();
    expect(await ask({ page: 'sidebar', user: staff[0] })).toMatchObject({ value: { ok: true } });
    expect(await ask({ page: 'sidebar', user: owner })).toMatchObject({ value: { ok: true } });
  });

  it('cannot tell the owner’s own browser on the web app from the sidebar: what remains, by docs/security.md', async () => {
    const { owner } = await day.sample();
    expect(await ask({ page: 'exec', user: owner })).toMatchObject({ value: { ok: true } });
  });

  it('closes to an editor at once when her line in 担当者 is ended or taken out', async () => {
    const { owner, staff } = await day.sample();
    const [account = ''] = staff;
    const line = ['Googleアカウント', account] as const;
    await type(
      workspace.control,
      owner,
      '担当者',
      await cellOf(workspace.control, '担当者', line, '終了日'),
      '2026-11-21',
    );
    expect(await ask({ page: 'sidebar', user: account })).toMatchObject(closed);
    await type(
      workspace.control,
      owner,
      '担当者',
      await cellOf(workspace.control, '担当者', line, 'Googleアカウント'),
      'nobody@example.com',
    );
    expect(await ask({ page: 'sidebar', user: account })).toMatchObject(closed);
  });
});
