import { useState } from 'preact/hooks';
import type { ChangeLine } from '../../../contract/office-ledger';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { GroupBar } from '../parts/group-bar';
import { Refusal } from '../parts/refusal';
import { Said } from '../parts/said';
import { usePress } from '../parts/use-press';
import type { ChangeGroup } from './change-groups';

/** Lines sent at once. */
const MOST = 100;

interface MarkBarProps {
  /** The changes one can tick now, and those ticked. */
  open: readonly ChangeGroup[];
  ticked: readonly ChangeGroup[];
  onTickAll: (ticked: boolean) => void;
  onMarked: (lines: readonly ChangeLine[]) => void;
}

/** 「すべて選ぶ」 and 「確認済にする」; says how many lines were marked. */
export function MarkBar({ open, ticked, onTickAll, onMarked }: MarkBarProps) {
  const { busy, attempt, press } = usePress();
  const [marked, setMarked] = useState<number>();
  const [nothing, setNothing] = useState<object>();

  const mark = () => {
    setMarked(undefined);
    setNothing(ticked.length === 0 ? {} : undefined);
    const lines = ticked
      .flatMap((group) => group.lines)
      .filter(({ isSeen }) => !isSeen)
      .slice(0, MOST);
    if (lines.length === 0) return;
    const args = { lines: lines.map(({ row, change }) => ({ row, change })) };
    press('markSeen', args, (value) => {
      setMarked(value.marked);
      onMarked(lines);
    });
  };

  return (
    <>
      {open.length > 0 && (
        <GroupBar
          label="まとめて確認する"
          tickAll="すべて選ぶ"
          all={open.length}
          ticked={ticked.length}
          onTickAll={onTickAll}
          nothing={nothing}
          hint="確認した変更に、先に印を付けてください。"
        >
          <div>
            <Button size="small" busy={busy} onClick={mark}>
              確認済にする
            </Button>
          </div>
        </GroupBar>
      )}
      <Refusal attempt={attempt} />
      {busy && <Busy when text="記録しています。" />}
      <Said text={marked === undefined ? '' : `${String(marked)}項目を確認済にしました。`} />
    </>
  );
}
