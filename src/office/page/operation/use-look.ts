import { useCallback, useEffect, useState } from 'preact/hooks';
import type { OfficeMethod, OfficeValues } from '../../../contract/office';
import { useBusy } from '../../../ui/busy';
import type { Attempt } from '../parts/refusal';
import { ask } from '../server';

/** What is looked at when a dialog opens, and again on request; `setValue` takes what a write answers. */
export function useLook<M extends 'check' | 'production' | 'reception'>(method: M) {
  const [value, setValue] = useState<OfficeValues[M]>();
  const [attempt, setAttempt] = useState<Attempt>();
  const [busy, run] = useBusy();
  const look = useCallback(
    () =>
      run(async () => {
        const reply = await ask<OfficeMethod & M>(method, {});
        setAttempt(reply.ok ? undefined : { code: reply.code });
        if (reply.ok) setValue(() => reply.value);
      }),
    [run, method],
  );
  useEffect(look, [look]);
  return { value, setValue, attempt, setAttempt, busy, run, look };
}
