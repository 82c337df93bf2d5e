/** ホーム of the sidebar: what waits, and whether all is well. Secretaries see the owner's health through properties. */
import { standingOf } from '../domain/application-state';
import { dayOfInstant } from '../domain/fields/instant';
import { now } from '../platform/clock';
import { findExact } from '../sheets/find';
import { readForDecision } from '../sheets/read';
import { notices, operations, passwords, points } from '../sheets/schema';
import { showRow } from '../sheets/spreadsheet';
import { PROPERTY, type Installation } from './installation';
import { lostRowFindings } from './points/lost-rows';
import { isRecent, putBackRows } from './put-back';
import { stopText } from './stop';
import { requireStaff } from './staff';
import { settingSentence, type Rules } from './rules';

/** The five-minute job is late when it has not run for this long. */
const HEARTBEAT_MS = 30 * 60_000;

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
      { ...count('まもなく送信', notices, '送信待ち'), view: 'notices' as const },
      count('送れなかったお知らせ', notices, '失敗'),
      {
        ...{ label: '元に戻した入力（7日間）', count: looked.putBack, tab: operations.title },
        view: 'putBack' as const,
      },
    ],
    findings: [...findingsOf(installation, rules), ...lostRowFindings(installation)],
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

function findingsOf(installation: Installation, rules: Rules): string[] {
  const findings: string[] = [];
  const heartbeat = Number(installation.properties[PROPERTY.heartbeat] ?? 0);
  if (now() - heartbeat > HEARTBEAT_MS)
    findings.push(
      '自動の処理が30分以上動いていません。管理者のアカウントで「初期設定」をもう一度選んでください。',
    );
  const stopped = stopText(installation);
  if (stopped !== null) findings.push('マイページの受付を止めています。');
  if (rules.settings.mode === '試行' && rules.settings.testMail === '')
    findings.push('試行のメールを出せません。設定「試行宛先」に、事務局のメールアドレスを入れてください。');
  for (const problem of rules.problems) findings.push(settingSentence(problem));
  return [...findings, ...(JSON.parse(installation.properties[PROPERTY.findings] ?? '[]') as string[])];
}

/** Puts the cursor of the secretary on a row. DomainError `NOT_STAFF`, `TAB_MISSING`. */
export function showOfficeRow({ tab, row }: { tab: string; row: number }): Record<string, never> {
  requireStaff();
  showRow(tab, row);
  return {};
}
