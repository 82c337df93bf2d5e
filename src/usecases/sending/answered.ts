/** A 差戻し the person has answered while the notice of it waited: she has sent again or withdrawn, and is not asked any more. */
import { standingOf } from '../../domain/application-state';
import { kindOf, outcomeText } from '../../notices/point-results';
import type { RowUpdate } from '../../sheets/commit';
import type { notices, RowOf } from '../../sheets/schema';
import { notifications, points, renewals } from '../../sheets/schema';
import { readKnown } from '../points/known-people';
import { readKeyed } from '../summary/keyed-rows';
import { readContent } from './notice-rows';
import { outcomesOf, type OutcomeContent } from './told-outcomes';
import { stopTheirs } from './untold';
import type { NoticeRow } from './waiting-mails';

/** Why such a notice is 取りやめ, as 通知 says it. */
export const ANSWERED = '申請がもう差戻しではないため、差戻しのお知らせを取りやめました。';

/** Which tab the applications of a kind of notice stand in; the three share the columns of a state. */
const TABS = [
  { kind: 'ポイント', tab: points },
  { kind: '更新', tab: renewals as unknown as typeof points },
  { kind: '変更届', tab: notifications as unknown as typeof points },
];

/** 受付番号 of a 差戻し in these notices that is none any more; two contacts for each tab, none where no notice tells of one. */
export function answeredIn(rows: readonly NoticeRow[]): ReadonlySet<string> {
  const answered = TABS.flatMap(({ kind, tab }) => {
    const receipts = rows.filter(({ values }) => values.kind.startsWith(kind)).flatMap(returnedIn);
    if (receipts.length === 0) return [];
    return readKeyed(tab, receipts, [])
      .rows.filter(({ values }) => standingOf(values).state !== '差戻し')
      .map(({ values }) => values.receipt);
  });
  return new Set(answered);
}

/** Nothing is left to be told: a 差戻し, all of it answered. */
export function isAnswered(notice: NoticeRow, answered: ReadonlySet<string>): boolean {
  const told = outcomesOf(notice);
  const receipts = told.length > 0 ? told.map(({ receipt }) => receipt) : returnedIn(notice);
  return receipts.length > 0 && receipts.every((receipt) => answered.has(receipt));
}

/** What changes in a notice that tells of other applications too. */
export function withoutAnswered(
  notice: NoticeRow,
  answered: ReadonlySet<string>,
): Partial<RowOf<typeof notices>> {
  const told = outcomesOf(notice);
  const left = told.filter(({ receipt }) => !answered.has(receipt));
  if (left.length === told.length || left.length === 0) return {};
  const content = readContent(notice);
  const outcomes: OutcomeContent = {
    ...content,
    fields: { ...content.fields, 結果一覧: outcomeText(left) },
    outcomes: left,
  };
  return {
    kind: kindOf(left),
    about: left.map(({ receipt }) => receipt).join(' '),
    fields: JSON.stringify(outcomes),
  };
}

/** The notices 取りやめ, and gone from what My Page lists; two contacts. */
export function takeBack(stopped: readonly NoticeRow[]): RowUpdate[] {
  if (stopped.length === 0) return [];
  const numbers = [...new Set(stopped.map(({ values }) => values.number))];
  return stopTheirs(stopped, readKnown(numbers), ANSWERED);
}

function returnedIn(notice: NoticeRow): string[] {
  const told = outcomesOf(notice);
  if (told.length > 0)
    return told.filter(({ decision }) => decision === '差戻し').map(({ receipt }) => receipt);
  return notice.values.kind.endsWith('の差戻し') ? [notice.values.about] : [];
}
