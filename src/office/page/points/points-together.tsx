import { useRef, useState } from 'preact/hooks';
import type { OperatingMode } from '../../../contract/office-operation';
import type { PointCase } from '../../../contract/office-points';
import { useBusy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { createClientKeys } from '../../../ui/client-key';
import { ErrorSummary } from '../../../ui/error-summary';
import { sayMode } from '../parts/decision-words';
import { isPlain, isPointOver, sayDecided, sayPointLeft, worthOf } from './point-words';
import type { Attempt } from '../parts/refusal';
import { ask } from '../server';
import { WordsStep } from '../parts/words-step';

/** How many are shown before they are approved. */
const SAMPLES = 3;

/** One that needs no decision any more, and its sentence. */
interface Taken {
  one: PointCase;
  text: string;
  undo: boolean;
}

interface TogetherProps {
  open: readonly PointCase[];
  ticked: readonly PointCase[];
  mode: OperatingMode | undefined;
  onTick: (receipts: readonly string[]) => void;
  onTaken: (taken: readonly Taken[]) => void;
}

/** 「一致をすべて選ぶ」 and 「まとめて承認」, with count and samples before it. */
export function PointsTogether({ open, ticked, mode, onTick, onTaken }: TogetherProps) {
  const [asking, setAsking] = useState(false);
  const [nothing, setNothing] = useState<object>();
  const [left, setLeft] = useState<{ lines: string[] }>();
  const [attempt, setAttempt] = useState<Attempt>();
  const [busy, run] = useBusy();
  const keys = useRef(createClientKeys()).current;
  const plain = open.filter(isPlain);
  const receiptsOf = (cases: readonly PointCase[]) => cases.map(({ receipt }) => receipt);

  const approve = () =>
    run(async () => {
      const by = <T,>(pick: (one: PointCase) => T) =>
        Object.fromEntries(ticked.map((one) => [one.receipt, pick(one)]));
      const args = {
        decision: '承認' as const,
        receipts: receiptsOf(ticked),
        numbers: by(({ number }) => number),
        matches: by(({ match }) => match),
      };
      const reply = await ask('decidePoints', args, keys.keyFor(args));
      setAttempt(reply.ok ? undefined : { code: reply.code });
      if (!reply.ok) return;
      keys.settled();
      setAsking(false);
      const { skipped } = reply.value;
      const text = sayDecided('承認', { ...reply.value, decided: 1 }, mode);
      setLeft(
        skipped.length === 0
          ? undefined
          : {
              lines: skipped.map((each) => {
                const name = ticked.find(({ receipt }) => receipt === each.receipt)?.name ?? each.receipt;
                return `${name}：${sayPointLeft(each)}`;
              }),
            },
      );
      onTaken(
        ticked.flatMap((one): Taken[] => {
          const stays = skipped.find(({ receipt }) => receipt === one.receipt);
          if (!stays) return [{ one, text, undo: true }];
          return isPointOver(stays) ? [{ one, text: sayPointLeft(stays), undo: false }] : [];
        }),
      );
    });

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
          <ul class="plain samples">
            {ticked.slice(0, SAMPLES).map((one) => (
              <li key={one.receipt}>
                <strong>{one.name}</strong> <span class="nowrap">（{one.number}）</span>
                <br />
                {one.title}・{worthOf(one)}
                <span class="quiet">（{one.match}）</span>
              </li>
            ))}
          </ul>
          {ticked.length > SAMPLES && <p>ほか{ticked.length - SAMPLES}件</p>}
        </WordsStep>
      </section>
    );
  return (
    <section class={ticked.length > 0 ? 'group sticks' : 'group'} aria-label="まとめて決める">
      <div class="spread">
        <label class="tick">
          <input
            type="checkbox"
            checked={ticked.length > 0 && ticked.length >= plain.length}
            indeterminate={ticked.length > 0 && ticked.length < plain.length}
            onChange={(event) => onTick(event.currentTarget.checked ? receiptsOf(plain) : [])}
          />
          「一致」をすべて選ぶ
        </label>
        <span role="status">{ticked.length}件を選択中</span>
      </div>
      <div>
        <Button
          size="small"
          onClick={() => {
            setNothing(ticked.length === 0 ? {} : undefined);
            setLeft(undefined);
            if (ticked.length > 0) setAsking(true);
          }}
        >
          まとめて承認
        </Button>
      </div>
      {nothing && ticked.length === 0 && (
        <ErrorSummary title="まだ選ばれていません。" attempt={nothing}>
          <p>まとめて承認する申請に、先に印を付けてください。</p>
        </ErrorSummary>
      )}
      {left && (
        <ErrorSummary title={`${String(left.lines.length)}件は承認していません。`} attempt={left}>
          {left.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </ErrorSummary>
      )}
    </section>
  );
}

/** What one should have looked at before so many are approved; `''` if nothing. */
function doubts(cases: readonly PointCase[]): string {
  const unlike = cases.filter(({ match }) => match !== '一致').length;
  return unlike === 0 ? '' : `受講履歴と一致していない申請が${String(unlike)}件あります。`;
}
