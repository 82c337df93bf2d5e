/**
 * The spreadsheet as compact JSON. Formats, styles and rules stand once in tables; a row is a list of values with,
 * where a cell has more, a list of its further parts; equal rows of nothing but formats are counted.
 */
import type { Json } from '../engine/service';
import type { Cell, CellValue, NumberFormat } from './cell';
import { numberFormat } from './cell';
import type { Row, Tab } from './tab';
import type { Workbook } from './workbook';

/** Table of shared parts: JSON text → place. */
function createTable(): { place(part: unknown): number; parts: Json[] } {
  const places = new Map<string, number>();
  const parts: Json[] = [];
  return {
    parts,
    place(part) {
      const text = JSON.stringify(part);
      let place = places.get(text);
      if (place === undefined) {
        place = parts.length;
        parts.push(JSON.parse(text) as Json);
        places.set(text, place);
      }
      return place;
    },
  };
}

type Table = ReturnType<typeof createTable>;

/** A value as JSON: errors as `{error}`, blanks null. */
function savedValue(value: CellValue | undefined): Json {
  if (value === undefined) return null;
  return typeof value === 'object' ? { error: value.error } : value;
}

/** Everything of a cell but its value; undefined if there is no more. */
function furtherParts(cell: Cell): Omit<Cell, 'value'> | undefined {
  const { value: _value, ...rest } = cell;
  return Object.keys(rest).length === 0 ? undefined : rest;
}

/** Place of a cell's further parts; most cells have a shared format at most, which is found without comparing texts. */
function lookOf(cell: Cell, table: Table, byFormat: Map<Cell['format'], number>): number {
  const { format } = cell;
  const more = cell.formula ?? cell.style ?? cell.note ?? cell.validation;
  if (more !== undefined) return table.place(furtherParts(cell));
  if (format === undefined) return -1;
  let place = byFormat.get(format);
  if (place === undefined) {
    place = table.place({ format });
    byFormat.set(format, place);
  }
  return place;
}

function saveRow(row: Row, table: Table, kinds: Map<Cell['format'], number>): Json {
  const values: Json[] = [];
  const looks: number[] = [];
  let lookEnd = 0;
  for (let column = 0; column < row.length; column += 1) {
    const cell = row[column];
    if (cell === undefined) {
      values.push(null);
      looks.push(-1);
      continue;
    }
    values.push(savedValue(cell.value));
    const look = lookOf(cell, table, kinds);
    looks.push(look);
    if (look >= 0) lookEnd = column + 1;
  }
  let valueEnd = values.length;
  while (valueEnd > 0 && values[valueEnd - 1] === null) valueEnd -= 1;
  values.length = valueEnd;
  looks.length = lookEnd;
  return [values, table.place(looks)];
}

function saveTab(tab: Tab, table: Table): Json {
  const { rows, ...rest } = tab;
  const kinds = new Map<Cell['format'], number>();
  const saved: Json[] = [];
  let blank = 0;
  let lastText = '';
  let lastCount = 0;
  const pushBlank = (): void => {
    if (blank > 0) saved.push(blank);
    blank = 0;
  };
  for (const row of rows) {
    if (row === undefined) {
      blank += 1;
      continue;
    }
    pushBlank();
    const line = saveRow(row, table, kinds) as Json[];
    const values = line[0] as Json[];
    const text = values.length === 0 ? String(line[1]) : '';
    const previous = saved[saved.length - 1];
    if (text !== '' && text === lastText && Array.isArray(previous)) {
      lastCount += 1;
      previous[2] = lastCount;
    } else {
      saved.push(line);
      lastText = text;
      lastCount = 1;
    }
  }
  return { ...(rest as unknown as { [key: string]: Json }), rows: saved };
}

/** The spreadsheet as JSON. */
export function saveWorkbook(workbook: Workbook): Json {
  const table = createTable();
  const { tabs, ...rest } = workbook;
  const saved = tabs.map((tab) => saveTab(tab, table));
  return { ...(rest as unknown as { [key: string]: Json }), tabs: saved, parts: table.parts };
}

function withFormat(parts: Omit<Cell, 'value'>): Omit<Cell, 'value'> {
  const format: NumberFormat | undefined = parts.format;
  return format === undefined ? parts : { ...parts, format: numberFormat(format.type, format.pattern) };
}

/** The spreadsheet saved by `saveWorkbook`. */
export function loadWorkbook(saved: Json): Workbook {
  const { tabs, parts, ...rest } = saved as unknown as Omit<Workbook, 'tabs'> & {
    tabs: (Omit<Tab, 'rows'> & { rows: Json[] })[];
    parts: Json[];
  };
  const looks = parts.map((part) =>
    Array.isArray(part) ? undefined : withFormat(part as unknown as Omit<Cell, 'value'>),
  );
  const bare = new Map<number, Cell>();
  const cellOf = (value: Json | undefined, look: number): Cell | undefined => {
    const further = look < 0 ? undefined : looks[look];
    if (value === null || value === undefined) {
      if (further === undefined) return undefined;
      let cell = bare.get(look);
      if (cell === undefined) {
        cell = further;
        bare.set(look, cell);
      }
      return cell;
    }
    const content = value as unknown as CellValue;
    return further === undefined ? { value: content } : { ...further, value: content };
  };
  const loadRow = (line: Json[]): Row => {
    const values = line[0] as Json[];
    const places = parts[line[1] as number] as number[];
    const length = Math.max(values.length, places.length);
    const row: (Cell | undefined)[] = [];
    for (let column = 0; column < length; column += 1) row.push(cellOf(values[column], places[column] ?? -1));
    return row;
  };
  return {
    ...rest,
    tabs: tabs.map((tab) => {
      const rows: (Row | undefined)[] = [];
      for (const line of tab.rows) {
        if (typeof line === 'number') for (let count = 0; count < line; count += 1) rows.push(undefined);
        else {
          const row = loadRow(line as Json[]);
          const times = ((line as Json[])[2] as number | undefined) ?? 1;
          for (let count = 0; count < times; count += 1) rows.push(row);
        }
      }
      return { ...tab, rows };
    }),
  };
}
