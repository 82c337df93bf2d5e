/** The sentences of 「更新」: how far it is, why it cannot be applied for, what to do and until when. */
import type { MypageView } from '../../../contract/mypage';
import type { RenewalState, RenewalStep, RenewalView, RenewalWhy } from '../../../contract/mypage-renewal';
import { parseDay } from '../../../domain/fields/date';

export const STATES: Record<RenewalState, string> = {
  申請中: '事務局で確認しています。結果は、お知らせとこの画面でお伝えします。',
  処理中: '事務局で手続きをしています。',
  差戻し: '直していただきたい点があります。',
  確認済: '事務局での確認が終わりました。協会での決裁を待っています。',
  承認: '更新が承認されました。',
  不承認: '今回は、更新を承認することができませんでした。',
  取下げ: 'この申請は、取り下げられています。',
  取消: '決定が取り消されました。',
};

export const STEPS: Record<RenewalStep['step'], string> = {
  受付: '申請の受付',
  確認: '事務局の確認',
  決裁: '協会の決裁',
  発送: '資格認定証書の発送',
  受領: '資格認定証書の受領',
};

/** The last day to apply, 救済 included. */
export function lastDay({ rescuedUntil, closes }: RenewalView): string {
  return rescuedUntil || closes;
}

/** Whether nothing needs to be applied for now: it is under way, or the next period is there. */
export function isSettled({ why }: RenewalView): boolean {
  return why.includes('OPEN_APPLICATION') || why.includes('RENEWED');
}

/** The gravest first: to one who has lapsed it says little that the day is over. */
const GRAVE: readonly RenewalWhy[] = ['UNKNOWN', 'STATE', 'TOO_LATE'];

/** Whether something stands in the way that no 講習 and no point can mend. */
export function isGrave(why: readonly RenewalWhy[]): boolean {
  return why.some((each) => GRAVE.includes(each));
}

/** Why it cannot be applied for, as sentences; what counts for nothing beside a graver reason is left out. */
export function reasons(view: MypageView): string[] {
  const { renewal, points } = view;
  const { why } = renewal;
  const grave = GRAVE.find((each) => why.includes(each));
  // Who has just been renewed has five years for the rest: when it begins comes first.
  const early = (each: RenewalWhy) => (each === 'TOO_EARLY' ? 0 : 1);
  const told = grave ? [grave] : isSettled(renewal) ? [] : [...why].sort((a, b) => early(a) - early(b));
  const lacks = told.some((each) => each === 'COURSE' || each === 'POINTS');
  return [
    ...told.map((each) => sentence(each, view)),
    ...(lacks ? [...hurry(points), ...rescue(renewal)] : []),
  ];
}

function sentence(why: RenewalWhy, { renewal, points: { requirements }, validity }: MypageView): string {
  const by = lastDay(renewal);
  const { missing = 0, pending = 0 } = requirements?.points ?? {};
  const apply = `${by}までに、「ポイント」から申請してください。`;
  switch (why) {
    case 'COURSE':
      return `職業紹介責任者講習（当協会開催）の受講が必要です。${requirements?.course.pending ? PENDING : apply}`;
    case 'MAGAZINE':
      return `メールマガジンの登録が必要です。${by}までに、「台帳」の「変更する」で「有」にしてください。`;
    case 'POINTS':
      return `あと${String(missing)}ポイントが必要です。${pending >= missing ? PENDING : apply}`;
    case 'TOO_EARLY':
      return `更新の申請は、${renewal.opens}から受け付けます。`;
    case 'TOO_LATE':
      return hopes(renewal)
        ? `申請の期限（${by}）は過ぎましたが、期限までの申請を事務局で確認しています。${rescueSentence(renewal)}`
        : `申請の期限（${by}）を過ぎたため、この画面からは申請できません。お早めに、事務局へお電話ください。`;
    case 'STATE':
      return validity.state === '休止'
        ? '資格は休止中のため、更新を申請できません。再開するときは、事務局へご連絡ください。'
        : '資格の効力がなくなっているため、申請できません。お手続きは、事務局へお問い合わせください。';
    default: // UNKNOWN: the settled ones have no sentence here
      return '資格有効期間を事務局で確認しています。';
  }
}

const PENDING = '申請を事務局で確認しています。結果をお待ちください。';

function hurry({ requirements, today }: MypageView['points']): string[] {
  const day = requirements?.lastSafeDay ?? '';
  if (day === '') return [];
  return (parseDay(day) ?? '') < today
    ? ['残りの日数が少ないので、事務局へご相談ください。']
    : [`確認に日数がかかります。${day}までの申請をおすすめします。`];
}

function rescue(renewal: RenewalView): string[] {
  return hopes(renewal) ? [`確認が期限のあとになっても、${rescueSentence(renewal)}`] : [];
}

/** What was applied for in time may still open the door. */
function hopes({ waitsInTime, rescueDays }: RenewalView): boolean {
  return waitsInTime && rescueDays > 0;
}

function rescueSentence({ rescueDays }: RenewalView): string {
  return `承認されて要件がそろえば、承認の日の${String(rescueDays)}日後まで、更新を申請できます。`;
}

/** What ホーム says of the renewal. */
export function renewalStep(view: MypageView): string[] {
  const { renewal } = view;
  const { application, next, canApply, why } = renewal;
  const posted = renewal.certificates.find(({ canConfirm }) => canConfirm);
  if (application?.canMend)
    return [
      `更新の申請に、直していただきたい点があります。${application.fixBy && `${application.fixBy}までに、`}「更新」から直してください。`,
    ];
  if (why.includes('OPEN_APPLICATION'))
    return ['更新の申請を受け付けています。結果のお知らせをお待ちください。'];
  return [
    ...(posted
      ? ['資格認定証書をお送りしました。届きましたら、「更新」の「受け取りました」を押してください。']
      : []),
    ...(next ? [`更新が承認されました。次の資格有効期間は、${next.start}からです。`] : []),
    ...(canApply
      ? [`更新の要件がそろっています。${lastDay(renewal)}までに、更新を申請してください。`]
      : reasons(view)),
    ...(next || why.some((each) => /UNKNOWN|STATE|TOO_LATE|RENEWED/.test(each))
      ? []
      : ['更新には申請が必要です。自動では更新されません。']),
  ];
}
