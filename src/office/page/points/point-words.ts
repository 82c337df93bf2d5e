/** The sentences about applications of points: what a decision did, and why one was left as it is. */
import type { OperatingMode } from '../../../contract/office-operation';
import type { PointCase, PointDecisions, PointSkip } from '../../../contract/office-points';

/** The tab the view ポイント shows. */
export const POINT_TAB = 'ポイント';

export type PointDecision = '承認' | '差戻し' | '不承認' | '取消' | '申請中';

/** What was done to one or more, and when they are told. */
export function sayDecided(
  decision: PointDecision,
  { decided, notices, leavesAt, letters }: PointDecisions,
  mode: OperatingMode | undefined,
): string {
  if (decided === 0) return '';
  const count = decided === 1 ? '' : `${String(decided)}件を`;
  const done =
    decision === '申請中' ? `${count}もう一度、申請中にしました。` : `${count}「${decision}」にしました。`;
  const letter =
    letters > 0 ? `お知らせの郵送が${String(letters)}通あります（シート「通知」の「郵送待ち」）。` : '';
  if (notices === 0) return done + letter;
  if (mode === '準備') return `${done}動作モードが準備のあいだは、メールは出ません。${letter}`;
  const whom = mode === '試行' ? '試行の宛先に' : '';
  return `${done}お知らせのメール${notices > 1 ? `（${String(notices)}通）` : ''}は、${leavesAt && `${leavesAt}以後に`}${whom}送られます。${letter}`;
}

/** Why one was left, and what to do. */
export function sayPointLeft({ reason, state }: { reason: PointSkip; state: string }): string {
  switch (reason) {
    case 'DECIDED':
      return `すでに「${state}」になっています。いま押したことは記録していません。シート「ポイント」の「確認者」をご覧ください。`;
    case 'NOT_FOUND':
      return 'シート「ポイント」に、この申請がありません。行が消されていないか、お確かめください。';
    case 'NO_PERSON':
      return '台帳に、この登録番号の方がいません。登録番号をお確かめください。';
    case 'NO_POINTS':
      return 'ポイントの数を入れてから、承認してください。';
    case 'NO_EVIDENCE':
      return '証明書類が、まだ届いていません。届いたら「受領済にする」を押してから承認してください。';
    case 'NO_REASON':
      return '「理由」を入力してください。';
  }
}

/** Whether nobody has to decide it any more. */
export const isPointOver = ({ reason }: { reason: PointSkip }): boolean =>
  reason === 'DECIDED' || reason === 'NOT_FOUND';

/** Whether 承認 may be pressed without another look: the list says the same, and the rules how many points. */
export function isPlain({ match, worth, wish, evidence, state }: PointCase): boolean {
  return (
    match === '一致' && worth !== null && wish === '' && state === '申請中' && evidence.state !== '郵送待ち'
  );
}

/** 2ポイント, or that it is the 講習. */
export function worthOf({ worth, course }: PointCase): string {
  if (course) return '必須の講習';
  return worth === null ? 'ポイントは事務局が決めます' : `${String(worth)}ポイント`;
}
