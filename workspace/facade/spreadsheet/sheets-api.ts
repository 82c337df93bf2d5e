/** The advanced Sheets service, where the manifest enables it. */
import { absentService, strict } from '../errors';
import { call } from '../host';
import { is, signature } from '../signature';

function method(
  name: string,
  ...overloads: Parameters<typeof signature>[2][]
): (...args: unknown[]) => unknown {
  return (...args) => {
    signature(`Sheets.${name}`, args, ...overloads);
    return call(`Sheets.${name}`, ...args);
  };
}

/** The `Sheets` namespace. */
export function createSheets(): object {
  const optional = is.orNull(is.object);
  const Values = strict(
    {
      get: method('Spreadsheets.Values.get', [is.string, is.string], [is.string, is.string, optional]),
      batchGet: method('Spreadsheets.Values.batchGet', [is.string], [is.string, optional]),
      update: method(
        'Spreadsheets.Values.update',
        [is.object, is.string, is.string],
        [is.object, is.string, is.string, optional],
      ),
      batchUpdate: method(
        'Spreadsheets.Values.batchUpdate',
        [is.object, is.string],
        [is.object, is.string, optional],
      ),
    },
    'Sheets.Spreadsheets.Values',
  );
  const Spreadsheets = strict(
    {
      get: method('Spreadsheets.get', [is.string], [is.string, optional]),
      batchUpdate: method(
        'Spreadsheets.batchUpdate',
        [is.object, is.string],
        [is.object, is.string, optional],
      ),
      Values,
      Sheets: absentService('Sheets.Spreadsheets.Sheets'),
      DeveloperMetadata: absentService('Sheets.Spreadsheets.DeveloperMetadata'),
    },
    'Sheets.Spreadsheets',
  );
  // newUpdateCellsRequest() and its like make empty objects on Google; plain objects serve the same.
  return strict({ Spreadsheets }, 'Sheets');
}
