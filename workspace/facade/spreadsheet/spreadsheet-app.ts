/** SpreadsheetApp and the advanced Sheets service as globals. */
import { strict } from '../errors';
import { call } from '../host';
import { is, signature } from '../signature';
import { createBuilder } from './data-validation';
import { ProtectionType } from './protection';
import { createRange } from './range';
import { createSheets } from './sheets-api';
import { activateRange, activateSheet, activeSheet, createSpreadsheet } from './spreadsheet';
import { getUi } from './ui';
import type { Place } from './values';

const NAME = 'SpreadsheetApp';

/** Installs SpreadsheetApp; `Sheets` only if the manifest enables the advanced service. */
export function install(target: Record<string, unknown>, advanced = true): void {
  const active = (): object => createSpreadsheet(call('SpreadsheetApp.getActiveSpreadsheet') as string);
  target['SpreadsheetApp'] = strict(
    {
      ProtectionType,
      getActiveSpreadsheet: active,
      getActive: active,
      openById(...args: unknown[]) {
        signature(`${NAME}.openById`, args, [is.string]);
        return createSpreadsheet(call('SpreadsheetApp.openById', args[0]) as string);
      },
      flush: () => {
        call('SpreadsheetApp.flush');
      },
      getUi,
      getActiveSheet: () => activeSheet(),
      setActiveSheet: (...args: unknown[]) => activateSheet(`${NAME}.setActiveSheet`, args),
      getActiveRange: () => createRange(call('SpreadsheetApp.getActive') as Place),
      setActiveRange: (...args: unknown[]) => activateRange(`${NAME}.setActiveRange`, args),
      getCurrentCell() {
        const [tab, row, column] = call('SpreadsheetApp.getActive') as Place;
        return createRange([tab, row, column, 1, 1]);
      },
      setCurrentCell: (...args: unknown[]) => activateRange(`${NAME}.setCurrentCell`, args),
      newDataValidation: () => createBuilder(),
    },
    NAME,
  );
  if (advanced) target['Sheets'] = createSheets();
}
