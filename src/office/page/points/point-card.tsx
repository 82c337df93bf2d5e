import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OfficeValues } from '../../../contract/office';
import type { OperatingMode } from '../../../contract/office-operation';
import type { PointCase } from '../../../contract/office-points';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/text-field';
import { CaseHead } from '../parts/case-head';
import { sayMode } from '../parts/decision-words';
import { EvidenceSwitch, isByPost } from '../parts/evidence-switch';
import { Refusal } from '../parts/refusal';
import { StillOpen, type Left } from '../parts/still-open';
import { usePress } from '../parts/use-press';
import { WordsStep, type Words } from '../parts/words-step';
import { PointFacts } from './point-facts';
import { isPlain, isPointOver, sayDecided, sayPointLeft, type PointDecision } from './point-words';

interface PointCardProps {
  case: PointCase;
  queue: Pick<OfficeValues['pointsQueue'], 'reasons' | 'fixBy' | 'today'>;
  mode: OperatingMode | undefined;
  /** The one before was decided: the focus goes on to this one's first button. */
  isNext: boolean;
  ticked?: boolean;
  onTick?: (ticked: boolean) => void;
  onEvidence: (state: string) => void;
  /** Nobody has to decide it any more; `undo`: the decision can be taken back. */
  onLeave: (sentence: string, undo: boolean) => void;
  onRow: () => void;
}

const TITLES: Record<PointDecision, string> = {
  承認: 'この申請を承認しますか',
  差戻し: 'ご本人に差し戻しますか',
  不承認: '不承認にしますか',
  取消: '決定を取り消しますか',
  申請中: 'もう一度、申請中にしますか',
};
const PRESS: Record<PointDecision, string> = {
  承認: '承認する',
  差戻し: '差し戻す',
  不承認: '不承認にする',
  取消: '決定を取り消す',
  申請中: '申請中にもどす',
};

/** What can be decided about an application in this state. */
function decisionsOf(state: string): readonly PointDecision[] {
  if (state === '取消') return ['申請中'];
  if (state === '承認' || state === '不承認') return ['取消'];
  return state === '差戻し' ? ['申請中', '不承認'] : ['承認', '差戻し', '不承認'];
}

/** One application: the explained match, 証明書類, and the decision; 承認 of a plain one needs no step before. */
export function PointCard(props: PointCardProps) {
  const { case: each, queue, mode, isNext, ticked, onTick, onEvidence, onLeave, onRow } = props;
  const { receipt, number, match, evidence } = each;
  const [asking, setAsking] = useState<PointDecision>();
  const [left, setLeft] = useState<Left>();
  const [granted, setGranted] = useState('');
  const { busy, attempt, press, forget } = usePress();
  const first = useRef<HTMLButtonElement>(null);
  const who = `${each.name}（${number}）`;
  useLayoutEffect(() => {
    if (isNext) first.current?.focus();
  }, [isNext]);

  const decide = (decision: PointDecision, words: Words = {}) => {
    const own = Number(granted);
    const args = {
      ...{ decision, receipts: [receipt], numbers: { [receipt]: number }, matches: { [receipt]: match } },
      ...words,
      ...(decision === '承認' && granted.trim() !== '' && own >= 0 && { granted: { [receipt]: own } }),
    };
    press('decidePoints', args, (value) => {
      setAsking(undefined);
      const [skipped] = value.skipped;
      if (!skipped) onLeave(sayDecided(decision, value, mode), decision === '承認' || decision === '不承認');
      else if (isPointOver(skipped)) onLeave(sayPointLeft(skipped), false);
      else setLeft({ text: sayPointLeft(skipped) });
    });
  };
  const arrive = (state: '郵送待ち' | '受領済') => {
    setLeft(undefined);
    press('setPointEvidence', { receipts: [receipt], state }, () => onEvidence(state));
  };
  const choose = (decision: PointDecision) => {
    setLeft(undefined);
    forget();
    const isReopened = decision === '申請中' && each.state === '取消';
    if (isReopened || (decision === '承認' && isPlain(each))) decide(decision);
    else setAsking(decision);
  };

  return (
    <article class="case" aria-label={who}>
      <CaseHead
        name={each.name}
        number={number}
        about={receipt}
        ticked={onTick && ticked === true}
        {...{ onTick, onRow }}
      />
      <PointFacts case={each} />
      {!asking && <Refusal attempt={attempt} />}
      {!asking && <StillOpen left={left} />}
      {asking ? (
        <WordsStep
          key={asking}
          title={TITLES[asking]}
          press={PRESS[asking]}
          reasons={asking === '承認' || asking === '申請中' ? undefined : queue.reasons}
          asksRequest={asking === '差戻し' || asking === '不承認'}
          due={asking === '差戻し' ? queue : undefined}
          remark={sayMode(mode)}
          busy={busy}
          attempt={attempt}
          onPress={(words) => decide(asking, words)}
          onStop={() => setAsking(undefined)}
        >
          {asking === '申請中' && <p>差戻しのお知らせがまだ送られていないときは、そのお知らせは出ません。</p>}
          {asking === '承認' && match !== '一致' && (
            <p>受講履歴との照合は「{match}」です。証明書類をお確かめください。</p>
          )}
          {asking === '承認' && !each.course && (
            <TextField
              id={`granted-${receipt}`}
              label="承認するポイント"
              optional={each.worth !== null}
              support={
                each.worth === null ? '数字で入力してください。' : `空欄なら ${String(each.worth)}ポイント`
              }
              value={granted}
              onInput={setGranted}
            />
          )}
        </WordsStep>
      ) : (
        <>
          {isByPost(evidence.state) && (
            <EvidenceSwitch state={evidence.state} busy={busy} onSwitch={arrive} />
          )}
          <div class="buttons">
            {decisionsOf(each.state).map((decision, at) => (
              <Button
                key={decision}
                kind={decision === '承認' ? 'primary' : 'secondary'}
                busy={busy}
                {...(at === 0 && { buttonRef: first })}
                onClick={() => choose(decision)}
              >
                {decision === '取消' || decision === '申請中' ? PRESS[decision] : decision}
              </Button>
            ))}
          </div>
        </>
      )}
    </article>
  );
}
