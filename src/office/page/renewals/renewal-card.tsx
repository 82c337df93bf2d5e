import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OfficeArgs, OfficeValues } from '../../../contract/office';
import type { OperatingMode } from '../../../contract/office-operation';
import type { RenewalCase } from '../../../contract/office-renewal';
import { Button } from '../../../ui/button';
import { TextArea } from '../../../ui/text-area';
import { CaseHead } from '../parts/case-head';
import { sayMode } from '../parts/decision-words';
import { Refusal } from '../parts/refusal';
import { StillOpen, type Left } from '../parts/still-open';
import { usePress } from '../parts/use-press';
import { WordsStep, type Words } from '../parts/words-step';
import { RenewalFacts } from './renewal-facts';
import { isClear, isRenewalOver, sayRenewalLeft, sayRenewals, type RenewalDecision } from './renewal-words';
import { ResolutionFields, type Resolution } from './resolution-fields';

interface RenewalCardProps {
  case: RenewalCase;
  show: '申請中' | '確認済' | '差戻し';
  queue: OfficeValues['renewalQueue'];
  mode: OperatingMode | undefined;
  resolution: Resolution;
  onResolution: (resolution: Resolution) => void;
  isNext: boolean;
  ticked: boolean | undefined;
  onTick: (ticked: boolean) => void;
  onLeave: (sentence: string) => void;
  onRow: () => void;
}

const DECISIONS: Record<RenewalCardProps['show'], readonly RenewalDecision[]> = {
  申請中: ['確認済', '差戻し', '不承認'],
  確認済: ['承認', '差戻し', '不承認', '申請中'],
  差戻し: ['確認済', '不承認'],
};
const NAMES: Record<RenewalDecision, string> = {
  確認済: '確認済にする',
  承認: '承認する',
  不承認: '不承認',
  差戻し: '差戻し',
  取消: '取り消す',
  申請中: '確認を取り消す',
};
const TITLES: Record<RenewalDecision, string> = {
  確認済: '要件を満たさないまま、確認済にしますか',
  承認: 'この申請を承認しますか',
  不承認: '不承認にしますか',
  差戻し: 'ご本人に差し戻しますか',
  取消: '決定を取り消しますか',
  申請中: '申請中にもどしますか',
};

/** One application for renewal: figures and proof, 確認, 決裁, 差戻し, 不承認, 特例. */
export function RenewalCard(props: RenewalCardProps) {
  const { case: each, show, queue, mode, resolution, onResolution, isNext, ticked, onTick } = props;
  const { receipt } = each;
  const [asking, setAsking] = useState<RenewalDecision>();
  const [left, setLeft] = useState<Left>();
  const [why, setWhy] = useState('');
  const { busy, attempt, fields, press, forget } = usePress();
  const first = useRef<HTMLButtonElement>(null);
  const who = `${each.name}（${each.number}）`;
  const needsException = each.unmet.length > 0;
  useLayoutEffect(() => {
    if (isNext) first.current?.focus();
  }, [isNext]);

  const decide = (decision: RenewalDecision, words: Words = {}) => {
    const isResolved = (decision === '承認' || decision === '不承認') && queue.useDecision;
    const exception = {
      kind: each.unmet.includes('TOO_LATE') ? ('期限後' as const) : ('要件不足' as const),
      reason: why.trim(),
    };
    const args: OfficeArgs<'decideRenewals'> = {
      ...{ decision, receipts: [receipt], rows: { [receipt]: each.row } },
      ...words,
      ...(isResolved && resolution),
      ...(exception.reason !== '' && (decision === '確認済' || decision === '承認') && { exception }),
    };
    press('decideRenewals', args, (value) => {
      setAsking(undefined);
      const [skipped] = value.skipped;
      if (!skipped) props.onLeave(sayRenewals(decision, value, mode));
      else if (isRenewalOver(skipped)) props.onLeave(sayRenewalLeft(skipped));
      else setLeft({ text: sayRenewalLeft(skipped) });
    });
  };
  const choose = (decision: RenewalDecision) => {
    forget();
    setLeft(undefined);
    if (decision === '申請中' || (decision === '確認済' && isClear(each))) decide(decision);
    else setAsking(decision);
  };
  const takesWords = asking === '差戻し' || asking === '不承認';
  // Given at 確認, the reason stands beside the application.
  const takesException =
    needsException && (asking === '確認済' || (asking === '承認' && each.exception === ''));

  return (
    <article class="case" aria-label={who}>
      <CaseHead
        name={each.name}
        number={each.number}
        about={receipt}
        {...{ ticked, onTick }}
        onRow={props.onRow}
      />
      <RenewalFacts case={each} />
      {!asking && <Refusal attempt={attempt} />}
      {!asking && <StillOpen left={left} />}
      {asking ? (
        <WordsStep
          key={asking}
          title={TITLES[asking]}
          press={NAMES[asking]}
          reasons={takesWords ? queue.reasons : undefined}
          asksRequest={takesWords}
          due={asking === '差戻し' ? queue : undefined}
          remark={sayMode(mode)}
          busy={busy}
          attempt={attempt}
          onPress={(words) => decide(asking, words)}
          onStop={() => setAsking(undefined)}
        >
          {asking === '不承認' && each.lastChance && (
            <p>不承認にすると、この方はもう期間内に申請し直せません。</p>
          )}
          {takesException && (
            <TextArea
              id={`why-${receipt}`}
              label="特例とする理由"
              support={each.spelled.join('')}
              value={why}
              maxLength={500}
              onInput={setWhy}
            />
          )}
          {(asking === '承認' || asking === '不承認') && queue.useDecision && (
            <ResolutionFields
              id={receipt}
              value={resolution}
              onChange={onResolution}
              needsNumber={needsException && asking === '承認'}
              wrong={fields}
            />
          )}
        </WordsStep>
      ) : (
        <div class="buttons">
          {DECISIONS[show].map((decision, at) => (
            <Button
              key={decision}
              kind={at === 0 ? 'primary' : 'secondary'}
              busy={busy}
              {...(at === 0 && { buttonRef: first })}
              onClick={() => choose(decision)}
            >
              {NAMES[decision]}
            </Button>
          ))}
        </div>
      )}
    </article>
  );
}
