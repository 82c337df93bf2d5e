import { useRef, useState } from 'preact/hooks';
import type { PasswordDecisions } from '../../../contract/office-passwords';
import { useBusy } from '../../../ui/busy';
import { createClientKeys } from '../../../ui/client-key';
import type { Decision } from '../parts/decision-words';
import type { Attempt } from '../parts/refusal';
import { ask } from '../server';

/** Takes one decision at a time; pressed again after no answer, it is the same decision. */
export function useDecision() {
  const [busy, run] = useBusy();
  const [attempt, setAttempt] = useState<Attempt>();
  const keys = useRef(createClientKeys()).current;

  /** `onTaken` is called once the server has answered what it did. */
  const decide = (
    decision: Decision,
    responseIds: string[],
    memo: string,
    onTaken: (value: PasswordDecisions) => void,
  ) =>
    run(async () => {
      const args = { decision, responseIds, ...(memo.trim() !== '' && { memo: memo.trim() }) };
      const reply = await ask('decidePasswords', args, keys.keyFor(args));
      setAttempt(reply.ok ? undefined : { code: reply.code });
      if (!reply.ok) return;
      keys.settled();
      onTaken(reply.value);
    });

  return { busy, attempt, decide };
}
