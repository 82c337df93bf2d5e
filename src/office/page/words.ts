/** The sentences of the secretariat's pages: what to do, never a code. */
import type { OfficeRefusal } from './server';

const ACCOUNTS =
  '複数のGoogleアカウントでログインしていると、うまく動かないことがあります。そのときは、ブラウザーの別のプロファイル（またはシークレット ウィンドウ）で、仕事用のアカウントだけにして開いてください。';

/** What stands in the box when a call was not done: a line, and what to do. */
export function sayRefusal(code: OfficeRefusal): { title: string; lines: string[] } {
  switch (code) {
    case 'NOT_STAFF':
      return {
        title: 'この画面は、シート「担当者」にある方だけが使えます。',
        lines: ['お使いのGoogleアカウントをシート「担当者」に加えるよう、管理者に頼んでください。', ACCOUNTS],
      };
    case 'NOT_OWNER':
      return {
        title: 'この操作は、管理者のGoogleアカウントだけができます。',
        lines: ['初期設定をしたアカウントで、この表を開き直してください。'],
      };
    case 'NOT_SET_UP':
      return {
        title: '初期設定がまだです。',
        lines: ['管理者の方が、メニュー「マイページ」の「初期設定」を行ってください。'],
      };
    case 'NOT_ALLOWED':
      return { title: 'Googleの許可が得られませんでした。', lines: [ACCOUNTS] };
    case 'BUSY':
      return { title: '混み合っています。', lines: ['少し待ってから、もう一度押してください。'] };
    case 'NO_ANSWER':
      return {
        title: '通信がとぎれました。',
        lines: ['接続をお確かめのうえ、もう一度押してください。同じ操作が二重になることはありません。'],
      };
    case 'CHANGED':
      return {
        title: '台帳か受講履歴が、調べたあとで変わりました。',
        lines: ['もう一度ファイルを選んで、結果をお確かめください。まだ何も取り込んでいません。'],
      };
    case 'LEDGER_UNDER_REPAIR':
      return {
        title: 'シートの見出しか名前が、いつもと違っています。',
        lines: ['「画面」で「台帳の点検」を選び、そこに出ているものを直してから、もう一度行ってください。'],
      };
    case 'INVALID':
      return {
        title: 'いまは、この操作ができません。',
        lines: ['画面の注意書きとシートの内容をお確かめください。'],
      };
    default:
      return {
        title: 'うまくいきませんでした。',
        lines: ['少し待ってから、もう一度押してください。続くときは、管理者にお知らせください。', ACCOUNTS],
      };
  }
}

/** What each 照合結果 means for the person at the keyboard. */
export function explainReason(reason: string): string {
  return REASONS[reason] ?? '';
}

const REASONS: Record<string, string> = {
  番号なし: '台帳に、この登録番号がありません。',
  氏名不一致: '台帳の氏名と違います。',
  生年月日不一致: '台帳の生年月日と違います。',
  照合項目不足: '本人かどうかを確かめる項目が足りないか、メールアドレスに書きまちがいの疑いがあります。',
  別のアドレス登録済: '台帳には、別のメールアドレスがあります。',
  ほかの登録者と同じアドレス: 'ほかの登録者も、このメールアドレスを使っています。',
  共用アドレス: '職場で共用のメールアドレスのようです。',
  '登録抹消・停止': '登録の抹消か、マイページの停止になっている方です。',
  開始前: 'フォームの取扱いを始める前の回答です。',
  重複: '24時間以内に、同じ番号とメールアドレスの回答があります。',
};
