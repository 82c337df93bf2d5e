/** Spreadsheet of SpreadsheetApp. */
import { notInWorkspace, strict } from '../errors';
import { call } from '../host';
import { is, signature } from '../signature';
import { createUser, listProtections } from './protection';
import { registerMaker, requireRange } from './handles';
import { createRange } from './range';
import { createSheet, requireSheet } from './sheet';
import { createTextFinder } from './text-finder';
import type { Place } from './values';

const NAME = 'SpreadsheetApp.Spreadsheet';
let known = '';

/** Id of the spreadsheet the project belongs to, as first learned. */
export function spreadsheetId(): string {
  if (known === '') known = call('SpreadsheetApp.getActiveSpreadsheet') as string;
  return known;
}

/** The sheet of an id the host found, or null. */
function sheetOrNull(id: unknown): object | null {
  return typeof id === 'number' ? createSheet(id) : null;
}

/** The active sheet of the person, or the first one where there is none. */
export function activeSheet(): object {
  return createSheet((call('SpreadsheetApp.getActive') as Place)[0]);
}

/** Makes a sheet the active one. */
export function activateSheet(method: string, args: unknown[]): object {
  const id = requireSheet(args[0], method, args);
  call('SpreadsheetApp.setActive', [id, 0, 0, 1, 1]);
  return args[0] as object;
}

/** Selects a range. */
export function activateRange(method: string, args: unknown[]): object {
  call('SpreadsheetApp.setActive', requireRange(args[0], method, args));
  return args[0] as object;
}

/** Makes the Spreadsheet object of an id. */
export function createSpreadsheet(id: string): object {
  known = id;
  const spreadsheet: object = strict(
    {
      getId: () => id,
      getName: () => call('Spreadsheet.getName'),
      rename(...args: unknown[]) {
        signature(`${NAME}.rename`, args, [is.string]);
        call('Spreadsheet.rename', args[0]);
      },
      getUrl: () => `https://docs.google.com/spreadsheets/d/${id}/edit`,
      getSheets: () => (call('Spreadsheet.getSheets') as number[]).map(createSheet),
      getNumSheets: () => (call('Spreadsheet.getSheets') as number[]).length,
      getSheetByName(...args: unknown[]) {
        signature(`${NAME}.getSheetByName`, args, [is.string]);
        return sheetOrNull(call('Spreadsheet.getSheetByName', args[0]));
      },
      getSheetById(...args: unknown[]) {
        signature(`${NAME}.getSheetById`, args, [is.number]);
        return sheetOrNull(call('Spreadsheet.getSheetById', args[0]));
      },
      insertSheet(...args: unknown[]) {
        signature(`${NAME}.insertSheet`, args, [], [is.string], [is.number], [is.string, is.number]);
        const name = args.find((arg) => typeof arg === 'string') ?? null;
        const index = args.find((arg) => typeof arg === 'number') ?? null;
        return createSheet(call('Spreadsheet.insertSheet', name, index) as number);
      },
      deleteSheet(...args: unknown[]) {
        call('Spreadsheet.deleteSheet', requireSheet(args[0], `${NAME}.deleteSheet`, args));
      },
      moveActiveSheet(...args: unknown[]) {
        signature(`${NAME}.moveActiveSheet`, args, [is.number]);
        call('Spreadsheet.moveSheet', (call('SpreadsheetApp.getActive') as Place)[0], args[0]);
      },
      getRange(...args: unknown[]) {
        signature(`${NAME}.getRange`, args, [is.string]);
        const [tab] = call('SpreadsheetApp.getActive') as Place;
        return createRange(call('Sheet.getRangeA1', tab, args[0]) as Place, args[0] as string);
      },
      getRangeByName(...args: unknown[]) {
        return notInWorkspace(`${NAME}.getRangeByName ${String(args[0])}`);
      },
      getSpreadsheetTimeZone: () => call('Spreadsheet.getSpreadsheetTimeZone'),
      setSpreadsheetTimeZone(...args: unknown[]) {
        signature(`${NAME}.setSpreadsheetTimeZone`, args, [is.string]);
        call('Spreadsheet.setSpreadsheetTimeZone', args[0]);
      },
      getSpreadsheetLocale: () => call('Spreadsheet.getSpreadsheetLocale'),
      setSpreadsheetLocale(...args: unknown[]) {
        signature(`${NAME}.setSpreadsheetLocale`, args, [is.string]);
        call('Spreadsheet.setSpreadsheetLocale', args[0]);
      },
      getOwner: () => createUser(call('Spreadsheet.getOwner') as string),
      getEditors: () => (call('Spreadsheet.getEditors') as string[]).map(createUser),
      createTextFinder(...args: unknown[]) {
        signature(`${NAME}.createTextFinder`, args, [is.string]);
        return createTextFinder(null, args[0] as string);
      },
      getProtections: (...args: unknown[]) => listProtections(`${NAME}.getProtections`, args, null),
      getActiveSheet: () => activeSheet(),
      setActiveSheet: (...args: unknown[]) => activateSheet(`${NAME}.setActiveSheet`, args),
      getActiveRange: () => createRange(call('SpreadsheetApp.getActive') as Place),
      setActiveRange: (...args: unknown[]) => activateRange(`${NAME}.setActiveRange`, args),
      toast(...args: unknown[]) {
        signature(
          `${NAME}.toast`,
          args,
          [is.string],
          [is.string, is.orNull(is.string)],
          [is.string, is.orNull(is.string), is.orNull(is.number)],
        );
        call('Spreadsheet.toast', args[0], args[1] ?? null, args[2] ?? null);
      },
    },
    NAME,
  );
  return spreadsheet;
}

registerMaker('spreadsheet', () => createSpreadsheet(spreadsheetId()));
