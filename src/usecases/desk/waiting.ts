/** What waits for the office, counted by one search each. */
import { findAny } from '../../sheets/find';
import {
  certificates,
  notices,
  notifications,
  passwords,
  points,
  renewals,
  type Tab,
} from '../../sheets/schema/index';
import { publish } from '../../sheets/spreadsheet';

/** A line as the office reads it: rows of a tab whose 状態 is one of these. */
const WAITING: readonly { label: string; tab: Tab; states: readonly string[] }[] = [
  { label: 'パスワードの要確認', tab: passwords, states: ['要確認'] },
  { label: '変更届の確認待ち', tab: notifications, states: ['申請中'] },
  { label: 'ポイントの確認待ち', tab: points, states: ['申請中'] },
  { label: '更新の申請の確認待ち', tab: renewals, states: ['申請中'] },
  { label: '更新の決裁待ち', tab: renewals, states: ['確認済'] },
  { label: '証書の作成・返戻', tab: certificates, states: ['作成待ち', '返戻'] },
  { label: '郵送するお知らせ', tab: notices, states: ['郵送待ち'] },
  { label: '送れなかったお知らせ', tab: notices, states: ['失敗', '不達', '宛先なし'] },
];

export interface WaitingLine {
  label: string;
  count: number;
}

/** The lines of which something waits. */
export function waitingLines(): WaitingLine[] {
  publish();
  return WAITING.map(({ label, tab, states }) => ({ label, count: findAny(tab, states).length })).filter(
    ({ count }) => count > 0,
  );
}
