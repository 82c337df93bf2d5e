/** The project with one bug planted: built from src with one piece of text replaced, into a folder of its own. */
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import surface from '../../build/surface.json';

/** Text that stands in a source file exactly once, and what stands there instead. */
export interface Change {
  readonly file: string;
  readonly replace: string;
  readonly by: string;
}

export interface PlantedBug {
  readonly name: string;
  readonly changes: readonly Change[];
}

/** Builds it; throws when the text to be replaced is no longer there, so that the bug has to be planted anew. */
export async function buildPlanted({ name, changes }: PlantedBug): Promise<string> {
  const planted = new Map<string, string>();
  for (const { file, replace, by } of changes) {
    const path = join(process.cwd(), file);
    const source = planted.get(path) ?? readFileSync(file, 'utf8');
    if (source.split(replace).length !== 2)
      throw new Error(`${name}: not exactly once in ${file}, plant the bug anew:\n${replace}`);
    // A function, so that no `$` of the text means anything.
    planted.set(
      path,
      source.replace(replace, () => by),
    );
  }
  const folder = join(process.cwd(), '.build', 'planted', name.replace(/\W+/g, '-'));
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: ['src/main.ts'],
    outfile: join(folder, 'Code.js'),
    bundle: true,
    format: 'iife',
    target: 'es2019',
    charset: 'utf8',
    banner: { js: `var global = this;\n${surface.map((one) => `function ${one}() {}`).join('\n')}` },
    logLevel: 'error',
    plugins: [
      {
        name: 'planted bug',
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const contents = planted.get(path);
            return contents === undefined ? undefined : { contents, loader: 'ts' };
          });
        },
      },
    ],
  });
  for (const copied of ['appsscript.json', 'mypage.html', 'office.html'])
    copyFileSync(join('dist', copied), join(folder, copied));
  return folder;
}
