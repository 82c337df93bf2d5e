/** The computed fields of notices about points (facts/office.md G2, G3, G6): one line a record, the requirements, what to do next. */
import { isDay, writeDay, writeDeadline } from '../domain/fields/date';
import type { Requirements } from '../domain/requirement';
import type { NoticeKind } from './kinds';

/** What became of one application; kept in 差込 so that several of one person go into one notice. */
export interface PointOutcome {
  receipt: string;
  decision: '承認' | '不承認' | '差戻し' | '取消';
  title: string;
  attendedOn: string;
  granted: number | null;
  /** It meets the requirement as the 講習. */
  course: boolean;
  reason: string;
  request: string;
  /** 補正期限 of a 差戻し, else `''`. */
  fixBy: string;
}

/** The kind that says all of it. */
export function kindOf(outcomes: readonly PointOutcome[]): NoticeKind {
  const decisions = new Set(outcomes.map(({ decision }) => decision));
  if (decisions.has('取消')) return 'ポイントの訂正';
  if (decisions.size > 1) return 'ポイントの結果';
  if (decisions.has('承認')) return 'ポイントの承認';
  return decisions.has('不承認') ? 'ポイントの不承認' : 'ポイントの差戻し';
}

/** What My Page lists the notice as. */
export function subjectOf(outcomes: readonly PointOutcome[]): string {
  const subjects: Partial<Record<NoticeKind, string>> = {
    ポイントの承認: 'ポイントの申請を承認しました',
    ポイントの差戻し: 'ポイントの申請について確認をお願いします',
    ポイントの訂正: 'ポイントの申請についてのお知らせを訂正します',
  };
  return subjects[kindOf(outcomes)] ?? 'ポイントの申請の結果をお知らせします';
}

/** 結果一覧, 基準日, 要件の状況 and 次にすること. */
export function resultFields(
  outcomes: readonly PointOutcome[],
  standing: { period: { end: string }; requirements: Requirements } | undefined,
  today: string,
): Record<string, string> {
  return {
    結果一覧: outcomeText(outcomes),
    基準日: writeDeadline(today),
    要件の状況: standing ? requirementLines(standing.requirements) : '資格有効期間を事務局で確認しています。',
    次にすること: standing ? nextStep(standing.period.end, standing.requirements) : '',
  };
}

/** 結果一覧. */
export function outcomeText(outcomes: readonly PointOutcome[]): string {
  return outcomes.map(outcomeLines).join('\n');
}

function outcomeLines(outcome: PointOutcome): string {
  const { receipt, decision, title, attendedOn, granted, course, reason, request, fixBy } = outcome;
  const worth = course ? '必須の講習として確認' : `${String(granted ?? 0)}ポイント`;
  const said = {
    承認: worth,
    不承認: '承認できませんでした',
    差戻し: '',
    取消: '前のお知らせを取り消します',
  };
  const head = [isDay(attendedOn) ? writeDay(attendedOn) : '', title, said[decision]].filter(
    (part) => part !== '',
  );
  return [
    `・${head.join(' ')}（${receipt}）`,
    ...(reason === '' ? [] : [`　${decision === '差戻し' ? '確認が必要な点' : '理由'}：${reason}`]),
    ...(request === '' ? [] : [`　お願い：${request}`]),
    ...(fixBy === '' ? [] : [`　期限：${writeDeadline(fixBy)}`]),
  ].join('\n');
}

function requirementLines({ course, magazine, points }: Requirements): string {
  return [
    `職業紹介責任者講習（当協会開催）：${course.met ? '受講済み' : course.pending ? '確認中' : 'まだ受講していません'}`,
    `メールマガジンの登録：${magazine.met ? '有' : '無'}`,
    `ポイント：${String(points.have)}（必要 ${String(points.needed)}）`,
  ].join('\n');
}

function nextStep(end: string, { met, course, magazine, points }: Requirements): string {
  if (met) return '更新の要件がそろいました。更新の申請の時期は、マイページの「更新」でご覧いただけます。';
  const missing = [
    ...(course.met ? [] : ['職業紹介責任者講習の受講']),
    ...(magazine.met ? [] : ['メールマガジンの登録']),
    ...(points.met ? [] : [`${String(points.missing)}ポイント`]),
  ];
  return `更新には、あと${missing.join('と、')}が必要です。資格有効期間は${writeDeadline(end)}までです。`;
}
