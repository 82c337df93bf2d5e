/** A Workspace on a tiny project, listening on a free port, with the client of its control API. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Json } from '../../workspace/engine/service';
import { createControl } from '../../workspace/control/control';
import type { Control } from '../../workspace/control/control';
import { connect } from '../../workspace/control/client';
import type { ControlClient } from '../../workspace/control/client';
import { createWorld } from '../../workspace/control/world';
import type { World } from '../../workspace/control/world';
import { closeAll, NOW, openTiny } from './engine-project';
import type { TinyOptions } from './engine-project';

export const OWNER = 'owner@example.jp';
export const STAFF = 'staff@example.jp';

export const ALL_SCOPES = [
  'https://mail.google.com/',
  'https://www.googleapis.com/auth/forms',
  'https://www.googleapis.com/auth/script.container.ui',
  'https://www.googleapis.com/auth/script.scriptapp',
  'https://www.googleapis.com/auth/script.send_mail',
  'https://www.googleapis.com/auth/spreadsheets',
  'https://www.googleapis.com/auth/userinfo.email',
];

/** A Workspace under test. */
export interface Opened {
  control: ControlClient;
  world: World;
  api: Control;
  /** Calls a function as the owner from the editor; throws what it threw, as `Name: message`. */
  run(name: string, ...args: unknown[]): Promise<unknown>;
}

const listening: { server: Server; world: World }[] = [];

/** The control API alone, on a free port. */
async function serve(api: Control): Promise<Server> {
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const sent = await text(request);
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const { status, json } = await api.handle({
        method: request.method ?? 'GET',
        path: decodeURIComponent(url.pathname),
        query: Object.fromEntries(url.searchParams),
        body: sent === '' ? null : (JSON.parse(sent) as Json),
      });
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    };
    answer().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Opens the project with all scopes and a published web app. */
export async function openControl(
  code: string | Record<string, string>,
  options: TinyOptions = {},
): Promise<Opened> {
  const manifest = {
    oauthScopes: ALL_SCOPES,
    webapp: { access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' },
    ...options.manifest,
  };
  const workspace = await openTiny(code, { ...options, manifest });
  const world = createWorld(workspace);
  const api = createControl(world, { startedAt: NOW, seed: options.seed });
  const server = await serve(api);
  world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  listening.push({ server, world });
  const control = connect(world.url);
  return {
    control,
    world,
    api,
    async run(name, ...args) {
      const answer = await control.post<{
        ok: boolean;
        value?: unknown;
        error?: { name: string; message: string };
      }>('/api/call', { page: 'editor', function: name, args });
      if (!answer.ok) throw new Error(answer.error?.message);
      return answer.value;
    },
  };
}

/** Closes everything the test file opened. */
export async function closeControls(): Promise<void> {
  for (const { server, world } of listening.splice(0)) {
    world.driver.close();
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }
  await closeAll();
}
