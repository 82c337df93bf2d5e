/** Sheet of SpreadsheetApp. */
import { notInWorkspace, serviceName, strict } from '../errors';
import { call } from '../host';
import { is, mismatch, signature } from '../signature';
import { createProtection, listProtections } from './protection';
import { makerOf, registerMaker, requireRange } from './handles';
import { createRange } from './range';
import { createTextFinder } from './text-finder';
import type { Place } from './values';
import { gridFromHost, toHost } from './values';

const NAME = 'SpreadsheetApp.Sheet';
const tabIds = new WeakMap<object, number>();

/** The tab a Sheet object stands for. Throws the signature text for anything else. */
export function requireSheet(value: unknown, method: string, args: readonly unknown[]): number {
  const id = typeof value === 'object' && value !== null ? tabIds.get(value) : undefined;
  return id === undefined || serviceName(value) !== NAME ? mismatch(method, args) : id;
}

function lineMethods(id: number, self: () => object): Record<string, (...args: unknown[]) => unknown> {
  const inserter =
    (
      method: string,
      dimension: 'rows' | 'columns',
      shift: 0 | 1,
      inherit: 'before' | 'after',
      counted: boolean,
    ) =>
    (...args: unknown[]): object => {
      signature(
        `${NAME}.${method}`,
        args,
        counted ? [is.number, is.number] : [is.number],
        ...(method === `insert${dimension === 'rows' ? 'Rows' : 'Columns'}` ? [[is.number]] : []),
      );
      const [at = 1, count = 1] = args as number[];
      call(
        'Sheet.insertLines',
        id,
        dimension,
        at - 1 + shift,
        count,
        at - 1 + shift === 0 ? 'after' : inherit,
      );
      return self();
    };
  const remover =
    (method: string, dimension: 'rows' | 'columns', counted: boolean) =>
    (...args: unknown[]): object => {
      signature(`${NAME}.${method}`, args, counted ? [is.number, is.number] : [is.number]);
      const [at = 1, count = 1] = args as number[];
      call('Sheet.deleteLines', id, dimension, at - 1, count);
      return self();
    };
  const hider =
    (method: string, dimension: 'rows' | 'columns', hidden: boolean) =>
    (...args: unknown[]): void => {
      signature(`${NAME}.${method}`, args, [is.number], [is.number, is.number]);
      const [at = 1, count = 1] = args as number[];
      call('Sheet.setLinesHidden', id, dimension, at - 1, count, hidden);
    };
  return {
    insertRowBefore: inserter('insertRowBefore', 'rows', 0, 'after', false),
    insertRowAfter: inserter('insertRowAfter', 'rows', 1, 'before', false),
    insertRowsBefore: inserter('insertRowsBefore', 'rows', 0, 'after', true),
    insertRowsAfter: inserter('insertRowsAfter', 'rows', 1, 'before', true),
    insertRows: inserter('insertRows', 'rows', 0, 'before', true),
    insertColumnBefore: inserter('insertColumnBefore', 'columns', 0, 'after', false),
    insertColumnAfter: inserter('insertColumnAfter', 'columns', 1, 'before', false),
    insertColumnsBefore: inserter('insertColumnsBefore', 'columns', 0, 'after', true),
    insertColumnsAfter: inserter('insertColumnsAfter', 'columns', 1, 'before', true),
    insertColumns: inserter('insertColumns', 'columns', 0, 'before', true),
    deleteRow: remover('deleteRow', 'rows', false),
    deleteRows: remover('deleteRows', 'rows', true),
    deleteColumn: remover('deleteColumn', 'columns', false),
    deleteColumns: remover('deleteColumns', 'columns', true),
    hideRows: hider('hideRows', 'rows', true),
    showRows: hider('showRows', 'rows', false),
    hideColumns: hider('hideColumns', 'columns', true),
    showColumns: hider('showColumns', 'columns', false),
  };
}

/** Makes the Sheet object of a tab. */
export function createSheet(id: number): object {
  const whole = (): Place => [
    id,
    0,
    0,
    call('Sheet.getMaxRows', id) as number,
    call('Sheet.getMaxColumns', id) as number,
  ];
  const self = (): object => sheet;
  const none = (method: string, args: unknown[]): void => signature(`${NAME}.${method}`, args, []);
  const freezer =
    (method: string, dimension: 'rows' | 'columns') =>
    (...args: unknown[]): void => {
      signature(`${NAME}.${method}`, args, [is.number]);
      call('Sheet.setFrozen', id, dimension, args[0]);
    };
  const clear =
    (method: string, what: Record<string, boolean>) =>
    (...args: unknown[]): object => {
      if (args.length > 0) notInWorkspace(`${NAME}.${method}(options)`);
      call('Sheet.clear', id, what);
      return sheet;
    };
  const sheet: object = strict(
    {
      getName: () => call('Sheet.getName', id),
      getSheetName: () => call('Sheet.getName', id),
      setName(...args: unknown[]) {
        signature(`${NAME}.setName`, args, [is.string]);
        call('Sheet.setName', id, args[0]);
        return sheet;
      },
      getSheetId: () => id,
      getIndex: () => call('Sheet.getIndex', id),
      getParent: () => makerOf('spreadsheet')(),
      getRange(...args: unknown[]) {
        signature(
          `${NAME}.getRange`,
          args,
          [is.string],
          [is.number, is.number],
          [is.number, is.number, is.number],
          [is.number, is.number, is.number, is.number],
        );
        if (typeof args[0] === 'string')
          return createRange(call('Sheet.getRangeA1', id, args[0]) as Place, args[0]);
        const [row, column, rows = 1, columns = 1] = args as number[];
        return createRange(call('Sheet.getRange', id, row, column, rows, columns) as Place);
      },
      getRangeList(...args: unknown[]) {
        signature(`${NAME}.getRangeList`, args, [is.arrayOf(is.string)]);
        const ranges = (args[0] as string[]).map((text) =>
          createRange(call('Sheet.getRangeA1', id, text) as Place, text),
        );
        return strict({ getRanges: () => ranges }, 'SpreadsheetApp.RangeList');
      },
      getLastRow(...args: unknown[]) {
        none('getLastRow', args);
        return call('Sheet.getLastRow', id);
      },
      getLastColumn(...args: unknown[]) {
        none('getLastColumn', args);
        return call('Sheet.getLastColumn', id);
      },
      getMaxRows: () => call('Sheet.getMaxRows', id),
      getMaxColumns: () => call('Sheet.getMaxColumns', id),
      getDataRange: () => createRange(call('Sheet.getDataRange', id) as Place),
      getSheetValues(...args: unknown[]) {
        signature(`${NAME}.getSheetValues`, args, [is.number, is.number, is.number, is.number]);
        return gridFromHost(call('Range.getValues', call('Sheet.getRange', id, ...args)));
      },
      appendRow(...args: unknown[]) {
        signature(`${NAME}.appendRow`, args, [is.array]);
        call(
          'Sheet.appendRow',
          id,
          (args[0] as unknown[]).map((value) => toHost(value, `${NAME}.appendRow`, args)),
        );
        return sheet;
      },
      sort(...args: unknown[]) {
        signature(`${NAME}.sort`, args, [is.number], [is.number, is.boolean]);
        call('Sheet.sort', id, args[0], args[1] ?? true);
        return sheet;
      },
      clear: clear('clear', { contents: true, formats: true }),
      clearContents: clear('clearContents', { contents: true }),
      clearFormats: clear('clearFormats', { formats: true }),
      hideSheet() {
        call('Sheet.setHidden', id, true);
        return sheet;
      },
      showSheet() {
        call('Sheet.setHidden', id, false);
        return sheet;
      },
      isSheetHidden: () => call('Sheet.isSheetHidden', id),
      setFrozenRows: freezer('setFrozenRows', 'rows'),
      setFrozenColumns: freezer('setFrozenColumns', 'columns'),
      getFrozenRows: () => call('Sheet.getFrozen', id, 'rows'),
      getFrozenColumns: () => call('Sheet.getFrozen', id, 'columns'),
      setColumnWidth(...args: unknown[]) {
        signature(`${NAME}.setColumnWidth`, args, [is.number, is.number]);
        call('Sheet.setColumnWidths', id, (args[0] as number) - 1, 1, args[1]);
        return sheet;
      },
      setColumnWidths(...args: unknown[]) {
        signature(`${NAME}.setColumnWidths`, args, [is.number, is.number, is.number]);
        call('Sheet.setColumnWidths', id, (args[0] as number) - 1, args[1], args[2]);
        return sheet;
      },
      getColumnWidth(...args: unknown[]) {
        signature(`${NAME}.getColumnWidth`, args, [is.number]);
        return call('Sheet.getColumnWidth', id, (args[0] as number) - 1);
      },
      setTabColor(...args: unknown[]) {
        signature(`${NAME}.setTabColor`, args, [is.orNull(is.string)]);
        call('Sheet.setTabColor', id, args[0] ?? null);
        return sheet;
      },
      copyTo(...args: unknown[]) {
        signature(`${NAME}.copyTo`, args, [is.service('SpreadsheetApp.Spreadsheet')]);
        const target = (args[0] as { getId(): string }).getId();
        return createSheet(call('Sheet.copyTo', id, target) as number);
      },
      createTextFinder(...args: unknown[]) {
        signature(`${NAME}.createTextFinder`, args, [is.string]);
        return createTextFinder(whole(), args[0] as string);
      },
      protect: () => createProtection(call('Protection.create', whole(), true) as number),
      getProtections: (...args: unknown[]) => listProtections(`${NAME}.getProtections`, args, id),
      activate() {
        call('SpreadsheetApp.setActive', [id, 0, 0, 1, 1]);
        return sheet;
      },
      getActiveRange() {
        const place = call('SpreadsheetApp.getActive') as Place;
        return place[0] === id ? createRange(place) : null;
      },
      setActiveRange(...args: unknown[]) {
        call('SpreadsheetApp.setActive', requireRange(args[0], `${NAME}.setActiveRange`, args));
        return args[0];
      },
      ...lineMethods(id, self),
    },
    NAME,
  );
  tabIds.set(sheet, id);
  return sheet;
}

registerMaker('sheet', createSheet);
