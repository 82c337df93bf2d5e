import { useState } from 'preact/hooks';
import { useBusy } from '../../../ui/busy';
import { ask } from '../server';
import type { Attempt } from './refusal';

/** Puts the cursor on a row of a tab (1-based); says why if it could not. */
export function useRowJump(): { jump: (tab: string, row: number) => void; attempt: Attempt | undefined } {
  const [attempt, setAttempt] = useState<Attempt>();
  const [, run] = useBusy();
  const jump = (tab: string, row: number) =>
    run(async () => {
      const reply = await ask('showRow', { tab, row });
      setAttempt(reply.ok ? undefined : { code: reply.code });
    });
  return { jump, attempt };
}
