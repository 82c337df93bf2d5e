import type { OfficeValues } from '../../../contract/office';
import type { OperatingMode } from '../../../contract/office-operation';
import { DoneLine } from '../parts/done-line';
import { QueueMore } from '../parts/queue-more';
import { Refusal } from '../parts/refusal';
import { useRowJump } from '../parts/row-jump';
import { useOpenCases } from '../parts/use-open-cases';
import { RenewalCard } from './renewal-card';
import { RenewalsTogether } from './renewals-together';
import type { Resolution } from './resolution-fields';

/** The states whose applications are shown. */
export type RenewalsShown = '申請中' | '確認済' | '差戻し';

const TAB = '更新申請';

interface RenewalCasesProps {
  show: RenewalsShown;
  skip: number;
  queue: OfficeValues['renewalQueue'];
  mode: OperatingMode | undefined;
  resolution: Resolution;
  onResolution: (resolution: Resolution) => void;
  onDecided: () => void;
  onMore: () => void;
  onSkip: (skip: number) => void;
}

/** The applications of one reading, decided one by one or together. */
export function RenewalCases(props: RenewalCasesProps) {
  const { show, skip, queue, mode, resolution, onResolution, onDecided, onMore, onSkip } = props;
  const { cases } = queue;
  const { jump, attempt } = useRowJump();
  const queued = useOpenCases(cases, queue.total, onDecided);
  const { total, leave } = queued;
  const open = cases.filter(queued.isOpen);
  const rest = queue.total - skip - cases.length;
  return (
    <>
      <Refusal attempt={attempt} />
      <p>
        {total <= 0 ? `${show}の申請はありません。` : `${show}の申請が${String(total)}件あります。`}
        {open.length < total && open.length > 0 && `${String(open.length)}件を表示しています。`}
      </p>
      {show !== '差戻し' && cases.length > 1 && (
        <RenewalsTogether
          {...{ show, open, queue, mode, resolution, onResolution }}
          ticked={open.filter(({ receipt }) => queued.isTicked(receipt))}
          onTick={queued.tickThese}
          onTaken={leave}
        />
      )}
      {cases.map((each) => {
        const line = queued.lineOf(each.receipt);
        return line === undefined ? (
          <RenewalCard
            key={each.receipt}
            case={each}
            {...{ show, queue, mode, resolution, onResolution }}
            isNext={queued.isNext(each.receipt)}
            ticked={show === '差戻し' ? undefined : queued.isTicked(each.receipt)}
            onTick={(isTicked) => queued.tick(each.receipt, isTicked)}
            onLeave={(text) => leave([{ receipt: each.receipt, text }])}
            onRow={() => jump(TAB, each.row)}
          />
        ) : (
          <DoneLine key={each.receipt} text={line.text} focused={line.focused} />
        );
      })}
      <QueueMore
        open={open.length}
        total={total}
        next={Math.min(rest, 30)}
        onMore={onMore}
        onNext={() => onSkip(skip + cases.length)}
      />
    </>
  );
}
