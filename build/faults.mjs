/** `npm run faults`: builds everything, then plays the cases of test/faults. */
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildAll } from './build.mjs';
import { at } from './files.mjs';

const outfile = at('.build', 'faults', 'main.mjs');
await buildAll();
await build({
  entryPoints: [at('test', 'faults', 'main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
process.argv[1] = outfile;
await import(pathToFileURL(outfile).href);
