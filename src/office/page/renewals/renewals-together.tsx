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
import { isClear, isRenewalOver, isResolved, sayRenewalLeft, sayRenewals } from './renewal-words';
import { ResolutionFields, type Resolution } from './resolution-fields';

/** One that needs no decision any more, and its sentence. */
export interface RenewalTaken {
  receipt: string;
  text: string;
  /** The decision can be taken back. */
  undo: boolean;
}

interface TogetherProps {
  /** What all of `open` may become. */
  decision: '確認済' | '承認';
  open: readonly RenewalCase[];
  ticked: readonly RenewalCase[];
  queue: OfficeValues['renewalQueue'];
  mode: OperatingMode | undefined;
  resolution: Resolution;
  onResolution: (resolution: Resolution) => void;
  onTick: (receipts: readonly string[]) => void;
  onTaken: (taken: readonly RenewalTaken[]) => void;
}

/** まとめて確認済, and 決裁日を入れてまとめて承認, with count and samples before it. */
export function RenewalsTogether(props: TogetherProps) {
  const { decision, open, ticked, queue, mode, resolution, onResolution, onTick, onTaken } = props;
  const [asking, setAsking] = useState(false);
  const [nothing, setNothing] = useState<object>();
  const [stayed, setStayed] = useState<Stayed>();
  const { busy, attempt, fields, press } = usePress();
  const name = `まとめて${decision}`;
  const clear = open.filter(isClear);
  const asksResolution = decision === '承認' && queue.useDecision;

  const decide = () => {
    const args: OfficeArgs<'decideRenewals'> = {
      ...{ decision, receipts: ticked.map(({ receipt }) => receipt) },
      rows: Object.fromEntries(ticked.map(({ receipt, row }) => [receipt, row])),
      ...(asksResolution && resolution),
    };
    press('decideRenewals', args, (value) => {
      setAsking(false);
      const text = sayRenewals(decision, { ...value, decided: 1, certificates: 0 }, mode);
      const stateOf = (receipt: string) => ticked.find((one) => one.receipt === receipt)?.state;
      setStayed({
        lines: value.skipped.map(
          (each) => `${each.name || each.receipt}：${sayRenewalLeft(each, stateOf(each.receipt))}`,
        ),
      });
      onTaken(
        ticked.flatMap(({ receipt, state }): RenewalTaken[] => {
          const skipped = value.skipped.find((each) => each.receipt === receipt);
          if (!skipped) return [{ receipt, text, undo: isResolved(decision) }];
          return isRenewalOver(skipped, state)
            ? [{ receipt, text: sayRenewalLeft(skipped), undo: false }]
            : [];
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
          {asksResolution && (
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
