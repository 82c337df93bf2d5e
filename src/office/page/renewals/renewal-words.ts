/** The sentences about 更新 and 証書 in the sidebar. */
import type { OperatingMode } from '../../../contract/office-operation';
import type { RenewalCase, RenewalDecisions } from '../../../contract/office-renewal';

export type RenewalDecision = '確認済' | '承認' | '不承認' | '差戻し' | '取消' | '申請中';

/** What was done, and when the people are told. */
export function sayRenewals(
  decision: RenewalDecision,
  { decided, notices, letters, leavesAt, certificates }: RenewalDecisions,
  mode: OperatingMode | undefined,
): string {
  if (decided === 0) return '';
  const done =
    decision === '申請中'
      ? '申請中にもどしました。'
      : `${decided === 1 ? '' : `${String(decided)}件を`}「${decision}」にしました。`;
  const made = certificates > 0 ? `証書の行を${String(certificates)}件作りました。` : '';
  const letter = letters > 0 ? `郵送するお知らせが${String(letters)}通あります。` : '';
  const mail =
    notices === 0
      ? ''
      : mode === '準備'
        ? '動作モードが準備のあいだは、メールは出ません。'
        : `お知らせのメールは、${leavesAt && `${leavesAt}以後に`}${mode === '試行' ? '試行の宛先に' : ''}送られます。`;
  return done + made + mail + letter;
}

/** Why one was left, and what to do. */
export function sayRenewalLeft({ reason, state, spelled }: RenewalDecisions['skipped'][number]): string {
  switch (reason) {
    case 'DECIDED':
      return `すでに「${state}」になっています。シート「更新申請」の「確認者」をご覧ください。`;
    case 'NOT_FOUND':
      return 'シート「更新申請」に、この申請がありません。行が消されていないか、お確かめください。';
    case 'NO_PERSON':
      return '台帳に、この登録番号の方がいません。登録番号をお確かめください。';
    case 'UNMET':
      return `${spelled.join('')}このまま承認するときは、特例として理由を入れてください。`;
    case 'BARRED':
      return `承認できません。${spelled.join('')}`;
    case 'NO_REASON':
      return spelled.join('') || '「理由」を入力してください。';
  }
}

/** Whether nobody has to decide it any more. */
export const isRenewalOver = ({ reason }: RenewalDecisions['skipped'][number]): boolean =>
  reason === 'DECIDED' || reason === 'NOT_FOUND';

/** Whether nothing is unmet and nothing bars it. */
export const isClear = ({ unmet, obstacles, wish }: RenewalCase): boolean =>
  unmet.length === 0 && obstacles.length === 0 && wish === '';
