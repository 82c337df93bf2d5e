import { useState } from 'preact/hooks';
import type { OperatingMode } from '../../../contract/office-operation';
import type { PointCase } from '../../../contract/office-points';
import { sayMode } from '../parts/decision-words';
import { usePress } from '../parts/use-press';
import { WordsStep } from '../parts/words-step';
import { sayDecided, sayPointLeft } from './point-words';

interface PointUndoProps {
  case: PointCase;
  reasons: readonly { reason: string; request: string }[];
  mode: OperatingMode | undefined;
  onUndone: (sentence: string) => void;
}

/** 決定を取り消す: the mail that waits does not leave; one that has left is corrected. */
export function PointUndo({ case: { receipt, number }, reasons, mode, onUndone }: PointUndoProps) {
  const [asking, setAsking] = useState(false);
  const { busy, attempt, press } = usePress();
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
        press(
          'decidePoints',
          { decision: '取消', receipts: [receipt], numbers: { [receipt]: number }, ...words },
          (value) => {
            const [skipped] = value.skipped;
            onUndone(skipped ? sayPointLeft(skipped) : sayDecided('取消', value, mode));
          },
        )
      }
    >
      <p>まだ送っていないお知らせは出ません。お知らせを送ったあとのときは、訂正のお知らせを送ります。</p>
    </WordsStep>
  );
}
