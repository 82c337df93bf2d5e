/** Range of SpreadsheetApp: a handle with coordinates; every value lives on the host. */
import { notInWorkspace, platformError, strict } from '../errors';
import { call } from '../host';
import { is, mismatch, signature } from '../signature';
import { createDataValidation, validationJson } from './data-validation';
import { createProtection } from './protection';
import { makerOf, registerMaker, rememberRange } from './handles';
import { createTextFinder } from './text-finder';
import { styleMethods } from './styles';
import type { Place } from './values';
import { gridFromHost, toHost } from './values';

function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The A1 text of a place, without the sheet's name. */
function a1(place: Place): string {
  const [, row, column, rows, columns] = place;
  const first = `${columnLetters(column + 1)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns)}${row + rows}`;
}

/** The A1 text of a place that was asked for by whole columns (`D:F`) or rows (`5:7`); undefined for any other. */
function openA1([, row, column, rows, columns]: Place, text: string): string | undefined {
  if (/(?:^|!)\$?[A-Za-z]+:\$?[A-Za-z]+$/u.test(text.trim()))
    return `${columnLetters(column + 1)}:${columnLetters(column + columns)}`;
  return /(?:^|!)\$?\d+:\$?\d+$/u.test(text.trim()) ? `${row + 1}:${row + rows}` : undefined;
}

const NAME = 'SpreadsheetApp.Range';

/** Makes the Range object of a place; `text`: the A1 text it was asked for by. */
export function createRange(place: Place, text = ''): object {
  const [tabId, row, column, rows, columns] = place;
  const first: Place = [tabId, row, column, 1, 1];
  const getter =
    (
      method: string,
      hostMethod: string,
      whole: boolean,
      wrap: (grid: unknown[][]) => unknown[][] = (grid) => grid,
    ) =>
    (...args: unknown[]): unknown => {
      signature(`${NAME}.${method}`, args, []);
      const grid = wrap(call(hostMethod, whole ? place : first) as unknown[][]);
      return whole ? grid : grid[0]?.[0];
    };
  const rules = (grid: unknown[][]): unknown[][] =>
    grid.map((line) => line.map((rule) => (rule === null ? null : createDataValidation(rule as never))));
  /** A setter that takes one value for all cells. */
  const one =
    (
      method: string,
      hostMethod: string,
      check: (value: unknown) => boolean,
      map: (value: unknown) => unknown = (value) => value,
    ) =>
    (...args: unknown[]): object => {
      signature(`${NAME}.${method}`, args, [check]);
      call(hostMethod, place, map(args[0]));
      return range;
    };
  /** A setter that takes a value for each cell. */
  const many =
    (
      method: string,
      hostMethod: string,
      check: (value: unknown) => boolean,
      map: (value: unknown) => unknown = (value) => value,
    ) =>
    (...args: unknown[]): object => {
      signature(`${NAME}.${method}`, args, [is.gridOf(check)]);
      call(
        hostMethod,
        place,
        (args[0] as unknown[][]).map((line) => line.map(map)),
      );
      return range;
    };
  const clear =
    (method: string, what: Record<string, boolean>) =>
    (...args: unknown[]): object => {
      if (args.length > 0) notInWorkspace(`${NAME}.${method}(options)`);
      call('Range.clear', place, what);
      return range;
    };
  const methods: Record<string, (...args: never[]) => unknown> = {
    getValues: getter('getValues', 'Range.getValues', true, gridFromHost),
    getValue: getter('getValue', 'Range.getValues', false, gridFromHost),
    getDisplayValues: getter('getDisplayValues', 'Range.getDisplayValues', true),
    getDisplayValue: getter('getDisplayValue', 'Range.getDisplayValues', false),
    getFormulas: getter('getFormulas', 'Range.getFormulas', true),
    getFormula: getter('getFormula', 'Range.getFormulas', false),
    getNumberFormats: getter('getNumberFormats', 'Range.getNumberFormats', true),
    getNumberFormat: getter('getNumberFormat', 'Range.getNumberFormats', false),
    getNotes: getter('getNotes', 'Range.getNotes', true),
    getNote: getter('getNote', 'Range.getNotes', false),
    getDataValidations: getter('getDataValidations', 'Range.getDataValidations', true, rules),
    getDataValidation: getter('getDataValidation', 'Range.getDataValidations', false, rules),
    setValue(...args: unknown[]) {
      signature(`${NAME}.setValue`, args, [is.any]);
      call('Range.setValue', place, toHost(args[0], `${NAME}.setValue`, args));
      return range;
    },
    setValues(...args: unknown[]) {
      signature(`${NAME}.setValues`, args, [is.grid]);
      const grid = args[0] as unknown[][];
      call(
        'Range.setValues',
        place,
        grid.map((line) => line.map((value) => toHost(value, `${NAME}.setValues`, args))),
      );
      return range;
    },
    setFormula(...args: unknown[]) {
      signature(`${NAME}.setFormula`, args, [is.orNull(is.string)]);
      const line = Array.from({ length: columns }, () => args[0] ?? '');
      call(
        'Range.setFormulas',
        place,
        Array.from({ length: rows }, () => line),
      );
      return range;
    },
    setFormulas: many('setFormulas', 'Range.setFormulas', is.string),
    setNumberFormat: one('setNumberFormat', 'Range.setNumberFormats', is.string),
    setNumberFormats: many('setNumberFormats', 'Range.setNumberFormats', is.string),
    setNote: one('setNote', 'Range.setNotes', is.orNull(is.string), (note) => note ?? ''),
    setNotes: many('setNotes', 'Range.setNotes', is.orNull(is.string), (note) => note ?? ''),
    setDataValidation: one(
      'setDataValidation',
      'Range.setDataValidations',
      is.orNull(is.service('SpreadsheetApp.DataValidation')),
      validationJson,
    ),
    setDataValidations: many(
      'setDataValidations',
      'Range.setDataValidations',
      is.orNull(is.service('SpreadsheetApp.DataValidation')),
      validationJson,
    ),
    clear: clear('clear', { contents: true, formats: true }),
    clearContent: clear('clearContent', { contents: true }),
    clearFormat: clear('clearFormat', { formats: true }),
    clearNote: clear('clearNote', { notes: true }),
    clearDataValidations: clear('clearDataValidations', { validations: true }),
    isBlank: () =>
      (call('Range.getDisplayValues', place) as string[][]).every((line) =>
        line.every((text) => text === ''),
      ),
    getRow: () => row + 1,
    getColumn: () => column + 1,
    getRowIndex: () => row + 1,
    getLastRow: () => row + rows,
    getLastColumn: () => column + columns,
    getNumRows: () => rows,
    getNumColumns: () => columns,
    getHeight: () => rows,
    getWidth: () => columns,
    getGridId: () => tabId,
    getA1Notation: () => openA1(place, text) ?? a1(place),
    getSheet: () => makerOf('sheet')(tabId),
    getCell(...args: unknown[]) {
      signature(`${NAME}.getCell`, args, [is.number, is.number]);
      const [r, c] = args as [number, number];
      if (r < 1 || c < 1 || r > rows || c > columns) throw platformError('Cell reference out of range');
      return createRange([tabId, row + r - 1, column + c - 1, 1, 1]);
    },
    offset(...args: unknown[]) {
      signature(
        `${NAME}.offset`,
        args,
        [is.number, is.number],
        [is.number, is.number, is.number],
        [is.number, is.number, is.number, is.number],
      );
      const [down, right, height = rows, width = columns] = args as number[];
      return createRange(
        call(
          'Sheet.getRange',
          tabId,
          row + (down ?? 0) + 1,
          column + (right ?? 0) + 1,
          height,
          width,
        ) as Place,
      );
    },
    sort(...args: unknown[]) {
      signature(`${NAME}.sort`, args, [is.number], [is.object], [is.array]);
      const specs = Array.isArray(args[0]) ? (args[0] as unknown[]) : [args[0]];
      const keys = specs.map((spec) => {
        if (typeof spec === 'number') return { column: spec - 1, ascending: true };
        const { column: key, ascending } = spec as { column?: unknown; ascending?: unknown };
        if (typeof key !== 'number') return mismatch(`${NAME}.sort`, args);
        return { column: key - 1, ascending: ascending !== false };
      });
      call('Range.sort', place, keys);
      return range;
    },
    createTextFinder(...args: unknown[]) {
      signature(`${NAME}.createTextFinder`, args, [is.string]);
      return createTextFinder(place, args[0] as string);
    },
    protect: () => createProtection(call('Protection.create', place, false) as number),
    activate() {
      call('SpreadsheetApp.setActive', place);
      return range;
    },
    ...styleMethods(NAME, (style) => {
      call('Range.setStyle', place, style);
      return range;
    }),
  };
  const range: object = strict(methods, NAME);
  rememberRange(range, place);
  return range;
}

registerMaker('range', createRange);
