/** Range on the host. */
import { PlatformError } from '../engine/platform-error';
import type { ExecutionView, Json } from '../engine/service';
import { NotInWorkspace } from '../engine/service';
import type { Cell, ValidationRule } from '../sheets/cell';
import { isCellError, isDateCell, withParts } from '../sheets/cell';
import { displayText } from '../sheets/display';
import { evaluateFormula } from '../sheets/formula';
import { formatOfPattern } from '../sheets/number-format';
import { instantToSerial, serialToInstant } from '../sheets/serial';
import { sortRows } from '../sheets/reshape';
import { writeTab } from '../sheets/session';
import type { Rect, Tab, TabDraft } from '../sheets/tab';
import { cellAt, putCell } from '../sheets/tab';
import { AmbiguousInput } from '../sheets/typed-text';
import { requireKnownRule, requireObedience } from '../sheets/validation';
import type { Written } from '../sheets/write';
import { writtenCell } from '../sheets/write';
import type { Methods, SpreadsheetContext } from './spreadsheet-context';
import { placeOf, requireInside, requireMayWrite, seenPlace } from './spreadsheet-context';

/** Each cell of a rectangle as JSON, row by row. */
function gridOf(tab: Tab, rect: Rect, show: (cell: Cell | undefined) => Json): Json[][] {
  return Array.from({ length: rect.rows }, (_, row) =>
    Array.from({ length: rect.columns }, (__, column) =>
      show(cellAt(tab, rect.row + row, rect.column + column)),
    ),
  );
}

/** A cell's value for getValue: a date as the instant in ms, an error as its text. */
export function valueJson(cell: Cell | undefined, timeZone: string): Json {
  const value = cell?.value;
  if (value === undefined) return '';
  if (isCellError(value)) return value.error;
  if (isDateCell(cell) && typeof value === 'number') return { date: serialToInstant(value, timeZone) };
  return value;
}

/** A value from a script: null clears, `{date: ms}` is a Date. */
export function writtenOf(json: Json | undefined, timeZone: string): Written {
  if (json === null || json === undefined) return null;
  if (typeof json !== 'object') return json;
  if (!Array.isArray(json) && typeof json['date'] === 'number') {
    return { serial: instantToSerial(json['date'], timeZone) };
  }
  throw new NotInWorkspace('an array or object as the value of a cell');
}

/** Puts values into a rectangle as `setValues` does. */
export function putValues(
  draft: TabDraft,
  rect: Rect,
  values: readonly (readonly Written[])[],
  year: number,
): void {
  values.forEach((line, row) => {
    line.forEach((written, column) => {
      const [r, c] = [rect.row + row, rect.column + column];
      putCell(draft, r, c, writtenCell(cellAt(draft, r, c), written, year));
      requireObedience(draft, r, c);
    });
  });
}

function requireShape(rect: Rect, data: readonly unknown[][]): void {
  if (data.length !== rect.rows) {
    throw new PlatformError('rowsDiffer', data.length, rect.rows);
  }
  const odd = data.find((line) => line.length !== rect.columns);
  if (odd !== undefined) {
    throw new PlatformError('columnsDiffer', odd.length, rect.columns);
  }
}

function ruleOf(json: Json | undefined): ValidationRule | undefined {
  if (json === null || json === undefined) return undefined;
  const rule = json as unknown as ValidationRule;
  requireKnownRule(rule.type);
  return rule;
}

/** The methods of Range. */
export function rangeMethods(context: SpreadsheetContext): Methods {
  const { holder } = context;
  const read =
    (show: (cell: Cell | undefined) => Json) =>
    (execution: ExecutionView, place: Json | undefined): Json => {
      const { tab, rect } = seenPlace(context, execution, place);
      execution.countCells(rect.rows * rect.columns, 0);
      return gridOf(tab, rect, show);
    };
  /** Buffers a change of every cell of a place; `data` gives each cell its own part, already checked for shape. */
  const change = (
    execution: ExecutionView,
    place: Json | undefined,
    make: (cell: Cell | undefined, row: number, column: number) => Cell | undefined,
  ): void => {
    const { tabId, rect } = placeOf(place);
    writeTab(context.sessionOf(execution), holder, tabId, (draft) => {
      requireInside(draft, rect);
      requireMayWrite(context, execution, draft, rect);
      for (let row = 0; row < rect.rows; row += 1) {
        for (let column = 0; column < rect.columns; column += 1) {
          const [r, c] = [rect.row + row, rect.column + column];
          putCell(draft, r, c, make(cellAt(draft, r, c), row, column));
        }
      }
    });
    execution.countCells(0, rect.rows * rect.columns);
  };
  const setValues = (execution: ExecutionView, place: Json | undefined, data: Json[][]): void => {
    const { tabId, rect } = placeOf(place);
    requireShape(rect, data);
    const { timeZone } = holder.workbook;
    const values = data.map((line) => line.map((value) => writtenOf(value, timeZone)));
    const year = holder.year();
    writeTab(context.sessionOf(execution), holder, tabId, (draft) => {
      requireInside(draft, rect);
      requireMayWrite(context, execution, draft, rect);
      putValues(draft, rect, values, year);
    });
    execution.countCells(0, rect.rows * rect.columns);
  };
  const setFormulas = (execution: ExecutionView, place: Json | undefined, data: string[][]): void => {
    requireShape(placeOf(place).rect, data);
    change(execution, place, (cell, row, column) => {
      const text = data[row]?.[column] ?? '';
      if (text === '') return withParts(cell, { value: undefined, formula: undefined });
      const formula = text.startsWith('=') ? text : `=${text}`;
      const value = evaluateFormula(formula);
      if (value === undefined)
        throw new AmbiguousInput(formula, 'only arithmetic of numbers is calculated here');
      return withParts(cell, { value, formula });
    });
  };
  /** Setter of one part for all cells, from one value or a grid of the range's shape. */
  const setPart =
    (partOf: (json: Json | undefined) => Partial<Record<keyof Cell, unknown>>) =>
    (execution: ExecutionView, place: Json | undefined, data: Json | undefined): void => {
      if (Array.isArray(data)) requireShape(placeOf(place).rect, data as unknown[][]);
      const one = Array.isArray(data) ? undefined : partOf(data);
      const grid = Array.isArray(data) ? (data as Json[][]).map((line) => line.map(partOf)) : undefined;
      change(execution, place, (cell, row, column) =>
        withParts(cell, (one ?? grid?.[row]?.[column] ?? {}) as Parameters<typeof withParts>[1]),
      );
    };
  const text = (value: Json | undefined): string | undefined =>
    typeof value === 'string' && value !== '' ? value : undefined;

  return {
    'Range.getValues': {
      contact: 'sheets.read',
      handle: (execution, place) =>
        read((cell) => valueJson(cell, holder.workbook.timeZone))(execution, place),
    },
    'Range.getDisplayValues': { contact: 'sheets.read', handle: read(displayText) },
    'Range.getFormulas': { contact: 'sheets.read', handle: read((cell) => cell?.formula ?? '') },
    'Range.getNumberFormats': {
      contact: 'sheets.read',
      handle: read((cell) => cell?.format?.pattern ?? 'General'),
    },
    'Range.getNotes': { contact: 'sheets.read', handle: read((cell) => cell?.note ?? '') },
    'Range.getDataValidations': {
      contact: 'sheets.read',
      handle: read((cell) => (cell?.validation === undefined ? null : (cell.validation as unknown as Json))),
    },
    'Range.setValues': {
      contact: 'sheets.write',
      handle: (execution, place, data) => setValues(execution, place, data as Json[][]),
    },
    'Range.setValue': {
      contact: 'sheets.write',
      handle: (execution, place, value) => {
        const { rect } = placeOf(place);
        const line = Array.from({ length: rect.columns }, () => value ?? null);
        setValues(
          execution,
          place,
          Array.from({ length: rect.rows }, () => line),
        );
      },
    },
    'Range.setFormulas': {
      contact: 'sheets.write',
      handle: (execution, place, data) => setFormulas(execution, place, data as string[][]),
    },
    'Range.setNumberFormats': {
      contact: 'sheets.write',
      handle: setPart((json) => ({ format: formatOfPattern(json as string) })),
    },
    'Range.setNotes': { contact: 'sheets.write', handle: setPart((json) => ({ note: text(json) })) },
    'Range.setDataValidations': {
      contact: 'sheets.write',
      handle: setPart((json) => ({ validation: ruleOf(json) })),
    },
    'Range.setStyle': {
      contact: 'sheets.write',
      handle: (execution, place, style) =>
        change(execution, place, (cell) =>
          withParts(cell, { style: { ...cell?.style, ...(style as object) } }),
        ),
    },
    'Range.clear': {
      contact: 'sheets.write',
      handle: (execution, place, what) => {
        const parts = what as {
          contents?: boolean;
          formats?: boolean;
          notes?: boolean;
          validations?: boolean;
        };
        change(execution, place, (cell) => {
          if (cell === undefined) return undefined;
          return withParts(cell, {
            ...(parts.contents === true ? { value: undefined, formula: undefined } : {}),
            ...(parts.formats === true ? { format: undefined, style: undefined } : {}),
            ...(parts.notes === true ? { note: undefined } : {}),
            ...(parts.validations === true ? { validation: undefined } : {}),
          });
        });
      },
    },
    'Range.sort': {
      contact: 'sheets.write',
      handle: (execution, place, keys) => {
        const { tabId, rect } = placeOf(place);
        const sortKeys = keys as unknown as { column: number; ascending: boolean }[];
        writeTab(context.sessionOf(execution), holder, tabId, (draft) => {
          requireInside(draft, rect);
          requireMayWrite(context, execution, draft, rect);
          sortRows(draft, rect, sortKeys);
        });
        execution.countCells(0, rect.rows * rect.columns);
      },
    },
  };
}
