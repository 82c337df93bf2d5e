/** ホーム of the sidebar: what waits, and whether all is well. Secretaries see the owner's health through properties. */
import { findAny, findExact } from '../sheets/find';
import { certificates, ledger, notices, notifications, passwords, renewals } from '../sheets/schema';
import { publish, showRow } from '../sheets/spreadsheet';
import { knownFindings } from './findings';
import { healthFindings } from './health';
import type { Installation } from './installation';
import { lapsingCount } from './renewal/renewal-job';
import { requireStaff } from './staff';

/** Counts by one search each. DomainError `NOT_STAFF`, `NOT_SET_UP`. */
export function officeHome() {
  const { installation, rules } = requireStaff();
  publish();
  const count = (label: string, tab: { title: string }, state: string) => ({
    label,
    count: findExact(tab, state).length,
    tab: tab.title,
  });
  return {
    mode: rules.settings.mode,
    waiting: [
      count('パスワードの要確認', passwords, '要確認'),
      count('パスワードの送付待ち', passwords, '送付待ち'),
      count('変更届の確認待ち', notifications, '申請中'),
      count('更新の確認待ち', renewals, '申請中'),
      count('更新の決裁待ち', renewals, '確認済'),
      {
        label: '証書の作成・発送・返戻',
        count: findAny(certificates, ['作成待ち', '作成済', '返戻']).length,
        tab: certificates.title,
      },
      { label: '失効予定', count: lapsingCount(installation), tab: ledger.title },
      count('送信待ちのお知らせ', notices, '送信待ち'),
      count('送れなかったお知らせ', notices, '失敗'),
      count('郵送するお知らせ', notices, '郵送待ち'),
    ],
    findings: healthFindings(installation, rules),
    ledgerFindings: countFindings(installation),
  };
}

function countFindings(installation: Installation): number {
  const { list, more } = knownFindings(installation);
  return list.length + more;
}

/** Puts the cursor of the secretary on a row. DomainError `NOT_STAFF`, `TAB_MISSING`. */
export function showOfficeRow({ tab, row }: { tab: string; row: number }): Record<string, never> {
  requireStaff();
  showRow(tab, row);
  return {};
}
