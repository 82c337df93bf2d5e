/**
 * What is under way on a Workspace. Whoever starts it over first ends that and waits for it, so that nothing of it
 * reaches into what comes after: a job half through its triggers, a page whose call is still out.
 */

/** The requests and chains of triggers of a Workspace. */
export interface Traffic {
  /** Does the work as part of what is under way; it begins after any beginning that is going on. */
  pass<T>(work: () => Promise<T>): Promise<T>;
  /** Ends what is under way, then does the work with nothing else beside it. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** No traffic yet. `halt(true)` makes what is under way end soon; `halt(false)` lets things run again. */
export function createTraffic(halt: (on: boolean) => void): Traffic {
  const underWay = new Set<Promise<unknown>>();
  let beginnings: Promise<unknown> = Promise.resolve();

  const ended = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  };

  return {
    async pass(work) {
      for (let seen: unknown; seen !== beginnings; await seen) seen = beginnings;
      const done = work();
      underWay.add(done);
      try {
        return await done;
      } finally {
        underWay.delete(done);
      }
    },
    alone(work) {
      const done = beginnings.then(async () => {
        halt(true);
        await ended();
        halt(false);
        return work();
      });
      beginnings = done.catch(() => undefined);
      return done;
    },
  };
}
