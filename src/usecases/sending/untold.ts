/** Notices of earlier decisions about an application that have not left: a later decision takes their place. */
import { instantOfIso } from '../../domain/fields/instant';
import { now } from '../../platform/clock';
import { update, type RowUpdate } from '../../sheets/commit';
import { readFound } from '../../sheets/read-found';
import type { ReadRow } from '../../sheets/row';
import { notices } from '../../sheets/schema';
import { EMPTY_SUMMARY, withoutNotice, writeSummary, type Summary } from '../../sheets/summary';
import type { KnownPerson } from '../points/known-people';

type NoticeRow = ReadRow<typeof notices>;

/** Those about these 受付番号, receipts aside; two contacts. */
export function readUntold(family: '更新' | '変更届', receipts: readonly string[]): NoticeRow[] {
  return readFound([{ tab: notices, texts: receipts }])
    .rowsOf(notices)
    .filter(
      ({ values: { state, kind, about } }) =>
        ['送信待ち', '郵送待ち'].includes(state) &&
        kind.startsWith(`${family}の`) &&
        kind !== `${family}の受付` &&
        receipts.includes(about),
    );
}

/** They become 取りやめ, and leave what My Page lists; `error`: why, as 通知 says it. */
export function stopUntold(
  untold: readonly NoticeRow[],
  summary: Summary,
  error = '',
): { updates: RowUpdate[]; summary: Summary } {
  return {
    updates: untold.map((row) =>
      update(row, { state: '取りやめ', dueAt: null, ...(error === '' ? {} : { error }) }),
    ),
    summary: untold.reduce((left, { values }) => withoutNotice(left, values), summary),
  };
}

/** The same of several people, with the rows of 要約 of those who are known. */
export function stopTheirs(
  untold: readonly NoticeRow[],
  people: Iterable<KnownPerson>,
  error = '',
): RowUpdate[] {
  const known = [...people].map(({ row, summary }) => {
    const own = untold.filter(({ values }) => values.number === row.values.number);
    return update(row, { summary: writeSummary(stopUntold(own, summary).summary) });
  });
  return [...stopUntold(untold, EMPTY_SUMMARY, error).updates, ...known];
}

/** Whether something may not have left yet, by what My Page would show later: spares looking where nothing waits. */
export function mayWait({ notices: told }: Summary): boolean {
  return told.some(({ at }) => (instantOfIso(at) ?? 0) > now());
}
