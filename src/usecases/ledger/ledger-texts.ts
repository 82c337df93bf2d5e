/** What a row of 台帳 holds as My Page shows and edits it: text by header, days as `YYYY-MM-DD`. */
import { dayOfSerial, parseDay } from '../../domain/fields/date';
import type { LedgerItemRow } from '../../domain/ledger-items';
import type { RawCell } from '../../sheets/cell';
import { ledger } from '../../sheets/schema/index';
import type { LastSeen } from '../../sheets/summary';

/** Texts of a row or its 控え by header; `''` for blank columns of 台帳. */
export function ledgerTexts(cells: LastSeen, items: readonly LedgerItemRow[]): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { header } of Object.values(ledger.columns)) texts[header] = '';
  for (const [header, content] of Object.entries(cells)) texts[header] = String(content);
  for (const { item, kind } of items) {
    const content = cells[item];
    if (kind === '日付' && content !== undefined) texts[item] = dayIn(content) || String(content);
  }
  return texts;
}

/** The day in a cell; `''` when it holds none. */
export function dayIn(content: RawCell | undefined): string {
  if (typeof content === 'number') return dayOfSerial(Math.floor(content));
  return typeof content === 'string' ? (parseDay(content) ?? '') : '';
}
