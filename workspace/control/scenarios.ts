/** Beginnings a Workspace can be put back to. */
import type { ControlClient, SampleInfo } from './client';

/** What a scenario is told. */
export interface ScenarioOptions {
  /** Size; absent: the scenario's own. */
  registrants?: number;
  /** Workspace time at the beginning, ISO with offset. */
  now: string;
  /** False: without the steps by which the project is set up. */
  setUp?: boolean;
}

/** Brings a beginning about through the control API, on a Workspace without anything. */
export type Play = (control: ControlClient, options: ScenarioOptions) => Promise<SampleInfo>;

const scenarios = new Map<string, Play>();

/** Makes a scenario known to `POST /api/reset`; a later one of the same name takes its place. */
export function registerScenario(name: string, play: Play): void {
  scenarios.set(name, play);
}

/** The scenario of a name, or undefined. */
export function findScenario(name: string): Play | undefined {
  return scenarios.get(name);
}

/** Names of the scenarios that can be played. */
export function scenarioNames(): string[] {
  return [...scenarios.keys()].sort();
}

registerScenario('empty', async (control) => {
  const info: SampleInfo = { owner: 'owner@example.com', staff: ['staff@example.com'], cases: {} };
  await control.post('/api/workbook', {
    owner: info.owner,
    editors: info.staff,
    title: '無題のスプレッドシート',
  });
  return info;
});
