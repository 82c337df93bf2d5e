/** The tabs that steer the system, read together: 設定, 台帳項目, 文面, 担当者, 休業日. */
import { readForDecision } from './read';
import { closedDays, ledgerItems, settings, staff, texts, type RowOf } from './schema';

/** Rows as they stand; nothing is decided or defaulted here. JSON only, so that it can be cached. */
export interface RulebookRows {
  settings: { key: string; value: string }[];
  items: RowOf<typeof ledgerItems>[];
  texts: RowOf<typeof texts>[];
  staff: RowOf<typeof staff>[];
  closedDays: string[];
}

/** One contact. Throws DomainError `HEADERS_BROKEN`. */
export function readRulebookRows(): RulebookRows {
  const tabs = [settings, ledgerItems, texts, staff, closedDays] as const;
  const found = readForDecision(tabs.map((tab) => ({ tab, whole: true })));
  return {
    settings: found.rows(settings).map(({ values }) => ({ key: values.item, value: values.value })),
    items: found.rows(ledgerItems).map(({ values }) => values),
    texts: found.rows(texts).map(({ values }) => values),
    staff: found.rows(staff).map(({ values }) => values),
    closedDays: found.rows(closedDays).map(({ values }) => values.day),
  };
}
