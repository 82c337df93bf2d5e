import { useState } from 'preact/hooks';
import type { OfficeValues } from '../../../contract/office';
import type { OperatingMode } from '../../../contract/office-operation';
import type { PointCase } from '../../../contract/office-points';
import { Button } from '../../../ui/button';
import { DoneLine } from '../parts/done-line';
import { QueueMore } from '../parts/queue-more';
import { Refusal } from '../parts/refusal';
import { useRowJump } from '../parts/row-jump';
import { useOpenCases } from '../parts/use-open-cases';
import { PointCard } from './point-card';
import { PointUndo } from './point-undo';
import { POINT_TAB } from './point-words';
import { PointsTogether, type PointTaken } from './points-together';

interface PointCasesProps {
  queue: OfficeValues['pointsQueue'];
  show: string;
  skip: number;
  mode: OperatingMode | undefined;
  onDecided: () => void;
  /** Reads again from the beginning. */
  onMore: () => void;
  onSkip: (skip: number) => void;
}

/** The cases read, each decided in its place; Enter goes from one 承認 to the next. */
export function PointCases({ queue, show, skip, mode, onDecided, onMore, onSkip }: PointCasesProps) {
  const [cases, setCases] = useState<readonly PointCase[]>(queue.cases);
  const { jump, attempt } = useRowJump();
  const queued = useOpenCases<PointTaken>(cases, queue.total, onDecided);
  const { total, leave } = queued;
  const open = cases.filter(queued.isOpen);
  const rest = queue.total - skip - cases.length;
  return (
    <>
      <Refusal attempt={attempt} />
      <p>
        {total <= 0
          ? `${show}の申請はありません。`
          : `${show}の申請が${String(total)}件あります。${open.length < total ? `${String(open.length)}件を表示しています。` : ''}`}
      </p>
      {show === '申請中' && cases.length > 1 && open.length > 0 && (
        <PointsTogether
          open={open}
          ticked={open.filter(({ receipt }) => queued.isTicked(receipt))}
          mode={mode}
          onTick={queued.tickThese}
          onTaken={leave}
        />
      )}
      {cases.map((each) => {
        const line = queued.lineOf(each.receipt);
        return line === undefined ? (
          <PointCard
            key={each.receipt}
            case={each}
            queue={queue}
            mode={mode}
            isNext={queued.isNext(each.receipt)}
            {...(show === '申請中' && {
              ticked: queued.isTicked(each.receipt),
              onTick: (isTicked: boolean) => queued.tick(each.receipt, isTicked),
            })}
            onEvidence={(state) =>
              setCases(
                cases.map((one) => (one === each ? { ...one, evidence: { ...one.evidence, state } } : one)),
              )
            }
            onLeave={(text, undo) => leave([{ receipt: each.receipt, text, undo }])}
            onRow={() => jump(POINT_TAB, each.row)}
          />
        ) : (
          <div class="stack" key={each.receipt}>
            <DoneLine text={line.text} focused={line.focused} />
            {line.undo && (
              <PointUndo
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
        next={Math.min(rest, 20)}
        onMore={onMore}
        onNext={() => onSkip(skip + cases.length)}
      />
      {skip > 0 && (
        <div>
          <Button size="small" onClick={() => onSkip(0)}>
            はじめにもどる
          </Button>
        </div>
      )}
    </>
  );
}
