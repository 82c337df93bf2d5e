/** The sentences of 「ポイント」: what a record is, what it brings and why not, what is missing. */
import type { PointLine, PointState, PointsView, PointWhy } from '../../../contract/mypage-points';
import { parseDay } from '../../../domain/fields/date';

type Category = PointsView['categories'][number];

/** Colour of a state beside its word. */
export function tagOf(state: PointState): string {
  if (state === '承認') return 'tag';
  return /差戻し|不承認|取消/.test(state) ? 'tag ended' : 'tag unknown';
}

/** 「2ポイント（承認されたとき）」: what an application would bring, by 区分 and 立場; `''` before a 区分 is chosen. */
export function worthText(choice: Category | undefined, role: string, eventPoints: number | null): string {
  if (!choice) return '';
  const rowOf = (name: string) => choice.worth.find((each) => each.role === name);
  const { counting, points } = rowOf(role) ?? rowOf('') ?? { counting: '', points: 0 };
  const own = counting === '1回' ? points : null;
  const worth = /^(参加)?$/.test(role) ? (eventPoints ?? own) : own;
  const byHours = worth === null && counting === '1時間' && !choice.course;
  return byHours ? '時間数により事務局が決めます' : hoped(choice, worth);
}

function hoped(choice: Category | undefined, points: number | null): string {
  if (choice?.course) return '必須の講習として事務局が確認します';
  return points === null ? '内容により事務局が決めます' : `${String(points)}ポイント（承認されたとき）`;
}

/** What a record of the list brings, or may bring; `''` where it has ended without. */
export function creditText(
  { state, points, course, counted }: PointLine,
  choice: Category | undefined,
): string {
  if (/不承認|取/.test(state)) return '';
  if (state !== '承認') return hoped(choice, points);
  if (course) return '講習として確認';
  const own = `${String(points)}ポイント`;
  return points === counted ? own : `${own}（数えるのは${String(counted)}ポイント）`;
}

const WHY: Record<PointWhy, string> = {
  PENDING: '事務局で確認しています。承認されると数えます。',
  RETURNED: '直していただきたい点があります。このままでは数えません。',
  ENDED: '更新の要件には数えません。',
  OUTSIDE: '資格有効期間の外の活動なので、数えません。',
  OTHER_HOST: '当協会が開催したものではないので、数えません。',
  REPEATED: '同じ活動をすでに数えているので、重ねては数えません。',
  CAPPED: 'この種類の活動は、数えられる上限に達しています。',
};

/** Why a record does not count for the renewal, or not all of it; `''` where it does. */
export function whyText({ why, attendedOn, endedOn }: PointLine, from: string): string {
  if (why) return WHY[why];
  return (endedOn || attendedOn) < from ? '前の資格有効期間の活動なので、今回は数えません。' : '';
}

/** How the renewal looks: what is missing and until when, or that it only waits, or that all is there. */
export function outlook({ requirements, today, to }: PointsView): string[] {
  if (!requirements) return ['資格有効期間を事務局で確認しています。'];
  const { met, course, magazine, points, lastSafeDay } = requirements;
  if (met) return ['更新の要件がそろっています。更新には申請が必要です。自動では更新されません。'];
  if (magazine.met && (course.met || course.pending) && points.pending >= points.missing)
    return ['確認中の申請が承認されると、更新の要件がそろいます。結果をお待ちください。'];
  if (to !== '' && to < today)
    return [
      '要件がそろわないまま、この資格有効期間は終わりました。お手続きは、事務局へお問い合わせください。',
    ];
  const missing = [
    ...(course.met ? [] : ['職業紹介責任者講習の受講']),
    ...(magazine.met ? [] : ['メールマガジンの登録']),
    ...(points.met ? [] : [`${String(points.missing)}ポイント`]),
  ];
  return [
    `更新には、あと${missing.join('と、')}が必要です。`,
    (parseDay(lastSafeDay) ?? '') < today
      ? '残りの日数が少ないので、事務局へご相談ください。'
      : `確認に日数がかかります。${lastSafeDay}までに、受講と申請をお済ませください。`,
  ];
}
