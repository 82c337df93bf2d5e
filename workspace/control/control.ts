/** The control API: what tests and people use instead of clicking. A reply comes after all triggers it set off have ended. */
import { messageIn } from '../engine/platform-error';
import type { Json, Lang } from '../engine/service';
import { ServiceError } from '../engine/service';
import { createClient } from './client';
import type { ControlClient } from './client';
import { Refusal } from './request';
import type { ControlRequest, ControlResponse, Route } from './request';
import { createReset } from './reset';
import type { ResetOptions } from './reset';
import { editRoutes } from './routes-edits';
import { fileRoutes } from './routes-files';
import { formRoutes } from './routes-forms';
import { mailRoutes } from './routes-mail';
import { runRoutes } from './routes-runs';
import { sheetRoutes } from './routes-sheets';
import { timeRoutes } from './routes-time';
import { uiRoutes } from './routes-ui';
import type { World } from './world';

/** The control API of one world. */
export interface Control {
  /** Answers one call; never throws for what the caller did wrong. */
  handle(request: ControlRequest): Promise<ControlResponse>;
  /** A client without HTTP between. */
  readonly client: ControlClient;
}

/** The answer to what went wrong; what is nobody's fault but ours is thrown on. */
function answerError(error: unknown, lang: Lang): ControlResponse {
  if (error instanceof Refusal) return { status: error.status, json: { error: error.message } };
  // Google's own texts: protected cells, refused typing.
  if (error instanceof ServiceError) return { status: 403, json: { error: messageIn(lang, error) } };
  throw error;
}

/** The control API. */
export function createControl(world: World, options: ResetOptions): Control {
  const reset = createReset(world, () => client, options);
  const routes: Route[] = [
    ...sheetRoutes(world),
    ...editRoutes(world),
    ...mailRoutes(world),
    ...formRoutes(world),
    ...fileRoutes(world),
    ...runRoutes(world),
    ...uiRoutes(world),
    ...timeRoutes(world, reset),
  ];

  const answer = async (request: ControlRequest): Promise<ControlResponse> => {
    const here = routes.filter(({ path }) => path.test(request.path));
    const route = here.find(({ method }) => method === request.method);
    if (route === undefined) {
      const status = here.length === 0 ? 404 : 405;
      return { status, json: { error: `The control API has no ${request.method} ${request.path}.` } };
    }
    const parts = (route.path.exec(request.path) ?? []).slice(1);
    if (request.method === 'GET') return { status: 200, json: await route.handle(request, parts) };
    // Moving time disturbs nobody; everything else may give idle triggers something to do.
    if (!request.path.startsWith('/api/clock')) world.driver.disturb();
    const json = await route.handle(request, parts);
    await world.settled();
    world.changed();
    return { status: 200, json };
  };

  const handle = (request: ControlRequest): Promise<ControlResponse> =>
    answer(request).catch((error: unknown) => answerError(error, world.workspace.engine.lang));

  const client = createClient(
    () => world.url,
    async (method, path, body) => {
      const [pathname = '', search = ''] = path.split('?');
      const query = Object.fromEntries(new URLSearchParams(search));
      // As over HTTP: nothing but JSON crosses.
      const sent = (body === undefined ? null : JSON.parse(JSON.stringify(body))) as Json;
      const { status, json } = await handle({
        method,
        path: decodeURIComponent(pathname),
        query,
        body: sent,
      });
      return { status, json: JSON.parse(JSON.stringify(json)) as unknown };
    },
  );

  return { handle, client };
}
