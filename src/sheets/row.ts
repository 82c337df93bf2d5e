/** One row of a tab as it was read: its place, its raw cells, and its values by column key. */
import { blankOf, decodeCell, encodeRaw, type CellValue, type RawCell } from './cell';
import type { Headers } from './headers';
import type { RowOf, Tab } from './schema';

/** A cell whose content does not fit its column. */
export interface UnfitCell {
  header: string;
  content: string;
}

export interface ReadRow<T extends Tab = Tab> {
  readonly tab: T;
  /** 1-based row in the tab at the time of reading. */
  readonly row: number;
  readonly headers: Headers;
  /** Every cell as it was read, from column A on, those without a header too. */
  readonly cells: readonly RawCell[];
  /** Raw content by column key; blank is `''`. */
  readonly raw: Readonly<Record<string, RawCell>>;
  /** Raw content of every column with a header, the office's own ones too, by header text; blanks left out. */
  readonly byHeader: Readonly<Record<string, RawCell>>;
  readonly values: RowOf<T>;
  /** Cells that could not be read as what their column holds; their value is blank. */
  readonly unfit: readonly UnfitCell[];
}

/** Puts the cells of one read row under their column keys. */
export function toReadRow<T extends Tab>(
  tab: T,
  headers: Headers,
  row: number,
  cells: readonly RawCell[],
): ReadRow<T> {
  const raw: Record<string, RawCell> = {};
  const values: Record<string, CellValue> = {};
  const unfit: UnfitCell[] = [];
  for (const [key, column] of Object.entries(tab.columns)) {
    const content = cells[(headers.places.get(key) ?? 0) - 1] ?? '';
    raw[key] = content;
    const value = decodeCell(content, column.kind);
    if (value === undefined) unfit.push({ header: column.header, content: String(content) });
    values[key] = value ?? blankOf(column.kind);
  }
  const byHeader: Record<string, RawCell> = {};
  headers.texts.forEach((header, index) => {
    const content = cells[index] ?? '';
    if (header !== '' && content !== '') byHeader[header] = content;
  });
  return { tab, row, headers, cells, raw, byHeader, values: values as RowOf<T>, unfit };
}

/** The text by which a row is recognised, as it is stored. */
export function keyText(row: ReadRow): string {
  return String(row.raw[row.tab.key] ?? '');
}

/** The text that tells a row from a person's other rows of the tab. */
export function rowKey(row: ReadRow): string {
  return String(row.raw[row.tab.within ?? row.tab.key] ?? '');
}

/** The text that tells a row from every other of its tab; `''` for one without a key. */
export function rowName(row: ReadRow): string {
  const key = keyText(row);
  return row.tab.within === undefined || key === '' ? key : `${key}\n${rowKey(row)}`;
}

/** The text that tells the row of this name from the person's other rows of the tab. */
export function rowKeyOf(name: string): string {
  return name.slice(name.indexOf('\n') + 1);
}

/** The values of remembered cells (by header); what does not fit its column is blank. */
export function valuesOf<T extends Tab>(tab: T, cells: Readonly<Record<string, RawCell>>): RowOf<T> {
  const values = Object.entries(tab.columns).map(([key, { header, kind }]) => [
    key,
    decodeCell(cells[header], kind) ?? blankOf(kind),
  ]);
  return Object.fromEntries(values) as RowOf<T>;
}

/** A row that this execution has just written, as if it had been read again. */
export function writtenRow<T extends Tab>(
  tab: T,
  headers: Headers,
  row: number,
  values: Readonly<Record<string, CellValue>>,
): ReadRow<T> {
  const cells: RawCell[] = headers.texts.map(() => '');
  for (const [key, column] of Object.entries(tab.columns)) {
    const place = headers.places.get(key);
    if (place !== undefined) cells[place - 1] = encodeRaw(values[key] ?? '', column.kind);
  }
  return toReadRow(tab, headers, row, cells);
}

/** A row after some of its cells were written by this execution. */
export function rewrittenRow<T extends Tab>(row: ReadRow<T>, set: Partial<RowOf<T>>): ReadRow<T> {
  const cells: RawCell[] = row.headers.texts.map((header) => row.byHeader[header] ?? '');
  for (const [key, value] of Object.entries(set)) {
    const column = row.tab.columns[key];
    const place = row.headers.places.get(key);
    if (column && place !== undefined) cells[place - 1] = encodeRaw(value as CellValue, column.kind);
  }
  return toReadRow(row.tab, row.headers, row.row, cells);
}
