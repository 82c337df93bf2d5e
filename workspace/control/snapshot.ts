/** The snapshot of a Workspace on disk: one file, replaced whole. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Json } from '../engine/service';
import type { Workspace } from '../engine/workspace';

/** Machine time a change waits for others before it is written, ms; a large Workspace waits ten times as long as it writes. */
const PAUSE = 500;
const FORMAT = 1;

/** The snapshot file of a data folder. */
export interface SnapshotFile {
  /** Loads what is there; false when there is nothing to load. Throws when the file is not one of ours. */
  restore(): Promise<boolean>;
  /** Something changed: it is written soon. */
  changed(): void;
  /** Writes at once what has changed. */
  flush(): Promise<void>;
  /** Gives the file up. */
  forget(): Promise<void>;
}

/** Keeps the state of a Workspace in `folder`/snapshot.json. `failed` hears of a disk that does not take it. */
export function createSnapshotFile(
  workspace: Pick<Workspace, 'save' | 'load'>,
  folder: string,
  failed: (error: unknown) => void,
): SnapshotFile {
  const file = path.join(folder, 'snapshot.json');
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  let pause = PAUSE;

  const write = async (): Promise<void> => {
    const startedAt = performance.now();
    const text = JSON.stringify({ format: FORMAT, workspace: workspace.save() });
    await mkdir(folder, { recursive: true });
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
    pause = Math.max(PAUSE, 10 * (performance.now() - startedAt));
  };

  const flush = (): Promise<void> => {
    const due = timer !== undefined;
    clearTimeout(timer);
    timer = undefined;
    if (due) writing = writing.then(write).catch(failed);
    return writing;
  };

  return {
    async restore() {
      let text: string;
      try {
        text = await readFile(file, 'utf8');
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return false;
        throw new Error(`The snapshot ${file} cannot be read.`, { cause });
      }
      const kept = JSON.parse(text) as { format: number; workspace: Json };
      if (kept.format !== FORMAT)
        throw new Error(`The snapshot ${file} has another format; start with --fresh.`);
      workspace.load(kept.workspace);
      return true;
    },
    changed() {
      timer ??= setTimeout(() => void flush(), pause).unref();
    },
    flush,
    async forget() {
      clearTimeout(timer);
      timer = undefined;
      await writing;
      await rm(file, { force: true });
    },
  };
}
