/** The rules in force: settings, ledger items, texts, staff and closed days, kept in the cache for ten minutes. */
import { DomainError } from '../domain/errors';
import { readLedgerItem, type LedgerItemRow } from '../domain/ledger-items';
import { readSettings, type Settings } from '../domain/settings';
import { dropCache, readCache, writeCache } from '../platform/cache';
import { readRulebookRows, type RulebookRows } from '../sheets/rulebook';
import { closedDays, ledgerItems, settings, staff, texts } from '../sheets/schema';

export interface Rules {
  settings: Settings;
  items: LedgerItemRow[];
  texts: RulebookRows['texts'];
  staff: RulebookRows['staff'];
  closedDays: string[];
  /** Settings that could not be read; their default is in force. */
  problems: { key: string; value: string; reason: string }[];
}

/** Titles of the tabs the rules are read from. */
export const steeringTabs: readonly string[] = [settings, ledgerItems, texts, staff, closedDays].map(
  ({ title }) => title,
);

const KEY = 'rules:1';
const SECONDS = 600;
/** The rules as last read, for as long as a cache keeps anything: while somebody has broken one of the tabs they hold. */
const LAST = 'rules:last';
const LAST_SECONDS = 21_600;

/**
 * The rules, and whatever other cache values the caller wants: one contact
 * when the rules are cached, four when they must be read from the tabs.
 */
export function loadRules(otherKeys: readonly string[] = []): {
  rules: Rules;
  cached: Record<string, string>;
} {
  const cached = readCache([KEY, ...otherKeys]);
  const kept = cached[KEY];
  if (kept !== undefined) return { rules: toRules(JSON.parse(kept) as RulebookRows), cached };
  return { rules: toRules(readOrLast()), cached };
}

/** The tabs as they stand; while one of them is broken, as they were. DomainError `HEADERS_BROKEN`, `TAB_MISSING` if that is forgotten. */
function readOrLast(): RulebookRows {
  try {
    return readAndKeep();
  } catch (error) {
    const last = error instanceof DomainError ? readCache([LAST])[LAST] : undefined;
    if (last === undefined) throw error;
    writeCache(KEY, last, SECONDS);
    return JSON.parse(last) as RulebookRows;
  }
}

function readAndKeep(): RulebookRows {
  const rows = readRulebookRows();
  const text = JSON.stringify(rows);
  writeCache(KEY, text, SECONDS);
  writeCache(LAST, text, LAST_SECONDS);
  return rows;
}

/** The rules as the tabs say now, for decisions that must not rest on a cached mode. */
export function readRulesNow(): Rules {
  return toRules(readAndKeep());
}

/** Lets the next request read the tabs again. */
export function forgetRules(): void {
  dropCache(KEY);
}

/** What a person reads about a row of 設定 that is not in force. */
export function settingSentence({ key, value, reason }: Rules['problems'][number]): string {
  if (reason === ONLY_TYPED)
    return '設定「動作モード」に「本番」と書いてありますが、まだ切り替わっていません。管理者のアカウントで、メニューの「本番に切り替える」を選んでください。';
  return `設定「${key}」の「${value}」は使えません。右の説明をご覧のうえ、直してください。`;
}

const ONLY_TYPED = 'ONLY_TYPED';

function toRules(rows: RulebookRows): Rules {
  const { settings: typed, problems } = readSettings(rows.settings);
  // 本番 begins on its page, which shows what would leave and fixes フォーム取扱開始日時; the word alone does nothing.
  const onlyTyped = typed.mode === '本番' && typed.formOpenedAt === null;
  return {
    settings: onlyTyped ? { ...typed, mode: '準備' } : typed,
    problems: onlyTyped ? [...problems, { key: '動作モード', value: '本番', reason: ONLY_TYPED }] : problems,
    items: rows.items.flatMap((row) => readLedgerItem(byHeader(row)) ?? []),
    texts: rows.texts,
    staff: rows.staff,
    closedDays: rows.closedDays,
  };
}

function byHeader(row: RulebookRows['items'][number]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ledgerItems.columns).map(([key, { header }]) => [header, row[key as keyof typeof row]]),
  );
}
