import type { OperatingMode } from '../../../contract/office-operation';
import type { PointCase } from '../../../contract/office-points';
import { DecisionUndo } from '../parts/decision-undo';
import { sayMode } from '../parts/decision-words';
import { usePress } from '../parts/use-press';
import { sayDecided, sayPointLeft } from './point-words';

interface PointUndoProps {
  case: PointCase;
  reasons: readonly { reason: string; request: string }[];
  mode: OperatingMode | undefined;
  onUndone: (sentence: string) => void;
}

/** 決定を取り消す beside an application of points that has just been decided. */
export function PointUndo({ case: { receipt, number }, reasons, mode, onUndone }: PointUndoProps) {
  const { busy, attempt, press } = usePress();
  return (
    <DecisionUndo
      {...{ receipt, reasons, busy, attempt }}
      remark={sayMode(mode)}
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
    />
  );
}
