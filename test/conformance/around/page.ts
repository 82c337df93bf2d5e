/** The published page: the event of doGet, error pages, status codes (facts/platform.md 2.5). */
import { serveExec } from '../../../workspace/control/web';
import type { Opened } from '../../workspace/control-world';
import { closeAll, openTiny } from '../../workspace/engine-project';
import { openFaces } from '../../workspace/faces-world';
import { open, row } from './table';
import type { AroundFact } from './table';

/** The text of the error page, or `served`. */
async function page({ world }: Opened, query: string): Promise<string> {
  const answer = await serveExec(world.workspace, world.run, query);
  return 'error' in answer ? answer.error : 'served';
}

export const PAGE: AroundFact[] = [
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
];
