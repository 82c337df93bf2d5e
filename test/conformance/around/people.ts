/** Who runs, what people do by hand, and what they may (facts/platform.md §3, §4.3). */
import { ALL_SCOPES, OWNER, STAFF } from '../../workspace/control-world';
import type { Opened } from '../../workspace/control-world';
import { failed, give, logOf, open, row } from './table';
import type { AroundFact, Called } from './table';

async function tabOf({ control }: Opened): Promise<string> {
  const [tab = ''] = await control.get<string[]>('/api/sheets');
  return `/api/sheets/${encodeURIComponent(tab)}`;
}

async function edit(opened: Opened, user: string, range: string, values: string[][]): Promise<unknown> {
  return opened.control.post(`${await tabOf(opened)}/edit`, { user, range, values });
}

function who(opened: Opened, page: string, user?: string): Promise<Called> {
  return opened.control.post<Called>('/api/call', {
    page,
    function: 'who',
    args: [],
    ...(user === undefined ? {} : { user }),
  });
}

export const PEOPLE: AroundFact[] = [
  row(
    'identity.anonymous',
    'An anonymous visitor has no address; the rights are the deployer’s.',
    'reference/base/session',
    'D',
    async () => {
      expect((await who(await open(), 'exec')).value).toEqual(['', OWNER]);
    },
  ),
  row(
    'identity.signed-in',
    'A visitor who is signed in stays unknown to an app that runs as its deployer …',
    'reference/base/session',
    'D',
    async () => {
      expect((await who(await open(), 'exec', STAFF)).value).toEqual(['', OWNER]);
    },
  ),
  row(
    'identity.same-domain',
    '… or is named, when she is of the same domain (fault visitorKnown).',
    'reference/base/session',
    'U',
    async () => {
      const opened = await open();
      await opened.control.post('/api/faults', { kind: 'visitorKnown' });
      expect((await who(opened, 'exec', STAFF)).value).toEqual([STAFF, OWNER]);
      expect((await who(opened, 'exec', 'x@example.com')).value).toEqual(['', OWNER]);
    },
  ),
  row(
    'identity.deployer',
    'The deployer is known to her own app.',
    'reference/base/session',
    'D',
    async () => {
      expect((await who(await open(), 'exec', OWNER)).value).toEqual([OWNER, OWNER]);
    },
  ),
  row(
    'identity.sidebar',
    'A sidebar runs as the person at the keyboard.',
    'reference/base/session',
    'D',
    async () => {
      expect((await who(await open(), 'sidebar', STAFF)).value).toEqual([STAFF, STAFF]);
    },
  ),
  row(
    'identity.scope',
    'getActiveUser without its scope throws; it does not answer "".',
    '71507609114; 68894751206',
    'F',
    async () => {
      const opened = await open({
        manifest: { oauthScopes: ['https://www.googleapis.com/auth/spreadsheets'] },
      });
      expect(await failed(opened, 'who()')).toBe(
        'Exception|Specified permissions are not sufficient to call Session.getActiveUser. Required permissions: https://www.googleapis.com/auth/userinfo.email',
      );
    },
  ),
  row(
    'identity.consent',
    'A person may leave a scope unticked: the same text for her alone.',
    'concepts/scopes',
    'D',
    async () => {
      const opened = await open();
      const scopes = ALL_SCOPES.filter((scope) => !scope.endsWith('userinfo.email'));
      await opened.control.post('/api/grants', { user: STAFF, scopes });
      expect((await who(opened, 'sidebar', STAFF)).error?.message).toMatch(
        /^Specified permissions are not sufficient/u,
      );
      expect((await who(opened, 'exec')).ok).toBe(true);
    },
  ),
  row(
    'identity.simple',
    'A simple trigger does not know who is there, and sees one changed cell’s values.',
    'guides/triggers',
    'D',
    async () => {
      const opened = await open();
      await edit(opened, STAFF, 'A1', [['a']]);
      await edit(opened, STAFF, 'A1', [['b']]);
      await edit(opened, STAFF, 'A1:B1', [['c', 'd']]);
      expect(await logOf(opened, 'onEdit')).toEqual([
        ['a', null, 'A1', ''],
        ['b', 'a', 'A1', ''],
        [null, null, 'A1:B1', ''],
      ]);
    },
  ),
  row(
    'identity.simple-scopes',
    'A simple trigger reaches the bound file only.',
    'guides/triggers',
    'D',
    async () => {
      const opened = await open();
      const simple = async (code: string): Promise<string | undefined> =>
        (
          await opened.world.workspace.run({
            kind: 'simple',
            functionName: 'give',
            activeUser: STAFF,
            effectiveUser: STAFF,
            args: [code],
          })
        ).error?.message;
      expect(await simple('sheet_().getName() && 1')).toBeUndefined();
      for (const code of [
        'GmailApp.search("x")',
        'SpreadsheetApp.openById(SpreadsheetApp.getActiveSpreadsheet().getId())',
        'SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(""))',
      ]) {
        expect(await simple(code)).toMatch(/^Specified permissions are not sufficient/u);
      }
    },
  ),
  row(
    'identity.trigger',
    'An installable trigger runs as who made it; another person who set it off is not named.',
    'guides/triggers/installable',
    'D',
    async () => {
      const opened = await open();
      await opened.run('watch');
      await edit(opened, STAFF, 'A1', [['a']]);
      expect(await logOf(opened, 'edited')).toEqual([
        ['', OWNER],
        ['', OWNER],
      ]);
    },
  ),
  row('identity.ui', 'getUi throws in the web app.', 'field reports', 'F', async () => {
    expect(await failed(await open(), 'SpreadsheetApp.getUi()')).toBe(
      'Exception|Cannot call SpreadsheetApp.getUi() from this context.',
    );
  }),
  row(
    'identity.stranger',
    'Who may not open the spreadsheet may not run its script.',
    'guides/menus',
    'D',
    async () => {
      await expect(who(await open(), 'sidebar', 'x@example.com')).rejects.toThrow(/may not edit/u);
    },
  ),
  row(
    'people.script-edits',
    'What a script writes sets no trigger off.',
    'guides/triggers',
    'D',
    async () => {
      const opened = await open();
      await opened.run('watch');
      await give(opened, 'sheet_().getRange(1, 1).setValue(1) && 1');
      expect([...(await logOf(opened, 'onEdit')), ...(await logOf(opened, 'edited'))]).toEqual([]);
    },
  ),
  row(
    'people.protected',
    'A protection stops a secretary, by hand and in her sidebar, and neither the owner nor her web app.',
    'reference/spreadsheet/protection',
    'D',
    async () => {
      const opened = await open();
      await opened.run(
        'give',
        '(() => { const p = sheet_().getRange("A1").protect(); p.removeEditors(p.getEditors()); })()',
      );
      await expect(edit(opened, STAFF, 'A1', [['x']])).rejects.toThrow(
        'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
      );
      const sidebar = await opened.control.post<Called>('/api/call', {
        page: 'sidebar',
        user: STAFF,
        function: 'give',
        args: ['sheet_().getRange("A1").setValue("x") && 1'],
      });
      expect(sidebar.error?.message).toMatch(/^You are trying to edit a protected cell/u);
      expect(await give(opened, 'sheet_().getRange("A1").setValue("x") && 1')).toEqual({
        ok: true,
        value: 1,
      });
      await edit(opened, OWNER, 'A1', [['y']]);
    },
  ),
  row(
    'people.late',
    'A broken validation escapes a try around setValue and ends the execution.',
    '70151285550',
    'F',
    async () => {
      const opened = await open();
      const rule =
        'SpreadsheetApp.newDataValidation().requireValueInList(["a"]).setAllowInvalid(false).build()';
      await opened.run('give', `sheet_().getRange("A1").setDataValidation(${rule}) && 1`);
      expect(
        await failed(
          opened,
          '(() => { try { sheet_().getRange("A1").setValue("b"); } catch (error) { return 1; } })()',
        ),
      ).toBe(
        'Exception|The data you entered in cell A1 violates the data validation rules set on this cell. Please enter one of the following values: a.',
      );
    },
  ),
  row(
    'people.unknown-typing',
    'Typing whose coercion is unknown is refused visibly.',
    'workspace.md',
    'U',
    async () => {
      await expect(edit(await open(), OWNER, 'A1', [['22 34']])).rejects.toThrow(/AmbiguousInput/u);
    },
  ),
];
