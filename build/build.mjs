/** Builds everything: dist/ (exactly what is pushed to Google) and .build/ (the Workspace and the sample). */
import { pathToFileURL } from 'node:url';
import { readFileSync } from 'node:fs';
import { at, removeOthers, writeFile } from './files.mjs';
import { buildPages } from './pages.mjs';
import { buildServer } from './server.mjs';
import { buildWorkspace } from './workspace.mjs';

/** What dist/ holds, and nothing else. */
export const distFiles = ['Code.js', 'appsscript.json', 'mypage.html', 'office.html'];

/** Builds what is not up to date. */
export async function buildAll() {
  await Promise.all([buildServer(), buildPages(), buildWorkspace()]);
  writeFile(at('dist', 'appsscript.json'), readFileSync(at('appsscript.json')));
  removeOthers(
    at('dist'),
    distFiles.map((name) => at('dist', name)),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildAll();
