import type { MypageView } from '../../../contract/mypage';
import type { PointLine } from '../../../contract/mypage-points';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { FormFailure } from '../parts/form-failure';
import type { Failure } from '../parts/use-form';
import { Checklist } from './points-checklist';
import { Events } from './points-events';
import { RecordCard } from './points-record';
import { outlook } from './points-words';

interface PointsProps {
  view: MypageView;
  /** What was just done. */
  said: string | undefined;
  failure: Failure | undefined;
  onApply: () => void;
  onMend: (line: PointLine) => void;
  onWithdraw: (line: PointLine) => void;
}

/** ポイント: the requirements with their proof, what would fill them, and every application. */
export function Points({ view: { points }, said, failure, onApply, onMend, onWithdraw }: PointsProps) {
  const { requirements, records, start, end, filling, courses } = points;
  return (
    <div class="view">
      <h1 tabIndex={-1}>ポイントの確認・申請</h1>
      <FormFailure failure={failure} />
      {said && (
        <Notice kind="good" live>
          <p>{said}</p>
        </Notice>
      )}
      {points.categories.length > 0 && (
        <div>
          <Button kind="primary" onClick={onApply}>
            講習・ポイントの承認を申請する
          </Button>
        </div>
      )}
      <section class="card">
        <h2>更新の要件</h2>
        {requirements && (
          <>
            <p class="quiet">
              資格有効期間 {start && `${start}から`}
              {end}まで
            </p>
            <Checklist requirements={requirements} />
          </>
        )}
        {outlook(points).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <Events title="足りない要件に使える行事" events={filling} />
      <Events title="今後の職業紹介責任者講習（当協会開催）" events={courses} />
      <section>
        <h2>申請と記録</h2>
        {records.length === 0 && <p>まだありません。</p>}
        <ul class="plain stack">
          {mendFirst(records).map((line) => (
            <RecordCard
              key={line.receipt}
              line={line}
              points={points}
              onMend={() => onMend(line)}
              onWithdraw={() => onWithdraw(line)}
            />
          ))}
        </ul>
        {points.trimmed && <p class="quiet">これより古いものは、事務局へお尋ねください。</p>}
      </section>
    </div>
  );
}

/** What waits for the person stands on top. */
function mendFirst(records: readonly PointLine[]): PointLine[] {
  return [...records].sort((a, b) => Number(b.canMend) - Number(a.canMend));
}
