/** A Workspace on the tiny project with its faces on a free port. */
import path from 'node:path';
import { connect } from '../../workspace/control/client';
import type { ControlClient } from '../../workspace/control/client';
import { createControl } from '../../workspace/control/control';
import { createWorld } from '../../workspace/control/world';
import { createFaces } from '../../workspace/faces/server';
import { closeAll, NOW, openTiny } from './engine-project';
import { PROJECT } from './faces-project';

export const OWNER = 'owner@example.jp';
export const STAFF = 'staff@example.jp';

/** Faces under test. */
export interface OpenedFaces {
  /** `http://localhost:PORT/` */
  url: string;
  control: ControlClient;
  close(): Promise<void>;
}

/** Opens the tiny project with a published web app. */
export async function openFaces(
  files: Record<string, string> = PROJECT,
  manifest: Record<string, unknown> = {},
): Promise<OpenedFaces> {
  const workspace = await openTiny(files, {
    manifest: {
      oauthScopes: [
        'https://mail.google.com/',
        'https://www.googleapis.com/auth/forms',
        'https://www.googleapis.com/auth/script.container.ui',
        'https://www.googleapis.com/auth/spreadsheets',
        'https://www.googleapis.com/auth/userinfo.email',
      ],
      webapp: { access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' },
      ...manifest,
    },
  });
  const world = createWorld(workspace);
  const faces = createFaces({
    world,
    control: createControl(world, { startedAt: NOW }),
    clientFolder: path.resolve('.build/workspace/client'),
  });
  world.url = await faces.listen(0);
  return {
    url: world.url,
    control: connect(world.url),
    async close() {
      world.driver.close();
      await faces.close();
      await closeAll();
    },
  };
}
