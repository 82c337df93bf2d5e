/** Data validation: which values a rule lets in, and the text when a strict one is broken. */
import { NotInWorkspace } from '../engine/service';
import { a1Of } from './a1';
import type { Cell, CellValue, ValidationRule } from './cell';
import { isDateFormat } from './cell';
import { displayText } from './display';
import { LateRefusal } from './refusal';
import type { TabDraft } from './tab';

type Judge = (value: CellValue, rule: ValidationRule, cell: Cell) => boolean;

function compare(test: (value: number, limits: readonly number[]) => boolean): Judge {
  return (value, rule) => typeof value === 'number' && test(value, rule.values.map(Number));
}

const JUDGES: Readonly<Record<string, Judge>> = {
  ONE_OF_LIST: (_value, rule, cell) => rule.values.includes(displayText(cell)),
  BOOLEAN: (value, rule) =>
    rule.values.length === 0 ? typeof value === 'boolean' : rule.values.includes(String(value)),
  DATE_IS_VALID: (value, _rule, cell) => typeof value === 'number' && isDateFormat(cell.format),
  NUMBER_BETWEEN: compare((value, [low = 0, high = 0]) => value >= low && value <= high),
  NUMBER_GREATER: compare((value, [limit = 0]) => value > limit),
  NUMBER_GREATER_THAN_EQ: compare((value, [limit = 0]) => value >= limit),
  NUMBER_LESS: compare((value, [limit = 0]) => value < limit),
  NUMBER_LESS_THAN_EQ: compare((value, [limit = 0]) => value <= limit),
  NUMBER_EQ: compare((value, [limit = 0]) => value === limit),
  TEXT_CONTAINS: (_value, rule, cell) => displayText(cell).includes(rule.values[0] ?? ''),
  TEXT_IS_EMAIL: (_value, _rule, cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(displayText(cell)),
};

/** Throws unless the kind of rule is built here. */
export function requireKnownRule(type: string): void {
  if (JUDGES[type] === undefined) throw new NotInWorkspace(`data validation ${type}`);
}

/** Whether a cell obeys its own rule. Blank cells always do. */
export function obeysRule(cell: Cell | undefined): boolean {
  if (cell?.validation === undefined || cell.value === undefined) return true;
  return JUDGES[cell.validation.type]?.(cell.value, cell.validation, cell) ?? true;
}

/** Google's refusal for a broken strict rule. */
function violation({ type, values }: ValidationRule, row: number, column: number): LateRefusal {
  const where = a1Of({ row, column, rows: 1, columns: 1 });
  return type === 'ONE_OF_LIST'
    ? new LateRefusal('invalidDataList', where, values.join(', '))
    : new LateRefusal('invalidData', where);
}

/** Throws if the cell just written breaks a strict rule. */
export function requireObedience(draft: Pick<TabDraft, 'rows'>, row: number, column: number): void {
  const cell = draft.rows[row]?.[column];
  if (cell?.validation?.strict === true && !obeysRule(cell)) {
    throw violation(cell.validation, row, column);
  }
}
