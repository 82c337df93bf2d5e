import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { registerScenario } from '../../workspace/control/scenarios';
import { createSnapshotFile } from '../../workspace/control/snapshot';
import { closeControls, openControl } from './control-world';

const CODE = `
  function keep(value) { PropertiesService.getScriptProperties().setProperty('kept', value); }
  function kept() { return PropertiesService.getScriptProperties().getProperty('kept'); }
  function send() { GmailApp.sendEmail('a@example.jp', '件名', '本文'); }
  function every() { ScriptApp.newTrigger('kept').timeBased().everyMinutes(5).create(); }
`;

let played = 0;
registerScenario('tiny', async (control, { registrants, now }) => {
  played += 1;
  await control.post('/api/workbook', {
    owner: 'boss@example.jp',
    editors: ['aoki@example.jp'],
    title: '台帳',
    tabs: ['名簿', '設定'],
  });
  await control.post('/api/forms', { owner: 'boss@example.jp', title: 'フォーム', items: [] });
  await control.post('/api/call', { page: 'editor', function: 'keep', args: [`${registrants} ${now}`] });
  return { owner: 'boss@example.jp', staff: ['aoki@example.jp'], cases: {} };
});

afterEach(closeControls);

describe('starting over', () => {
  it('plays a scenario once and puts it back from memory afterwards', async () => {
    const { control, run } = await openControl(CODE);
    played = 0;
    const beginning = { scenario: 'tiny', registrants: 7, now: '2026-04-01T09:00:00+09:00' };
    await control.post('/api/reset', beginning);
    expect(await run('kept')).toBe('7 2026-04-01T09:00:00+09:00');
    expect(await control.get('/api/sample')).toEqual({
      owner: 'boss@example.jp',
      staff: ['aoki@example.jp'],
      cases: {},
    });

    await run('keep', 'changed');
    await run('send');
    await run('every');
    await control.post('/api/faults', { kind: 'quota' });
    await control.post('/api/clock', { advance: 'P1D' });
    await control.post('/api/reset', beginning);
    expect(played).toBe(1);
    expect(await control.get('/api/clock')).toEqual({ now: '2026-04-01T09:00:00+09:00', running: false });
    expect(await control.get('/api/mail')).toEqual([]);
    expect(await control.get('/api/triggers')).toEqual([]);
    expect(await control.get('/api/faults')).toEqual([]);
    expect(await control.get('/api/executions')).toEqual([]);
    expect(await control.get('/api/sheets')).toEqual(['名簿', '設定']);
    expect(await control.get('/api/form')).toMatchObject({ title: 'フォーム' });
    expect(await run('kept')).toBe('7 2026-04-01T09:00:00+09:00');
  });

  it('knows a spreadsheet with nothing in it, and no other names', async () => {
    const { control } = await openControl(CODE);
    await control.post('/api/reset', { scenario: 'empty' });
    expect(await control.get('/api/sheets')).toEqual(['シート1']);
    expect(await control.get('/api/sheets/シート1')).toEqual({ values: [], display: [], formulas: [] });
    await expect(control.get('/api/form')).rejects.toThrow('There is no form.');
    await expect(control.post('/api/reset', { scenario: 'none' })).rejects.toThrow(
      'There is no scenario "none"',
    );
  });

  it('makes ids repeat with a seed', async () => {
    const { control, run } = await openControl(CODE, { seed: 5 });
    const idOfMail = async (): Promise<unknown> => {
      await control.post('/api/reset', { scenario: 'empty' });
      await run('send');
      const [mail] = await control.get<{ id: string }[]>('/api/mail');
      return mail?.id;
    };
    expect(await idOfMail()).toBe(await idOfMail());
  });

  it('draws no id again that the beginning has drawn', async () => {
    registerScenario('sent', async (within) => {
      await within.post('/api/call', { page: 'editor', function: 'send', args: [] });
      return { owner: 'owner@example.jp', staff: [], cases: {} };
    });
    const { control, run } = await openControl(CODE, { seed: 5 });
    await control.post('/api/reset', { scenario: 'sent' });
    await run('send');
    const mails = await control.get<{ id: string }[]>('/api/mail');
    expect(new Set(mails.map(({ id }) => id)).size).toBe(2);
  });
});

describe('the snapshot', () => {
  it('brings everything back in another process', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'data-'));
    const failed = jest.fn();
    const first = await openControl(CODE);
    await first.control.post('/api/reset', { scenario: 'tiny', now: '2026-04-01T09:00:00+09:00' });
    await first.run('send');
    await first.run('every');
    const file = createSnapshotFile(first.world.workspace, folder, failed);
    file.changed();
    await file.flush();
    expect(readdirSync(folder)).toEqual(['snapshot.json']);

    const second = await openControl(CODE);
    const kept = createSnapshotFile(second.world.workspace, folder, failed);
    expect(await kept.restore()).toBe(true);
    for (const call of [
      '/api/mail',
      '/api/triggers',
      '/api/sheets',
      '/api/sample',
      '/api/form',
      '/api/clock',
    ]) {
      expect(await second.control.get(call)).toEqual(await first.control.get(call));
    }
    await kept.forget();
    expect(await kept.restore()).toBe(false);
    expect(failed).not.toHaveBeenCalled();
    rmSync(folder, { recursive: true });
  });
});

describe('the control API', () => {
  it.each([
    ['GET', '/api/nothing', 'The control API has no GET /api/nothing.'],
    ['DELETE', '/api/form', 'The control API has no DELETE /api/form.'],
    ['GET', '/api/sheets/none', 'There is no tab 「none」.'],
    ['GET', '/api/executions?since=x', '"since" must be the id of an execution.'],
  ] as const)('refuses %s %s with a sentence', async (method, path_, text) => {
    const { control } = await openControl(CODE);
    const call = method === 'GET' ? control.get(path_) : control.delete(path_);
    await expect(call).rejects.toThrow(text);
  });

  it.each([
    ['/api/call', { page: 'phone', function: 'kept' }, '"page" must be one of "exec", "sidebar", "editor".'],
    ['/api/call', { page: 'exec' }, '"function" must be a text.'],
    ['/api/call', { page: 'exec', function: 'kept', args: {} }, '"args" must be a list.'],
    [
      '/api/call',
      { page: 'sidebar', user: 'guest@example.jp', function: 'kept' },
      'guest@example.jp may not edit the spreadsheet.',
    ],
    ['/api/form', [], 'The body must be a JSON object.'],
    ['/api/faults', { kind: 'rain' }, 'Unknown kind of fault: rain'],
    ['/api/grants', { user: 'a@example.jp' }, '"scopes" must be a list of texts.'],
  ])('refuses POST %s %j with a sentence', async (path_, body, text) => {
    const { control } = await openControl(CODE);
    await control.post('/api/reset', { scenario: 'tiny' });
    await expect(control.post(path_, body)).rejects.toThrow(text);
  });
});
