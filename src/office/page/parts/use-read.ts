import { useEffect, useState } from 'preact/hooks';
import type { OfficeArgs, OfficeMethod, OfficeValues } from '../../../contract/office';
import { ask } from '../server';
import type { Attempt } from './refusal';

/** What came back, and for which turn. */
interface Answer<M extends OfficeMethod> {
  turn: string;
  value?: OfficeValues[M];
  attempt?: Attempt;
}

/** Reads when the view opens, when the arguments change, and again on request; `value` is undefined meanwhile. */
export function useRead<M extends OfficeMethod>(
  method: M,
  args: OfficeArgs<M>,
  round: number,
): { value: OfficeValues[M] | undefined; attempt: Attempt | undefined; again: () => void; turn: string } {
  const [answer, setAnswer] = useState<Answer<M>>();
  const [more, setMore] = useState(0);
  const turn = `${JSON.stringify(args)} ${String(round)} ${String(more)}`;
  useEffect(() => {
    let wanted = true;
    setAnswer(undefined);
    void ask(method, JSON.parse(JSON.stringify(args)) as OfficeArgs<M>).then((reply) => {
      if (!wanted) return;
      setAnswer(reply.ok ? { turn, value: reply.value } : { turn, attempt: { code: reply.code } });
    });
    return () => {
      wanted = false;
    };
    // `turn` holds the arguments as text: an equal object is no change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [method, turn]);
  // An effect runs after the page was painted: until then the state holds the answer to the arguments before.
  const current = answer?.turn === turn ? answer : undefined;
  return {
    value: current?.value,
    attempt: current?.attempt,
    again: () => setMore((count) => count + 1),
    turn,
  };
}
