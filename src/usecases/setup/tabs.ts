/** 初期設定, first part: the tabs and what stands in them at first. */
import { LEDGER_ITEMS, writeLedgerItem } from '../../domain/ledger-items';
import { SETTINGS } from '../../domain/settings';
import { firstTexts } from '../../notices/kinds';
import { append, commit, type RowAppend } from '../../sheets/commit';
import { readForDecision, type Found } from '../../sheets/read';
import {
  allTabs,
  COUNTER_KEY,
  ledger,
  ledgerItems,
  settings,
  staff,
  summaries,
  texts,
  type Tab,
} from '../../sheets/schema';
import { createTabs, presentTabs, renameTab } from '../../sheets/structure';
import type { SetupReport } from './report';

/** Title the old ledger gets; a second adoption is never begun. */
export const OLD_LEDGER = '旧台帳';

/** Makes what is missing. An old 台帳 with headers of its own is put aside as 旧台帳 first. */
export function makeTabs(owner: string, report: SetupReport): void {
  const present = presentTabs();
  const old = present.get(ledger.title);
  if (old && !present.has(OLD_LEDGER) && !isOurs(ledger, old)) {
    renameTab(ledger.title, OLD_LEDGER);
    present.delete(ledger.title);
    report.done.push(`もとの「${ledger.title}」を「${OLD_LEDGER}」として残しました。`);
  }
  const missing = allTabs.filter(({ title }) => !present.has(title));
  createTabs(missing, owner);
  if (missing.length > 0) report.done.push(`シートを${missing.length}枚つくりました。`);
  for (const tab of allTabs) {
    const headers = present.get(tab.title);
    const lost = headers ? Object.values(tab.columns).filter(({ header }) => !headers.includes(header)) : [];
    if (lost.length > 0) {
      report.todo.push(
        `「${tab.title}」の1行目に、次の見出しがありません。見出しを直してください：${lost.map(({ header }) => header).join('、')}`,
      );
    }
  }
}

/** An old table shares some words with ours (氏名, 備考) but never most of them. */
function isOurs(tab: Tab, headers: readonly string[]): boolean {
  const own = Object.values(tab.columns).filter(({ header }) => headers.includes(header));
  return own.length > Object.keys(tab.columns).length * 0.8;
}

/** First rows of 設定, 台帳項目, 文面, 担当者 and the counters; what stands there already is left alone. */
export function fillTabs(owner: string, report: SetupReport): void {
  const found = readForDecision([
    ...[settings, ledgerItems, texts, staff].map((tab) => ({ tab, whole: true })),
    { tab: summaries, rows: [2] },
  ]);
  const appends = [
    ...missingSettings(found),
    ...missingItems(found),
    ...missingTexts(found),
    ...(found.rows(staff).length === 0
      ? [append(staff, found.headers(staff), { account: owner, role: '管理' })]
      : []),
    ...(found.row(summaries, 2).values.number === ''
      ? [append(summaries, found.headers(summaries), { number: COUNTER_KEY })]
      : []),
  ];
  commit({ updates: [], appends });
  if (appends.length > 0) report.done.push('設定・台帳項目・文面・担当者の最初の内容を入れました。');
}

function missingSettings(found: Found): RowAppend[] {
  const present = new Set(found.rows(settings).map(({ values }) => values.item));
  return SETTINGS.filter(({ key }) => !present.has(key)).map(({ key, default: value, explanation }) =>
    append(settings, found.headers(settings), { item: key, value, help: explanation }),
  );
}

function missingItems(found: Found): RowAppend[] {
  if (found.rows(ledgerItems).length > 0) return [];
  return LEDGER_ITEMS.map((item) => {
    const cells = writeLedgerItem(item);
    const values = Object.fromEntries(
      Object.entries(ledgerItems.columns).map(([key, { header }]) => [key, cells[header] ?? '']),
    );
    return append(ledgerItems, found.headers(ledgerItems), values);
  });
}

function missingTexts(found: Found): RowAppend[] {
  const present = new Set(found.rows(texts).map(({ values }) => values.kind));
  return Object.entries(firstTexts)
    .filter(([kind]) => !present.has(kind))
    .map(([kind, { subject, body }]) => append(texts, found.headers(texts), { kind, subject, body }));
}
