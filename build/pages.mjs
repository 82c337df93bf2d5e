/** Bundles each page into one self-contained HTML file: dist/mypage.html and dist/office.html. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { at, unlessBuilt, writeFile } from './files.mjs';
import { escapeForHtmlService } from './inline-script.mjs';

/** @type {{ name: string, title: string, entry: string }[]} */
const pages = [
  { name: 'mypage', title: '職業紹介士マイページ', entry: at('src', 'mypage', 'page', 'index.tsx') },
  { name: 'office', title: '職業紹介士マイページ 事務局', entry: at('src', 'office', 'page', 'index.tsx') },
];

/** Builds both pages; tells whether anything had to be done. */
export function buildPages() {
  return unlessBuilt({
    name: 'pages',
    inputs: [at('src'), at('build'), at('package-lock.json')],
    outputs: pages.map(({ name }) => at('dist', `${name}.html`)),
    work: async () => {
      await Promise.all(
        pages.map(async ({ name, title, entry }) =>
          writeFile(at('dist', `${name}.html`), await page(entry, title)),
        ),
      );
    },
  });
}

/**
 * One page as HTML: style and script inside, nothing loaded from outside.
 * @param {string} entry
 * @param {string} title
 */
export async function page(entry, title) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    outdir: join(at('.build'), 'pages'),
    platform: 'browser',
    format: 'iife',
    target: 'es2019',
    supported: { 'template-literal': false },
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  /** @param {string} ending */
  const text = (ending) => (result.outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '').trim();
  // No </body></html>: the server may append what a view needs to know.
  return `<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<title>${title}</title>
<style>${text('.css')}</style>
</head>
<body>
<div id="app"></div>
<script>${escapeForHtmlService(text('.js'))}</script>
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildPages();
