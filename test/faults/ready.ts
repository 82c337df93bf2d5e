/** Everything that comes before an operation, done once and put back from a checkpoint for each of its cases. */
import type { ControlClient, SampleInfo } from '../../workspace/control/client';
import { setReminderDays } from '../support/renewal-day';
import { testNow } from '../support/workspace';
import type { Operation } from './operation';
import { stageOf } from './stage';
import { readState, type State } from './state';

/** Enough people for every named case, a paste over 50 rows and those who stand in for others; quicker the fewer. */
export const REGISTRANTS = 60;
/** Cheap hashing: what is tried here is not the strength of passwords. */
const CHEAP = { scrypt: '16,8,1' };
/** They asked for a new password earlier, so that 通知 holds more than what is tried. */
const EARLIER = ['monthEnd', 'inWindowShort'];

/** An operation arranged: where it can be put back to, and how that looks. */
export interface Ready {
  /** Name of the checkpoint. */
  readonly checkpoint: string;
  readonly sample: SampleInfo;
  readonly arranged: unknown;
  readonly before: State;
}

/** Puts the Workspace back to the first day of the sample, with a few earlier notices. */
export async function firstDay(control: ControlClient): Promise<SampleInfo> {
  try {
    await control.post('/api/checkpoint', { restore: 'first day' });
    return await control.get<SampleInfo>('/api/sample');
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('There is no checkpoint'))) throw error;
  }
  await control.post('/api/reset', { scenario: 'sample', registrants: REGISTRANTS, now: testNow });
  const sample = await control.get<SampleInfo>('/api/sample');
  await control.post('/api/properties', { user: sample.owner, set: CHEAP });
  const { day, advance } = stageOf(control, { sample });
  // Reminders of the morning are an operation of their own; beside the others they would only cost time.
  await setReminderDays(day, '1');
  for (const name of EARLIER)
    await day.mypage('requestPassword', { number: (await day.person(name)).number });
  await advance('PT2M');
  await control.post('/api/schedule', { order: 'steady' });
  await control.post('/api/checkpoint', { save: 'first day' });
  return sample;
}

const known = new WeakMap<ControlClient, Map<string, Promise<Ready>>>();

/** The operation, arranged on this Workspace now or earlier. */
export function ready(control: ControlClient, operation: Operation): Promise<Ready> {
  const own = known.get(control) ?? new Map<string, Promise<Ready>>();
  known.set(control, own);
  const arranged = own.get(operation.name) ?? arrange(control, operation);
  own.set(operation.name, arranged);
  return arranged;
}

async function arrange(control: ControlClient, operation: Operation): Promise<Ready> {
  const sample = await firstDay(control);
  const arranged = await operation.arrange(stageOf(control, { sample }));
  await control.post('/api/checkpoint', { save: operation.name });
  return { checkpoint: operation.name, sample, arranged, before: await readState(control) };
}

/** Back to where the operation is about to begin; answers its own copy of what was arranged. */
export async function putBack(control: ControlClient, { checkpoint, arranged }: Ready): Promise<unknown> {
  await control.post('/api/checkpoint', { restore: checkpoint });
  return structuredClone(arranged);
}
