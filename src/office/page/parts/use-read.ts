import { useEffect, useState } from 'preact/hooks';
import type { OfficeArgs, OfficeMethod, OfficeValues } from '../../../contract/office';
import { ask } from '../server';
import type { Attempt } from './refusal';

/** Reads when the view opens, when the arguments change, and again on request; `value` is undefined meanwhile. */
export function useRead<M extends OfficeMethod>(
  method: M,
  args: OfficeArgs<M>,
  round: number,
): { value: OfficeValues[M] | undefined; attempt: Attempt | undefined; again: () => void; turn: string } {
  const [value, setValue] = useState<OfficeValues[M]>();
  const [attempt, setAttempt] = useState<Attempt>();
  const [more, setMore] = useState(0);
  const turn = `${JSON.stringify(args)} ${String(round)} ${String(more)}`;
  useEffect(() => {
    let wanted = true;
    setValue(undefined);
    setAttempt(undefined);
    void ask(method, JSON.parse(JSON.stringify(args)) as OfficeArgs<M>).then((reply) => {
      if (!wanted) return;
      if (reply.ok) setValue(() => reply.value);
      else setAttempt({ code: reply.code });
    });
    return () => {
      wanted = false;
    };
    // `turn` holds the arguments as text: an equal object is no change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [method, turn]);
  return { value, attempt, again: () => setMore((count) => count + 1), turn };
}
