import type { PointLine, PointsView } from '../../../contract/mypage-points';
import { Button } from '../../../ui/button';
import { choiceOf } from './points-draft';
import { creditText, tagOf, whyText } from './points-words';

interface RecordCardProps {
  line: PointLine;
  points: PointsView;
  onMend: () => void;
  onWithdraw: () => void;
}

/** One application or award: what it is, how it stands, what can be done. */
export function RecordCard({ line, points, onMend, onWithdraw }: RecordCardProps) {
  const { receipt, state, title, received, reason, fixBy, canMend, canWithdraw } = line;
  const said = [
    creditText(line, choiceOf(points, line.category)),
    whyText(line, points.from),
    canWithdraw && line.evidenceState === '郵送待ち' ? '証明書類の到着を待っています。' : '',
    reason && `理由：${reason}`,
    fixBy && `補正期限（直す期限）：${fixBy}`,
  ];
  return (
    <li class="card">
      <p>
        <span class={tagOf(state)}>{state}</span> <span class="nowrap">受付番号 {receipt}</span>
      </p>
      <h3>{title}</h3>
      <p class="quiet">
        {[line.date, line.category, line.role, line.host, received && `受付日 ${received}`]
          .filter(Boolean)
          .join('　')}
      </p>
      {said.filter(Boolean).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {canWithdraw && (
        <div class="buttons">
          {canMend && (
            <Button kind="primary" onClick={onMend}>
              修正して再申請
            </Button>
          )}
          <Button onClick={onWithdraw}>取り下げる</Button>
        </div>
      )}
    </li>
  );
}
