/** spreadsheets.values.update and batchUpdate: RAW keeps strings, USER_ENTERED parses them as typing does. */
import type { ExecutionView, Json } from '../../engine/service';
import { NotInWorkspace } from '../../engine/service';
import { withParts } from '../cell';
import type { WorkbookHolder } from '../holder';
import { requireUnprotected } from '../protection';
import type { Tab } from '../tab';
import { cellAt, closeDraft, openDraft, putCell } from '../tab';
import { requireObedience } from '../validation';
import { columnLetters } from '../a1';
import { withTab } from '../workbook';
import { writtenCell } from '../write';
import { apiError } from './errors';
import { a1Range, rangeText } from './grid-range';

type Params = { readonly [key: string]: Json };

/** Writes ValueRanges, all or none, and gives the UpdateValuesResponse of each. null leaves a cell as it is. */
export function writeValues(
  holder: WorkbookHolder,
  execution: ExecutionView,
  data: readonly Params[],
  params: Params,
): { [key: string]: Json }[] {
  const option = params['valueInputOption'];
  if (option !== 'RAW' && option !== 'USER_ENTERED')
    throw apiError("'valueInputOption' is required but not specified");
  let { workbook } = holder;
  const responses: { [key: string]: Json }[] = [];
  let cells = 0;
  for (const each of data) {
    if (each['majorDimension'] === 'COLUMNS')
      throw new NotInWorkspace('Sheets.Spreadsheets.Values majorDimension COLUMNS');
    const values = (each['values'] ?? []) as Json[][];
    const { tab, rect } = a1Range(workbook, String(each['range']));
    const single = rect.rows === 1 && rect.columns === 1;
    const room = single
      ? { ...rect, rows: tab.rowCount - rect.row, columns: tab.columnCount - rect.column }
      : rect;
    const width = Math.max(0, ...values.map((line) => line.length));
    if (values.length > room.rows) {
      throw apiError(
        `Requested writing within range [${rangeText(tab, rect)}], but tried writing to row [${room.row + room.rows + 1}]`,
      );
    }
    if (width > room.columns) {
      throw apiError(
        `Requested writing within range [${rangeText(tab, rect)}], but tried writing to column [${columnLetters(room.column + room.columns)}]`,
      );
    }
    if (values.length === 0 || width === 0) continue;
    const touched = { row: rect.row, column: rect.column, rows: values.length, columns: width };
    requireUnprotected(tab, touched, execution.effectiveUser, workbook.owner);
    const draft = openDraft(tab);
    let updated = 0;
    values.forEach((line, row) => {
      line.forEach((value, column) => {
        if (value === null) return;
        if (typeof value === 'object')
          throw apiError(`Invalid values[${row}][${column}]: ${JSON.stringify(value)}`);
        const [r, c] = [rect.row + row, rect.column + column];
        const before = cellAt(draft, r, c);
        const after =
          option === 'RAW'
            ? withParts(before, { value: value === '' ? undefined : value, formula: undefined })
            : writtenCell(before, value, holder.year());
        putCell(draft, r, c, after);
        requireObedience(draft, r, c);
        updated += 1;
      });
    });
    const next: Tab = closeDraft(draft);
    workbook = withTab(workbook, next);
    cells += updated;
    responses.push({
      updatedRange: rangeText(next, touched),
      updatedRows: touched.rows,
      updatedColumns: touched.columns,
      updatedCells: updated,
    });
  }
  holder.publish(workbook);
  execution.countCells(0, cells);
  return responses;
}
