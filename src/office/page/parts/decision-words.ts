/** The sentences of a decision about passwords: what it will do, what it did, why a response was left. */
import type { OfficeArgs } from '../../../contract/office';
import type { OperatingMode } from '../../../contract/office-operation';
import type { PasswordCase, PasswordSkip } from '../../../contract/office-passwords';

export type Decision = OfficeArgs<'decidePasswords'>['decision'];

/** What has become of responses: one (`count` left out) or a group of them. */
export function sayDone(decision: Decision, mode: OperatingMode | undefined, count?: number): string {
  const what = count === undefined ? '' : `${String(count)}件を`;
  return decision === '送付しない'
    ? `${what}「送付しない」にしました。メールは出ません。`
    : `${what}送付待ちにしました。${WAY[mode ?? '本番']}`;
}

/** What goes out once 「送付する」 is pressed, where that is not what one would think. */
export function sayMode(mode: OperatingMode | undefined): string {
  if (mode === '試行') return '動作モードが試行なので、メールはご本人ではなく、試行の宛先に届きます。';
  return mode === '準備' ? '動作モードが準備なので、メールはまだ出ません。' : '';
}

/** What one should have looked at before a group is sent to; `''` if nothing. */
export function sayDoubts(group: readonly PasswordCase[]): string {
  const unlike = group.filter(({ differences }) =>
    differences.some(({ label }) => label !== 'メールアドレス'),
  ).length;
  const other = group.filter(({ newMail, oldMail }) => oldMail !== '' && oldMail !== newMail).length;
  const parts = [
    unlike > 0 && `氏名か生年月日が台帳と合わない回答が${String(unlike)}件`,
    other > 0 && `台帳と違うアドレスの回答が${String(other)}件`,
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join('、')}あります。` : '';
}

const WAY: Record<OperatingMode, string> = {
  本番: '数分のうちに管理者のアカウントから送られます。',
  試行: '数分のうちに、試行の宛先に届きます。',
  準備: '動作モードが準備のあいだは、メールは出ません。',
};

/** Why a response was left as it was, and what to do. */
export function saySkip(reason: PasswordSkip): string {
  return SKIPS[reason];
}

/** Whether a response left for this reason waits for nobody any more. */
export function isOver(reason: PasswordSkip): boolean {
  return reason === 'DECIDED' || reason === 'NOT_FOUND';
}

const SKIPS: Record<PasswordSkip, string> = {
  SAME_PERSON:
    '同じ方の、より新しい回答を送付待ちにしました。古いほうが要らないときは「送付しない」を押してください。',
  DECIDED: 'すでに決まっています。シート「パスワード送付」の「状態」と「担当者」をご覧ください。',
  NOT_FOUND: 'シート「パスワード送付」に、この回答がありません。行が消されていないか、お確かめください。',
  NO_PERSON:
    '台帳に、この登録番号の方がいません。シート「パスワード送付」の登録番号を直してから、もう一度送付してください。',
  STOPPED:
    '登録の抹消か、マイページの停止になっている方です。台帳の「状態」と「マイページ」をお確かめください。',
  NO_BIRTH_DATE:
    '台帳に生年月日がありません（はじめてのログインで、おたずねします）。台帳に入れてから、もう一度送付してください。',
  NOT_A_MAIL:
    'メールアドレスの形になっていません。シート「パスワード送付」のメールアドレスを直してから、もう一度送付してください。',
};
