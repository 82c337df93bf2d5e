import { plainLine } from './text';
import { toPlain } from './width';

/** A column of an imported list: its name here, and the headers it goes by in lists of others. */
export type ImportColumns = Readonly<Record<string, readonly string[]>>;

/** One row of an imported list: its line in the file (1-based) and its cells by column, as typed. */
export interface ImportedRow {
  line: number;
  cells: Readonly<Record<string, string>>;
}

/** Header rows are looked for this far down: lists begin with a title and a date. */
const TITLE_ROWS = 20;

/**
 * Finds the header row (the first that names one of `required` and the most columns) and reads the rows under it; blank rows
 * and repeated header rows are left out. Of several columns of one name the first filled one counts. Undefined if no row
 * names a required column. `unknown`: headers that go nowhere.
 */
export function readTable(
  table: readonly (readonly string[])[],
  columns: ImportColumns,
  required: readonly string[],
): { rows: ImportedRow[]; unknown: string[] } | undefined {
  const nameOf = new Map(
    Object.entries(columns).flatMap(([column, headers]) =>
      headers.map((header): [string, string] => [headerKey(header), column]),
    ),
  );
  const named = table.slice(0, TITLE_ROWS).map((cells) => cells.map((cell) => nameOf.get(headerKey(cell))));
  const known = named.map((row) => (required.some((column) => row.includes(column)) ? new Set(row).size : 0));
  const at = known.indexOf(Math.max(...known, 1));
  const places = named[at];
  const headers = table[at];
  if (!places || !headers) return undefined;
  const rows = table.slice(at + 1).flatMap((cells, index): ImportedRow[] => {
    const repeated = cells.every((cell, column) => headerKey(cell) === headerKey(headers[column] ?? ''));
    if (repeated || cells.every((cell) => toPlain(cell) === '')) return [];
    const read: Record<string, string> = {};
    places.forEach((column, place) => {
      const cell = (cells[place] ?? '').trim();
      if (column !== undefined && cell !== '') read[column] ??= cell;
    });
    return [{ line: at + 2 + index, cells: read }];
  });
  return { rows, unknown: headers.filter((header, place) => toPlain(header) !== '' && !places[place]) };
}

/** Reads the cells of one row; a column that cannot be read gives its blank and is named in `unreadable`. */
export function cellReader(cells: ImportedRow['cells']) {
  const unreadable: string[] = [];
  const take = <T>(column: string, reader: (text: string) => T | undefined, blank: T): T => {
    const value = reader(cells[column] ?? '');
    if (value === undefined) unreadable.push(column);
    return value ?? blank;
  };
  return { unreadable, take, text: (column: string) => take(column, plainLine, '') };
}

function headerKey(header: string): string {
  return toPlain(header)
    .toUpperCase()
    .replace(/\([^)]*\)|[ \[\]【】:.,、。*※「」_・]/g, '')
    .replace(/^[ごお御](?=名前|氏名|所属)/, '');
}
