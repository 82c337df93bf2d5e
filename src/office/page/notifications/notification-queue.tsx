import { useEffect, useState } from 'preact/hooks';
import type { OfficeValues } from '../../../contract/office';
import type { OperatingMode } from '../../../contract/office-operation';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { DoneLine } from '../parts/done-line';
import { NotificationCard } from './notification-case';
import { NotificationEntry } from './notification-entry';
import { NOTIFICATION_TAB } from './notification-words';
import { Refusal, type Attempt } from '../parts/refusal';
import { useRowJump } from '../parts/row-jump';
import { ask } from '../server';

interface NotificationQueueProps {
  mode: OperatingMode | undefined;
  /** Another number reads again. */
  round: number;
  onDecided: () => void;
}

/** 変更届: what waits, decided one by one, and the entry of one that came on paper. */
export function NotificationQueue({ mode, round, onDecided }: NotificationQueueProps) {
  const [queue, setQueue] = useState<OfficeValues['notificationQueue']>();
  const [attempt, setAttempt] = useState<Attempt>();
  const [more, setMore] = useState(0);
  const [entering, setEntering] = useState(false);
  useEffect(() => {
    let wanted = true;
    setQueue(undefined);
    setAttempt(undefined);
    void ask('notificationQueue', {}).then((reply) => {
      if (!wanted) return;
      if (reply.ok) setQueue(reply.value);
      else setAttempt({ code: reply.code });
    });
    return () => {
      wanted = false;
    };
  }, [round, more]);
  const read = () => setMore((count) => count + 1);
  return (
    <section class="flow">
      <h2 class="name-only">変更届</h2>
      <Refusal attempt={attempt} />
      {entering ? (
        <NotificationEntry
          onClose={() => setEntering(false)}
          onEntered={() => {
            read();
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
          <Cases key={more} queue={queue} mode={mode} onDecided={onDecided} onMore={read} />
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
  const [lines, setLines] = useState<Readonly<Record<string, string>>>({});
  const [turn, setTurn] = useState<{ last?: string; next?: string | undefined }>({});
  const { jump, attempt } = useRowJump();
  const open = cases.filter(({ receipt }) => !(receipt in lines));
  const total = queue.total - (cases.length - open.length);
  const leave = (receipt: string, text: string) => {
    const after = cases.slice(cases.findIndex((each) => each.receipt === receipt) + 1);
    setTurn({ last: receipt, next: after.find((each) => !(each.receipt in lines))?.receipt });
    setLines({ ...lines, [receipt]: text });
    onDecided();
  };
  return (
    <>
      <Refusal attempt={attempt} />
      <p>
        {total <= 0 ? '待っている届出はありません。' : `待っている届出が${String(total)}件あります。`}
        {total > open.length && open.length > 0 && `${String(open.length)}件を表示しています。`}
      </p>
      {cases.map((each) => {
        const line = lines[each.receipt];
        return line === undefined ? (
          <NotificationCard
            key={each.receipt}
            case={each}
            queue={queue}
            mode={mode}
            isNext={turn.next === each.receipt}
            onEvidence={(evidence) =>
              setCases(cases.map((one) => (one.receipt === each.receipt ? { ...one, evidence } : one)))
            }
            onLeave={(text) => leave(each.receipt, `${each.name}（${each.number}）：${text}`)}
            onRow={() => jump(NOTIFICATION_TAB, each.place.row)}
          />
        ) : (
          <DoneLine
            key={each.receipt}
            text={line}
            focused={turn.last === each.receipt && turn.next === undefined}
          />
        );
      })}
      {open.length === 0 && total > 0 && (
        <div>
          <Button onClick={onMore}>続きを表示する</Button>
        </div>
      )}
    </>
  );
}
