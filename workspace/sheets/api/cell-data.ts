/** CellData of the Sheets API into cells and back. Values are typed: a string is never parsed. */
import type { Json } from '../../engine/service';
import { NotInWorkspace } from '../../engine/service';
import type { Cell, CellValue, FormatType, ValidationRule } from '../cell';
import { MAX_CELL_CHARACTERS, isCellError, isTextFormat, numberFormat, withParts } from '../cell';
import { displayText } from '../display';
import { evaluateFormula } from '../formula';
import { formatOfType } from '../number-format';
import { AmbiguousInput } from '../typed-text';
import { requireKnownRule } from '../validation';
import { apiError } from './errors';
import type { Mask } from './mask';
import { under } from './mask';

export type JsonObject = { readonly [key: string]: Json };

/** A member as an object; undefined if absent. Throws if it is something else. */
export function objectAt(from: JsonObject, key: string): JsonObject | undefined {
  const value = from[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw apiError(`Invalid value at '${key}'`);
  }
  return value;
}

const FORMAT_TYPES = ['TEXT', 'NUMBER', 'PERCENT', 'CURRENCY', 'DATE', 'TIME', 'DATE_TIME', 'SCIENTIFIC'];
const CELL_FIELDS = [
  'userEnteredValue',
  'userEnteredFormat',
  'note',
  'dataValidation',
  'textFormatRuns',
  'hyperlink',
];

function valueOf(data: JsonObject | undefined): { value?: CellValue; formula?: string } {
  if (data === undefined) return {};
  const keys = Object.keys(data).filter((key) => data[key] !== undefined && data[key] !== null);
  if (keys.length > 1) {
    throw apiError(`Invalid value at 'user_entered_value' (oneof), oneof field 'value' is already set.`);
  }
  const key = keys[0];
  const value = key === undefined ? undefined : data[key];
  switch (key) {
    case undefined:
      return {};
    case 'stringValue':
      if (typeof value !== 'string')
        throw apiError(`Invalid value at 'user_entered_value.string_value' (TYPE_STRING)`);
      if (value.length > MAX_CELL_CHARACTERS) {
        throw apiError('Your input contains more than the maximum of 50000 characters in a single cell.');
      }
      return value === '' ? {} : { value };
    case 'numberValue':
      if (typeof value !== 'number')
        throw apiError(`Invalid value at 'user_entered_value.number_value' (TYPE_DOUBLE)`);
      return { value };
    case 'boolValue':
      if (typeof value !== 'boolean')
        throw apiError(`Invalid value at 'user_entered_value.bool_value' (TYPE_BOOL)`);
      return { value };
    case 'formulaValue': {
      if (typeof value !== 'string')
        throw apiError(`Invalid value at 'user_entered_value.formula_value' (TYPE_STRING)`);
      const formula = value.startsWith('=') ? value : `=${value}`;
      const result = evaluateFormula(formula);
      if (result === undefined)
        throw new AmbiguousInput(formula, 'only arithmetic of numbers is calculated here');
      return { formula, value: result };
    }
    case 'errorValue':
      throw apiError('ExtendedValue.error_value cannot be written.');
    default:
      throw apiError(
        `Invalid JSON payload received. Unknown name "${key}" at 'user_entered_value': Cannot find field.`,
      );
  }
}

function formatOf(data: JsonObject | undefined): Cell['format'] {
  const given = data === undefined ? undefined : objectAt(data, 'numberFormat');
  if (given === undefined) return undefined;
  const { type, pattern } = given;
  if (typeof type !== 'string' || !FORMAT_TYPES.includes(type)) {
    throw apiError(
      `Invalid value at 'user_entered_format.number_format.type': ${JSON.stringify(type ?? null)}`,
    );
  }
  if (type === 'TEXT') return numberFormat('TEXT', '@');
  return formatOfType(type as FormatType, typeof pattern === 'string' ? pattern : undefined);
}

/** A validation rule of the API as kept in cells. */
export function ruleOf(data: JsonObject | undefined): ValidationRule | undefined {
  if (data === undefined) return undefined;
  const condition = objectAt(data, 'condition') ?? {};
  const type = String(condition['type']);
  requireKnownRule(type);
  const values = ((condition['values'] ?? []) as JsonObject[]).map((value) => {
    if (value['relativeDate'] !== undefined) throw new NotInWorkspace('ConditionValue.relativeDate');
    return String(value['userEnteredValue']);
  });
  const help = data['inputMessage'];
  return {
    type,
    values,
    strict: data['strict'] === true,
    showDropdown: data['showCustomUi'] === true,
    ...(typeof help === 'string' ? { help } : {}),
  };
}

function ruleJson(rule: ValidationRule): Json {
  return {
    condition: {
      type: rule.type,
      ...(rule.values.length === 0
        ? {}
        : { values: rule.values.map((value) => ({ userEnteredValue: value })) }),
    },
    ...(rule.help === undefined ? {} : { inputMessage: rule.help }),
    ...(rule.strict ? { strict: true } : {}),
    ...(rule.showDropdown ? { showCustomUi: true } : {}),
  };
}

/** A function that gives a cell the masked parts of this CellData; masked parts it lacks are cleared. */
export function cellChange(data: JsonObject, mask: Mask): (cell: Cell | undefined) => Cell {
  const unknown = (mask === true ? Object.keys(data) : Object.keys(mask)).find(
    (key) => !CELL_FIELDS.includes(key),
  );
  if (unknown !== undefined && !['effectiveValue', 'effectiveFormat', 'formattedValue'].includes(unknown)) {
    throw apiError(`Invalid JSON payload received. Unknown name "${unknown}" at 'cell': Cannot find field.`);
  }
  for (const key of ['textFormatRuns', 'hyperlink']) {
    if (data[key] !== undefined) throw new NotInWorkspace(`CellData.${key}`);
  }
  const parts: Parameters<typeof withParts>[1] = {};
  if (under(mask, 'userEnteredValue') !== undefined) {
    const { value, formula } = valueOf(objectAt(data, 'userEnteredValue'));
    Object.assign(parts, { value, formula });
  }
  const formatMask = under(mask, 'userEnteredFormat');
  const entered = objectAt(data, 'userEnteredFormat');
  if (formatMask !== undefined && under(formatMask, 'numberFormat') !== undefined)
    parts.format = formatOf(entered);
  if (under(mask, 'note') !== undefined) {
    const note = data['note'];
    parts.note = typeof note === 'string' && note !== '' ? note : undefined;
  }
  if (under(mask, 'dataValidation') !== undefined)
    parts.validation = ruleOf(objectAt(data, 'dataValidation'));
  if (formatMask === undefined) return (cell) => withParts(cell, parts);
  const named =
    formatMask === true ? undefined : Object.keys(formatMask).filter((key) => key !== 'numberFormat');
  if (named?.length === 0) return (cell) => withParts(cell, parts);
  const { numberFormat: _numberFormat, ...styles } = entered ?? {};
  return (cell) => {
    const style: Record<string, Json> = named === undefined ? { ...styles } : { ...cell?.style };
    for (const key of named ?? []) {
      const given = styles[key];
      if (given === undefined) delete style[key];
      else style[key] = given;
    }
    return withParts(cell, { ...parts, style: Object.keys(style).length === 0 ? undefined : style });
  };
}

function extended(value: CellValue): Json {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return { errorValue: { type: errorType(value.error), message: '' } };
}

function errorType(text: string): string {
  const name = /^#([A-Z]+)/.exec(text)?.[1] ?? 'ERROR';
  return { DIV: 'DIVIDE_BY_ZERO', N: 'N_A' }[name] ?? name;
}

/** CellData of a cell as the API answers it; `{}` when blank. */
export function cellData(cell: Cell | undefined): { [key: string]: Json } {
  if (cell === undefined) return {};
  const data: { [key: string]: Json } = {};
  if (cell.formula !== undefined) data['userEnteredValue'] = { formulaValue: cell.formula };
  else if (cell.value !== undefined && !isCellError(cell.value))
    data['userEnteredValue'] = extended(cell.value);
  if (cell.value !== undefined) {
    data['effectiveValue'] = extended(cell.value);
    data['formattedValue'] = displayText(cell);
  }
  if (cell.format !== undefined || cell.style !== undefined) {
    const format = {
      ...(cell.format === undefined
        ? {}
        : {
            numberFormat: isTextFormat(cell.format)
              ? { type: 'TEXT', pattern: '@' }
              : { type: cell.format.type, pattern: cell.format.pattern },
          }),
      ...cell.style,
    };
    data['userEnteredFormat'] = format;
    data['effectiveFormat'] = format;
  }
  if (cell.note !== undefined) data['note'] = cell.note;
  if (cell.validation !== undefined) data['dataValidation'] = ruleJson(cell.validation);
  return data;
}
