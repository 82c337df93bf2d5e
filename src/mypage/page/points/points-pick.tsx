import type { OfferedActivity, PointsView } from '../../../contract/mypage-points';
import { Button } from '../../../ui/button';
import { isOfOthers } from './points-draft';

interface PointsPickProps {
  points: PointsView;
  onPick: (activity: OfferedActivity) => void;
  onOther: () => void;
  onCancel: () => void;
}

/** どの行事ですか: what the office knows one attended, what was held lately, else 「一覧にない」. */
export function PointsPick({ points, onPick, onOther, onCancel }: PointsPickProps) {
  // What would only be refused is not offered; one who names it by hand is told why, with the coming dates.
  const offered = points.offered.filter((each) => !isOfOthers(points, each));
  const list = (attended: boolean, label: string) => (
    <ul class="plain stack">
      {offered
        .filter((each) => each.attended === attended)
        .map((each, index) => (
          <li class="card" key={index}>
            <h2>{each.title}</h2>
            <p class="quiet">{each.date}</p>
            <Button kind={attended ? 'primary' : 'secondary'} onClick={() => onPick(each)}>
              {label}
              <span class="name-only">（{each.title}）</span>
            </Button>
          </li>
        ))}
    </ul>
  );
  const held = offered.filter(({ attended }) => !attended).length;
  return (
    <div class="view">
      <h1 tabIndex={-1}>どの行事ですか</h1>
      {held === offered.length && <p>受講の記録がある行事は、まだありません。</p>}
      {held < offered.length && list(true, 'この受講のポイントを申請する')}
      {held > 0 && (
        <details open={held < 6}>
          <summary>最近の当協会の行事（{held}件）</summary>
          {list(false, 'この行事で申請する')}
        </details>
      )}
      <div class="stack login">
        <Button size="wide" onClick={onOther}>
          一覧にない
        </Button>
        <Button size="wide" onClick={onCancel}>
          申請をやめる
        </Button>
      </div>
    </div>
  );
}
