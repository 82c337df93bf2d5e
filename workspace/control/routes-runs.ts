/**
 * Running functions, and what executions did: /api/call, /api/page/exec, /api/executions, /api/grants, /api/properties,
 * /api/triggers.
 */
import type { Json } from '../engine/service';
import type { ExecutionRecord } from '../engine/workspace';
import { readChoice, readObject, readOptionalText, readText, readTexts, refuse, Refusal } from './request';
import type { Body, Route } from './request';
import { isoTime } from './times';
import { callFunction, serveExec } from './web';
import type { World } from './world';

function readSince(text: string | undefined): number {
  if (text === undefined) return 0;
  return /^\d+$/u.test(text) ? Number(text) : refuse('"since" must be the id of an execution.');
}

/** Properties to set (text) or to take away (null). */
function readChanges(set: Body): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(set).map(([key, value]): [string, string | null] =>
      value === null || typeof value === 'string'
        ? [key, value]
        : refuse(`The property "${key}" must be a text, or null.`),
    ),
  );
}

/** The record of an execution as the control API shows it. */
export function describeExecution(record: ExecutionRecord, timeZone: string): Json {
  return { ...record, startedAt: isoTime(record.startedAt, timeZone) };
}

/** The calls that run functions and tell about executions. */
export function runRoutes(world: World): Route[] {
  const { workspace, triggers, firing } = world;
  const { scriptTimeZone } = workspace.engine;
  const requireEditor = (user: string): void => {
    if (!world.mayEdit(user)) throw new Refusal(403, `${user} may not edit the spreadsheet.`);
  };
  return [
    {
      method: 'POST',
      path: /^\/api\/call$/u,
      async handle(request) {
        const body = readObject(request.body);
        const page = readChoice(body, 'page', ['exec', 'sidebar', 'editor'] as const);
        const user = readOptionalText(body, 'user');
        const args = body['args'] ?? [];
        if (!Array.isArray(args)) refuse('"args" must be a list.');
        if (page !== 'exec' && user !== undefined) requireEditor(user);
        const answer = await callFunction(workspace, world.run, {
          page,
          user,
          function: readText(body, 'function'),
          args,
        });
        if (answer.ok) return { ok: true, value: answer.value };
        const { name, message } = answer.error;
        return { ok: false, error: { name, message } };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/page\/exec$/u,
      async handle({ query }) {
        const answer = await serveExec(workspace, world.run, new URLSearchParams(query).toString());
        if ('error' in answer) throw new Refusal(500, answer.error);
        const { content, ...rest } = answer.html;
        return { html: content, ...rest };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/executions$/u,
      handle: ({ query }) =>
        workspace
          .executions(readSince(query['since']))
          .map((record) => describeExecution(record, scriptTimeZone)),
    },
    {
      method: 'GET',
      path: /^\/api\/triggers$/u,
      handle: () =>
        triggers.all().map(({ uid, handler, owner, source, sourceId, event, next }) => ({
          uid,
          handler,
          owner,
          source,
          sourceId,
          event,
          next: next === null ? null : isoTime(next, scriptTimeZone),
        })),
    },
    {
      // The triggers of a handler run now, as if they had come due; their times stay as they are.
      method: 'POST',
      path: /^\/api\/triggers$/u,
      async handle(request) {
        const handler = readText(readObject(request.body), 'run');
        const own = triggers.all().filter((trigger) => trigger.handler === handler && trigger.rule !== null);
        if (own.length === 0) throw new Refusal(404, `No clock-driven trigger calls ${handler}.`);
        const executions: number[] = [];
        for (const trigger of own) {
          const { record } = await firing.fire(trigger, { type: 'clock', at: workspace.clock.now() });
          executions.push(record.id);
        }
        return { executions };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/properties$/u,
      handle({ query }) {
        requireEditor(query['user'] ?? workspace.engine.accounts.owner);
        return workspace.properties.all();
      },
    },
    {
      method: 'POST',
      path: /^\/api\/properties$/u,
      handle(request) {
        const body = readObject(request.body);
        requireEditor(readText(body, 'user'));
        workspace.properties.edit(readChanges(readObject(body['set'], '"set"')));
        return workspace.properties.all();
      },
    },
    {
      method: 'POST',
      path: /^\/api\/grants$/u,
      handle(request) {
        const body = readObject(request.body);
        const scopes = readTexts(body, 'scopes') ?? refuse('"scopes" must be a list of texts.');
        workspace.grants.set(readText(body, 'user'), scopes);
        return {};
      },
    },
  ];
}
