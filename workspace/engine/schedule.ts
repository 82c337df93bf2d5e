/**
 * Who goes on next. Executions run in parallel; whatever touches the world is a step, and steps are granted one at a
 * time: as they come, or, with a seed, only when every execution stands at a step, one drawn by the seed.
 */
import type { MovableClock } from './clock';
import type { Random } from './service';

/** A step does its work at once, or returns a promise: it then waits (for a lock, for time) and others go on. */
export type Step = () => void | Promise<void>;

/** The order of steps of all executions of a Workspace. */
export interface Schedule {
  /** An execution begins to run. */
  enter(id: number): void;
  /** It stands at a step and goes on when the step is done. */
  step(id: number, step: Step): void;
  /** It is over; a step it stands at is dropped. */
  leave(id: number): void;
  /** Draws schedules by the seed from now on, or takes steps as they come. */
  setSeeded(on: boolean): void;
}

type State = 'running' | 'asking' | 'waiting';

/** The schedule. `overtime(id)` is asked with the time a frozen clock would move to: it ends executions that exceed theirs. */
export function createSchedule(
  clock: MovableClock,
  random: Random,
  deadlineOf: (id: number) => number,
  timeOut: (id: number) => void,
): Schedule {
  const states = new Map<number, State>();
  let asking: { id: number; step: Step }[] = [];
  let seeded = false;
  let advancing = false;

  const everybody = (state: State): boolean => [...states.values()].every((each) => each === state);
  const anybody = (state: State): boolean => [...states.values()].includes(state);

  const grant = ({ id, step }: { id: number; step: Step }): void => {
    states.set(id, 'running');
    const waiting = step();
    if (waiting === undefined) return;
    if (states.has(id)) states.set(id, 'waiting');
    void waiting.then(() => {
      if (states.get(id) === 'waiting') states.set(id, 'running');
      next();
    });
  };

  const draw = (): { id: number; step: Step } | undefined => {
    if (asking.length === 0 || (seeded && anybody('running'))) return undefined;
    // Steps arrive in an order the machine's load decides; the seed must not depend on it.
    if (seeded) asking.sort((a, b) => a.id - b.id);
    const index = seeded ? Math.floor(random.next() * asking.length) : 0;
    return asking.splice(index, 1)[0];
  };

  const next = (): void => {
    for (let drawn = draw(); drawn !== undefined; drawn = draw()) grant(drawn);
    if (advancing || clock.isRunning || states.size === 0 || !everybody('waiting')) return;
    advancing = true;
    setImmediate(advance);
  };

  /** Nobody can go on: a frozen clock moves to the next moment somebody waits for. */
  const advance = (): void => {
    advancing = false;
    if (clock.isRunning || states.size === 0 || !everybody('waiting')) return;
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
      asking = asking.filter((each) => each.id !== id);
      next();
    },
    setSeeded(on) {
      seeded = on;
      next();
    },
  };
}
