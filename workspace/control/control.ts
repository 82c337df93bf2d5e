/** The control API: what tests and people use instead of clicking. A reply comes after all triggers it set off have ended. */
import { messageIn } from '../engine/platform-error';
import type { Json, Lang } from '../engine/service';
import { ServiceError } from '../engine/service';
import { checkpointRoute } from './checkpoints';
import { createClient } from './client';
import type { ControlClient } from './client';
import { readObject, readOptionalText, readText, Refusal, refuse } from './request';
import type { ControlRequest, ControlResponse, Route } from './request';
import { createReset } from './reset';
import type { ResetOptions } from './reset';
import { editRoutes } from './routes-edits';
import { faultRoutes } from './routes-faults';
import { fileRoutes } from './routes-files';
import { formRoutes } from './routes-forms';
import { mailRoutes } from './routes-mail';
import { runRoutes } from './routes-runs';
import { sheetRoutes } from './routes-sheets';
import { stateRoute } from './routes-state';
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

/** One call of several at the same moment. */
function readCall(value: Json): ControlRequest {
  const call = readObject(value, 'A call');
  const [path = '', search = ''] = readText(call, 'path').split('?');
  return {
    method: readOptionalText(call, 'method') ?? 'POST',
    path: decodeURIComponent(path),
    query: Object.fromEntries(new URLSearchParams(search)),
    body: call['body'] ?? null,
  };
}

/** The control API. */
export function createControl(world: World, options: ResetOptions): Control {
  const { lang } = world.workspace.engine;
  // What a beginning itself asks for must not wait for the beginning.
  const within = clientOf(world, (request) => answer(request));
  const reset = createReset(world, () => within, options);
  const routes: Route[] = [
    ...sheetRoutes(world),
    ...editRoutes(world),
    ...mailRoutes(world),
    ...formRoutes(world),
    ...fileRoutes(world),
    ...runRoutes(world),
    ...faultRoutes(world),
    ...uiRoutes(world),
    ...timeRoutes(world, reset),
    checkpointRoute(world),
    stateRoute(world),
    {
      // Several calls at the same moment, in this order: with a seed or in steady order they go the same way again.
      method: 'POST',
      path: /^\/api\/together$/u,
      async handle(request) {
        const { calls } = readObject(request.body);
        if (!Array.isArray(calls)) return refuse('"calls" must be a list of {method, path, body}.');
        return (await Promise.all(calls.map(readCall).map(answer))) as unknown as Json;
      },
    },
  ];

  const routeOf = ({ path, method }: ControlRequest): Route => {
    const here = routes.filter((route) => route.path.test(path));
    const route = here.find((each) => each.method === method);
    if (route !== undefined) return route;
    throw new Refusal(here.length === 0 ? 404 : 405, `The control API has no ${method} ${path}.`);
  };

  const work = async (route: Route, request: ControlRequest): Promise<ControlResponse> => {
    const parts = (route.path.exec(request.path) ?? []).slice(1);
    if (request.method === 'GET') return { status: 200, json: await route.handle(request, parts) };
    // Moving time disturbs nobody; everything else may give idle triggers something to do.
    if (!request.path.startsWith('/api/clock')) world.driver.disturb();
    const json = await route.handle(request, parts);
    await world.settled();
    world.changed();
    return { status: 200, json };
  };

  /** Answers at once, whatever else is under way. */
  const answer = async (request: ControlRequest): Promise<ControlResponse> => {
    try {
      return await work(routeOf(request), request);
    } catch (error) {
      return answerError(error, lang);
    }
  };

  const handle = async (request: ControlRequest): Promise<ControlResponse> => {
    try {
      const route = routeOf(request);
      const alone = route.alone?.(request) ?? false;
      return await (alone ? world.alone : world.pass)(() => work(route, request));
    } catch (error) {
      return answerError(error, lang);
    }
  };

  return { handle, client: clientOf(world, handle) };
}

/** A client without HTTP between. */
function clientOf(
  world: World,
  handle: (request: ControlRequest) => Promise<ControlResponse>,
): ControlClient {
  return createClient(
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
      // What is only looked at may be large, and is not for the caller to change.
      return { status, json: method === 'GET' ? json : (JSON.parse(JSON.stringify(json)) as unknown) };
    },
  );
}
