/** `npm run bench`: builds everything, then prints the table of test/bench. */
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildAll } from './build.mjs';
import { at } from './files.mjs';

const outfile = at('.build', 'bench', 'zz.mjs');
await buildAll();
await build({
  entryPoints: [at('test', 'bench', 'zz.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
await import(pathToFileURL(outfile).href);
