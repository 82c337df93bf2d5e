/** A Google Workspace on one machine: engine, services, control API and faces, started as one. */
import path from 'node:path';
import type { ControlClient } from './control/client';
import { createControl } from './control/control';
import { createSnapshotFile } from './control/snapshot';
import { createWorld } from './control/world';
import { createWorkspace } from './engine/workspace';
import type { Lang } from './engine/service';
import { createFaces } from './faces/server';

export { registerScenario } from './control/scenarios';

/** How a Workspace is started; paths are absolute. */
export interface StartOptions {
  /** 0: any free port. */
  port: number;
  /** Folder of the snapshot; undefined: nothing is kept. */
  data: string | undefined;
  /** Forgets what is kept in `data`. */
  fresh: boolean;
  /** Folder where beginnings that were played are kept for other Workspaces of the same build; undefined: played anew. */
  beginnings?: string;
  /** The beginning to play when nothing is kept: `sample`, `empty` or another registered one. */
  scenario: string;
  /** Size of the beginning; default: the scenario's own. */
  registrants?: number;
  /** Folder of the Apps Script project. */
  dist: string;
  /** Folder of the bundled Workspace. */
  build: string;
  /** Workspace time at the start, ms; default: the machine's. */
  now?: number;
  /** The clock stands still. */
  frozen: boolean;
  seed?: number;
  lang: Lang;
}

/** A Workspace that listens. */
export interface StartedWorkspace {
  /** `http://localhost:8787/` */
  readonly url: string;
  /** The control API without HTTP between. */
  readonly control: ControlClient;
  /** Writes the snapshot and ends everything. */
  close(): Promise<void>;
}

/** Owner until a scenario brings its own people. */
const NOBODY = { owner: 'owner@example.com', editors: [] };

function report(error: unknown): void {
  console.error(error);
}

/** Starts a Workspace: what is kept in `data` goes on, otherwise the scenario is played. */
export async function startWorkspace(options: StartOptions): Promise<StartedWorkspace> {
  const { dist, build, frozen, lang, seed } = options;
  const startedAt = options.now ?? Date.now();
  const workspace = await createWorkspace({
    dist,
    build,
    now: startedAt,
    frozen,
    lang,
    accounts: NOBODY,
    ...(seed === undefined ? {} : { seed }),
  });
  const world = createWorld(workspace);
  const control = createControl(world, { startedAt, seed, beginnings: options.beginnings });
  const faces = createFaces({ world, control, clientFolder: path.join(build, 'client') });
  const { data } = options;
  const snapshot = data === undefined ? undefined : createSnapshotFile(workspace, data, report);

  const begin = async (): Promise<void> => {
    if (options.fresh) await snapshot?.forget();
    if ((await snapshot?.restore()) === true) {
      // Time has gone on while nothing ran; a clock that was put forward stays where it was put.
      if (options.now !== undefined || !frozen)
        workspace.clock.set(Math.max(startedAt, workspace.clock.now()));
      return;
    }
    const { scenario, registrants } = options;
    await control.client.post('/api/reset', {
      scenario,
      ...(registrants === undefined ? {} : { registrants }),
    });
  };

  const close = async (): Promise<void> => {
    world.driver.close();
    await faces.close();
    await snapshot?.flush();
    await workspace.close();
  };

  try {
    world.url = await faces.listen(options.port);
    world.onChange(() => snapshot?.changed());
    await begin();
    world.driver.watch(world.pass, report);
  } catch (error) {
    await close();
    throw error;
  }
  return { url: world.url, control: control.client, close };
}
