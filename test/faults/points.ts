/** Service calls of executions as places where something can go wrong, or where another may come in between. */
import type { Traced } from './state';

export const COMMIT = 'Sheets.Spreadsheets.batchUpdate';

export interface Point {
  readonly function: string;
  /** Number of the call in its execution, 1-based. */
  readonly k: number;
  readonly call: string;
  /** The call before it; undefined for the first. */
  readonly previous: string | undefined;
  readonly last: boolean;
  /** The execution holds the script lock when it comes to this call. */
  readonly locked: boolean;
}

/**
 * Every service call of the executions. Of executions of the same function a fault meets the first that has a k-th
 * call, so that later ones are met where they are longer than all before.
 */
export function pointsOf(executions: readonly Traced[]): Point[] {
  const reached = new Map<string, number>();
  return executions.flatMap(({ function: name, sequence }) => {
    const from = reached.get(name) ?? 0;
    reached.set(name, Math.max(from, sequence.length));
    let locked = false;
    return sequence.flatMap((call, at): Point[] => {
      const point = {
        function: name,
        k: at + 1,
        call,
        previous: sequence[at - 1],
        last: at + 1 === sequence.length,
        locked,
      };
      if (call === 'Lock.tryLock') locked = true;
      if (call === 'Lock.releaseLock') locked = false;
      return at < from ? [] : [point];
    });
  });
}
