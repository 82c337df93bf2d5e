/** Notices of earlier decisions about an application that have not left: a later decision takes their place. */
import { instantOfIso } from '../../domain/fields/instant';
import { now } from '../../platform/clock';
import { update, type RowUpdate } from '../../sheets/commit';
import { findAny } from '../../sheets/find';
import { readForDecision } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { notices } from '../../sheets/schema';
import { withoutNotice, type Summary } from '../../sheets/summary';

type NoticeRow = ReadRow<typeof notices>;

/** Those about these 受付番号, receipts aside; two contacts. */
export function readUntold(family: '更新' | '変更届', receipts: readonly string[]): NoticeRow[] {
  const places = findAny(notices, receipts);
  const found = readForDecision([{ tab: notices, rows: places }]);
  return places
    .map((row) => found.row(notices, row))
    .filter(
      ({ values: { state, kind, about } }) =>
        ['送信待ち', '郵送待ち'].includes(state) &&
        kind.startsWith(`${family}の`) &&
        kind !== `${family}の受付` &&
        receipts.includes(about),
    );
}

/** They become 取りやめ, and leave what My Page lists. */
export function stopUntold(
  untold: readonly NoticeRow[],
  summary: Summary,
): { updates: RowUpdate[]; summary: Summary } {
  return {
    updates: untold.map((row) => update(row, { state: '取りやめ', dueAt: null })),
    summary: untold.reduce((left, { values }) => withoutNotice(left, values), summary),
  };
}

/** Whether something may not have left yet, by what My Page would show later: spares looking where nothing waits. */
export function mayWait({ notices: told }: Summary): boolean {
  return told.some(({ at }) => (instantOfIso(at) ?? 0) > now());
}
