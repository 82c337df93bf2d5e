import { useState } from 'preact/hooks';
import type { OperatingMode } from '../../../contract/office-operation';
import type { PointCase } from '../../../contract/office-points';
import { Button } from '../../../ui/button';
import { sayMode } from '../parts/decision-words';
import { GroupBar } from '../parts/group-bar';
import { PersonName } from '../parts/person-name';
import { Samples } from '../parts/samples';
import { StayList, type Stayed } from '../parts/stay-list';
import { usePress } from '../parts/use-press';
import { WordsStep } from '../parts/words-step';
import { isPlain, isPointOver, sayDecided, sayPointLeft, worthOf } from './point-words';

/** One that needs no decision any more, and its sentence. */
export interface PointTaken {
  receipt: string;
  text: string;
  /** The decision can be taken back. */
  undo: boolean;
}

interface TogetherProps {
  open: readonly PointCase[];
  ticked: readonly PointCase[];
  mode: OperatingMode | undefined;
  onTick: (receipts: readonly string[]) => void;
  onTaken: (taken: readonly PointTaken[]) => void;
}

/** 「一致をすべて選ぶ」 and 「まとめて承認」, with count and samples before it. */
export function PointsTogether({ open, ticked, mode, onTick, onTaken }: TogetherProps) {
  const [asking, setAsking] = useState(false);
  const [nothing, setNothing] = useState<object>();
  const [stayed, setStayed] = useState<Stayed>();
  const { busy, attempt, press } = usePress();
  const plain = open.filter(isPlain);
  const receiptsOf = (cases: readonly PointCase[]) => cases.map(({ receipt }) => receipt);

  const approve = () => {
    const by = <T,>(pick: (one: PointCase) => T) =>
      Object.fromEntries(ticked.map((one) => [one.receipt, pick(one)]));
    const args = {
      decision: '承認' as const,
      receipts: receiptsOf(ticked),
      numbers: by(({ number }) => number),
      matches: by(({ match }) => match),
    };
    press('decidePoints', args, (value) => {
      setAsking(false);
      const done = sayDecided('承認', { ...value, decided: 1, notices: 0, letters: 0 }, mode);
      // When they are told is said once, at the foot.
      const told = sayDecided('承認', { ...value, decided: 1 }, mode);
      const left = value.skipped.map(({ receipt }) => receipt);
      const last = receiptsOf(ticked)
        .filter((receipt) => !left.includes(receipt))
        .pop();
      const nameOf = (receipt: string) => ticked.find((one) => one.receipt === receipt)?.name ?? receipt;
      setStayed({ lines: value.skipped.map((each) => `${nameOf(each.receipt)}：${sayPointLeft(each)}`) });
      onTaken(
        ticked.flatMap(({ receipt }): PointTaken[] => {
          const stays = value.skipped.find((each) => each.receipt === receipt);
          if (!stays) return [{ receipt, text: receipt === last ? told : done, undo: true }];
          return isPointOver(stays) ? [{ receipt, text: sayPointLeft(stays), undo: false }] : [];
        }),
      );
    });
  };

  if (asking)
    return (
      <section class="case">
        <WordsStep
          rank="h3"
          title={`選んだ${String(ticked.length)}件を承認しますか`}
          press="まとめて承認"
          remark={sayMode(mode) + doubts(ticked)}
          busy={busy}
          attempt={attempt}
          onPress={approve}
          onStop={() => setAsking(false)}
        >
          <Samples
            cases={ticked}
            show={(one) => (
              <>
                <PersonName {...one} strong />
                <br />
                {one.title}・{worthOf(one)}
                <span class="quiet">（{one.match}）</span>
              </>
            )}
          />
        </WordsStep>
      </section>
    );
  return (
    <GroupBar
      label="まとめて決める"
      tickAll="「一致」をすべて選ぶ"
      all={plain.length}
      ticked={ticked.length}
      onTickAll={(on) => onTick(on ? receiptsOf(plain) : [])}
      nothing={nothing}
      hint="まとめて承認する申請に、先に印を付けてください。"
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
          まとめて承認
        </Button>
      </div>
      <StayList stayed={stayed} say={(count) => `${String(count)}件は承認していません。`} />
    </GroupBar>
  );
}

/** What one should have looked at before so many are approved; `''` if nothing. */
function doubts(cases: readonly PointCase[]): string {
  const unlike = cases.filter(({ match }) => match !== '一致').length;
  return unlike === 0 ? '' : `受講履歴と一致していない申請が${String(unlike)}件あります。`;
}
