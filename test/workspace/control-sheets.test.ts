import { ALL_SCOPES, closeControls, openControl, OWNER, STAFF } from './control-world';
import type { Opened } from './control-world';

const CODE = {
  'Code.js': `
    function onOpen() {
      SpreadsheetApp.getUi().createMenu('事務局').addItem('開く', 'openPanel').addItem('壊れる', 'breaks').addToUi();
    }
    function onEdit(e) { console.log('simple', e.range.getA1Notation(), e.value, e.oldValue); }
    function onSheetEdited(e) { console.log('installed', e.range.getA1Notation(), Session.getEffectiveUser().getEmail()); }
    function onSheetChanged(e) { console.log('change', e.changeType); }
    function install() {
      const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
      ScriptApp.newTrigger('onSheetEdited').forSpreadsheet(spreadsheet).onEdit().create();
      ScriptApp.newTrigger('onSheetChanged').forSpreadsheet(spreadsheet).onChange().create();
    }
    function openPanel() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('panel').setTitle('事務局')); }
    function breaks() { throw new Error('だめでした'); }
    function protect() { SpreadsheetApp.getActiveSpreadsheet().getSheetByName('名簿').protect().removeEditor('${STAFF}'); }
    function write(text) {
      const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('名簿');
      sheet.getRange('A1').getValue();
      sheet.getRange('A1').setValue(text);
    }
    function whoAmI() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }
    function doGet(e) { return HtmlService.createHtmlOutput('こんにちは ' + e.parameter.name).setTitle('題'); }
    function private_() {}
  `,
  'panel.html': '<p>panel</p>',
};

interface Run {
  kind: string;
  user: string;
  log: string[];
}

async function open(): Promise<Opened & { since(): Promise<Run[]> }> {
  const opened = await openControl(CODE);
  await opened.control.post('/api/workbook', {
    owner: OWNER,
    editors: [STAFF],
    title: '台帳',
    tabs: ['名簿'],
  });
  return {
    ...opened,
    since: async () =>
      (await opened.control.get<Run[]>('/api/executions')).filter(({ log }) => log.length > 0),
  };
}

const NAMES = '/api/sheets/名簿';

afterEach(closeControls);

describe('what a person types', () => {
  it('is stored as typing stores it, and shown as values, texts and formulas', async () => {
    const { control } = await open();
    await control.post('/api/format', { user: STAFF, tab: '名簿', range: 'A:A', numberFormat: '@' });
    await control.post(`${NAMES}/edit`, {
      user: STAFF,
      range: 'A1',
      values: [['0012', '2026/4/1', '1,000', '=1+2', '']],
    });
    expect(await control.get(NAMES)).toEqual({
      values: [['0012', { date: '2026-04-01T00:00:00+09:00' }, 1000, 3]],
      display: [['0012', '2026/04/01', '1,000', '3']],
      formulas: [['', '', '', '=1+2']],
    });
  });

  it('sets off the simple trigger, then the installed ones as who installed them', async () => {
    const { control, run, since } = await open();
    await run('install');
    const { executions } = await control.post<{ executions: number[] }>(`${NAMES}/edit`, {
      user: STAFF,
      range: 'B2',
      values: [['山田']],
    });
    expect(executions).toHaveLength(3);
    expect((await since()).map(({ kind, log }) => `${kind} ${log.join()}`)).toEqual([
      expect.stringMatching(/^simple .*simple B2 山田 undefined/u),
      expect.stringMatching(new RegExp(`^trigger .*installed B2 ${OWNER}`, 'u')),
      expect.stringMatching(/^trigger .*change EDIT/u),
    ]);
  });

  it('is not set off by what scripts write', async () => {
    const { run, since } = await open();
    await run('install');
    await run('write', '筆');
    expect(await since()).toEqual([]);
  });

  it('is refused with the text of the platform in a protected tab, and by people without access', async () => {
    const { control, run } = await open();
    await run('protect');
    const typed = (user: string): Promise<unknown> =>
      control.post(`${NAMES}/edit`, { user, range: 'A1', values: [['x']] });
    await expect(typed(STAFF)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('protected cell') as string,
    });
    await expect(typed('guest@example.jp')).rejects.toMatchObject({ status: 403 });
    await typed(OWNER);
    expect(await control.get(NAMES)).toMatchObject({ values: [['x']] });
  });

  it.each([
    [{ user: STAFF, range: 'A1', values: [[5]] }, '"values" must be rows of texts, as they are typed.'],
    [{ user: STAFF, range: '??', values: [['x']] }, 'Range not found'],
    [{ range: 'A1', values: [['x']] }, '"user" must be a text.'],
  ])('is refused when it makes no sense: %j', async (body, text) => {
    const { control } = await open();
    await expect(control.post(`${NAMES}/edit`, body)).rejects.toThrow(text);
    await expect(control.post('/api/sheets/無い/edit', body)).rejects.toThrow();
  });
});

describe('reshaping', () => {
  it('moves rows, columns and tabs and sets off onChange', async () => {
    const { control, run, since } = await open();
    await control.post(`${NAMES}/edit`, {
      user: STAFF,
      range: 'A1',
      values: [
        ['b', '1'],
        ['a', '2'],
      ],
    });
    await run('install');
    const rows = (body: object): Promise<unknown> => control.post(`${NAMES}/rows`, { user: STAFF, ...body });
    await rows({ action: 'sort', column: 1, ascending: true, range: 'A1:B2' });
    await rows({ action: 'insert', at: 2, count: 1 });
    await rows({ action: 'moveColumn', at: 'B', to: 'A' });
    expect(await control.get(NAMES)).toMatchObject({
      values: [
        [2, 'a'],
        ['', ''],
        [1, 'b'],
      ],
    });
    await rows({ action: 'delete', at: 2 });
    await control.post('/api/tabs', { user: STAFF, action: 'insert', name: '設定' });
    await control.post('/api/tabs', { user: STAFF, action: 'rename', name: '設定', to: '設定2' });
    expect(await control.get('/api/sheets')).toEqual(['名簿', '設定2']);
    const changes = (await since()).map(({ log }) => log.join().split('change ')[1]).filter(Boolean);
    expect(changes).toEqual(['OTHER', 'INSERT_ROW', 'OTHER', 'REMOVE_ROW', 'INSERT_GRID', 'OTHER']);
    await expect(rows({ action: 'shuffle' })).rejects.toThrow('"action" must be one of');
  });

  it('can happen in the middle of an execution', async () => {
    const { control, run, since } = await open();
    await run('install');
    await control.post('/api/faults', {
      kind: 'edit',
      at: { function: 'write', call: 'Range.getValues', when: 'after' },
      edit: { tab: '名簿', user: STAFF, range: 'B1', values: [['同時']] },
    });
    await run('write', '筆');
    expect(await control.get(NAMES)).toMatchObject({ values: [['筆', '同時']] });
    expect((await since()).map(({ kind }) => kind)).toEqual(['simple', 'trigger', 'trigger']);
  });
});

describe('the screen', () => {
  it('shows the menu after opening, and what a menu item shows', async () => {
    const { control } = await open();
    await control.post('/api/menu', { user: STAFF, item: '開く' });
    expect(await control.get(`/api/ui?user=${STAFF}`)).toMatchObject({
      menus: [{ label: '事務局' }],
      sidebar: { title: '事務局', html: { content: expect.stringContaining('<p>panel</p>') as string } },
      dialogs: [],
      toasts: [],
    });
    expect(await control.get(`/api/ui?user=${OWNER}`)).toMatchObject({ menus: [], sidebar: null });
    const [opened, menu] = await control.get<Run[]>('/api/executions');
    expect([opened?.kind, menu?.kind, menu?.user]).toEqual(['simple', 'menu', STAFF]);
  });

  it('tells what went wrong in a menu item', async () => {
    const { control } = await open();
    await expect(control.post('/api/menu', { user: STAFF, item: '壊れる' })).rejects.toThrow('だめでした');
    await expect(control.post('/api/menu', { user: STAFF, item: '無い' })).rejects.toThrow(
      'has no item 「無い」',
    );
    await expect(control.post('/api/menu', { user: 'guest@example.jp', item: '開く' })).rejects.toMatchObject(
      { status: 403 },
    );
  });

  it('shows no sidebar to a person who has not granted it', async () => {
    const { control } = await open();
    const scopes = ALL_SCOPES.filter((scope) => !scope.endsWith('container.ui'));
    await control.post('/api/grants', { user: STAFF, scopes });
    await expect(control.post('/api/menu', { user: STAFF, item: '開く' })).rejects.toThrow(
      'Required permissions: https://www.googleapis.com/auth/script.container.ui',
    );
  });
});

describe('calls', () => {
  const call = (control: Opened['control'], body: object): Promise<unknown> =>
    control.post('/api/call', { function: 'whoAmI', args: [], ...body });

  it('run as the owner for an anonymous visitor and as the person in the sidebar', async () => {
    const { control } = await open();
    expect(await call(control, { page: 'exec' })).toEqual({ ok: true, value: ['', OWNER] });
    expect(await call(control, { page: 'exec', user: STAFF })).toEqual({ ok: true, value: ['', OWNER] });
    expect(await call(control, { page: 'exec', user: OWNER })).toEqual({ ok: true, value: [OWNER, OWNER] });
    expect(await call(control, { page: 'sidebar', user: STAFF })).toEqual({
      ok: true,
      value: [STAFF, STAFF],
    });
  });

  it('reach no private function', async () => {
    const { control } = await open();
    expect(await call(control, { page: 'exec', function: 'private_' })).toEqual({
      ok: false,
      error: { name: 'Exception', message: 'Script function not found: private_' },
    });
  });

  it('lose their answer on the way back when told to', async () => {
    const { control } = await open();
    await control.post('/api/faults', { kind: 'lostAnswer', at: { function: 'write' } });
    expect(await call(control, { page: 'exec', function: 'write', args: ['筆'] })).toMatchObject({
      ok: false,
      error: { name: 'NetworkError' },
    });
    expect(await control.get(NAMES)).toMatchObject({ values: [['筆']] });
  });

  it('serve the page of the web app', async () => {
    const { control } = await open();
    expect(await control.get('/api/page/exec?name=%E5%B1%B1%E7%94%B0')).toEqual({
      html: 'こんにちは 山田',
      title: '題',
      metas: [],
      xFrame: 'DEFAULT',
    });
  });
});
