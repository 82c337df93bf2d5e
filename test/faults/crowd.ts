/** Eight operations and the jobs at the same moment, in an order drawn from a seed. */
import type { ControlClient } from '../../workspace/control/client';
import type { Called } from '../support/office-day';
import { testNow } from '../support/workspace';
import type { Operation } from './operation';
import { act, arrangeMeeting, begin, judge, type Meeting } from './pair';
import { ready } from './ready';
import { shuffled } from './shuffle';

/** Executions that begin together (quality.md), the jobs among them. */
const SIZE = 8;
const JOBS = ['runEveryMinute', 'runEveryFiveMinutes'];
/** Orders that are drawn for one arrangement. */
export const DRAWS = 12;

/** The line that plays it again. */
export function crowdLine(crowd: number, draw: number): string {
  return `npm run faults -- --crowd ${crowd} --case ${draw}`;
}

/** All are arranged before the first acts: sessions of the first ones have to last so long, ms. */
const ARRANGING = 20 * 60_000;

/** Who comes together in this crowd: the same for the same number, as long as the list of operations is. */
async function comersOf(
  control: ControlClient,
  crowd: number,
  operations: readonly Operation[],
): Promise<Operation[]> {
  const several = operations.filter(({ single }) => single !== true);
  const all = Array.from({ length: SIZE }, (_, at) => shuffled(several, crowd * SIZE + at)).flat();
  const comers: Operation[] = [];
  let left = ARRANGING;
  for (const operation of shuffled(all, crowd)) {
    const takes = (await ready(control, operation)).before.now - Date.parse(testNow);
    if (takes > left) continue;
    left -= takes;
    comers.push(operation);
    if (comers.length === SIZE - JOBS.length) break;
  }
  return comers;
}

/** Arranges a crowd and plays it one after the other; throws when that alone does not hold. */
export async function startCrowd(
  control: ControlClient,
  crowd: number,
  operations: readonly Operation[],
): Promise<Meeting> {
  const comers = await comersOf(control, crowd, operations);
  const meeting = await arrangeMeeting(control, `crowd ${crowd}`, comers, false);
  const roles = await begin(control, meeting);
  const [door, done]: [Called[], boolean[]] = [[], []];
  for (const role of roles) done.push(await act(control, role, door));
  const problems = await judge(control, meeting, roles, done, door);
  if (problems.length === 0) return meeting;
  const names = comers.map(({ name }) => name).join(', ');
  throw new Error(`crowd ${crowd} (${names}), one after the other: ${problems.join('; ')}`);
}

/** What does not hold after this crowd in this order; empty when all is well. */
export async function playCrowd(control: ControlClient, meeting: Meeting, draw: number): Promise<string[]> {
  const roles = await begin(control, meeting);
  await control.post('/api/schedule', { order: 'drawn', seed: draw });
  const door: Called[] = [];
  const start = together(control, roles.length);
  const done = await Promise.all(
    roles.map(async (role, at) => {
      try {
        return await act(start.clientOf(at), role, door);
      } finally {
        start.over(at);
      }
    }),
  );
  await control.post('/api/schedule', { order: 'steady' });
  return [...new Set(await judge(control, meeting, roles, done, door))];
}

interface Waiting {
  readonly at: number;
  readonly path: string;
  readonly body: unknown;
  readonly answer: (json: unknown) => void;
  readonly refuse: (error: Error) => void;
}

/** The first call of each goes out with all others; later ones go in turn, so that nothing depends on the machine. */
function together(control: ControlClient, size: number) {
  const first: Waiting[] = [];
  const comers = Array.from({ length: size }, () => {
    let end: () => void = () => undefined;
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    return { over, end, called: false };
  });

  const send = async (): Promise<void> => {
    const all = [...first].sort((a, b) => a.at - b.at);
    const jobs = JOBS.map((run) => ({ path: '/api/triggers', body: { run } }));
    const calls = [...all.map(({ path, body }) => ({ path, body })), ...jobs];
    const answers = await control.post<{ status: number; json: unknown }[]>('/api/together', { calls });
    all.forEach(({ answer, refuse, path }, at) => {
      const { status = 500, json } = answers[at] ?? {};
      if (status < 400) answer(json);
      else refuse(new Error(`${path} answered ${status}: ${JSON.stringify(json)}`));
    });
  };

  return {
    clientOf: (at: number): ControlClient => ({
      ...control,
      post: async <T>(path: string, body: unknown): Promise<T> => {
        const comer = comers[at];
        if (comer && !comer.called) {
          comer.called = true;
          return new Promise<T>((answer, refuse) => {
            first.push({ at, path, body, answer: answer as (json: unknown) => void, refuse });
            if (first.length === size)
              send().catch((error: unknown) => first.forEach((one) => one.refuse(error as Error)));
          });
        }
        await Promise.all(comers.slice(0, at).map(({ over }) => over));
        return control.post<T>(path, body);
      },
    }),
    over: (at: number) => comers[at]?.end(),
  };
}
