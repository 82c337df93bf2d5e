import { useState } from 'preact/hooks';
import type { OperatingMode } from '../../../contract/office-operation';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { Refusal } from '../parts/refusal';
import { StateSwitch } from '../parts/state-switch';
import { useRead } from '../parts/use-read';
import { RenewalCases, type RenewalsShown } from './renewal-cases';
import { RenewalEntry } from './renewal-entry';
import { RenewalSearch } from './renewal-search';
import type { Resolution } from './resolution-fields';

const STATES: readonly RenewalsShown[] = ['申請中', '確認済', '差戻し'];

interface RenewalQueueProps {
  mode: OperatingMode | undefined;
  round: number;
  onDecided: () => void;
}

/** 更新: applications to be confirmed, to be resolved, and those sent back. */
export function RenewalQueue({ mode, round, onDecided }: RenewalQueueProps) {
  const [show, setShow] = useState<RenewalsShown>('申請中');
  const [skip, setSkip] = useState(0);
  const [beside, setBeside] = useState<'entry' | 'search'>();
  // Decided beside the list: it is read anew when one comes back to it.
  const [stale, setStale] = useState(false);
  const { value: queue, attempt, again, turn } = useRead('renewalQueue', { show, skip }, round);
  const [typed, setResolution] = useState<Resolution>({ resolvedOn: '', resolution: '' });
  const resolution = { ...typed, resolvedOn: typed.resolvedOn || (queue?.today ?? '') };
  const read = () => {
    setSkip(0);
    again();
  };
  const close = () => {
    setBeside(undefined);
    if (stale) read();
    setStale(false);
  };
  return (
    <section class="flow">
      <h2 class="name-only">更新</h2>
      {beside === undefined && (
        <>
          <StateSwitch
            name="renewal-state"
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
        <RenewalEntry
          onClose={close}
          onEntered={() => {
            read();
            onDecided();
          }}
        />
      )}
      {beside === 'search' && queue && (
        <RenewalSearch
          {...{ queue, mode, resolution }}
          onResolution={setResolution}
          onDecided={() => {
            setStale(true);
            onDecided();
          }}
          onClose={close}
        />
      )}
      <Refusal attempt={attempt} />
      {queue ? (
        <div class="flow" hidden={beside !== undefined}>
          <RenewalCases
            key={turn}
            {...{ show, skip, queue, mode, onDecided, resolution }}
            onResolution={setResolution}
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
