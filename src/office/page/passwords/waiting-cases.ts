/** The responses on the screen while they are decided, and the line in the place of the last one that left. */
import { useState } from 'preact/hooks';
import type { OfficeValues } from '../../../contract/office';
import type { PasswordCase } from '../../../contract/office-passwords';

interface Waiting {
  cases: readonly PasswordCase[];
  /** In the tab, shown or not. */
  total: number;
  /** The case that left last: still in `cases`, so that its line has its place. */
  line?: { responseId: string; text: string; focused: boolean };
}

/** Starts with one reading of the queue. */
export function useWaitingCases(queue: OfficeValues['passwordQueue']) {
  const [waiting, setWaiting] = useState<Waiting>(queue);

  return {
    ...waiting,
    open: openOf(waiting),
    /** One case leaves; its place keeps a line. */
    leave: (responseId: string, text: string, focused: boolean) =>
      setWaiting((before) => {
        const { cases, total } = without(before, []);
        return { cases, total: total - 1, line: { responseId, text, focused } };
      }),
    /** Several cases leave. */
    leaveAll: (responseIds: readonly string[]) => setWaiting((before) => without(before, responseIds)),
    clearLine: () => setWaiting((before) => without(before, [])),
  };
}

function openOf({ cases, line }: Waiting): readonly PasswordCase[] {
  return cases.filter(({ responseId }) => responseId !== line?.responseId);
}

function without(waiting: Waiting, responseIds: readonly string[]): Waiting {
  const open = openOf(waiting);
  const cases = open.filter(({ responseId }) => !responseIds.includes(responseId));
  return { cases, total: waiting.total - (open.length - cases.length) };
}
