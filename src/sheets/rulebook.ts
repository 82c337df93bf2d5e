/** The tabs that steer the system, read together: 設定, 台帳項目, 文面, 担当者, 休業日, 区分, 行事, 理由文例. */
import { readForDecision } from './read';
import {
  categories,
  closedDays,
  events,
  ledgerItems,
  reasons,
  settings,
  staff,
  texts,
  type RowOf,
} from './schema';

/** Rows as they stand; nothing is decided or defaulted here. JSON only, so that it can be cached. */
export interface RulebookRows {
  settings: { key: string; value: string }[];
  items: RowOf<typeof ledgerItems>[];
  texts: RowOf<typeof texts>[];
  staff: RowOf<typeof staff>[];
  closedDays: string[];
  /** Raw cells by column key: a word in a number column is a problem to be told, not a blank. */
  categories: Record<string, string | number | boolean>[];
  events: RowOf<typeof events>[];
  reasons: RowOf<typeof reasons>[];
}

/** The tabs themselves. */
export const rulebookTabs = [
  settings,
  ledgerItems,
  texts,
  staff,
  closedDays,
  categories,
  events,
  reasons,
] as const;

/** 担当者 alone. One contact. Throws DomainError `HEADERS_BROKEN`, `TAB_MISSING`. */
export function readStaffRows(): RulebookRows['staff'] {
  return readForDecision([{ tab: staff, whole: true }])
    .rows(staff)
    .map(({ values }) => values);
}

/** One contact. Throws DomainError `HEADERS_BROKEN`, `TAB_MISSING`. */
export function readRulebookRows(): RulebookRows {
  const found = readForDecision(rulebookTabs.map((tab) => ({ tab, whole: true })));
  return {
    settings: found.rows(settings).map(({ values }) => ({ key: values.item, value: values.value })),
    items: found.rows(ledgerItems).map(({ values }) => values),
    texts: found.rows(texts).map(({ values }) => values),
    staff: found.rows(staff).map(({ values }) => values),
    closedDays: found.rows(closedDays).map(({ values }) => values.day),
    categories: found.rows(categories).map(({ raw }) => raw),
    events: found.rows(events).map(({ values }) => values),
    reasons: found.rows(reasons).map(({ values }) => values),
  };
}
