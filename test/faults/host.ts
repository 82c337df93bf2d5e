/** A Workspace in this very process: a case is a dozen calls, and each over HTTP costs as much as a service call. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ControlClient } from '../../workspace/control/client';
import type { StartedWorkspace, StartOptions } from '../../workspace/main';
import { testNow } from '../support/workspace';
import { REGISTRANTS } from './ready';

interface WorkspaceModule {
  startWorkspace(options: StartOptions): Promise<StartedWorkspace>;
  registerScenario(name: string, play: unknown): void;
}

const built = (...path: string[]): string => pathToFileURL(resolve('.build', ...path)).href;

/** Starts it with the sample, on the project in `dist`; ids and schedules repeat. */
export async function openHost(dist = 'dist'): Promise<{ control: ControlClient; close(): Promise<void> }> {
  const { startWorkspace, registerScenario } = (await import(
    built('workspace', 'main.mjs')
  )) as WorkspaceModule;
  const { scenarios } = (await import(built('sample', 'scenarios.mjs'))) as {
    scenarios: Record<string, unknown>;
  };
  for (const [name, play] of Object.entries(scenarios)) registerScenario(name, play);
  const { control, close } = await startWorkspace({
    port: 0,
    data: undefined,
    fresh: true,
    scenario: 'empty',
    registrants: REGISTRANTS,
    dist: resolve(dist),
    build: resolve('.build', 'workspace'),
    now: Date.parse(testNow),
    frozen: true,
    seed: 1,
    lang: 'en',
  });
  return { control, close };
}
