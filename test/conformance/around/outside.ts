/** Loading, the published page, forms, triggers, mail and languages (facts/platform.md 1.2–1.4, 2.5, §5, §6). */
import { serveExec } from '../../../workspace/control/web';
import { closeAll, openTiny, valueOf, writeProject } from '../../workspace/engine-project';
import { OWNER } from '../../workspace/control-world';
import type { Opened } from '../../workspace/control-world';
import { openFaces } from '../../workspace/faces-world';
import { readProject } from '../../../workspace/engine/project';
import { failed, give, logOf, open, row } from './table';
import type { AroundFact } from './table';

/** The text of the error page, or `served`. */
async function page({ world }: Opened, query: string): Promise<string> {
  const answer = await serveExec(world.workspace, world.run, query);
  return 'error' in answer ? answer.error : 'served';
}

async function refusedFile(source: string): Promise<string> {
  const folder = writeProject({ 'Code.js': source });
  return readProject(folder).then(
    () => 'accepted',
    (error: unknown) => String(error),
  );
}

async function makeForm({ control }: Opened): Promise<{ editUrl: string; publishedUrl: string }> {
  return control.post('/api/forms', {
    owner: OWNER,
    title: 'フォーム',
    items: [
      { title: '氏名', type: 'TEXT', required: true },
      { title: '備考', type: 'PARAGRAPH_TEXT' },
      { title: '生年月日', type: 'DATE' },
      { title: '種類', type: 'MULTIPLE_CHOICE', choices: ['個人', '事業所'] },
    ],
  });
}

const ANSWERS =
  '.getResponses().map((r) => r.getItemResponses().map((i) => [i.getItem().getTitle(), i.getResponse()]))';

export const OUTSIDE: AroundFact[] = [
  ...(
    [
      ['modules', 'import x from "y";'],
      ['top-level await', 'await 1;'],
      ['#private fields', 'class A { #a = 1; }'],
      ['static fields', 'class A { static a = 1; }'],
    ] as const
  ).map(([what, source]) =>
    row(
      `load.${what}`,
      `A file with ${what} is refused as the editor refuses it.`,
      'guides/v8-runtime',
      'D',
      async () => {
        expect(await refusedFile(source)).toMatch(
          /^Error: Syntax error: SyntaxError: .* line: 1 file: Code\.gs$/u,
        );
        await closeAll();
      },
    ),
  ),
  row('load.fields', 'Syntax newer than ES2020 is not counted on.', 'platform.md 1.3', 'U', async () => {
    expect(await refusedFile('class A { a = 1; }')).toMatch(
      /^Error: NotInWorkspace: syntax newer than ES2020/u,
    );
    await closeAll();
  }),
  row(
    'load.twice',
    'A const declared in two files breaks every entry point; of two functions the last one holds.',
    'ECMAScript',
    'D',
    async () => {
      const broken = await openTiny({
        'A.js': 'const x = 1; function f() { return 1; }',
        'B.js': 'const x = 2;',
      });
      await expect(valueOf(broken, 'f')).rejects.toThrow(/Identifier 'x' has already been declared/u);
      const last = await openTiny({
        'A.js': 'function f() { return 1; }',
        'B.js': 'function f() { return 2; }',
      });
      expect(await valueOf(last, 'f')).toBe(2);
      await closeAll();
    },
  ),
  row(
    'page.event',
    'doGet gets the query once as text, once by first and once by all values.',
    'guides/web',
    'D',
    async () => {
      const { world } = await open();
      const answer = await serveExec(world.workspace, world.run, 'a=1&a=2&b=%E3%81%82');
      expect('html' in answer ? JSON.parse(answer.html.content) : answer).toEqual([
        'a=1&a=2&b=%E3%81%82',
        { a: '1', b: 'あ' },
        { a: ['1', '2'], b: ['あ'] },
        '',
        -1,
      ]);
    },
  ),
  row(
    'page.errors',
    'What doGet must not return, each with its page.',
    '60928222201; ggsrun; 69141099072',
    'F',
    async () => {
      const opened = await open();
      expect(await page(opened, 'act=nothing')).toBe('The script completed but did not return anything.');
      const unsupported = 'The script completed but the returned value is not a supported return type.';
      expect([await page(opened, 'act=text'), await page(opened, 'act=promise')]).toEqual([
        unsupported,
        unsupported,
      ]);
    },
  ),
  row('page.line', 'An error of doGet is shown with its line and file.', 'field reports', 'F', async () => {
    const opened = await open();
    expect(await page(opened, 'act=throw')).toMatch(/^Error: abc \(line \d+, file "Code"\)$/u);
    expect(await page(opened, 'act=service')).toMatch(
      /^Exception: The starting row of the range is too small\. \(line \d+, file "Code"\)$/u,
    );
  }),
  row('page.no-doget', 'A project without doGet says so.', '60928222201', 'F', async () => {
    const workspace = await openTiny('function f() {}', {
      manifest: { webapp: { access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' } },
    });
    expect(await serveExec(workspace, (request) => workspace.run(request), '')).toEqual({
      error: 'Script function not found: doGet',
    });
    await closeAll();
  }),
  row(
    'page.http',
    'HEAD is refused, c and sid are reserved, error pages are served with status 200.',
    'TWA; guides/web',
    'M',
    async () => {
      const faces = await openFaces({ 'Code.js': 'function doGet() { throw new Error("abc"); }' });
      const ask = (query: string, method: string): Promise<Response> =>
        fetch(`${faces.url}exec${query}`, { method });
      expect((await ask('', 'HEAD')).status).toBe(403);
      expect((await ask('?sid=1', 'GET')).status).toBe(405);
      const served = await ask('', 'GET');
      expect([served.status, await served.text()]).toEqual([
        200,
        expect.stringContaining('Error: abc (line 1, file &quot;Code&quot;)'),
      ]);
      await faces.close();
    },
  ),
  row(
    'forms.answers',
    'Unanswered texts and dates appear as "", other unanswered questions not; a date is YYYY-MM-DD.',
    'gas-fakes live tests; reference/forms',
    'M',
    async () => {
      const opened = await open();
      const { editUrl } = await makeForm(opened);
      await opened.control.post('/api/form', { answers: { 氏名: '山田' } });
      await opened.control.post('/api/form', {
        answers: { 氏名: '佐藤', 生年月日: '2000-01-02', 種類: '個人' },
      });
      expect((await give(opened, `FormApp.openByUrl(${JSON.stringify(editUrl)})${ANSWERS}`)).value).toEqual([
        [
          ['氏名', '山田'],
          ['備考', ''],
          ['生年月日', ''],
        ],
        [
          ['氏名', '佐藤'],
          ['備考', ''],
          ['生年月日', '2000-01-02'],
          ['種類', '個人'],
        ],
      ]);
    },
  ),
  row(
    'forms.editors',
    'getEditors of a form tells who may edit it, its owner among them or not.',
    'reference/forms/form#getEditors',
    'D',
    async () => {
      const opened = await open();
      const { editUrl } = await makeForm(opened);
      const editors = `FormApp.openByUrl(${JSON.stringify(editUrl)}).getEditors().map((user) => user.getEmail())`;
      expect((await give(opened, editors)).value).toEqual([OWNER]);
    },
  ),
  row('forms.published', 'openByUrl takes no published URL.', 'platform.md §5', 'U', async () => {
    const opened = await open();
    const { publishedUrl } = await makeForm(opened);
    expect(await failed(opened, `FormApp.openByUrl(${JSON.stringify(publishedUrl)})`)).toBe(
      'Exception|Invalid argument: url',
    );
  }),
  row(
    'forms.twice',
    'A form trigger may fire twice, with nothing in its event, or never.',
    'google-forms-to-slack#5, #6, #7',
    'F',
    async () => {
      const opened = await open();
      const { editUrl } = await makeForm(opened);
      await opened.run('watch', editUrl);
      for (const fire of ['once', 'twice', 'empty', 'never']) {
        await opened.control.post('/api/form', { answers: { 氏名: '山田' }, fire });
      }
      const whole = ['authMode', 'response', 'source', 'triggerUid'];
      expect(await logOf(opened, 'answered')).toEqual([whole, whole, whole, ['authMode', 'triggerUid']]);
      expect(
        (await give(opened, `FormApp.openByUrl(${JSON.stringify(editUrl)}).getResponses().length`)).value,
      ).toBe(4);
    },
  ),
  row(
    'triggers.clock',
    'A clock trigger runs as its owner, with the parts of the time in UTC.',
    'guides/triggers/events',
    'D',
    async () => {
      const opened = await open();
      await opened.run('give', 'ScriptApp.newTrigger("ticked").timeBased().everyMinutes(5).create() && 1');
      await opened.control.post('/api/clock', { advance: 'PT5M' });
      expect(await logOf(opened, 'ticked')).toEqual([
        [
          [OWNER, OWNER],
          [
            'authMode',
            'day-of-month',
            'day-of-week',
            'hour',
            'minute',
            'month',
            'second',
            'timezone',
            'triggerUid',
            'week-of-year',
            'year',
          ],
        ],
      ]);
    },
  ),
  row(
    'triggers.once',
    'A trigger that has fired once stays in the list.',
    'platform.md §5',
    'U',
    async () => {
      const opened = await open();
      await opened.run('give', 'ScriptApp.newTrigger("ticked").timeBased().after(60000).create() && 1');
      await opened.control.post('/api/clock', { advance: 'P1D' });
      expect(await logOf(opened, 'ticked')).toHaveLength(1);
      expect((await give(opened, 'ScriptApp.getProjectTriggers().length')).value).toBe(1);
    },
  ),
  row('triggers.again', 'Making a trigger again doubles it.', 'platform.md §5', 'F', async () => {
    const opened = await open();
    await opened.run('watch');
    await opened.run('watch');
    expect((await give(opened, 'ScriptApp.getProjectTriggers().length')).value).toBe(4);
  }),
  row(
    'mail.sent',
    'What GmailApp sent lies in the sent box; a search right after may find nothing.',
    'reference/gmail; gas-fakes',
    'M',
    async () => {
      const opened = await open();
      const search = 'GmailApp.search("in:sent").length';
      expect(
        (await give(opened, `GmailApp.sendEmail("nobody@nonexistent.example", "s", "b") && ${search}`)).value,
      ).toBe(0);
      await opened.control.post('/api/clock', { advance: 'PT1M' });
      expect((await give(opened, search)).value).toBe(1);
    },
  ),
  row(
    'mail.bounce',
    'An address that does not exist is no exception; a bounce arrives later.',
    'platform.md §6',
    'U',
    async () => {
      const opened = await open();
      expect(
        (await give(opened, 'GmailApp.sendEmail("nobody@nonexistent.example", "s", "b") && 1')).value,
      ).toBe(1);
      const [sent] = await opened.control.get<{ id: string }[]>('/api/mail');
      await opened.control.post(`/api/mail/${sent?.id}/bounce`, {});
      expect((await give(opened, 'GmailApp.getInboxThreads().length')).value).toBe(1);
    },
  ),
  row('mail.subject-lines', 'A line break in a subject makes no header.', 'platform.md §6', 'U', async () => {
    const opened = await open();
    await give(opened, 'GmailApp.sendEmail("a@example.com", "s\\nBcc: x@example.com", "b") && 1');
    expect(await opened.control.get('/api/mail')).toMatchObject([
      { subject: 's Bcc: x@example.com', bcc: '' },
    ]);
  }),
  row(
    'texts.language',
    'Texts are in the running user’s language: nothing may branch on them.',
    'REST ExecutionError; ErrHandler',
    'D',
    async () => {
      const opened = await open({ lang: 'ja' });
      const texts = await Promise.all(
        [
          'sheet_().getRange(0, 1)',
          'sheet_().getRange(1001, 1)',
          'sheet_().getRange("A1").setValues([["a"], ["b"]])',
          'LockService.getScriptLock().tryLock()',
          'SpreadsheetApp.getUi()',
          'new Uint8Array(1)',
          'Utilities.sleep(400000)',
          'GmailApp.sendEmail("a@example.com", "長".repeat(251), "b")',
          'Utilities.sleep(300000) || Utilities.sleep(300000)',
        ].map((code) => failed(opened, code)),
      );
      expect(texts.filter((text) => !/[ぁ-んァ-ヶ一-龠]/u.test(text.split('|')[1] ?? ''))).toEqual([]);
    },
  ),
  row(
    'texts.sheets',
    'The Japanese texts of a protection and of a range outside the sheet.',
    'ErrHandler; field reports',
    'F',
    async () => {
      const opened = await open({ lang: 'ja' });
      expect(await failed(opened, 'sheet_().getRange(1001, 1)')).toBe(
        'Exception|範囲の座標がシートのサイズから外れています。',
      );
      expect(await failed(opened, 'LockService.getScriptLock().tryLock("1")')).toBe(
        'Exception|パラメータ（String）が LockService.Lock.tryLock のメソッドのシグネチャと一致しません。',
      );
    },
  ),
];
