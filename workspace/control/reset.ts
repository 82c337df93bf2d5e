/** Starting over: a scenario is played once for each size and time, and put back as it was kept afterwards. */
import type { Json } from '../engine/service';
import { createBeginnings } from './beginnings';
import type { ControlClient } from './client';
import { Refusal } from './request';
import { findScenario, scenarioNames } from './scenarios';
import type { ScenarioOptions } from './scenarios';
import { isoTime } from './times';
import type { World } from './world';

/** What to start over with. */
export interface Beginning {
  scenario: string;
  registrants: number | undefined;
  /** ms; undefined: when the Workspace was started. */
  now: number | undefined;
  setUp: boolean;
}

/** How beginnings begin. */
export interface ResetOptions {
  /** Time a reset without `now` goes back to, ms. */
  startedAt: number;
  /** With a seed, a reset makes ids and schedules repeat. */
  seed?: number | undefined;
  /** Folder where beginnings are kept for other Workspaces of the same build. */
  beginnings?: string | undefined;
}

/** Starts over; throws a 400 for an unknown scenario. */
export type Reset = (beginning: Beginning) => Promise<void>;

/** The reset of a world. */
export function createReset(
  world: World,
  client: () => ControlClient,
  { startedAt, seed, beginnings: folder }: ResetOptions,
): Reset {
  const { workspace, driver } = world;
  const beginnings = createBeginnings(folder, () => world.url);

  const clear = async (turn: 0 | 1): Promise<void> => {
    await workspace.clear({ ...workspace.engine.accounts });
    driver.forget();
    // What comes after a beginning must not draw the ids again that the beginning has drawn.
    if (seed !== undefined) workspace.reseed(2 * seed + turn);
  };

  const play = async ({ scenario, registrants, setUp }: Beginning, now: number): Promise<string> => {
    const played = findScenario(scenario);
    if (played === undefined) {
      throw new Refusal(400, `There is no scenario "${scenario}"; there are ${scenarioNames().join(', ')}.`);
    }
    await clear(0);
    const wasRunning = workspace.clock.isRunning;
    workspace.clock.running(false);
    try {
      workspace.clock.set(now);
      const options: ScenarioOptions = { now: isoTime(now, workspace.engine.scriptTimeZone), setUp };
      world.sample = await played(
        client(),
        registrants === undefined ? options : { ...options, registrants },
      );
      await workspace.idle();
    } finally {
      workspace.clock.running(wasRunning);
    }
    return JSON.stringify(workspace.save());
  };

  return async (beginning) => {
    const now = beginning.now ?? startedAt;
    const { scenario, registrants = null, setUp } = beginning;
    const key = JSON.stringify([scenario, registrants, now, setUp, workspace.engine.lang, seed ?? null]);
    const known = await beginnings.find(key);
    const text = known ?? (await play(beginning, now));
    if (known === undefined) await beginnings.keep(key, text);
    await clear(1);
    workspace.load(JSON.parse(text) as Json);
  };
}
