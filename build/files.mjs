/** What every build step shares: where things are, and writing so that nobody reads half a file. */
import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * An absolute path inside the repository.
 * @param {string[]} parts
 */
export const at = (...parts) => join(root, ...parts);

/**
 * Writes a file in one step, and only if its content differs.
 * @param {string} path
 * @param {string | Uint8Array} content
 */
export function writeFile(path, content) {
  const bytes = Buffer.from(content);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return;
  mkdirSync(dirname(path), { recursive: true });
  const draft = at('.build', 'drafts', randomBytes(8).toString('hex'));
  mkdirSync(dirname(draft), { recursive: true });
  writeFileSync(draft, bytes);
  renameSync(draft, path);
}

/**
 * All files below a folder or the file itself, sorted, absolute.
 * @param {string} path
 * @returns {string[]}
 */
export function filesBelow(path) {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)]))
    .sort();
}

/**
 * Takes files out of a folder that this build did not write.
 * @param {string} folder
 * @param {string[]} keep absolute paths
 */
export function removeOthers(folder, keep) {
  for (const path of filesBelow(folder)) if (!keep.includes(path)) rmSync(path, { force: true });
}

/**
 * Runs `work` unless the same inputs gave the same outputs before; tells whether it ran.
 * @param {{ name: string, inputs: string[], outputs: string[], work: () => Promise<void> }} step
 */
export async function unlessBuilt({ name, inputs, outputs, work }) {
  const stamp = at('.build', 'stamps', name);
  const before = fingerprint(inputs);
  const done = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (outputs.every((path) => existsSync(path)) && done === `${before} ${fingerprint(outputs)}`) return false;
  await work();
  writeFile(stamp, `${before} ${fingerprint(outputs)}`);
  return true;
}

/** @param {string[]} paths files and folders */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((each) => (isFolder(each) ? filesBelow(each) : [each]))) {
    hash.update(`${relative(root, path)}\0`);
    if (existsSync(path)) hash.update(readFileSync(path));
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} path */
function isFolder(path) {
  return existsSync(path) && statSync(path).isDirectory();
}
