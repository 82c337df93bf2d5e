/** Searches that look at one column, or at formulas: one TextFinder contact whatever the size of the tab. */
import { requireSheet } from './spreadsheet';
import type { Tab } from './schema';

/** Rows of a tab (2 on) whose cell in a column (1-based) displays exactly one of the texts, in their order. */
export function findInColumn(tab: Tab, column: number, texts: readonly string[]): number[] {
  const wanted = [...new Set(texts)]
    .filter((text) => text !== '')
    .map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const sheet = requireSheet(tab);
  const last = sheet.getMaxRows();
  if (wanted.length === 0 || last < 2) return [];
  return sheet
    .getRange(2, column, last - 1, 1)
    .createTextFinder(`^(${wanted.join('|')})$`)
    .useRegularExpression(true)
    .matchCase(true)
    .findAll()
    .map((range) => range.getRow());
}

/** Cells among these rows whose formula, or text, begins with an equals sign; the caller knows the texts. */
export function findEqualsSigns(
  tab: Tab,
  rows: { from: number; to: number },
): { row: number; column: number }[] {
  const sheet = requireSheet(tab);
  return sheet
    .getRange(rows.from, 1, rows.to - rows.from + 1, sheet.getMaxColumns())
    .createTextFinder('^=')
    .useRegularExpression(true)
    .matchFormulaText(true)
    .findAll()
    .map((range) => ({ row: range.getRow(), column: range.getColumn() }));
}
