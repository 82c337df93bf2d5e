import { useRef, useState } from 'preact/hooks';
import type { ChangeLine } from '../../../contract/office-ledger';
import { Busy, useBusy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { createClientKeys } from '../../../ui/client-key';
import { ErrorSummary } from '../../../ui/error-summary';
import type { ChangeGroup } from './change-groups';
import { Refusal, type Attempt } from '../parts/refusal';
import { ask } from '../server';

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
  const [busy, run] = useBusy();
  const keys = useRef(createClientKeys()).current;
  const [attempt, setAttempt] = useState<Attempt>();
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
    run(async () => {
      const args = { lines: lines.map(({ row, change }) => ({ row, change })) };
      const reply = await ask('markSeen', args, keys.keyFor(args));
      setAttempt(reply.ok ? undefined : { code: reply.code });
      if (!reply.ok) return;
      keys.settled();
      setMarked(reply.value.marked);
      onMarked(lines);
    });
  };

  return (
    <>
      {open.length > 0 && (
        <section class={ticked.length > 0 ? 'group sticks' : 'group'} aria-label="まとめて確認する">
          <div class="spread">
            <label class="tick">
              <input
                type="checkbox"
                checked={ticked.length > 0 && ticked.length === open.length}
                indeterminate={ticked.length > 0 && ticked.length < open.length}
                onChange={(event) => onTickAll(event.currentTarget.checked)}
              />
              すべて選ぶ
            </label>
            <span role="status">{ticked.length}件を選択中</span>
          </div>
          <div>
            <Button size="small" busy={busy} onClick={mark}>
              確認済にする
            </Button>
          </div>
          {nothing && ticked.length === 0 && (
            <ErrorSummary title="まだ選ばれていません。" attempt={nothing}>
              <p>確認した変更に、先に印を付けてください。</p>
            </ErrorSummary>
          )}
        </section>
      )}
      <Refusal attempt={attempt} />
      {busy && <Busy when text="記録しています。" />}
      {marked !== undefined && (
        <p class="done-line" role="status">
          {marked}項目を確認済にしました。
        </p>
      )}
    </>
  );
}
