/** ホーム of the sidebar: what waits, and whether all is well. Secretaries see the owner's health through properties. */
import { now } from '../platform/clock';
import { findExact } from '../sheets/find';
import { notices, notifications, passwords } from '../sheets/schema';
import { publish, showRow } from '../sheets/spreadsheet';
import { knownFindings } from './findings';
import { PROPERTY, type Installation } from './installation';
import { stopText } from './stop';
import { requireStaff } from './staff';
import { settingSentence, type Rules } from './rules';

/** The five-minute job is late when it has not run for this long. */
const HEARTBEAT_MS = 30 * 60_000;

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
      count('送信待ちのお知らせ', notices, '送信待ち'),
      count('送れなかったお知らせ', notices, '失敗'),
      count('郵送するお知らせ', notices, '郵送待ち'),
    ],
    findings: findingsOf(installation, rules),
    ledgerFindings: countFindings(installation),
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
