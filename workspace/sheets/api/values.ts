/** spreadsheets.values of the Sheets API: reading, with the trailing blanks cut as the API cuts them. */
import type { Json } from '../../engine/service';
import type { Cell } from '../cell';
import { isCellError, isDateCell } from '../cell';
import { displayText } from '../display';
import type { Rect, Tab } from '../tab';
import { apiError } from './errors';
import { rangeText } from './grid-range';

export interface ValueOptions {
  readonly render: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  readonly dateTime: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
  readonly columnsFirst: boolean;
}

/** Reads the optional parameters of values.get. */
export function valueOptions(params: { readonly [key: string]: Json }): ValueOptions {
  const pick = <T extends string>(name: string, allowed: readonly [T, ...T[]]): T => {
    const given = params[name];
    if (given === undefined || given === null) return allowed[0];
    const found = allowed.find((each) => each === given);
    if (found === undefined) throw apiError(`Invalid value at '${name}', ${JSON.stringify(given)}`);
    return found;
  };
  return {
    render: pick('valueRenderOption', ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA']),
    dateTime: pick('dateTimeRenderOption', ['SERIAL_NUMBER', 'FORMATTED_STRING']),
    columnsFirst: pick('majorDimension', ['ROWS', 'COLUMNS']) === 'COLUMNS',
  };
}

function shown(cell: Cell | undefined, options: ValueOptions): Json {
  if (cell?.value === undefined) return '';
  if (options.render === 'FORMATTED_VALUE') return displayText(cell);
  if (options.render === 'FORMULA' && cell.formula !== undefined) return cell.formula;
  if (isCellError(cell.value)) return cell.value.error;
  return isDateCell(cell) && options.dateTime === 'FORMATTED_STRING' ? displayText(cell) : cell.value;
}

/** A ValueRange and the number of cells in it. */
export function valueRange(tab: Tab, rect: Rect, options: ValueOptions): { json: Json; cells: number } {
  const [lines, places] = options.columnsFirst ? [rect.columns, rect.rows] : [rect.rows, rect.columns];
  const values: Json[][] = [];
  let cells = 0;
  for (let line = 0; line < lines; line += 1) {
    if (!options.columnsFirst && rect.row + line >= tab.rows.length) break;
    const found: Json[] = [];
    let last = 0;
    for (let place = 0; place < places; place += 1) {
      const [row, column] = options.columnsFirst ? [place, line] : [line, place];
      if (rect.row + row >= tab.rows.length) break;
      const value = shown(tab.rows[rect.row + row]?.[rect.column + column], options);
      found.push(value);
      if (value !== '') last = found.length;
    }
    found.length = last;
    cells += last;
    values.push(found);
  }
  while (values.length > 0 && values[values.length - 1]?.length === 0) values.pop();
  return {
    json: {
      range: rangeText(tab, rect),
      majorDimension: options.columnsFirst ? 'COLUMNS' : 'ROWS',
      ...(values.length === 0 ? {} : { values }),
    },
    cells,
  };
}
