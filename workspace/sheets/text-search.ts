/** TextFinder: looks for text in what cells display (or in their formulas). */
import { ServiceError } from '../engine/service';
import type { Cell } from './cell';
import { displayText } from './display';
import type { Rect, Tab } from './tab';

export interface SearchOptions {
  readonly text: string;
  readonly entireCell: boolean;
  readonly matchCase: boolean;
  readonly regularExpression: boolean;
  readonly formulaText: boolean;
}

/** A test for one cell. Throws if the regular expression is none. */
export function matcher(options: SearchOptions): (cell: Cell | undefined) => boolean {
  const textOf = (cell: Cell | undefined): string =>
    options.formulaText && cell?.formula !== undefined ? cell.formula : displayText(cell);
  if (options.regularExpression) {
    let expression: RegExp;
    try {
      const source = options.entireCell ? `^(?:${options.text})$` : options.text;
      expression = new RegExp(source, options.matchCase ? 'su' : 'sui');
    } catch (cause) {
      throw new ServiceError(`Invalid regular expression: ${options.text} (${String(cause)})`);
    }
    return (cell) => expression.test(textOf(cell));
  }
  const fold = (text: string): string => (options.matchCase ? text : text.toLowerCase());
  const wanted = fold(options.text);
  if (options.entireCell) return (cell) => fold(textOf(cell)) === wanted;
  return (cell) => fold(textOf(cell)).includes(wanted);
}

/** 0-based places in a rectangle, row by row, that match. Blank cells never do. */
export function searchTab(
  tab: Tab,
  rect: Rect,
  matches: (cell: Cell | undefined) => boolean,
): { row: number; column: number }[] {
  const found: { row: number; column: number }[] = [];
  const lastRow = Math.min(rect.row + rect.rows, tab.rows.length);
  for (let row = rect.row; row < lastRow; row += 1) {
    const cells = tab.rows[row];
    if (cells === undefined) continue;
    const end = Math.min(rect.column + rect.columns, cells.length);
    for (let column = rect.column; column < end; column += 1) {
      const cell = cells[column];
      if (cell?.value !== undefined && matches(cell)) found.push({ row, column });
    }
  }
  return found;
}
