import type { ComponentChildren } from 'preact';
import type { PointsView } from '../../../contract/mypage-points';

interface ChecklistProps {
  requirements: NonNullable<PointsView['requirements']>;
  /** Without the proof. */
  short?: boolean;
}

/** The requirements of the renewal, met or not in words. */
export function Checklist({ requirements: { course, magazine, points }, short }: ChecklistProps) {
  const proof = course.proof ?? course.pending;
  return (
    <ul class="plain stack">
      <Requirement name="職業紹介責任者講習（当協会開催）" met={course.met} waits={course.pending !== null}>
        {!short && proof && `${proof.title} ${proof.date} ${proof.receipt && `受付番号 ${proof.receipt}`}`}
      </Requirement>
      <Requirement name="メールマガジンの登録" met={magazine.met}>
        {!short && !magazine.met && '「台帳」で変更できます。'}
      </Requirement>
      <Requirement name={`ポイント ${String(points.have)}／${String(points.needed)}`} met={points.met}>
        {!points.met && `あと${String(points.missing)}ポイント`}
        {points.pending > 0 && `（確認中 ${String(points.pending)}ポイント）`}
      </Requirement>
    </ul>
  );
}

interface RequirementProps {
  name: string;
  met: boolean;
  waits?: boolean;
  children?: ComponentChildren;
}

function Requirement({ name, met, waits, children }: RequirementProps) {
  return (
    <li class={met ? 'check met' : 'check'}>
      <span class="mark" aria-hidden="true">
        {met ? '✓' : '✗'}
      </span>
      <div>
        <strong>{name}</strong>{' '}
        <span class="nowrap">{met ? '満たしています' : waits ? '確認中です' : 'まだです'}</span>
        <div class="support">{children}</div>
      </div>
    </li>
  );
}
