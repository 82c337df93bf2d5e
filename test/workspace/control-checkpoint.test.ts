import { closeControls, openControl, OWNER, STAFF } from './control-world';

afterEach(closeControls);

const CODE = `
  const store = () => PropertiesService.getScriptProperties();
  function work(text) {
    store().setProperty('kept', text);
    CacheService.getScriptCache().put('kept', text);
    SpreadsheetApp.getActive().getSheets()[0].appendRow([text]);
    GmailApp.sendEmail('a@example.jp', text, '本文');
    ScriptApp.newTrigger('work').timeBased().everyMinutes(5).create();
    return Utilities.getUuid();
  }
  function cached() { return CacheService.getScriptCache().get('kept'); }
  function hundred() { for (let i = 0; i < 61; i += 1) Sheets.Spreadsheets.get(SpreadsheetApp.getActive().getId()); }
  function twice(event) { Utilities.sleep(1000); store().setProperty('ran', event.triggerUid); }
  function watch(form) { ScriptApp.newTrigger('twice').forForm(form).onFormSubmit().create(); }
  function every() { ScriptApp.newTrigger('minutes').timeBased().everyMinutes(1).create(); }
  function minutes() { Utilities.sleep(1); }
`;
const SHEETS = {
  dependencies: { enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }] },
};

type Control = Awaited<ReturnType<typeof openControl>>['control'];

/** All that can be seen of a Workspace. */
const seen = async (control: Control): Promise<unknown[]> => [
  await control.get('/api/state'),
  await control.get('/api/triggers'),
  await control.get('/api/form'),
];

describe('a checkpoint', () => {
  it('puts everything back as often as one likes, and what is drawn from a seed repeats', async () => {
    const { control, run } = await openControl(CODE, { seed: 3 });
    await control.post('/api/forms', { owner: OWNER, title: 'フォーム', items: [] });
    await run('work', '前');
    await control.post('/api/checkpoint', { save: 'before' });
    const before = await seen(control);

    const spoil = async (): Promise<unknown> => {
      const id = await run('work', '後');
      expect(await run('cached')).toBe('後');
      await control.post('/api/form', { answers: {} });
      await control.post('/api/grants', { user: OWNER, scopes: [] });
      await control.post('/api/faults', { kind: 'quota' });
      await control.post('/api/clock', { advance: 'P1D' });
      const after = await seen(control);
      expect(after).not.toEqual(before);
      return [id, after];
    };
    const first = await spoil();
    await control.post('/api/checkpoint', { restore: 'before' });
    expect(await seen(control)).toEqual(before);
    expect(await control.get('/api/faults')).toEqual([]);
    expect(await run('cached')).toBe('前');
    await control.post('/api/checkpoint', { restore: 'before' });
    expect(await spoil()).toEqual(first);
  });

  it('keeps what quotas have counted', async () => {
    const { control, run } = await openControl(CODE, { manifest: SHEETS });
    await control.post('/api/checkpoint', { save: 'fresh' });
    await expect(run('hundred')).rejects.toThrow('Quota exceeded');
    await control.post('/api/checkpoint', { save: 'used up' });
    await control.post('/api/checkpoint', { restore: 'fresh' });
    await expect(run('hundred')).rejects.toThrow('Quota exceeded');
    expect((await control.get<{ calls: object }[]>('/api/executions'))[0]?.calls).toMatchObject({
      'Sheets.Spreadsheets.get': 61,
    });
    await control.post('/api/checkpoint', { restore: 'used up' });
    await expect(run('hundred')).rejects.toThrow('Quota exceeded');
    expect((await control.get<{ calls: object }[]>('/api/executions'))[1]?.calls).toMatchObject({
      'Sheets.Spreadsheets.get': 1,
    });
  });

  it('is refused without a name it knows', async () => {
    const { control } = await openControl(CODE);
    await expect(control.post('/api/checkpoint', {})).rejects.toThrow('Either "save" or "restore".');
    await expect(control.post('/api/checkpoint', { restore: 'none' })).rejects.toThrow(
      'There is no checkpoint "none".',
    );
  });
});

describe('whatever starts a Workspace over', () => {
  it('first ends what is under way: the second trigger of a form answer, a job half through its times', async () => {
    const { control, run } = await openControl(CODE);
    await control.post('/api/forms', { owner: OWNER, title: 'フォーム', items: [] });
    const { id } = await control.get<{ id: string }>('/api/form');
    await run('every');
    await control.post('/api/checkpoint', { save: 'jobs' });
    const { editUrl } = await control.get<{ editUrl: string }>('/api/form');
    expect(editUrl).toContain(id);

    for (const start of ['answer', 'clock', 'call'] as const) {
      await control.post('/api/checkpoint', { restore: 'jobs' });
      const before = await seen(control);
      const { id: hold } = await control.post<{ id: number }>('/api/faults', {
        kind: 'hold',
        at: { call: 'Utilities.sleep', k: 1 },
      });
      const calls = {
        answer: () => control.post('/api/call', { page: 'editor', function: 'minutes', args: [] }),
        clock: () => control.post('/api/clock', { advance: 'P1D' }),
        call: () => control.post('/api/triggers', { run: 'minutes' }),
      };
      const underWay = calls[start]();
      expect(await control.get(`/api/faults/${hold}`)).toMatchObject({ happened: true });
      const [, late] = await Promise.all([
        control.post('/api/checkpoint', { restore: 'jobs' }),
        control.post('/api/sheets/シート1/edit', { user: STAFF, range: 'A1', values: [['後から']] }),
      ]);
      expect(late).toEqual({ executions: [] });
      await underWay;
      const [state] = (await seen(control)) as [object];
      expect(state).toMatchObject({ ...(before[0] as object), tabs: { シート1: { values: [['後から']] } } });
    }
  });
});
