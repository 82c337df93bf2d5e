/** Two operations at once: one stands at an exact service call while the other goes on. */
import type { ControlClient } from '../../workspace/control/client';
import type { Called } from '../support/office-day';
import { turnsOf } from './footprint';
import { act, begin, judge, type Pair, type Role, type Started } from './pair';
import type { Point } from './points';

/** Where one operation of a pair stands still. */
interface Stop {
  readonly who: 0 | 1;
  readonly function: string;
  readonly k: number;
}

/** Which operation stands where; a case is found again by its id. */
export interface TurnCase {
  /** `a:mypage:12`, or `a:mypage:12:b:office:7` */
  readonly id: string;
  readonly stops: readonly Stop[];
}

/** The line that plays it again. */
export function turnLine({ name }: Pair, { id }: TurnCase): string {
  return `npm run faults -- --pair "${name}" --case "${id}"`;
}

const caseOf = (...stops: Stop[]): TurnCase => ({
  id: stops.map(({ who, function: name, k }) => `${who === 0 ? 'a' : 'b'}:${name}:${k}`).join(':'),
  stops,
});

const stopsOf = ({ points }: Started, who: 0 | 1): Stop[] =>
  turnsOf(points[who], points[who === 0 ? 1 : 0]).map(({ function: name, k }: Point) => ({
    who,
    function: name,
    k,
  }));

/** One stop: the other comes in between, at every call where that makes a difference. */
export function onceCases(started: Started): TurnCase[] {
  return [...stopsOf(started, 0), ...stopsOf(started, 1)].map((stop) => caseOf(stop));
}

/** Two stops: the other stands as well until the first is over. */
export function twiceCases(started: Started): TurnCase[] {
  const [first, second] = [stopsOf(started, 0), stopsOf(started, 1)];
  const both = [
    ...first.flatMap((one) => second.map((other) => [one, other] as const)),
    ...second.flatMap((one) => first.map((other) => [one, other] as const)),
  ];
  return both.map(([one, other]) => caseOf(one, other));
}

/** A client whose calls wait while its operation stands still: what a page sends next must not overtake. */
function gated(control: ControlClient) {
  let open: () => void = () => undefined;
  let gate: Promise<void> = Promise.resolve();
  return {
    control: {
      ...control,
      get: async <T>(path: string): Promise<T> => gate.then(() => control.get<T>(path)),
      post: async <T>(path: string, body: unknown): Promise<T> =>
        gate.then(() => control.post<T>(path, body)),
    },
    close() {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    open: () => open(),
  };
}

/** An operation under way; it may stand still at a stop. */
interface Going {
  /** The execution that stands at the stop; undefined when the operation was over before. */
  readonly stands: Promise<number | undefined>;
  /** Goes on to the end. */
  finish(): Promise<boolean>;
}

async function go(
  control: ControlClient,
  role: Role,
  door: Called[],
  stop: Stop | undefined,
  since: number,
): Promise<Going> {
  const gate = gated(control);
  if (!stop) {
    const acting = act(gate.control, role, door);
    return { stands: acting.then(() => undefined), finish: () => acting };
  }
  const at = { function: stop.function, k: stop.k, when: 'before', since };
  const { id } = await control.post<{ id: number }>('/api/faults', { kind: 'hold', at });
  const acting = act(gate.control, role, door);
  const over = acting.then(
    () => control.delete(`/api/faults/${id}`),
    () => control.delete(`/api/faults/${id}`),
  );
  const met = control.get<{ execution?: number }>(`/api/faults/${id}`).then(({ execution }) => {
    if (execution !== undefined) gate.close();
    return execution;
  });
  return {
    stands: met,
    async finish() {
      gate.open();
      await control.delete(`/api/faults/${id}`);
      await over;
      return acting;
    },
  };
}

/** What does not hold after this case; empty when all is well. */
export async function playTurns(
  control: ControlClient,
  started: Started,
  { stops: [one, other] }: TurnCase,
): Promise<string[]> {
  if (!one) return ['a case without a stop'];
  const roles = await begin(control, started);
  const [first, second] = [roles[one.who], roles[1 - one.who]];
  if (!first || !second) return ['a pair of less than two'];
  const since = started.before.executions[started.before.executions.length - 1]?.id ?? 0;
  const door: Called[] = [];
  const problems: string[] = [];
  const done: boolean[] = [];

  const going = await go(control, first, door, one, since);
  const stands = await going.stands;
  if (stands === undefined) problems.push('the stop was not met');
  const coming = await go(control, second, door, other, stands ?? since);
  // Where the other does not come to its stop, having gone another way, it is over now.
  await coming.stands;
  done[one.who] = await going.finish();
  done[1 - one.who] = await coming.finish();
  problems.push(...(await judge(control, started, roles, done, door)));
  return [...new Set(problems)].filter((problem) => !started.granted.has(problem));
}
