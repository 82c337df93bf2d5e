import type { OfficeValues } from '../../../contract/office';
import type { OperatingMode } from '../../../contract/office-operation';
import { ReceiptSearch } from '../parts/receipt-search';
import { PointCard } from './point-card';
import { POINT_TAB } from './point-words';

interface PointSearchProps {
  queue: OfficeValues['pointsQueue'];
  mode: OperatingMode | undefined;
  onDecided: () => void;
  onClose: () => void;
}

/** 受付番号で探す of points. */
export function PointSearch({ queue, mode, ...search }: PointSearchProps) {
  return (
    <ReceiptSearch method="pointCase" example="P26-000123-4" tab={POINT_TAB} {...search}>
      {(found, { onChange, onLeave, onRow }) => (
        <PointCard
          key={found.receipt}
          case={found}
          {...{ queue, mode, onLeave, onRow }}
          isNext
          onEvidence={(state) => onChange({ ...found, evidence: { ...found.evidence, state } })}
        />
      )}
    </ReceiptSearch>
  );
}
