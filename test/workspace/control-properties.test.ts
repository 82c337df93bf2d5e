import { closeControls, openControl, OWNER, STAFF } from './control-world';

const CODE = `
  function all() { return PropertiesService.getScriptProperties().getProperties(); }
  function set(key, value) { PropertiesService.getScriptProperties().setProperty(key, value); }
  function own() { PropertiesService.getUserProperties().setProperty('mine', '1'); }
  function write() { SpreadsheetApp.getActiveSpreadsheet(); return Sheets.Spreadsheets.get(SpreadsheetApp.getActiveSpreadsheet().getId()).spreadsheetId; }
`;

afterEach(closeControls);

describe('the script properties in the project settings', () => {
  it('are what scripts read and write, without those of users', async () => {
    const { control, run } = await openControl(CODE);
    await run('set', 'a', '1');
    await run('own');
    expect(await control.get('/api/properties')).toEqual({ a: '1' });
    expect(await control.post('/api/properties', { user: STAFF, set: { a: null, b: '2' } })).toEqual({
      b: '2',
    });
    expect(await run('all')).toEqual({ b: '2' });
  });

  it('are shown and changed for editors only, whole or not at all', async () => {
    const { control, run } = await openControl(CODE);
    const set = (user: string, changes: unknown): Promise<unknown> =>
      control.post('/api/properties', { user, set: changes });
    await expect(set('x@example.com', { a: '1' })).rejects.toThrow(/may not edit/u);
    await expect(control.get('/api/properties?user=x@example.com')).rejects.toThrow(/may not edit/u);
    await expect(set(OWNER, { a: 1 })).rejects.toThrow(/"a" must be a text/u);
    await expect(set(OWNER, { a: '1', b: 'x'.repeat(9_217) })).rejects.toThrow('Argument too large: value');
    expect(await run('all')).toEqual({});
  });
});

it('a new beginning starts with the whole quota of the Sheets API', async () => {
  const { control, run } = await openControl(CODE, {
    manifest: {
      dependencies: {
        enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }],
      },
    },
  });
  for (let read = 0; read < 60; read += 1) await run('write');
  await expect(run('write')).rejects.toThrow(/Quota exceeded/u);
  await control.post('/api/reset', { scenario: 'empty' });
  expect(await run('write')).toMatch(/^1/u);
});
