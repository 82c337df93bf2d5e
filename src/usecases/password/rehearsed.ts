/** Answers treated in 試行: their mails went to 試行宛先, so at 本番 nobody has got one yet. */
import { update, type RowUpdate } from '../../sheets/commit';
import type { Found } from '../../sheets/read';
import { passwords } from '../../sheets/schema/index';

const MEMO = '試行のあいだの回答です。メールは試行宛先にだけ届き、ご本人には届いていません。';

/**
 * The writes by which they count as not yet answered: those from before フォーム取扱開始日時 become
 * 開始前, later ones 要確認. Those whose mail still waits keep waiting: it goes to the person.
 */
export function releaseRehearsed(found: Found, openedAt: number): RowUpdate[] {
  return found
    .rows(passwords)
    .filter(({ values }) => values.state === '送付済' || isEarlier(values, openedAt))
    .map((row) => {
      const memo = [row.values.memo, MEMO].filter((line) => line !== '').join(' ');
      return (row.values.receivedAt ?? 0) < openedAt
        ? update(row, { match: '開始前', state: '開始前', memo })
        : update(row, { state: '要確認', memo });
    });
}

/** What was only judged (要確認, 重複) before the start is 開始前 like every earlier answer. */
function isEarlier(
  { state, receivedAt }: { state: string; receivedAt: number | null },
  openedAt: number,
): boolean {
  return (state === '要確認' || state === '重複') && (receivedAt ?? 0) < openedAt;
}
