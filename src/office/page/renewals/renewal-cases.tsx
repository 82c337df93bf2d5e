import type { OfficeValues } from '../../../contract/office';
import type { OperatingMode } from '../../../contract/office-operation';
import type { RenewalCase } from '../../../contract/office-renewal';
import { DoneLine } from '../parts/done-line';
import { QueueMore } from '../parts/queue-more';
import { Refusal } from '../parts/refusal';
import { useRowJump } from '../parts/row-jump';
import { useOpenCases } from '../parts/use-open-cases';
import { RenewalCard } from './renewal-card';
import { RenewalUndo } from './renewal-undo';
import { forwardOf, RENEWAL_TAB } from './renewal-words';
import { RenewalsTogether, type RenewalTaken } from './renewals-together';
import type { Resolution } from './resolution-fields';

/** The states whose applications are shown. */
export type RenewalsShown = '申請中' | '確認済' | '差戻し';

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
  const queued = useOpenCases<RenewalTaken>(cases, queue.total, onDecided);
  const { total, leave } = queued;
  const open = cases.filter(queued.isOpen);
  const together = cases.map(forwardOf).find((decision) => decision !== undefined);
  const isGroups = (each: RenewalCase) => together !== undefined && each.mayBecome.includes(together);
  const rest = queue.total - skip - cases.length;
  return (
    <>
      <Refusal attempt={attempt} />
      <p>
        {total <= 0 ? `${show}の申請はありません。` : `${show}の申請が${String(total)}件あります。`}
        {open.length < total && open.length > 0 && `${String(open.length)}件を表示しています。`}
      </p>
      {together && cases.length > 1 && (
        <RenewalsTogether
          {...{ queue, mode, resolution, onResolution }}
          decision={together}
          open={open.filter(isGroups)}
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
            {...{ queue, mode, resolution, onResolution }}
            isNext={queued.isNext(each.receipt)}
            {...(isGroups(each) && {
              ticked: queued.isTicked(each.receipt),
              onTick: (isTicked: boolean) => queued.tick(each.receipt, isTicked),
            })}
            onLeave={(text, undo) => leave([{ receipt: each.receipt, text, undo }])}
            onRow={() => jump(RENEWAL_TAB, each.row)}
          />
        ) : (
          <div class="stack" key={each.receipt}>
            <DoneLine text={line.text} focused={line.focused} />
            {line.undo && (
              <RenewalUndo
                case={each}
                reasons={queue.reasons}
                mode={mode}
                onUndone={(text) => {
                  queued.reword({ receipt: each.receipt, text, undo: false });
                  onDecided();
                }}
              />
            )}
          </div>
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
