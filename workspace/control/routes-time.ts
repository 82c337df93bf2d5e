/** The clock, and starting over: /api/clock, /api/reset, /api/sample. */
import type { Json } from '../engine/service';
import { CLOCK_DELIVERIES } from './clock-driver';
import {
  parseDuration,
  readBoolean,
  readChoice,
  readInstant,
  readObject,
  readOptionalText,
  readText,
  readWhole,
  refuse,
  Refusal,
} from './request';
import type { Body, Route } from './request';
import type { Reset } from './reset';
import { isoTime } from './times';
import type { World } from './world';

/** The calls about time and beginnings. */
export function timeRoutes(world: World, reset: Reset): Route[] {
  const { workspace, driver } = world;
  const { clock } = workspace;
  const state = (): Body => ({
    now: isoTime(clock.now(), workspace.engine.scriptTimeZone),
    running: clock.isRunning,
  });

  const target = (body: Body): number | undefined => {
    const advance = readOptionalText(body, 'advance');
    const now = readInstant(body, 'now');
    if (advance !== undefined && now !== undefined) refuse('Either "now" or "advance", not both.');
    if (advance !== undefined) return clock.now() + parseDuration(advance);
    if (now !== undefined && now < clock.now()) refuse('Time does not go back; POST /api/reset starts over.');
    return now;
  };

  return [
    { method: 'GET', path: /^\/api\/clock$/u, handle: state },
    {
      method: 'POST',
      path: /^\/api\/clock$/u,
      async handle(request) {
        const body = readObject(request.body);
        const to = target(body);
        const delivery = readChoice(body, 'fire', CLOCK_DELIVERIES, 'once');
        if (to === undefined && body['running'] === undefined)
          refuse('"now", "advance" or "running" is needed.');
        const running = readBoolean(body, 'running', clock.isRunning);
        const executions = to === undefined ? [] : await driver.advanceTo(to, delivery);
        if (running !== clock.isRunning) clock.running(running);
        return { ...state(), executions };
      },
    },
    {
      method: 'POST',
      path: /^\/api\/reset$/u,
      alone: () => true,
      async handle(request) {
        const body = readObject(request.body);
        await reset({
          scenario: readText(body, 'scenario'),
          registrants: body['registrants'] === undefined ? undefined : readWhole(body, 'registrants', 0),
          now: readInstant(body, 'now'),
          setUp: readBoolean(body, 'setUp', true),
        });
        return { ...state() };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/sample$/u,
      handle() {
        if (world.sample === null) throw new Refusal(404, 'No scenario has been played.');
        return world.sample as unknown as Json;
      },
    },
  ];
}
