/** The sentences of 台帳の点検: what stands wrong, what to do, what a button does and has done. */
import type { MendResult, MendWay, OfficeFinding } from '../../../contract/office-ledger';

const HISTORY = '「ファイル」→「変更履歴」→「変更履歴を表示」';

/** What stands wrong, and what to do about it. */
export function sayFinding(finding: OfficeFinding): { what: string; how: string } {
  const { kind, tab, key, name, item, content, rows, missing, twice } = finding;
  const who = name === '' ? key : `${name}さん（${key}）`;
  const cell = `${tab === '台帳' ? who : `シート「${tab}」の ${key}`}の「${item}」`;
  switch (kind) {
    case 'tab':
      return content === ''
        ? {
            what: `シート「${tab}」が見つかりません。`,
            how: `名前を変えたときは、「${tab}」に戻してください。消したときは、${HISTORY}から戻せます。`,
          }
        : {
            what: `シート「${tab}」の名前が、「${content}」になっているようです。`,
            how: `名前を「${tab}」に戻してください。`,
          };
    case 'header':
      return {
        what: `シート「${tab}」の1行目の見出しが、いつもと違います。${[
          missing.length > 0 ? `ない見出し：${missing.join('、')}。` : '',
          twice.length > 0 ? `2つある見出し：${twice.join('、')}。` : '',
        ].join('')}`,
        how: `見出しの文字を元に戻してください（列の場所は変えてもかまいません）。列ごと消したときは、${HISTORY}から戻せます。直るまで、このシートへの書き込みはお休みします。`,
      };
    case 'twice':
      return {
        what: `登録番号 ${key} が、${listOf(rows)}にあります。`,
        how: 'どちらの行が正しいか分からないため、直した内容はマイページに出ていません。いらない行を消すか、番号を直してください。',
      };
    case 'gone':
      return {
        what: `${who}の行が、台帳にありません。`,
        how: '「控えから戻す」を押すと、最後に確かめた内容で戻せます。登録が終わった方も、行は消さずに「状態」を「登録抹消」にしてください。',
      };
    case 'renumbered':
      return {
        what: `${who}の行の登録番号が、${content === '' ? '空欄' : `「${content}」`}になっています（${listOf(rows)}）。`,
        how: `登録番号を ${key} に直してください。`,
      };
    case 'noNumber':
      return {
        what: `${listOf(rows)}の登録番号が、空欄か、番号の形になっていません。`,
        how: '登録番号を入れてください。いらない行のときは消してください。',
      };
    case 'number':
      return {
        what: `登録番号「${key}」は、ほかの方の番号とまぎらわしいか、番号の形になっていません。`,
        how: '正しい番号に直してください。新しい方の番号でまちがいないときは、「この値でよい」を押してください。',
      };
    case 'other':
      return {
        what: `登録番号 ${key} の行が、別の方の内容になっています（控え：${name}、いま：${content}）。`,
        how: '貼りつけの場所がずれたときは「控えから戻す」を、いまの内容が正しいときは「この値でよい」を押してください。それまで、いまの内容はマイページに出ません。',
      };
    case 'unfit':
      return {
        what: `${cell}に「${content}」とあります。日付や数字として読めません。`,
        how: '入れ直してください。日付は 2026/4/1 や 令和8年4月1日 のように書きます。',
      };
    case 'choice':
      return {
        what: `${cell}に「${content}」とあります。この欄の言葉にありません。`,
        how: '欄の▼から選び直してください。',
      };
    case 'formula':
      return {
        what: `${cell}に、式が入っています（いまの値：${content}）。`,
        how: 'いまの値でよければ「式を値にする」を押してください。違うときは、値を入れ直してください。',
      };
  }
}

function listOf(rows: readonly number[]): string {
  const named = rows.slice(0, 5).map((row) => `${String(row)}行目`);
  return named.join('と') + (rows.length > 5 ? 'など' : '');
}

/** Names of the buttons. */
export const WAYS: Record<MendWay, string> = {
  restore: '控えから戻す',
  headers: '見出しを元に戻す',
  tab: 'シートの名前を元に戻す',
  value: '式を値にする',
  accept: 'この値でよい',
};

/** What is asked before a button does what cannot be undone here; `''` where nothing is asked. */
export function askBefore(way: MendWay, { kind }: OfficeFinding): string {
  if (way === 'restore')
    return kind === 'other'
      ? 'この行にいまある内容が消え、控えの内容に戻ります。'
      : '控えの内容を台帳に戻します。同じ番号の写しが元の場所にあるときは、そこに書き戻します。ないときは、いちばん下に入れます。';
  if (way !== 'accept') return '';
  if (kind === 'other') return 'いまの内容が、この方の台帳になります。マイページにも出ます。';
  return kind === 'number' ? '新しい登録者として扱います。' : 'この欄のこの内容は、これから点検に出ません。';
}

/** What has become of it. */
export function sayMended(result: MendResult, row: number): string {
  const sentences: Record<MendResult, string> = {
    DONE: '直しました。',
    OVER: `${String(row)}行目に書き戻しました。`,
    ADDED: `いちばん下（${String(row)}行目）に戻しました。`,
    WAIT: '受け付けました。1分ほどで反映されます。',
    RIGHT: 'もう直っています。',
    BY_HAND: 'どう直せばよいか、決められませんでした。お手数ですが、手で直してください。',
  };
  return sentences[result];
}
