/** Workspace time: frozen unless told to run; the engine moves a frozen clock on when nothing else can go on. */
import type { Clock } from './service';

/** The clock as tests, the control API and the engine move it. */
export interface MovableClock extends Clock {
  readonly isRunning: boolean;
  /** Moves time to `ms`; waits that are due end. Refuses to go back while somebody waits. */
  set(ms: number): void;
  /** Starts or stops the flow of time. */
  running(on: boolean): void;
  /** Workspace time of the earliest wait, or undefined. */
  nextWait(): number | undefined;
  /** Gives up all timers of the machine. */
  close(): void;
}

interface Waiting {
  readonly at: number;
  readonly end: () => void;
}

/** A clock that stands at `now` (ms since 1970), or runs from there. */
export function createClock(now: number, frozen: boolean): MovableClock {
  let base = now;
  let startedAt = performance.now();
  let isRunning = !frozen;
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;

  const current = (): number => (isRunning ? Math.floor(base + (performance.now() - startedAt)) : base);

  const rebase = (ms: number): void => {
    base = ms;
    startedAt = performance.now();
  };

  const nextWait = (): number | undefined =>
    waiting.reduce<number | undefined>(
      (earliest, { at }) => (earliest === undefined || at < earliest ? at : earliest),
      undefined,
    );

  const endDue = (): void => {
    const time = current();
    const due = waiting.filter(({ at }) => at <= time).sort((a, b) => a.at - b.at);
    waiting = waiting.filter(({ at }) => at > time);
    due.forEach(({ end }) => end());
    arm();
  };

  const arm = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const next = nextWait();
    if (!isRunning || next === undefined) return;
    timer = setTimeout(endDue, Math.min(Math.max(next - current(), 0) + 1, 2 ** 31 - 1));
  };

  return {
    now: current,
    get isRunning() {
      return isRunning;
    },
    set(ms) {
      if (ms < current() && waiting.length > 0) {
        throw new RangeError('The clock cannot go back while an execution waits.');
      }
      rebase(ms);
      endDue();
    },
    running(on) {
      rebase(current());
      isRunning = on;
      arm();
    },
    nextWait,
    wait(at) {
      let entry: Waiting | undefined;
      const done = new Promise<void>((resolve) => {
        entry = { at, end: resolve };
        waiting.push(entry);
      });
      arm();
      return {
        done,
        cancel() {
          waiting = waiting.filter((other) => other !== entry);
          arm();
        },
      };
    },
    close() {
      clearTimeout(timer);
      waiting = [];
    },
  };
}
