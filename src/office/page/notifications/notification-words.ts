/** The sentences about 変更届: what a decision did, why one was left, what is wrong with an entry. */
import type { OfficeValues } from '../../../contract/office';
import type { NotificationReason } from '../../../contract/office-notifications';
import type { OperatingMode } from '../../../contract/office-operation';
import { instantOfIso, writeInstant } from '../../../domain/fields/instant';

/** The tab the view 変更届 shows. */
export const NOTIFICATION_TAB = '変更届';

export type Decision = '承認' | '差戻し' | '不承認';

type Done = Extract<OfficeValues['decideNotification'], { done: true }>;

/** What was done, and when the person is told. */
export function sayDone(decision: Decision, { told, sendAt }: Done, mode: OperatingMode | undefined): string {
  const done = `「${decision}」にしました。`;
  if (told === 'nobody') return `${done}ご本人へのお知らせは送りません。`;
  if (told === 'letter')
    return `${done}お知らせは郵送です。シート「通知」の「郵送待ち」の行をもとに、郵送してください。`;
  const at = instantOfIso(sendAt);
  if (mode === '準備') return `${done}動作モードが準備のあいだは、メールは出ません。`;
  const whom = mode === '試行' ? '試行の宛先に' : '';
  return `${done}お知らせのメールは、${at === undefined ? '' : `${writeInstant(at)}以後に`}${whom}送られます。`;
}

/** Why it was left as it was, and what to do. */
export function sayLeft(reason: NotificationReason, about: string): string {
  const named = about === '' ? '' : `（${about}）`;
  switch (reason) {
    case 'DECIDED':
      return `すでに決まっています${named}。シート「変更届」の「状態」と「確認者」をご覧ください。`;
    case 'WITHDRAWN':
      return `ご本人が取り下げました${named}。することはありません。`;
    case 'NOT_FOUND':
      return 'シート「変更届」に、この届出がありません。行が消されていないか、お確かめください。';
    case 'NO_PERSON':
      return '台帳に、この登録番号の方がいません。登録番号をお確かめください。';
    case 'UNREADABLE':
      return `「内容」を読み取れません${named}。シート「変更届」の「内容」を、届け出られたときの書き方（例：氏名：見本 花子 → 試作 花子）に直してください。`;
    case 'NO_EVIDENCE':
      return '証明書類が、まだ届いていません。届いたら「受領済にする」を押してから承認してください。';
    case 'STATE_DIFFERS':
      return `台帳の状態が「${about}」なので、承認できません。状態をお確かめください。`;
    case 'NOT_CHANGEABLE':
      return `「${about}」は、いまの設定では変えられません。シート「台帳項目」の「本人の変更」（確認後に反映）と「形式」、「台帳」の見出しをお確かめください。`;
    case 'LEDGER_DIFFERS':
      return `「${about}」が、届出のあとに台帳で変わっています。台帳を書きかえていません。差し戻すか、シート「変更届」の「内容」の変更前を、いまの台帳に合わせてください。`;
    case 'OPEN_ALREADY':
      return 'この方の同じ種類の届出が、まだ終わっていません。先に、そちらを決めてください。';
  }
}

/** Whether a 変更届 left for this reason waits for nobody any more. */
export function isOver(reason: NotificationReason): boolean {
  return reason === 'DECIDED' || reason === 'WITHDRAWN' || reason === 'NOT_FOUND';
}

/** What is wrong with a field. */
export function sayField(code: string, label: string): string {
  return FIELDS[code] ?? `「${label}」をお確かめください。`;
}

const FIELDS: Readonly<Record<string, string>> = {
  NOTHING_CHANGED: '変わったところがありません。変更後の内容を入力してください。',
};
