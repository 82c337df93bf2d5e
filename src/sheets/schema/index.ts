/** Every tab of the spreadsheet, in the order 初期設定 makes them. */
import {
  attendance,
  categories,
  certificates,
  events,
  notifications,
  points,
  renewals,
} from './applications';
import type { Tab } from './column';
import {
  closedDays,
  history,
  logins,
  notices,
  operations,
  passwords,
  reasons,
  settings,
  staff,
  texts,
} from './office';
import { ledger, ledgerItems, periods } from './register';
import { credentials, summaries } from './system';

export const allTabs: readonly Tab[] = [
  ledger,
  passwords,
  notifications,
  points,
  renewals,
  certificates,
  periods,
  attendance,
  events,
  notices,
  history,
  settings,
  ledgerItems,
  categories,
  texts,
  reasons,
  staff,
  closedDays,
  operations,
  logins,
  credentials,
  summaries,
];

export * from './applications';
export * from './office';
export * from './register';
export * from './system';
export type { CellKind, Column, RowOf, Tab } from './column';
