import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OfficeArgs, OfficeValues } from '../../../contract/office';
import type { OperatingMode } from '../../../contract/office-operation';
import type { RenewalCase, RenewalDecision } from '../../../contract/office-renewal';
import { Button } from '../../../ui/button';
import { TextArea } from '../../../ui/text-area';
import { CaseHead } from '../parts/case-head';
import { UndoNote } from '../parts/decision-undo';
import { sayMode } from '../parts/decision-words';
import { Refusal } from '../parts/refusal';
import { StillOpen, type Left } from '../parts/still-open';
import { usePress } from '../parts/use-press';
import { WordsStep, type Words } from '../parts/words-step';
import { RenewalFacts } from './renewal-facts';
import { isClear, isRenewalOver, isResolved, sayRenewalLeft, sayRenewals, UNDO_ENDS } from './renewal-words';
import { ResolutionFields, type Resolution } from './resolution-fields';

interface RenewalCardProps {
  case: RenewalCase;
  queue: OfficeValues['renewalQueue'];
  mode: OperatingMode | undefined;
  resolution: Resolution;
  onResolution: (resolution: Resolution) => void;
  isNext: boolean;
  ticked?: boolean;
  onTick?: (ticked: boolean) => void;
  /** Nobody has to decide it any more; `undo`: the decision can be taken back. */
  onLeave: (sentence: string, undo: boolean) => void;
  onRow: () => void;
}

const NAMES: Record<RenewalDecision, string> = {
  確認済: '確認済にする',
  承認: '承認する',
  不承認: '不承認',
  差戻し: '差戻し',
  取消: '決定を取り消す',
  申請中: '申請中にもどす',
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
  const { case: each, queue, mode, resolution, onResolution, isNext, ticked, onTick } = props;
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

  // 特例 has its 決裁番号 also where 決裁を使う is しない.
  const asksResolution = (decision: RenewalDecision) =>
    isResolved(decision) && (queue.useDecision || (decision === '承認' && needsException));
  const nameOf = (decision: RenewalDecision) =>
    decision === '申請中' && each.state === '確認済' ? '確認を取り消す' : NAMES[decision];
  const decide = (decision: RenewalDecision, words: Words = {}) => {
    const exception = {
      kind: each.unmet.includes('TOO_LATE') ? ('期限後' as const) : ('要件不足' as const),
      reason: why.trim(),
    };
    const args: OfficeArgs<'decideRenewals'> = {
      ...{ decision, receipts: [receipt], rows: { [receipt]: each.row } },
      ...words,
      ...(asksResolution(decision) && resolution),
      ...(exception.reason !== '' && (decision === '確認済' || decision === '承認') && { exception }),
    };
    press('decideRenewals', args, (value) => {
      setAsking(undefined);
      const [skipped] = value.skipped;
      if (!skipped) props.onLeave(sayRenewals(decision, value, mode), isResolved(decision));
      else if (isRenewalOver(skipped, each.state)) props.onLeave(sayRenewalLeft(skipped), false);
      else setLeft({ text: sayRenewalLeft(skipped, each.state) });
    });
  };
  const choose = (decision: RenewalDecision) => {
    forget();
    setLeft(undefined);
    const isOpened = decision === '申請中' && each.state !== '差戻し';
    if (isOpened || (decision === '確認済' && isClear(each))) decide(decision);
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
        ticked={onTick && ticked === true}
        {...{ onTick }}
        onRow={props.onRow}
      />
      <RenewalFacts case={each} />
      {!asking && <Refusal attempt={attempt} />}
      {!asking && <StillOpen left={left} />}
      {asking ? (
        <WordsStep
          key={asking}
          title={TITLES[asking]}
          press={nameOf(asking)}
          reasons={takesWords || asking === '取消' ? queue.reasons : undefined}
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
          {asking === '取消' && <UndoNote ends={each.state === '承認' ? UNDO_ENDS : undefined} />}
          {asking === '申請中' && <p>差戻しのお知らせがまだ送られていないときは、そのお知らせは出ません。</p>}
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
          {asksResolution(asking) && (
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
          {each.mayBecome.map((decision, at) => (
            <Button
              key={decision}
              kind={decision === '確認済' || decision === '承認' ? 'primary' : 'secondary'}
              busy={busy}
              {...(at === 0 && { buttonRef: first })}
              onClick={() => choose(decision)}
            >
              {nameOf(decision)}
            </Button>
          ))}
        </div>
      )}
    </article>
  );
}
