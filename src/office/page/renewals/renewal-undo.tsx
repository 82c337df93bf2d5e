import type { OperatingMode } from '../../../contract/office-operation';
import type { RenewalCase } from '../../../contract/office-renewal';
import { DecisionUndo } from '../parts/decision-undo';
import { sayMode } from '../parts/decision-words';
import { usePress } from '../parts/use-press';
import { sayRenewalLeft, sayRenewals, UNDO_ENDS } from './renewal-words';

interface RenewalUndoProps {
  case: RenewalCase;
  reasons: readonly { reason: string; request: string }[];
  mode: OperatingMode | undefined;
  onUndone: (sentence: string) => void;
}

/** 決定を取り消す beside a renewal that has just been decided. */
export function RenewalUndo({ case: { receipt, row }, reasons, mode, onUndone }: RenewalUndoProps) {
  const { busy, attempt, press } = usePress();
  return (
    <DecisionUndo
      {...{ receipt, reasons, busy, attempt }}
      remark={sayMode(mode)}
      ends={UNDO_ENDS}
      onPress={(words) =>
        press(
          'decideRenewals',
          { decision: '取消', receipts: [receipt], rows: { [receipt]: row }, ...words },
          (value) => {
            const [skipped] = value.skipped;
            onUndone(skipped ? sayRenewalLeft(skipped) : sayRenewals('取消', value, mode));
          },
        )
      }
    />
  );
}
