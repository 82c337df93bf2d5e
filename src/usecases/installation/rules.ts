/** The rules in force: settings, items, texts, staff, closed days, 区分, 行事 and 理由文例, kept in the cache for ten minutes. */
import type { AssociationEvent } from '../../domain/activity';
import { readCategories, type Category, type CategoryProblem } from '../../domain/category';
import { DomainError } from '../../domain/errors';
import { dayOfInstant } from '../../domain/fields/instant';
import { readLedgerItem, type LedgerItemRow } from '../../domain/ledger-items';
import { daysAfter } from '../../domain/period';
import { readSettings, type Settings } from '../../domain/settings';
import { dropCache, fromParts, partsOf, readCache, toParts, writeCaches } from '../../platform/cache';
import { now } from '../../platform/clock';
import { readRulebookRows, rulebookTabs, type RulebookRows } from '../../sheets/rulebook';
import { ledgerItems } from '../../sheets/schema/index';

export interface Rules {
  settings: Settings;
  items: LedgerItemRow[];
  texts: RulebookRows['texts'];
  staff: RulebookRows['staff'];
  closedDays: string[];
  categories: Category[];
  /** 行事 of the last years and to come, the earliest first. */
  events: (AssociationEvent & { url: string })[];
  reasons: RulebookRows['reasons'];
  /** Settings that could not be read; their default is in force. */
  problems: { key: string; value: string; reason: string }[];
  /** Rows of 区分 that are not in force. */
  categoryProblems: CategoryProblem[];
}

/** Titles of the tabs the rules are read from. */
export const steeringTabs: readonly string[] = rulebookTabs.map(({ title }) => title);

const KEY = 'rules:3';
const PARTS = 6;
/** When they were read (epoch ms); gone once a tab has been edited. */
const FRESH = `${KEY}:fresh`;
const FRESH_MS = 600_000;
/** As long as a cache keeps anything: the rules as last read hold while somebody has broken one of the tabs. */
const SECONDS = 21_600;
/** 行事 kept in the cache: longer than any period, and not more than fit in. */
const EVENT_DAYS = 2200;
const MOST_EVENTS = 400;
/**
 * The rules, and whatever other cache values the caller wants: one contact
 * when the rules are cached, four when they must be read from the tabs.
 */
export function loadRules(otherKeys: readonly string[] = []): {
  rules: Rules;
  cached: Record<string, string>;
} {
  const cached = readCache([...partsOf(KEY, PARTS), FRESH, ...otherKeys]);
  const kept = fromParts(KEY, PARTS, cached);
  const isFresh = now() - Number(cached[FRESH] ?? 0) < FRESH_MS;
  const rows = kept !== undefined && isFresh ? (JSON.parse(kept) as RulebookRows) : readOrLast(kept);
  return { rules: toRules(rows), cached };
}

/** The tabs as they stand; while one of them is broken, as they were. DomainError `HEADERS_BROKEN`, `TAB_MISSING` if that is forgotten. */
function readOrLast(last: string | undefined): RulebookRows {
  try {
    return readAndKeep();
  } catch (error) {
    if (!(error instanceof DomainError) || last === undefined) throw error;
    keep(last);
    return JSON.parse(last) as RulebookRows;
  }
}

function readAndKeep(): RulebookRows {
  const rows = readRulebookRows();
  const since = daysAfter(dayOfInstant(now()), -EVENT_DAYS);
  const events = rows.events
    .filter(({ startsOn, endsOn }) => (endsOn || startsOn) >= since)
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
    .slice(-MOST_EVENTS);
  const kept = { ...rows, events };
  keep(JSON.stringify(kept));
  return kept;
}

/** Texts longer than the cache may hold are read every time: slower, never wrong. */
function keep(text: string): void {
  const parts = toParts(KEY, PARTS, text);
  if (parts) writeCaches({ ...parts, [FRESH]: String(now()) }, SECONDS);
}

/** The rules as the tabs say now, for decisions that must not rest on a cached mode. */
export function readRulesNow(): Rules {
  return toRules(readAndKeep());
}

/** Lets the next request read the tabs again. */
export function forgetRules(): void {
  dropCache(FRESH);
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
  const { categories, problems: categoryProblems } = readCategories(rows.categories);
  // 本番 begins on its page, which shows what would leave and fixes フォーム取扱開始日時; the word alone does nothing.
  const onlyTyped = typed.mode === '本番' && typed.formOpenedAt === null;
  return {
    settings: onlyTyped ? { ...typed, mode: '準備' } : typed,
    problems: onlyTyped ? [...problems, { key: '動作モード', value: '本番', reason: ONLY_TYPED }] : problems,
    items: rows.items.flatMap((row) => readLedgerItem(byHeader(row)) ?? []),
    texts: rows.texts,
    staff: rows.staff,
    closedDays: rows.closedDays,
    categories,
    categoryProblems,
    events: rows.events,
    reasons: rows.reasons,
  };
}

function byHeader(row: RulebookRows['items'][number]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ledgerItems.columns).map(([key, { header }]) => [header, row[key as keyof typeof row]]),
  );
}
