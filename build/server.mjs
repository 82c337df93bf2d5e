/** Bundles src/main.ts into dist/Code.js: one classic script whose top-level functions Apps Script may call. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import GasPlugin from 'gas-webpack-plugin';
import { minify } from 'terser';
import webpack from 'webpack';
import { at, unlessBuilt, writeFile } from './files.mjs';

const draftFolder = at('.build', 'server');

/** Builds Code.js; tells whether anything had to be done. */
export function buildServer() {
  const output = at('dist', 'Code.js');
  return unlessBuilt({
    name: 'server',
    inputs: [at('src'), at('build'), at('package-lock.json'), at('tsconfig.base.json')],
    outputs: [output],
    work: async () => {
      await bundle(at('src', 'main.ts'), draftFolder);
      writeFile(output, await smaller(readFileSync(join(draftFolder, 'Code.js'), 'utf8')));
    },
  });
}

/**
 * Minified by Terser in several passes (webpack's own setting makes one). Top-level names stay: Google lists functions by
 * them, and esbuild's minifier would drop the empty ones.
 * @param {string} code
 */
async function smaller(code) {
  const { code: minified } = await minify(code, {
    ecma: 2020,
    compress: { passes: 3, pure_getters: true, toplevel: false },
    mangle: { toplevel: false },
    format: { comments: false },
  });
  if (minified === undefined) throw new Error('Terser gave nothing.');
  return minified;
}

/**
 * Bundles one entry to `folder`/Code.js.
 * The entry assigns its functions as `global.name = …`; the plugin declares an empty function of
 * that name at the top for each, which is what Google lists.
 * @param {string} entry
 * @param {string} folder
 * @returns {Promise<void>}
 */
export function bundle(entry, folder) {
  const compiler = webpack({
    mode: 'production',
    context: at(),
    entry,
    target: ['web', 'es2020'],
    devtool: false,
    output: { path: folder, filename: 'Code.js', environment: { globalThis: true } },
    resolve: { extensions: ['.ts', '.mjs', '.js'] },
    module: {
      rules: [
        {
          // Packages too: their class fields are newer than the target.
          test: /\.m?[tj]s$/,
          loader: 'esbuild-loader',
          options: {
            target: 'es2020',
            legalComments: 'none',
            charset: 'utf8',
            tsconfig: at('tsconfig.base.json'),
          },
          resolve: { fullySpecified: false },
        },
      ],
    },
    // The plugin's types know only an empty list here.
    plugins: [new GasPlugin({ comment: false, include: /** @type {any} */ ([entry]) })],
    optimization: { minimize: false },
    performance: { hints: false },
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error) reject(error);
        else if (stats === undefined || stats.hasErrors() || stats.hasWarnings()) {
          reject(new Error(stats?.toString({ all: false, errors: true, warnings: true }) ?? 'no result'));
        } else resolve();
      });
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildServer();
