import type { OfficeValues } from '../../../contract/office';
import type { OperatingMode } from '../../../contract/office-operation';
import { ReceiptSearch } from '../parts/receipt-search';
import { RenewalCard } from './renewal-card';
import { RENEWAL_TAB } from './renewal-words';
import type { Resolution } from './resolution-fields';

interface RenewalSearchProps {
  queue: OfficeValues['renewalQueue'];
  mode: OperatingMode | undefined;
  resolution: Resolution;
  onResolution: (resolution: Resolution) => void;
  onDecided: () => void;
  onClose: () => void;
}

/** 受付番号で探す of renewals: also what is decided, to take the decision back or to open it again. */
export function RenewalSearch({ queue, mode, resolution, onResolution, ...search }: RenewalSearchProps) {
  return (
    <ReceiptSearch method="renewalCase" example="K26-000123-4" tab={RENEWAL_TAB} {...search}>
      {(found, { onLeave, onRow }) => (
        <RenewalCard
          key={found.receipt}
          case={found}
          {...{ queue, mode, resolution, onResolution, onLeave, onRow }}
          isNext
        />
      )}
    </ReceiptSearch>
  );
}
