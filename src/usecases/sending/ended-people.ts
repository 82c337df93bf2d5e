/** People whose registration has ended while a mail for them waited: 抹消 stops it, typed into 台帳 or decided (product.md, states of a person). */
import { reachOf } from '../../domain/reach';
import { ledger } from '../../sheets/schema/index';
import { readKeyed } from '../summary/keyed-rows';
import { toRegistrant } from '../summary/people';
import { readContent } from './notice-rows';
import { isUrgent, type NoticeRow } from './waiting-mails';

/**
 * 登録番号 of the recipients to whom nothing is sent any more, as 台帳 says now: typed back in time, the mail leaves. Two
 * contacts, none where all of them are sent at once after being decided, or tell of the end themselves.
 */
export function endedRecipients(due: readonly NoticeRow[]): ReadonlySet<string> {
  const numbers = due
    .filter((notice) => !goesEvenSo(notice))
    .map(({ values }) => values.number)
    .filter((number) => number !== '');
  if (numbers.length === 0) return new Set();
  const { rows } = readKeyed(ledger, [...new Set(numbers)], []);
  return new Set(rows.filter((row) => !reachOf(toRegistrant(row))).map(({ values }) => values.number));
}

/** What was asked for a moment ago, or tells of the end itself. */
export function goesEvenSo(notice: NoticeRow): boolean {
  return isUrgent(notice.values.kind) || readContent(notice).evenEnded === true;
}
