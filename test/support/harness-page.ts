/** A page of a test's own: one script bundled for the browser with the styles of our pages, nothing else. */
import { build } from 'esbuild';

/** The HTML of a page whose script is this TSX; it is bundled as our pages are. */
export async function harnessPage(script: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: process.cwd(), loader: 'tsx' },
    bundle: true,
    write: false,
    outdir: '.build/harness',
    platform: 'browser',
    format: 'iife',
    target: 'es2019',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    logLevel: 'error',
  });
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return `<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>部品</title><style>${text('.css')}</style></head>
<body><div id="app"></div><script>${text('.js')}</script></body></html>`;
}
