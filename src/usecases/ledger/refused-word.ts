/** Why a word typed into 状態 does not stand, and which word to type instead: one sentence or two of 元に戻した入力. */
import { mayBecome, type ApplicationKind, type ApplicationState } from '../../domain/application-state';

/** What people write for the words of the system, without kana endings. */
const MEANT: Readonly<Record<string, ApplicationState>> = {
  ...{ 承認済: '承認', 許可: '承認', 可: '承認', OK: '承認', 合格: '承認' },
  ...{ 否認: '不承認', 非承認: '不承認', 却下: '不承認', 不可: '不承認', 不承認済: '不承認', NG: '不承認' },
  ...{ 差戻: '差戻し', 返却: '差戻し', 差戻済: '差戻し', 確認: '確認済', 確認中: '申請中', 受付: '申請中' },
  ...{ 受付済: '申請中', 申請: '申請中', 取下: '取下げ', 辞退: '取下げ', 取消済: '取消', 撤回: '取消' },
};
const WORDS: readonly string[] = [
  '申請中',
  '差戻し',
  '確認済',
  '承認',
  '不承認',
  '取下げ',
  '取消',
] satisfies ApplicationState[];

/** `state`: in force; `wish`: as it was typed. */
export function refusedWord(
  kind: ApplicationKind,
  state: ApplicationState,
  wish: string,
  useDecision: boolean,
): string {
  const may = mayBecome(kind, state, '事務局', useDecision);
  const named = may.map((word) => `「${word}」`).join('');
  const choice =
    may.length === 0
      ? 'この申請の状態は、もう変えられません。必要なときは、新しい申請として入れてください。'
      : `いま入れられるのは、${named}です。`;
  if (!WORDS.includes(wish)) {
    const meant = MEANT[plain(wish)];
    return meant !== undefined && may.includes(meant)
      ? `「${wish}」は「状態」に使えません。「${meant}」と入れてください。`
      : `「${wish}」は「状態」に使えません。${choice}`;
  }
  if (may.includes('確認済') && (wish === '承認' || wish === '不承認'))
    return `いまは「${state}」です。先に「確認済」と入れ、そのあとで「${wish}」と入れてください。`;
  return `いまは「${state}」なので、「${wish}」にはできません。${choice}`;
}

/** Without the kana people add: 取り下げ, 差し戻し, 承認する, 確認済み. */
function plain(word: string): string {
  return word.replace(/[ぁ-ん]/gu, '').toUpperCase();
}
