/**
 * Runs clock-driven triggers in the order they are due: while time is moved by the control API, and, while the clock
 * runs, once a second.
 */
import type { ExecutionRecord, Workspace } from '../engine/workspace';
import type { Kept } from '../engine/service';
import type { TriggerRecord, TriggerStore } from '../services/triggers-store';
import { nextDue } from '../services/triggers-clock';
import type { Firing } from './firing';
import type { Traffic } from './traffic';

/** How triggers that come due in a jump run: also as Google is known to do it wrong. */
export type ClockDelivery = 'once' | 'twice' | 'never' | 'late';
export const CLOCK_DELIVERIES = [
  'once',
  'twice',
  'never',
  'late',
] as const satisfies readonly ClockDelivery[];

/** Moves workspace time. */
export interface ClockDriver extends Kept {
  /** Moves on to `target` (ms); due triggers run on the way (`late`: at the end). Answers their executions. */
  advanceTo(target: number, delivery: ClockDelivery): Promise<number[]>;
  /** Somebody did something that no execution tells of: nothing is skipped as idle before it has run again. */
  disturb(): void;
  /** Forgets what it knows of earlier executions. */
  forget(): void;
  /** Begins to look after a running clock, each look as part of what is under way; `close` ends it. */
  watch(pass: Traffic['pass'], failed: (error: unknown) => void): void;
  close(): void;
}

/** Machine time between two looks at a running clock, ms. */
const LOOK_EVERY = 1000;

/** Contacts of an execution that changed a cell or sent a mail. */
const EFFECTS = ['sheets.write', 'api.write', 'mail.send'];

function didNothing({ outcome, cellsWritten, contactClasses }: ExecutionRecord): boolean {
  return (
    outcome === 'ok' && cellsWritten === 0 && EFFECTS.every((effect) => (contactClasses[effect] ?? 0) === 0)
  );
}

/** The driver of a Workspace's clock. `property`: reads a script property. */
export function createClockDriver(
  workspace: Workspace,
  store: TriggerStore,
  firing: Firing,
  property: (key: string) => string | undefined,
): ClockDriver {
  const { clock } = workspace;
  /** uid → execution of its last run, if that did nothing. */
  const idleRuns = new Map<string, number>();
  const idleExecutions = new Set<number>();
  let turn: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const forget = (): void => {
    idleRuns.clear();
    idleExecutions.clear();
  };

  /** An every-n-minutes trigger whose last run did nothing, and after which nothing but such runs has happened. */
  const isIdle = (trigger: TriggerRecord): boolean => {
    const last = idleRuns.get(trigger.uid);
    return last !== undefined && workspace.executions(last).every(({ id }) => idleExecutions.has(id));
  };

  /** The stored next-due time of a handler, ms: the script property `due:<handler>`. */
  const storedDue = (handler: string): number | undefined => {
    const text = property(`due:${handler}`) ?? '';
    return /^\d+$/u.test(text) ? Number(text) : undefined;
  };

  /** When a trigger is to run next, with idle runs left out; undefined: not before something else happens. */
  const nextRun = (trigger: TriggerRecord): number | undefined => {
    const { next, rule, created } = trigger;
    if (next === null || rule === null) return undefined;
    const slot = Math.max(next, clock.now());
    const byMinutes = rule.kind === 'interval' && rule.minutes;
    if (!isIdle(trigger)) {
      // Of a trigger by the minute, slots that were left out are not made up for; any other runs late.
      return byMinutes && slot !== next ? nextDue(rule, created, slot - 1) : slot;
    }
    const due = storedDue(trigger.handler);
    return due === undefined ? undefined : nextDue(rule, created, Math.max(due, slot) - 1);
  };

  const earliest = (target: number): { trigger: TriggerRecord; at: number } | undefined => {
    let found: { trigger: TriggerRecord; at: number } | undefined;
    for (const trigger of store.all()) {
      const at = nextRun(trigger);
      if (at !== undefined && at <= target && (found === undefined || at < found.at)) found = { trigger, at };
    }
    return found;
  };

  const runTrigger = async (trigger: TriggerRecord, at: number): Promise<number> => {
    const { record } = await firing.fire(trigger, { type: 'clock', at });
    idleRuns.delete(trigger.uid);
    if (trigger.rule?.kind === 'interval' && trigger.rule.minutes && didNothing(record)) {
      idleRuns.set(trigger.uid, record.id);
      idleExecutions.add(record.id);
    }
    return record.id;
  };

  const jump = async (target: number, delivery: ClockDelivery): Promise<number[]> => {
    const ids: number[] = [];
    const late = new Set<TriggerRecord>();
    await workspace.idle();
    for (let due = earliest(target); due !== undefined; due = earliest(target)) {
      const { trigger, at } = due;
      if (delivery === 'never' || delivery === 'late') {
        store.advance(trigger, target);
        if (delivery === 'late') late.add(trigger);
        continue;
      }
      if (at > clock.now()) clock.set(at);
      store.advance(trigger, at);
      for (let times = delivery === 'twice' ? 2 : 1; times > 0; times -= 1)
        ids.push(await runTrigger(trigger, at));
      await workspace.idle();
    }
    if (target > clock.now()) clock.set(target);
    for (const trigger of late) ids.push(await runTrigger(trigger, clock.now()));
    for (const trigger of store.all()) {
      if (trigger.next !== null && trigger.next <= target) store.advance(trigger, target);
    }
    return ids;
  };

  /** What came due while the clock was running: each once, however often it was missed. */
  const look = async (): Promise<void> => {
    const now = clock.now();
    const due = store.all().filter(({ next }) => next !== null && next <= now);
    for (const trigger of due) {
      store.advance(trigger, now);
      await runTrigger(trigger, now);
    }
  };

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };

  return {
    advanceTo(target, delivery) {
      if (!workspace.someStandBack()) return inTurn(() => jump(target, delivery));
      // The jump before may itself stand at an execution that is held; time goes on beside it all the same.
      forget();
      return jump(target, delivery);
    },
    disturb: forget,
    forget,
    watch(pass, failed) {
      let looking = false;
      timer = setInterval(() => {
        if (!clock.isRunning || looking) return;
        looking = true;
        pass(() => inTurn(look))
          .catch(failed)
          .finally(() => {
            looking = false;
          });
      }, LOOK_EVERY).unref();
    },
    close() {
      clearInterval(timer);
    },
    keep() {
      const [runs, executions] = [[...idleRuns], [...idleExecutions]];
      return () => {
        forget();
        runs.forEach(([uid, id]) => idleRuns.set(uid, id));
        executions.forEach((id) => idleExecutions.add(id));
      };
    },
  };
}
