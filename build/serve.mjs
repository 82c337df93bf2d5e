/** Starts the Workspace as it was built: `npm start` without the build. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { at } from './files.mjs';

const usage = `npm start -- [options]
  --port N          port on 127.0.0.1 (default 8787; 0 = any free one)
  --data DIR        where the Workspace is kept between runs (default .workspace/)
  --fresh           start over, forgetting what is kept
  --transient       keep nothing for another run
  --now TIME        workspace time at the start, e.g. 2026-11-22T09:00:00+09:00 (default: now)
  --registrants N   size of the sample
  --empty           a spreadsheet without the sample
  --dist DIR        the Apps Script project to run (default dist/)
  --frozen          the clock stands still until it is moved
  --seed N          ids and schedules repeat for the same N
  --lang en|ja      language of the platform's texts (default en)
  --beginnings      keep what a beginning comes to in .build/, for others of the same build`;

/**
 * The options as the Workspace takes them; throws a sentence for what cannot be meant.
 * @param {string[]} words
 */
export function readOptions(words) {
  const { values } = parseArgs({
    args: words,
    options: {
      port: { type: 'string', default: '8787' },
      data: { type: 'string', default: '.workspace' },
      fresh: { type: 'boolean', default: false },
      transient: { type: 'boolean', default: false },
      now: { type: 'string' },
      registrants: { type: 'string' },
      empty: { type: 'boolean', default: false },
      dist: { type: 'string', default: 'dist' },
      frozen: { type: 'boolean', default: false },
      seed: { type: 'string' },
      lang: { type: 'string', default: 'en' },
      beginnings: { type: 'boolean', default: false },
    },
  });
  const lang = values.lang;
  if (lang !== 'en' && lang !== 'ja') throw new Error(`--lang is en or ja, not "${lang}".`);
  const now = values.now === undefined ? undefined : Date.parse(values.now);
  if (Number.isNaN(now)) throw new Error(`--now is a date and time with offset, not "${values.now}".`);
  const dist = inRepository(values.dist);
  if (!existsSync(resolve(dist, 'appsscript.json'))) {
    throw new Error(
      `${dist} is no Apps Script project: appsscript.json is missing. Run npm run build first.`,
    );
  }
  return {
    port: whole('--port', values.port),
    data: values.transient ? undefined : inRepository(values.data),
    fresh: values.fresh,
    scenario: values.empty ? 'empty' : 'sample',
    dist,
    build: at('.build', 'workspace'),
    frozen: values.frozen,
    lang,
    ...(values.beginnings ? { beginnings: beginningsOf(dist) } : {}),
    ...(now === undefined ? {} : { now }),
    ...(values.registrants === undefined ? {} : { registrants: whole('--registrants', values.registrants) }),
    ...(values.seed === undefined ? {} : { seed: whole('--seed', values.seed) }),
  };
}

/**
 * Folder of the beginnings of this build: what was played by another one is not to be found there.
 * @param {string} dist
 */
function beginningsOf(dist) {
  const hash = createHash('sha256');
  for (const folder of [dist, at('.build', 'workspace'), at('.build', 'sample')]) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const file = resolve(folder, name);
      if (statSync(file).isFile()) hash.update(`${name}\n`).update(readFileSync(file));
    }
  }
  return at('.build', 'beginnings', hash.digest('hex').slice(0, 16));
}

/** @param {string} path */
function inRepository(path) {
  return isAbsolute(path) ? path : at(path);
}

/**
 * @param {string} name
 * @param {string} text
 */
function whole(name, text) {
  if (!/^\d+$/.test(text)) throw new Error(`${name} is a whole number, not "${text}".`);
  return Number(text);
}

/**
 * Starts the Workspace with the sample's scenarios and prints where it is.
 * @param {string[]} words what stands on the command line
 */
export async function serve(words) {
  if (words.includes('--help')) {
    console.log(usage);
    return;
  }
  /** @type {ReturnType<typeof readOptions>} */
  let options;
  try {
    options = readOptions(words);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  process.setSourceMapsEnabled(true);
  const { startWorkspace, registerScenario } = await import(
    pathToFileURL(at('.build', 'workspace', 'main.mjs')).href
  );
  const { scenarios } = await import(pathToFileURL(at('.build', 'sample', 'scenarios.mjs')).href);
  for (const [name, play] of Object.entries(scenarios)) registerScenario(name, play);
  const workspace = await startWorkspace(options);
  const url = new URL(workspace.url);
  console.log(`Ready: http://localhost:${url.port}/`);
  const stop = async () => {
    await workspace.close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await serve(process.argv.slice(2));
