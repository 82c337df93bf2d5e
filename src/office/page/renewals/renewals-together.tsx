import { useState } from 'preact/hooks';
import type { OfficeArgs, OfficeValues } from '../../../contract/office';
import type { OperatingMode } from '../../../contract/office-operation';
import type { RenewalCase } from '../../../contract/office-renewal';
import { Button } from '../../../ui/button';
import { sayMode } from '../parts/decision-words';
import { GroupBar } from '../parts/group-bar';
import { PersonName } from '../parts/person-name';
import { Samples } from '../parts/samples';
import { StayList, type Stayed } from '../parts/stay-list';
import { usePress } from '../parts/use-press';
import { WordsStep } from '../parts/words-step';
import { isClear, isRenewalOver, sayRenewalLeft, sayRenewals } from './renewal-words';
import { ResolutionFields, type Resolution } from './resolution-fields';

interface TogetherProps {
  show: '申請中' | '確認済';
  open: readonly RenewalCase[];
  ticked: readonly RenewalCase[];
  queue: OfficeValues['renewalQueue'];
  mode: OperatingMode | undefined;
  resolution: Resolution;
  onResolution: (resolution: Resolution) => void;
  onTick: (receipts: readonly string[]) => void;
  onTaken: (taken: readonly { receipt: string; text: string }[]) => void;
}

/** まとめて確認済, and 決裁日を入れてまとめて承認, with count and samples before it. */
export function RenewalsTogether(props: TogetherProps) {
  const { show, open, ticked, queue, mode, resolution, onResolution, onTick, onTaken } = props;
  const [asking, setAsking] = useState(false);
  const [nothing, setNothing] = useState<object>();
  const [stayed, setStayed] = useState<Stayed>();
  const { busy, attempt, fields, press } = usePress();
  const decision = show === '申請中' ? '確認済' : '承認';
  const name = show === '申請中' ? 'まとめて確認済' : 'まとめて承認';
  const clear = open.filter(isClear);
  const isResolved = decision === '承認' && queue.useDecision;

  const decide = () => {
    const args: OfficeArgs<'decideRenewals'> = {
      ...{ decision, receipts: ticked.map(({ receipt }) => receipt) },
      rows: Object.fromEntries(ticked.map(({ receipt, row }) => [receipt, row])),
      ...(isResolved && resolution),
    };
    press('decideRenewals', args, (value) => {
      setAsking(false);
      const text = sayRenewals(decision, { ...value, decided: 1, certificates: 0 }, mode);
      const stays = (receipt: string) => value.skipped.find((each) => each.receipt === receipt);
      setStayed({
        lines: value.skipped.map((each) => `${each.name || each.receipt}：${sayRenewalLeft(each)}`),
      });
      onTaken(
        ticked.flatMap(({ receipt }) => {
          const skipped = stays(receipt);
          if (!skipped) return [{ receipt, text }];
          return isRenewalOver(skipped) ? [{ receipt, text: sayRenewalLeft(skipped) }] : [];
        }),
      );
    });
  };

  if (asking)
    return (
      <section class="case">
        <WordsStep
          rank="h3"
          title={`選んだ${String(ticked.length)}件を「${decision}」にしますか`}
          press={name}
          remark={sayMode(mode)}
          busy={busy}
          attempt={attempt}
          onPress={decide}
          onStop={() => setAsking(false)}
        >
          {isResolved && (
            <ResolutionFields id="together" value={resolution} onChange={onResolution} wrong={fields} />
          )}
          <Samples
            cases={ticked}
            show={(one) => (
              <>
                <PersonName {...one} strong />
                <br />
                <span class="quiet">{one.next}</span>
              </>
            )}
          />
        </WordsStep>
      </section>
    );
  return (
    <GroupBar
      label="まとめて決める"
      tickAll="要件を満たす申請をすべて選ぶ"
      all={clear.length}
      ticked={ticked.length}
      onTickAll={(on) => onTick(on ? clear.map(({ receipt }) => receipt) : [])}
      nothing={nothing}
      hint="まとめて決める申請に、先に印を付けてください。"
    >
      <div>
        <Button
          size="small"
          onClick={() => {
            setNothing(ticked.length === 0 ? {} : undefined);
            setStayed(undefined);
            if (ticked.length > 0) setAsking(true);
          }}
        >
          {name}
        </Button>
      </div>
      <StayList stayed={stayed} say={(count) => `${String(count)}件はそのままです。`} />
    </GroupBar>
  );
}
