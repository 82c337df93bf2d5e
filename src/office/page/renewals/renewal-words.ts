/** The sentences about 更新 and 証書 in the sidebar. */
import type { OperatingMode } from '../../../contract/office-operation';
import type { RenewalCase, RenewalDecision, RenewalDecisions } from '../../../contract/office-renewal';

/** The tab the view 更新 shows. */
export const RENEWAL_TAB = '更新申請';

/** What taking back an approval ends besides. */
export const UNDO_ENDS = '承認を取り消すと、次の有効期間は空欄になり、証書は「廃棄」になります。';

type Skipped = RenewalDecisions['skipped'][number];

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

/** Why one was left, and what to do; `was`: the state it was shown in. */
export function sayRenewalLeft({ reason, state, spelled }: Skipped, was?: string): string {
  switch (reason) {
    case 'DECIDED':
      if (state === was)
        return `「${state}」の申請は、いまの設定ではこのように決められません。画面の下の「最新にする」を押してから、もう一度決めてください。`;
      return `すでに「${state}」になっています。シート「更新申請」の「確認者」をご覧ください。`;
    case 'NOT_FOUND':
      return 'シート「更新申請」に、この申請がありません。行が消されていないか、お確かめください。';
    case 'NO_PERSON':
      return '台帳に、この登録番号の方がいません。登録番号をお確かめください。';
    case 'UNMET':
      return `${spelled.join('')}このまま承認するときは、特例として理由を入れてください。`;
    case 'BARRED':
      return `いまは、手続を進められません。${spelled.join('')}`;
    case 'NO_REASON':
      return spelled.join('') || '「理由」を入力してください。';
  }
}

/** Whether somebody was faster, so that the case as it was shown waits no more; one still in its state has to be decided. */
export const isRenewalOver = ({ reason, state }: Skipped, was: string): boolean =>
  reason === 'NOT_FOUND' || (reason === 'DECIDED' && state !== was);

/** What brings an application forward in one press: 確認済 with 決裁を使う, else 承認. */
export const forwardOf = ({ mayBecome }: RenewalCase): '確認済' | '承認' | undefined =>
  mayBecome.includes('確認済') ? '確認済' : mayBecome.includes('承認') ? '承認' : undefined;

/** Whether the association has decided it. */
export const isResolved = (decision: RenewalDecision): boolean =>
  decision === '承認' || decision === '不承認';

/** Whether nothing is unmet and nothing bars it. */
export const isClear = ({ unmet, obstacles, wish }: RenewalCase): boolean =>
  unmet.length === 0 && obstacles.length === 0 && wish === '';
