/** An Apps Script project as `clasp push` would send it: a folder with the manifest, script files and HTML files. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseScript, topLevelFunctions } from './functions';

/** The parts of appsscript.json the Workspace obeys. */
export interface Manifest {
  timeZone: string;
  oauthScopes?: string[];
  dependencies?: {
    enabledAdvancedServices?: { userSymbol: string; serviceId: string; version: string }[];
  };
  webapp?: { access: string; executeAs: string };
}

/** One script file. */
export interface ScriptFile {
  /** As the editor shows it, without extension: `Code`. */
  name: string;
  source: string;
}

/** A project that was read and found loadable. */
export interface Project {
  readonly manifest: Manifest;
  /** In push order. */
  readonly scripts: readonly ScriptFile[];
  /** Name (`mypage` for mypage.html) → text. */
  readonly htmlFiles: ReadonlyMap<string, string>;
  /** Top-level functions a client, a trigger or a menu may call, by static parse; names ending `_` are not among them. */
  readonly functionNames: readonly string[];
}

const SCRIPT = /\.(?:js|gs)$/u;
const HTML = /\.html$/u;

async function listFiles(folder: string, below = ''): Promise<string[]> {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true });
  const lists = await Promise.all(
    entries
      .filter(({ name }) => name !== '.git' && name !== 'node_modules')
      .map(async (entry) => {
        const name = path.posix.join(below, entry.name);
        return entry.isDirectory() ? listFiles(folder, name) : [name];
      }),
  );
  return lists.flat();
}

function readManifest(text: string): Manifest {
  const manifest = JSON.parse(text) as Partial<Manifest> & { runtimeVersion?: string };
  if (manifest.runtimeVersion !== 'V8') {
    throw new Error('appsscript.json: "runtimeVersion" must be "V8"; the Rhino runtime was switched off.');
  }
  if (manifest.timeZone === undefined) throw new Error('appsscript.json: "timeZone" is missing.');
  return { ...manifest, timeZone: manifest.timeZone };
}

/** Reads a project folder in clasp's push order (by name); throws an Error with the editor's text for a refused file. */
export async function readProject(folder: string): Promise<Project> {
  const names = (await listFiles(folder)).sort((a, b) => a.localeCompare(b));
  const read = async (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8');

  if (!names.includes('appsscript.json')) throw new Error(`There is no appsscript.json in ${folder}.`);
  const manifest = readManifest(await read('appsscript.json'));

  const scripts: ScriptFile[] = [];
  for (const file of names.filter((candidate) => SCRIPT.test(candidate))) {
    const name = file.replace(SCRIPT, '');
    if (scripts.some((script) => script.name === name)) {
      throw new Error(`Conflicting files found. You have more than one file called "${name}".`);
    }
    scripts.push({ name, source: await read(file) });
  }

  const htmlFiles = new Map<string, string>();
  for (const file of names.filter((candidate) => HTML.test(candidate))) {
    htmlFiles.set(file.replace(HTML, ''), await read(file));
  }

  const functionNames = new Set<string>();
  for (const { name, source } of scripts) {
    topLevelFunctions(parseScript(source, name)).forEach((found) => functionNames.add(found));
  }
  return { manifest, scripts, htmlFiles, functionNames: [...functionNames] };
}
