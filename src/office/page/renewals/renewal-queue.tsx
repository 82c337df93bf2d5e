import { useState } from 'preact/hooks';
import type { OperatingMode } from '../../../contract/office-operation';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { Refusal } from '../parts/refusal';
import { StateSwitch } from '../parts/state-switch';
import { useRead } from '../parts/use-read';
import { RenewalCases, type RenewalsShown } from './renewal-cases';
import { RenewalEntry } from './renewal-entry';
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
  const [entering, setEntering] = useState(false);
  const { value: queue, attempt, again, turn } = useRead('renewalQueue', { show, skip }, round);
  const [resolution, setResolution] = useState<Resolution>({ resolvedOn: '', resolution: '' });
  const read = () => {
    setSkip(0);
    again();
  };
  return (
    <section class="flow">
      <h2 class="name-only">更新</h2>
      {entering ? (
        <RenewalEntry
          onClose={() => setEntering(false)}
          onEntered={() => {
            read();
            onDecided();
          }}
        />
      ) : (
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
          <div>
            <Button size="small" onClick={() => setEntering(true)}>
              紙の申請を入力する
            </Button>
          </div>
        </>
      )}
      <Refusal attempt={attempt} />
      {queue ? (
        <div class="flow" hidden={entering}>
          <RenewalCases
            key={turn}
            {...{ show, skip, queue, mode, onDecided }}
            resolution={
              resolution.resolvedOn === '' ? { ...resolution, resolvedOn: queue.today } : resolution
            }
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
