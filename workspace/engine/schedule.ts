/**
 * Who goes on next. Executions run in parallel; whatever touches the world is a step, and steps are granted one at a
 * time, in one of three orders. Executions that stand back go on only as far as others wait for them.
 */
import type { MovableClock } from './clock';
import type { Random } from './service';

/** A step does its work at once, or returns a promise: it then waits (for a lock, for time) and others go on. */
export type Step = () => void | Promise<void>;

/**
 * arrival: steps are taken as they come. The others grant one only when every execution stands at a step; drawn: one
 * drawn by the seed; steady: of the execution that went last as long as it can go on, then of the oldest.
 */
export type Order = 'arrival' | 'drawn' | 'steady';
export const ORDERS = ['arrival', 'drawn', 'steady'] as const satisfies readonly Order[];

/** The order of steps of all executions of a Workspace. */
export interface Schedule {
  order: Order;
  /** An execution begins to run. */
  enter(id: number): void;
  /** It stands at a step and goes on when the step is done. */
  step(id: number, step: Step): void;
  /** It is over; a step it stands at is dropped. */
  leave(id: number): void;
  /** From here on the execution goes on only while nobody else can and somebody waits. Ends when it may go on. */
  standBack(id: number): Promise<void>;
  /** Ends that. */
  comeForward(id: number): void;
  standsBack(id: number): boolean;
}

type State = 'running' | 'asking' | 'waiting';

interface Asking {
  id: number;
  step: Step;
}

/** The schedule. `deadlineOf`: an execution that a frozen clock would move past its deadline is ended by `timeOut`. */
export function createSchedule(
  clock: MovableClock,
  random: Random,
  deadlineOf: (id: number) => number,
  timeOut: (id: number) => void,
): Schedule {
  const states = new Map<number, State>();
  const back = new Set<number>();
  /** Those of them who have not gone on yet. */
  const standing = new Map<number, () => void>();
  /** Those whose step is not over: it waits, or stood and may wait for something else now. */
  const pending = new Set<number>();
  let asking: Asking[] = [];
  let order: Order = 'arrival';
  let last = 0;
  let looking = false;

  const everybody = (state: State): boolean => [...states.values()].every((each) => each === state);
  const anybody = (state: State): boolean => [...states.values()].includes(state);

  /** Somebody in front waits, and nobody there can go on. */
  const frontWaits = (): boolean => {
    const front = [...states].filter(([id]) => !back.has(id));
    return front.length > 0 && front.every(([, state]) => state === 'waiting');
  };

  const grant = ({ id, step }: Asking): void => {
    states.set(id, 'running');
    last = id;
    const waiting = step();
    if (waiting === undefined) return;
    if (states.has(id)) states.set(id, 'waiting');
    pending.add(id);
    void waiting.then(() => {
      pending.delete(id);
      if (states.get(id) === 'waiting') states.set(id, 'running');
      next();
    });
  };

  const choose = (candidates: readonly Asking[]): Asking | undefined => {
    if (order === 'arrival') return candidates[0];
    // Steps arrive in an order the machine's load decides; what is chosen must not depend on it.
    const sorted = [...candidates].sort((a, b) => a.id - b.id);
    if (order === 'drawn') return sorted[Math.floor(random.next() * sorted.length)];
    return sorted.find(({ id }) => id === last) ?? sorted[0];
  };

  const draw = (): Asking | undefined => {
    if (order !== 'arrival' && anybody('running')) return undefined;
    const front = asking.filter(({ id }) => !back.has(id));
    return front.length === 0 ? undefined : take(front);
  };

  const take = (candidates: readonly Asking[]): Asking | undefined => {
    const chosen = choose(candidates);
    asking = asking.filter((each) => each !== chosen);
    return chosen;
  };

  const goOn = (id: number): void => {
    const resolve = standing.get(id);
    standing.delete(id);
    if (resolve === undefined) return;
    states.set(id, 'running');
    resolve();
    // Its step stood before its work, which may have to wait in turn: for the lock of one that stands.
    setImmediate(() => {
      if (!pending.has(id) || states.get(id) !== 'running' || standing.has(id)) return;
      states.set(id, 'waiting');
      next();
    });
  };

  const next = (): void => {
    for (let drawn = draw(); drawn !== undefined; drawn = draw()) grant(drawn);
    if (looking || !(backMayGo() || stuck())) return;
    // What waits for a promise that is as good as kept does not wait.
    looking = true;
    setImmediate(look);
  };

  /** Those in front wait, maybe for one that stands back. */
  const backMayGo = (): boolean => back.size > 0 && frontWaits() && !anybody('running');

  /** Nobody can go on before time does. */
  const stuck = (): boolean => !clock.isRunning && everybody('waiting') && frontWaits();

  const look = (): void => {
    looking = false;
    const asked = backMayGo() && asking.length > 0 ? take(asking) : undefined;
    const [stands] = backMayGo() ? standing.keys() : [];
    if (asked !== undefined) {
      grant(asked);
      next();
    } else if (stands !== undefined) goOn(stands);
    else if (stuck()) advance();
  };

  /** A frozen clock moves to the next moment somebody waits for. */
  const advance = (): void => {
    const to = clock.nextWait();
    if (to === undefined) return;
    const late = [...states.keys()]
      .filter((id) => deadlineOf(id) < to)
      .sort((a, b) => deadlineOf(a) - deadlineOf(b))[0];
    if (late !== undefined) {
      clock.set(Math.max(clock.now(), deadlineOf(late)));
      timeOut(late);
      return;
    }
    clock.set(Math.max(clock.now(), to));
  };

  return {
    get order() {
      return order;
    },
    set order(wanted) {
      order = wanted;
      next();
    },
    enter(id) {
      states.set(id, 'running');
    },
    step(id, step) {
      states.set(id, 'asking');
      asking.push({ id, step });
      next();
    },
    leave(id) {
      states.delete(id);
      back.delete(id);
      standing.delete(id);
      pending.delete(id);
      asking = asking.filter((each) => each.id !== id);
      next();
    },
    standBack(id) {
      back.add(id);
      return new Promise((resolve) => standing.set(id, resolve));
    },
    comeForward(id) {
      back.delete(id);
      goOn(id);
      next();
    },
    standsBack: (id) => back.has(id),
  };
}
