import { useState } from 'preact/hooks';
import type { OperatingMode } from '../../../contract/office-operation';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { Refusal } from '../parts/refusal';
import { StateSwitch } from '../parts/state-switch';
import { useRead } from '../parts/use-read';
import { PointEntry } from './point-entry';
import { PointSearch } from './point-search';
import { PointCases } from './points-cases';

export type PointsShown = '申請中' | '差戻し';

const STATES: readonly PointsShown[] = ['申請中', '差戻し'];

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
  const [beside, setBeside] = useState<'entry' | 'search'>();
  const { value: queue, attempt, again, turn } = useRead('pointsQueue', { show, skip }, round);
  const read = () => {
    setSkip(0);
    again();
  };
  return (
    <section class="flow">
      <h2 class="name-only">ポイント</h2>
      {beside === undefined && (
        <>
          <StateSwitch
            name="points-state"
            states={STATES}
            state={show}
            onPick={(state) => {
              setShow(state);
              setSkip(0);
            }}
          />
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
            key={turn}
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
