/** ホーム of the sidebar: what waits, and whether all is well. Secretaries see the owner's health through properties. */
import { standingOf } from '../../domain/application-state';
import { dayOfInstant } from '../../domain/fields/instant';
import { now } from '../../platform/clock';
import { findAny, findExact } from '../../sheets/find';
import { readForDecision } from '../../sheets/read';
import {
  certificates,
  ledger,
  notices,
  notifications,
  operations,
  passwords,
  points,
  renewals,
} from '../../sheets/schema/index';
import { showRow } from '../../sheets/spreadsheet';
import { countFindings } from '../findings/findings';
import { healthFindings } from '../installation/health';
import { lapsingCount } from '../renewal/renewal-job';
import { lostRowFindings } from '../points/lost-rows';
import { isRecent, putBackRows } from '../ledger/put-back';
import { requireStaff } from './staff';

/** 差戻し whose 補正期限 are looked at. */
const MOST_RETURNED = 40;

/** Counts by one search each. DomainError `NOT_STAFF`, `NOT_SET_UP`. */
export function officeHome() {
  const { installation, rules } = requireStaff();
  const looked = readLooked();
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
      { ...count('ポイントの確認待ち', points, '申請中'), view: 'points' as const },
      {
        ...{ label: 'ポイントの差戻しの期限切れ', count: looked.overdue, tab: points.title },
        view: 'returned' as const,
      },
      count('変更届の確認待ち', notifications, '申請中'),
      { ...count('更新の確認待ち', renewals, '申請中'), view: 'renewals' as const },
      { ...count('更新の決裁待ち', renewals, '確認済'), view: 'renewals' as const },
      {
        label: '証書の作成・発送・返戻',
        count: findAny(certificates, ['作成待ち', '作成済', '返戻']).length,
        tab: certificates.title,
        view: 'certificates' as const,
      },
      { label: '失効予定', count: lapsingCount(installation), tab: ledger.title, view: 'lapse' as const },
      { ...count('まもなく送信', notices, '送信待ち'), view: 'notices' as const },
      count('送れなかったお知らせ', notices, '失敗'),
      count('郵送するお知らせ', notices, '郵送待ち'),
      {
        ...{ label: '元に戻した入力（7日間）', count: looked.putBack, tab: operations.title },
        view: 'putBack' as const,
      },
    ],
    findings: [...healthFindings(installation, rules), ...lostRowFindings(installation)],
    ledgerFindings: countFindings(installation),
  };
}

/** What takes a look into the rows; one read. */
function readLooked(): { overdue: number; putBack: number } {
  const returned = findExact(points, '差戻し').slice(0, MOST_RETURNED);
  const putBack = putBackRows();
  const found = readForDecision([
    { tab: points, rows: returned },
    { tab: operations, rows: putBack },
  ]);
  const today = dayOfInstant(now());
  return {
    overdue: returned
      .map((row) => found.row(points, row).values)
      .filter(
        (values) => standingOf(values).state === '差戻し' && values.fixBy !== '' && values.fixBy < today,
      ).length,
    putBack: putBack.filter((row) => isRecent(found.row(operations, row).values)).length,
  };
}

/** Puts the cursor of the secretary on a row. DomainError `NOT_STAFF`, `TAB_MISSING`. */
export function showOfficeRow({ tab, row }: { tab: string; row: number }): Record<string, never> {
  requireStaff();
  showRow(tab, row);
  return {};
}
