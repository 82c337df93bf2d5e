/** LockService: mutual exclusion between executions, with queues on the workspace clock. */
import type { Engine, ExecutionView, Json, Service } from '../engine/service';
import { ServiceError } from '../engine/service';
import { platformText } from '../engine/texts';

interface Waiter {
  readonly execution: ExecutionView;
  /** Ends the wait with the lock, or without it. */
  end(got: boolean): void;
}

interface Lock {
  holder: ExecutionView | undefined;
  queue: Waiter[];
  /** Waiting in vain, as the fault `lockTimeout` wants it. */
  denied: Waiter[];
}

function lockKey(scope: Json, execution: ExecutionView): string {
  return scope === 'user' ? `user:${execution.effectiveUser}` : (scope as string);
}

/** Locks of the script, of each user and of the document; a lock goes to the one who has waited longest. */
export function createLockService(engine: Engine): Service {
  const { clock } = engine;
  const locks = new Map<string, Lock>();

  const lockOf = (scope: Json | undefined, execution: ExecutionView): Lock => {
    const key = lockKey(scope ?? null, execution);
    const lock = locks.get(key) ?? { holder: undefined, queue: [], denied: [] };
    locks.set(key, lock);
    return lock;
  };

  const release = (lock: Lock): void => {
    const next = lock.queue.shift();
    lock.holder = next?.execution;
    next?.end(true);
  };

  /** Waits for the lock until workspace time `until`; `denied`: as if somebody else held it all the time. */
  const wait = (lock: Lock, execution: ExecutionView, until: number, denied: boolean): Promise<boolean> =>
    new Promise((resolve) => {
      const timer = clock.wait(until);
      const waiter: Waiter = {
        execution,
        end(got) {
          timer.cancel();
          lock.queue = lock.queue.filter((other) => other !== waiter);
          lock.denied = lock.denied.filter((other) => other !== waiter);
          resolve(got);
        },
      };
      (denied ? lock.denied : lock.queue).push(waiter);
      void timer.done.then(() => waiter.end(false));
    });

  const tryLock = (
    execution: ExecutionView,
    scope: Json | undefined,
    ms: number,
  ): boolean | Promise<boolean> => {
    const lock = lockOf(scope, execution);
    if (lock.holder === execution) return true;
    const denied = engine.faultArmed('lockTimeout');
    if (lock.holder === undefined && !denied && ms >= 0) {
      lock.holder = execution;
      return true;
    }
    return ms > 0 ? wait(lock, execution, clock.now() + ms, denied) : false;
  };

  const required = (got: boolean): void => {
    if (!got) throw new ServiceError(platformText(engine.lang, 'lockTimeout'));
  };

  return {
    methods: {
      'Lock.tryLock': {
        contact: 'lock',
        handle: (execution, scope, ms) => tryLock(execution, scope, Number(ms)),
      },
      'Lock.waitLock': {
        contact: 'lock',
        handle: (execution, scope, ms) => {
          const got = tryLock(execution, scope, Number(ms));
          if (typeof got !== 'boolean') return got.then(required);
          required(got);
          return undefined;
        },
      },
      'Lock.hasLock': {
        handle: (execution, scope) => lockOf(scope, execution).holder === execution,
      },
      'Lock.releaseLock': {
        contact: 'lock',
        handle: (execution, scope) => {
          const lock = lockOf(scope, execution);
          if (lock.holder === execution) release(lock);
        },
      },
    },
    over(execution) {
      for (const lock of locks.values()) {
        [...lock.queue, ...lock.denied]
          .filter((waiter) => waiter.execution === execution)
          .forEach((waiter) => waiter.end(false));
        if (lock.holder === execution) release(lock);
      }
    },
  };
}
