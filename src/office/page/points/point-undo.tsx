import { useRef, useState } from 'preact/hooks';
import type { OperatingMode } from '../../../contract/office-operation';
import type { PointCase } from '../../../contract/office-points';
import { useBusy } from '../../../ui/busy';
import { createClientKeys } from '../../../ui/client-key';
import { sayMode } from '../parts/decision-words';
import { sayDecided, sayPointLeft } from './point-words';
import type { Attempt } from '../parts/refusal';
import { ask } from '../server';
import { WordsStep } from '../parts/words-step';

interface PointUndoProps {
  case: PointCase;
  reasons: readonly { reason: string; request: string }[];
  mode: OperatingMode | undefined;
  onUndone: (sentence: string) => void;
}

/** 決定を取り消す: the mail that waits does not leave; one that has left is corrected. */
export function PointUndo({ case: { receipt, number }, reasons, mode, onUndone }: PointUndoProps) {
  const [asking, setAsking] = useState(false);
  const [attempt, setAttempt] = useState<Attempt>();
  const [busy, run] = useBusy();
  const keys = useRef(createClientKeys()).current;
  if (!asking)
    return (
      <button type="button" class="link" onClick={() => setAsking(true)}>
        決定を取り消す<span class="name-only">（{receipt}）</span>
      </button>
    );
  return (
    <WordsStep
      rank="h3"
      title="決定を取り消しますか"
      press="決定を取り消す"
      reasons={reasons}
      remark={sayMode(mode)}
      busy={busy}
      attempt={attempt}
      onStop={() => setAsking(false)}
      onPress={(words) =>
        run(async () => {
          const args = {
            decision: '取消' as const,
            receipts: [receipt],
            numbers: { [receipt]: number },
            ...words,
          };
          const reply = await ask('decidePoints', args, keys.keyFor(args));
          setAttempt(reply.ok ? undefined : { code: reply.code });
          if (!reply.ok) return;
          keys.settled();
          const [skipped] = reply.value.skipped;
          onUndone(skipped ? sayPointLeft(skipped) : sayDecided('取消', reply.value, mode));
        })
      }
    >
      <p>まだ送っていないお知らせは出ません。お知らせを送ったあとのときは、訂正のお知らせを送ります。</p>
    </WordsStep>
  );
}
