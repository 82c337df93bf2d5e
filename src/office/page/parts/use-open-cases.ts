import { useState } from 'preact/hooks';

interface Case {
  receipt: string;
  name: string;
  number: string;
}

/** What stands where a decided case stood. */
interface Line {
  receipt: string;
  text: string;
}

/**
 * The cases of one reading while they are decided: which are open, the line in the place of each that left, whose turn
 * the focus has, and which are ticked. `total`: in the tab when it was read.
 */
export function useOpenCases<Taken extends Line>(
  cases: readonly Case[],
  total: number,
  onDecided: () => void,
) {
  const [lines, setLines] = useState<Readonly<Record<string, Taken>>>({});
  const [turn, setTurn] = useState<{ last?: string; next?: string | undefined }>({});
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const isOpen = ({ receipt }: { receipt: string }) => !(receipt in lines);
  /** Each line begins with the person. */
  const named = (taken: Taken): Taken => {
    const one = cases.find(({ receipt }) => receipt === taken.receipt);
    return { ...taken, text: `${one ? `${one.name}（${one.number}）` : taken.receipt}：${taken.text}` };
  };
  return {
    isOpen,
    total: total - cases.filter((each) => !isOpen(each)).length,
    lineOf: (receipt: string): (Taken & { focused: boolean }) | undefined => {
      const line = lines[receipt];
      return line && { ...line, focused: turn.last === receipt && turn.next === undefined };
    },
    /** The one before was decided. */
    isNext: (receipt: string) => turn.next === receipt,
    /** These need no decision any more; the focus goes on to the next open case. */
    leave: (taken: readonly Taken[]) => {
      const now = { ...lines, ...Object.fromEntries(taken.map((each) => [each.receipt, named(each)])) };
      const last = taken[taken.length - 1]?.receipt ?? '';
      const after = cases.slice(cases.findIndex(({ receipt }) => receipt === last) + 1);
      setTurn({ last, next: after.find(({ receipt }) => !(receipt in now))?.receipt });
      setLines(now);
      setTicked(ticked.filter((receipt) => !(receipt in now)));
      if (taken.length > 0) onDecided();
    },
    /** Another line in the same place. */
    reword: (taken: Taken) => setLines({ ...lines, [taken.receipt]: named(taken) }),
    isTicked: (receipt: string) => ticked.includes(receipt),
    tick: (receipt: string, isTicked: boolean) =>
      setTicked([...ticked.filter((each) => each !== receipt), ...(isTicked ? [receipt] : [])]),
    tickThese: setTicked,
  };
}
