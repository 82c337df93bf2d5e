/** Sentences of the menu's refusals: what to do, in the words of the office. */
import type { DomainError } from '../domain/errors';

const SENTENCES: Readonly<Record<string, string>> = {
  NOT_STAFF: 'このアカウントは「担当者」のシートにありません。管理者に追加を頼んでください。',
  NOT_SET_UP: 'はじめに、管理者のアカウントで「初期設定」を選んでください。',
  BUSY: '混み合っています。少し待ってから、もう一度選んでください。',
};

/** What a secretary reads instead of an error. */
export function officeSentence({ code, facts }: DomainError): string {
  if (code === 'NOT_OWNER') {
    const owner = String(facts.owner ?? '');
    return owner === ''
      ? 'この操作は、スプレッドシートを開いている本人のアカウントで行ってください。'
      : `この操作は、管理者（${owner}）のアカウントで行ってください。`;
  }
  if (code === 'HEADERS_BROKEN') {
    const wrong = [
      facts.missing ? `見つからない見出し：${String(facts.missing)}` : '',
      facts.twice ? `2つある見出し：${String(facts.twice)}` : '',
    ].filter((part) => part !== '');
    return `シート「${String(facts.tab)}」の1行目の見出しを、元の名前に戻してください。${wrong.join('　')}`;
  }
  if (code === 'TAB_MISSING')
    return `シート「${String(facts.tab)}」が見つかりません。名前を変えたときは元に戻し、消したときは「ファイル」→「変更履歴」から戻してください。`;
  return (
    SENTENCES[code] ??
    `うまくいきませんでした（${code}）。もう一度選んでも同じときは、管理者にお知らせください。`
  );
}
