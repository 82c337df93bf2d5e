import { useRef, useState } from 'preact/hooks';
import type { OfficeArgs, OfficeMethod, OfficeValues } from '../../../contract/office';
import { useBusy } from '../../../ui/busy';
import { createClientKeys } from '../../../ui/client-key';
import type { Attempt } from '../parts/refusal';
import { ask } from '../server';

/** One dry run and one write: the write repeated after no answer is the same write. */
export function useImport<C extends OfficeMethod, W extends OfficeMethod>(check: C, write: W) {
  const [busy, run] = useBusy();
  const [attempt, setAttempt] = useState<Attempt>();
  const [checked, setChecked] = useState<OfficeValues[C]>();
  const [written, setWritten] = useState<OfficeValues[W]>();
  const keys = useRef(createClientKeys()).current;

  return {
    busy,
    attempt,
    checked,
    written,
    forget() {
      setChecked(undefined);
      setWritten(undefined);
      setAttempt(undefined);
    },
    look: (args: OfficeArgs<C>) =>
      run(async () => {
        const reply = await ask(check, args);
        setAttempt(reply.ok ? undefined : { code: reply.code });
        setWritten(undefined);
        setChecked(reply.ok ? reply.value : undefined);
      }),
    take: (args: OfficeArgs<W>) =>
      run(async () => {
        const reply = await ask(write, args, keys.keyFor(args));
        setAttempt(reply.ok ? undefined : { code: reply.code });
        if (!reply.ok) return;
        keys.settled();
        setWritten(reply.value);
      }),
  };
}
