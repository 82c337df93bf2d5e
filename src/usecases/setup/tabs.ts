/** 初期設定, first part: the tabs and what stands in them at first. */
import { FIRST_CATEGORIES, FIRST_REASONS } from '../../domain/first-rows';
import { LEDGER_ITEMS, writeLedgerItem } from '../../domain/ledger-items';
import { SETTINGS } from '../../domain/settings';
import { firstTexts } from '../../notices/kinds';
import { append, commit, type RowAppend } from '../../sheets/commit';
import { readForDecision, type Found } from '../../sheets/read';
import {
  allTabs,
  categories,
  COUNTER_KEY,
  ledgerItems,
  reasons,
  settings,
  staff,
  summaries,
  texts,
  type RowOf,
  type Tab,
} from '../../sheets/schema';
import { arrangeTabs, presentTabs } from '../../sheets/structure';
import type { SetupReport } from './report';

/** Title the old ledger gets; a second adoption is never begun. */
export const OLD_LEDGER = '旧台帳';

/**
 * Makes what is missing, all of it in one atomic request. At the first time
 * tabs of the office that bear our titles are put aside (台帳 as 旧台帳).
 */
export function makeTabs(owner: string, report: SetupReport): void {
  const present = presentTabs();
  const isFirst = !present.has(summaries.title);
  const foreign = isFirst ? allTabs.filter((tab) => isForeign(tab, present.get(tab.title))) : [];
  const renames = foreign.flatMap(({ title }) => asideOf(title, present));
  const taken = new Set(foreign.map(({ title }) => title));
  const missing = allTabs.filter(({ title }) => taken.has(title) || !present.has(title));
  if (missing.length > 0) arrangeTabs(renames, missing, owner);
  for (const { from, to } of renames)
    report.done.push(`もとの「${from}」を「${to}」という名前で残しました。`);
  if (missing.length > 0) report.done.push(`シートを${String(missing.length)}枚つくりました。`);
  for (const tab of allTabs) {
    const headers = taken.has(tab.title) ? undefined : present.get(tab.title);
    if (headers) reportHeaders(tab, headers, report);
  }
}

/** An old table shares some words with ours (氏名, 備考) but never most of them. */
function isForeign(tab: Tab, headers: readonly string[] | undefined): boolean {
  if (!headers) return false;
  const own = Object.values(tab.columns).filter(({ header }) => headers.includes(header));
  return own.length <= Object.keys(tab.columns).length * 0.8;
}

/** The rename that puts a tab aside; one that already bears the name we need gives way first. */
function asideOf(title: string, present: ReadonlyMap<string, unknown>): { from: string; to: string }[] {
  const to = `旧${title}`;
  const rename = { from: title, to };
  return present.has(to) ? [{ from: to, to: `${to}（以前からのもの）` }, rename] : [rename];
}

function reportHeaders(tab: Tab, headers: readonly string[], report: SetupReport): void {
  const columns = Object.values(tab.columns).map(({ header }) => header);
  const lost = columns.filter((header) => !headers.includes(header));
  const twice = columns.filter((header) => headers.filter((other) => other === header).length > 1);
  if (lost.length > 0)
    report.todo.push(
      `シート「${tab.title}」の1行目に、次の見出しがありません。見出しの名前を変えたときは、元の名前に戻してください（列の場所は変えてもかまいません）：${lost.join('、')}`,
    );
  if (twice.length > 0)
    report.todo.push(
      `シート「${tab.title}」の1行目に、同じ見出しが2つあります。どちらかの名前を変えてください：${twice.join('、')}`,
    );
}

/** First rows of 設定, 台帳項目, 文面, 理由文例, 担当者 and the counters; what stands there already is left alone. */
export function fillTabs(owner: string, report: SetupReport): void {
  const found = readForDecision([
    ...[settings, ledgerItems, texts, staff, categories, reasons].map((tab) => ({ tab, whole: true })),
    { tab: summaries, rows: [2] },
  ]);
  const appends = [
    ...missingSettings(found),
    ...missingItems(found),
    ...missingTexts(found),
    ...firstRows(found, categories, FIRST_CATEGORIES),
    ...firstRows(found, reasons, FIRST_REASONS),
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

/** A tab in which nothing stands yet gets its first rows. */
function firstRows<T extends Tab>(
  found: Found,
  tab: T,
  rows: readonly Readonly<Record<string, string | number>>[],
): RowAppend[] {
  if (found.rows(tab).length > 0) return [];
  return rows.map((values) => append(tab, found.headers(tab), values as Partial<RowOf<T>>));
}

function missingTexts(found: Found): RowAppend[] {
  const present = new Set(found.rows(texts).map(({ values }) => values.kind));
  return Object.entries(firstTexts)
    .filter(([kind]) => !present.has(kind))
    .map(([kind, { subject, body }]) => append(texts, found.headers(texts), { kind, subject, body }));
}

/** Of each 対象 that has no row yet: who has deleted some of them does not get them back. */
