import { useRef, useState } from 'preact/hooks';
import type { OfficeArgs, OfficeMethod, OfficeValues } from '../../../contract/office';
import { useBusy } from '../../../ui/busy';
import { createClientKeys } from '../../../ui/client-key';
import { ask } from '../server';
import type { Attempt } from './refusal';

/** One write at a time: pressed again with the same words it is the same write. */
export function usePress() {
  const [attempt, setAttempt] = useState<Attempt>();
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [busy, run] = useBusy();
  const keys = useRef(createClientKeys()).current;
  const press = <M extends OfficeMethod>(
    method: M,
    args: OfficeArgs<M>,
    onDone: (value: OfficeValues[M]) => void,
  ) =>
    run(async () => {
      const reply = await ask(method, args, keys.keyFor({ method, args }));
      const wrong = reply.ok ? undefined : reply.fields;
      setFields(wrong ?? {});
      setAttempt(reply.ok || wrong ? undefined : { code: reply.code });
      if (!reply.ok) return;
      keys.settled();
      onDone(reply.value);
    });
  const forget = () => {
    setAttempt(undefined);
    setFields({});
  };
  return { busy, attempt, fields, press, forget };
}
