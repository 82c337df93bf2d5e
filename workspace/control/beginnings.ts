/** Beginnings that were played: kept in memory and, where there is a folder, for other Workspaces of the same build. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The state of Workspaces right after a beginning, as text, by what the beginning was. */
export interface Beginnings {
  find(key: string): Promise<string | undefined>;
  keep(key: string, text: string): Promise<void>;
}

/** Beginnings kept in memory; the oldest goes first. */
const KEPT = 8;

/** Stands in a file for the address of the Workspace, which differs from one to the next. */
const ADDRESS = 'https://workspace.invalid/';

/** Where beginnings are kept; `address`: of this Workspace, with a slash at the end. */
export function createBeginnings(folder: string | undefined, address: () => string): Beginnings {
  const kept = new Map<string, string>();

  const remember = (key: string, text: string): void => {
    kept.delete(key);
    kept.set(key, text);
    for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
  };

  const fileOf = (key: string): string | undefined =>
    folder && path.join(folder, `${createHash('sha256').update(key).digest('hex')}.json`);

  return {
    async find(key) {
      const file = fileOf(key);
      const text = kept.get(key) ?? (file === undefined ? undefined : await readIfThere(file));
      if (text === undefined) return undefined;
      const own = text.replaceAll(ADDRESS, address());
      remember(key, own);
      return own;
    },
    async keep(key, text) {
      remember(key, text);
      const file = fileOf(key);
      if (file === undefined || folder === undefined) return;
      await mkdir(folder, { recursive: true });
      // Several Workspaces may play the same beginning at once: each file comes to be whole.
      const draft = `${file}.${randomUUID()}`;
      await writeFile(draft, text.replaceAll(address(), ADDRESS));
      await rename(draft, file);
    },
  };
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
