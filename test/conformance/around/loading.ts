/** What the editor takes as a file of the project, and how its files are loaded (facts/platform.md 1.2–1.4). */
import { readProject } from '../../../workspace/engine/project';
import { closeAll, openTiny, valueOf, writeProject } from '../../workspace/engine-project';
import { row } from './table';
import type { AroundFact } from './table';

async function refusedFile(source: string): Promise<string> {
  const folder = writeProject({ 'Code.js': source });
  return readProject(folder).then(
    () => 'accepted',
    (error: unknown) => String(error),
  );
}

export const LOADING: AroundFact[] = [
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
];
