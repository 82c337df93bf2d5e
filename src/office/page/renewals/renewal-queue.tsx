import { useState } from 'preact/hooks';
import type { OfficeValues } from '../../../contract/office';
import type { OperatingMode } from '../../../contract/office-operation';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { DoneLine } from '../parts/done-line';
import { RenewalCard } from './renewal-card';
import { RenewalEntry } from './renewal-entry';
import { RenewalsTogether } from './renewals-together';
import { Refusal } from '../parts/refusal';
import { type Resolution } from './resolution-fields';
import { useRowJump } from '../parts/row-jump';
import { StateSwitch } from '../parts/state-switch';
import { useRead } from '../parts/use-read';

const STATES = ['申請中', '確認済', '差戻し'] as const;
type Show = (typeof STATES)[number];
const TAB = '更新申請';

interface RenewalQueueProps {
  mode: OperatingMode | undefined;
  round: number;
  onDecided: () => void;
}

/** 更新: applications to be confirmed, to be resolved, and those sent back. */
export function RenewalQueue({ mode, round, onDecided }: RenewalQueueProps) {
  const [show, setShow] = useState<Show>('申請中');
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
          <Cases
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

interface CasesProps {
  show: Show;
  skip: number;
  queue: OfficeValues['renewalQueue'];
  mode: OperatingMode | undefined;
  resolution: Resolution;
  onResolution: (resolution: Resolution) => void;
  onDecided: () => void;
  onMore: () => void;
  onSkip: (skip: number) => void;
}

function Cases({ show, skip, queue, mode, resolution, onResolution, onDecided, onMore, onSkip }: CasesProps) {
  const { cases } = queue;
  const [lines, setLines] = useState<Readonly<Record<string, string>>>({});
  const [turn, setTurn] = useState<{ last?: string; next?: string | undefined }>({});
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const { jump, attempt } = useRowJump();
  const open = cases.filter(({ receipt }) => !(receipt in lines));
  const total = queue.total - (cases.length - open.length);
  const leave = (taken: readonly { receipt: string; text: string }[]) => {
    const now = { ...lines };
    for (const { receipt, text } of taken) {
      const one = cases.find((each) => each.receipt === receipt);
      now[receipt] = `${one ? `${one.name}（${one.number}）` : receipt}：${text}`;
    }
    const last = taken[taken.length - 1]?.receipt ?? '';
    const after = cases.slice(cases.findIndex(({ receipt }) => receipt === last) + 1);
    setTurn({ last, next: after.find(({ receipt }) => !(receipt in now))?.receipt });
    setLines(now);
    setTicked(ticked.filter((receipt) => !(receipt in now)));
    if (taken.length > 0) onDecided();
  };
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
          ticked={open.filter(({ receipt }) => ticked.includes(receipt))}
          onTick={setTicked}
          onTaken={leave}
        />
      )}
      {cases.map((each) => {
        const line = lines[each.receipt];
        return line === undefined ? (
          <RenewalCard
            key={each.receipt}
            case={each}
            {...{ show, queue, mode, resolution, onResolution }}
            isNext={turn.next === each.receipt}
            ticked={show === '差戻し' ? undefined : ticked.includes(each.receipt)}
            onTick={(isTicked) =>
              setTicked([
                ...ticked.filter((receipt) => receipt !== each.receipt),
                ...(isTicked ? [each.receipt] : []),
              ])
            }
            onLeave={(text) => leave([{ receipt: each.receipt, text }])}
            onRow={() => jump(TAB, each.row)}
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
      {open.length > 0 && rest > 0 && (
        <div>
          <Button size="small" onClick={() => onSkip(skip + cases.length)}>
            決めずに、次の{Math.min(rest, 30)}件を見る
          </Button>
        </div>
      )}
    </>
  );
}
