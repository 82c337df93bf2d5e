import { useState } from 'preact/hooks';
import type { OfficeValues } from '../../../contract/office';
import type { OperatingMode } from '../../../contract/office-operation';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { DoneLine } from '../parts/done-line';
import { QueueMore } from '../parts/queue-more';
import { Refusal } from '../parts/refusal';
import { useRowJump } from '../parts/row-jump';
import { useOpenCases } from '../parts/use-open-cases';
import { useRead } from '../parts/use-read';
import { NotificationCard } from './notification-case';
import { NotificationEntry } from './notification-entry';
import { NOTIFICATION_TAB } from './notification-words';

interface NotificationQueueProps {
  mode: OperatingMode | undefined;
  /** Another number reads again. */
  round: number;
  onDecided: () => void;
}

/** 変更届: what waits, decided one by one, and the entry of one that came on paper. */
export function NotificationQueue({ mode, round, onDecided }: NotificationQueueProps) {
  const [entering, setEntering] = useState(false);
  const { value: queue, attempt, again, turn } = useRead('notificationQueue', {}, round);
  return (
    <section class="flow">
      <h2 class="name-only">変更届</h2>
      <Refusal attempt={attempt} />
      {entering ? (
        <NotificationEntry
          onClose={() => setEntering(false)}
          onEntered={() => {
            again();
            onDecided();
          }}
        />
      ) : (
        <div>
          <Button size="small" onClick={() => setEntering(true)}>
            紙の届出を入力する
          </Button>
        </div>
      )}
      {queue ? (
        <div class="flow" hidden={entering}>
          <Cases key={turn} queue={queue} mode={mode} onDecided={onDecided} onMore={again} />
        </div>
      ) : (
        <Busy when={!attempt} text="届出を読んでいます。" />
      )}
    </section>
  );
}

interface CasesProps {
  queue: OfficeValues['notificationQueue'];
  mode: OperatingMode | undefined;
  onDecided: () => void;
  onMore: () => void;
}

function Cases({ queue, mode, onDecided, onMore }: CasesProps) {
  const [cases, setCases] = useState(queue.cases);
  const { jump, attempt } = useRowJump();
  const queued = useOpenCases(cases, queue.total, onDecided);
  const { total } = queued;
  const open = cases.filter(queued.isOpen);
  return (
    <>
      <Refusal attempt={attempt} />
      <p>
        {total <= 0 ? '待っている届出はありません。' : `待っている届出が${String(total)}件あります。`}
        {total > open.length && open.length > 0 && `${String(open.length)}件を表示しています。`}
      </p>
      {cases.map((each) => {
        const line = queued.lineOf(each.receipt);
        return line === undefined ? (
          <NotificationCard
            key={each.receipt}
            case={each}
            queue={queue}
            mode={mode}
            isNext={queued.isNext(each.receipt)}
            onEvidence={(evidence) =>
              setCases(cases.map((one) => (one.receipt === each.receipt ? { ...one, evidence } : one)))
            }
            onLeave={(text) => queued.leave([{ receipt: each.receipt, text }])}
            onRow={() => jump(NOTIFICATION_TAB, each.place.row)}
          />
        ) : (
          <DoneLine key={each.receipt} text={line.text} focused={line.focused} />
        );
      })}
      <QueueMore open={open.length} total={total} onMore={onMore} />
    </>
  );
}
