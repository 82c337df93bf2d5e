/** Bundles the Workspace and the sample for Node: workspace/ → .build/workspace, sample/ → .build/sample. */
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { at, filesBelow, removeOthers, unlessBuilt, writeFile } from './files.mjs';

const out = at('.build', 'workspace');
const sampleOut = at('.build', 'sample', 'scenarios.mjs');

/** @type {import('esbuild').BuildOptions} */
const forNode = { platform: 'node', target: 'node20', format: 'esm' };
/** @type {import('esbuild').BuildOptions} */
const forContext = { platform: 'neutral', target: 'es2022', format: 'iife' };
/** @type {import('esbuild').BuildOptions} */
const forBrowser = { platform: 'browser', target: 'es2020', format: 'iife' };

/** Every bundle: its entry, its output, and for whom it is. */
function bundles() {
  const clients = filesBelow(at('workspace', 'faces', 'client')).filter((path) => path.endsWith('.ts'));
  return [
    { entry: at('workspace', 'main.ts'), outfile: `${out}/main.mjs`, options: forNode },
    { entry: at('workspace', 'engine', 'worker.ts'), outfile: `${out}/worker.mjs`, options: forNode },
    { entry: at('workspace', 'facade', 'entry.ts'), outfile: `${out}/facade.js`, options: forContext },
    { entry: at('sample', 'scenarios.ts'), outfile: sampleOut, options: forNode },
    ...clients.map((entry) => ({
      entry,
      outfile: `${out}/client/${basename(entry, '.ts')}.js`,
      options: forBrowser,
    })),
  ];
}

/** Builds the Workspace; tells whether anything had to be done. */
export async function buildWorkspace() {
  const all = bundles();
  const outputs = all.map(({ outfile }) => outfile);
  return unlessBuilt({
    name: 'workspace',
    inputs: [at('workspace'), at('sample'), at('build'), at('package-lock.json')],
    outputs,
    work: async () => {
      await Promise.all(
        all.map(async ({ entry, outfile, options }) => {
          const result = await build({
            ...options,
            entryPoints: [entry],
            outfile,
            bundle: true,
            write: false,
            sourcemap: options === forNode ? 'inline' : false,
            charset: 'utf8',
            legalComments: 'none',
            logLevel: 'warning',
          });
          for (const file of result.outputFiles ?? []) writeFile(file.path, file.contents);
        }),
      );
      removeOthers(out, outputs);
    },
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildWorkspace();
