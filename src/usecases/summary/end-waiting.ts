/** 抹消, 取消 and 登録辞退 stop all that waits for a person (product.md, states of a person), in the commit that ends the registration. */
import { standingOf } from '../../domain/application-state';
import { update, type RowUpdate } from '../../sheets/commit';
import type { ReadRow } from '../../sheets/row';
import { notices, notifications, points, renewals, type Tab } from '../../sheets/schema/index';
import type { Summary } from '../../sheets/summary';
import { updatePersonRow } from './person-rows';

/** Tabs in which something may wait; their rows of the person are read for it. */
export const WAITING_TABS: readonly Tab[] = [points, renewals, notifications, notices];

interface Ending {
  /** What ends the registration, as the sentences in the tabs name it. */
  by: string;
  at: number;
  staff: string;
  /** 受付番号 of the 変更届 that ends it: decided by itself. */
  except?: string;
}

/** Open applications become 取下げ, notices that have not left 取りやめ. */
export function endWaiting(
  rowsOf: <T extends Tab>(tab: T) => ReadRow<T>[],
  summary: Summary,
  { by, at, staff, except }: Ending,
): { updates: RowUpdate[]; summary: Summary } {
  const updates = rowsOf(notices)
    .filter(({ values }) => values.state === '送信待ち' || values.state === '郵送待ち')
    .map((notice) => update(notice, { state: '取りやめ', error: `${by}により取りやめました。` }));
  const ended = { state: '取下げ', decidedAt: at, decidedBy: staff, reason: `${by}により取り下げました。` };
  let kept = summary;
  const withdraw = (row: ReadRow<typeof points>): void => {
    const isOpen = ['申請中', '差戻し', '確認済'].includes(standingOf(row.values).state);
    if (!isOpen || row.values.receipt === except) return;
    const written = updatePersonRow(kept, row, { ...ended, fixBy: '' });
    updates.push(written.update);
    kept = written.summary;
  };
  // The three tabs share these columns.
  for (const tab of [points, renewals, notifications]) rowsOf(tab as typeof points).forEach(withdraw);
  return { updates, summary: kept };
}
