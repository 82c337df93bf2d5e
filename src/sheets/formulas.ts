/** Formulas of single cells. */
import { columnRange } from './range';
import type { ReadRow } from './row';
import { sheetsApi, spreadsheetId } from './spreadsheet';

/** For each cell its formula, or `''` where it holds a value or a text. One API read. */
export function readFormulas(cells: readonly { row: ReadRow; header: string }[]): string[] {
  const answer = sheetsApi().Values.batchGet(spreadsheetId(), {
    ranges: cells.map(({ row, header }) =>
      columnRange(row.tab.title, row.headers.texts.indexOf(header) + 1, row.row),
    ),
    valueRenderOption: 'FORMULA',
  });
  return cells.map(({ row, header }, index) => {
    const text = String(answer.valueRanges?.[index]?.values?.[0]?.[0] ?? '');
    return text.startsWith('=') && text !== row.byHeader[header] ? text : '';
  });
}
