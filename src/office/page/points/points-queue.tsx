import { useEffect, useState } from 'preact/hooks';
import type { OfficeValues } from '../../../contract/office';
import type { OperatingMode } from '../../../contract/office-operation';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { PointEntry } from './point-entry';
import { PointSearch } from './point-search';
import { PointCases } from './points-cases';
import { Refusal, type Attempt } from '../parts/refusal';
import { ask } from '../server';

export type PointsShown = '申請中' | '差戻し';

interface PointsQueueProps {
  mode: OperatingMode | undefined;
  /** What is shown first. */
  first: PointsShown;
  /** Another number reads again. */
  round: number;
  onDecided: () => void;
}

/** ポイント: what waits for the office or for a correction, one by one or together; search and entry from paper. */
export function PointsQueue({ mode, first, round, onDecided }: PointsQueueProps) {
  const [show, setShow] = useState(first);
  const [skip, setSkip] = useState(0);
  const [more, setMore] = useState(0);
  const [beside, setBeside] = useState<'entry' | 'search'>();
  const [queue, setQueue] = useState<OfficeValues['pointsQueue']>();
  const [attempt, setAttempt] = useState<Attempt>();
  useEffect(() => {
    let wanted = true;
    setQueue(undefined);
    setAttempt(undefined);
    void ask('pointsQueue', { show, skip }).then((reply) => {
      if (!wanted) return;
      if (reply.ok) setQueue(reply.value);
      else setAttempt({ code: reply.code });
    });
    return () => {
      wanted = false;
    };
  }, [show, skip, round, more]);
  const read = () => {
    setSkip(0);
    setMore((count) => count + 1);
  };
  return (
    <section class="flow">
      <h2 class="name-only">ポイント</h2>
      {beside === undefined && (
        <>
          <fieldset class="switch">
            <legend class="name-only">状態</legend>
            {(['申請中', '差戻し'] as const).map((each) => (
              <label key={each} class="tick">
                <input
                  type="radio"
                  name="points-state"
                  checked={each === show}
                  onChange={() => {
                    setShow(each);
                    setSkip(0);
                  }}
                />
                {each}
              </label>
            ))}
          </fieldset>
          <div class="buttons">
            <Button size="small" onClick={() => setBeside('entry')}>
              紙の申請を入力する
            </Button>
            <Button size="small" onClick={() => setBeside('search')}>
              受付番号で探す
            </Button>
          </div>
        </>
      )}
      {beside === 'entry' && (
        <PointEntry
          onClose={() => setBeside(undefined)}
          onEntered={() => {
            read();
            onDecided();
          }}
        />
      )}
      {beside === 'search' && queue && (
        <PointSearch queue={queue} mode={mode} onDecided={onDecided} onClose={() => setBeside(undefined)} />
      )}
      <Refusal attempt={attempt} />
      {queue ? (
        <div class="flow" hidden={beside !== undefined}>
          <PointCases
            key={`${show} ${String(skip)} ${String(more)}`}
            queue={queue}
            show={show}
            skip={skip}
            mode={mode}
            onDecided={onDecided}
            onMore={read}
            onSkip={setSkip}
          />
        </div>
      ) : (
        <Busy when={!attempt} text="申請を読んでいます。" />
      )}
    </section>
  );
}
