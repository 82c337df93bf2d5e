/** What can be done with the selected rows and columns: entries of the context menu and of the menu bar. */
import type { Reshape } from './changes';
import type { PopupEntry } from './overlay';
import type { Rect, TabFacts } from './sheet-data';
import { a1OfRect } from './sheet-data';

/** Sends a reshaping that touches a rectangle. */
export type Apply = (touched: Rect, step: Reshape) => void;

function item(label: string, choose: () => void): PopupEntry {
  return { type: 'item', label, choose };
}

/** Entries about the selected rows. */
export function rowEntries({ row, rows }: Rect, tab: TabFacts, apply: Apply): PopupEntry[] {
  const whole: Rect = { row, column: 0, rows, columns: tab.columnCount };
  const entry = (label: string, action: 'insert' | 'delete', at: number): PopupEntry =>
    item(label, () => apply(whole, { action, at, count: rows }));
  return [
    entry(`上に ${rows} 行挿入`, 'insert', row + 1),
    entry(`下に ${rows} 行挿入`, 'insert', row + rows + 1),
    entry(rows === 1 ? '行を削除' : `${row + 1} ～ ${row + rows} 行を削除`, 'delete', row + 1),
  ];
}

/** Entries about the selected columns. */
export function columnEntries({ column, columns }: Rect, tab: TabFacts, apply: Apply): PopupEntry[] {
  const whole: Rect = { row: 0, column, rows: tab.rowCount, columns };
  const entry = (label: string, action: 'insertColumn' | 'deleteColumn', at: number): PopupEntry =>
    item(label, () => apply(whole, { action, at, count: columns }));
  return [
    entry(`左に ${columns} 列挿入`, 'insertColumn', column + 1),
    entry(`右に ${columns} 列挿入`, 'insertColumn', column + columns + 1),
    entry('列を削除', 'deleteColumn', column + 1),
  ];
}

/** Entries that sort the tab, or the selected range, by the selection's first column. */
export function sortEntries(rect: Rect, tab: TabFacts, apply: Apply): PopupEntry[] {
  const all: Rect = {
    row: tab.frozenRows,
    column: 0,
    rows: tab.rowCount - tab.frozenRows,
    columns: tab.columnCount,
  };
  const sort = (ascending: boolean, range?: Rect): Reshape => ({
    action: 'sort',
    column: rect.column + 1,
    ascending,
    ...(range === undefined ? {} : { range: a1OfRect(range) }),
  });
  const entries = [
    item('シートを並べ替え（A → Z）', () => apply(all, sort(true))),
    item('シートを並べ替え（Z → A）', () => apply(all, sort(false))),
  ];
  if (rect.rows < 2 || rect.rows >= tab.rowCount) return entries;
  return [
    ...entries,
    item('範囲を並べ替え（A → Z）', () => apply(rect, sort(true, rect))),
    item('範囲を並べ替え（Z → A）', () => apply(rect, sort(false, rect))),
  ];
}
