/** DataValidation and its builder. */
import { notInWorkspace, strict } from '../errors';
import { is, signature } from '../signature';
import { placeOfRange } from './handles';

interface Rule {
  type: string;
  values: string[];
  strict: boolean;
  showDropdown: boolean;
  help?: string;
}

const rules = new WeakMap<object, Rule>();

/** A DataValidation's rule as the host keeps it; null for null. */
export function validationJson(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? rules.get(value) : null;
}

/** The DataValidation object of a rule. */
export function createDataValidation(rule: Rule): object {
  const validation = strict(
    {
      getAllowInvalid: () => !rule.strict,
      getHelpText: () => rule.help ?? null,
      copy: () => createBuilder(rule),
    },
    'SpreadsheetApp.DataValidation',
  );
  rules.set(validation, rule);
  return validation;
}

/** A DataValidationBuilder, empty or from a rule. */
export function createBuilder(from?: Rule): object {
  const NAME = 'SpreadsheetApp.DataValidationBuilder';
  let rule: Rule = from ?? { type: '', values: [], strict: false, showDropdown: true };
  const numbers =
    (method: string, type: string, count: 1 | 2) =>
    (...args: unknown[]): object => {
      signature(`${NAME}.${method}`, args, count === 1 ? [is.number] : [is.number, is.number]);
      rule = { ...rule, type, values: args.map(String) };
      return builder;
    };
  const bare =
    (method: string, type: string) =>
    (...args: unknown[]): object => {
      signature(`${NAME}.${method}`, args, []);
      rule = { ...rule, type, values: [] };
      return builder;
    };
  const builder = strict(
    {
      requireValueInList(...args: unknown[]) {
        signature(`${NAME}.requireValueInList`, args, [is.array], [is.array, is.boolean]);
        rule = {
          ...rule,
          type: 'ONE_OF_LIST',
          values: (args[0] as unknown[]).map(String),
          showDropdown: args[1] !== false,
        };
        return builder;
      },
      requireValueInRange(...args: unknown[]) {
        return notInWorkspace(`${NAME}.requireValueInRange ${String(placeOfRange(args[0]))}`);
      },
      requireCheckbox(...args: unknown[]) {
        if (args.length > 0) notInWorkspace(`${NAME}.requireCheckbox(value)`);
        rule = { ...rule, type: 'BOOLEAN', values: [] };
        return builder;
      },
      requireDate: bare('requireDate', 'DATE_IS_VALID'),
      requireTextIsEmail: bare('requireTextIsEmail', 'TEXT_IS_EMAIL'),
      requireNumberBetween: numbers('requireNumberBetween', 'NUMBER_BETWEEN', 2),
      requireNumberGreaterThan: numbers('requireNumberGreaterThan', 'NUMBER_GREATER', 1),
      requireNumberGreaterThanOrEqualTo: numbers(
        'requireNumberGreaterThanOrEqualTo',
        'NUMBER_GREATER_THAN_EQ',
        1,
      ),
      requireNumberLessThan: numbers('requireNumberLessThan', 'NUMBER_LESS', 1),
      requireNumberLessThanOrEqualTo: numbers('requireNumberLessThanOrEqualTo', 'NUMBER_LESS_THAN_EQ', 1),
      requireNumberEqualTo: numbers('requireNumberEqualTo', 'NUMBER_EQ', 1),
      setAllowInvalid(...args: unknown[]) {
        signature(`${NAME}.setAllowInvalid`, args, [is.boolean]);
        rule = { ...rule, strict: args[0] === false };
        return builder;
      },
      setHelpText(...args: unknown[]) {
        signature(`${NAME}.setHelpText`, args, [is.string]);
        rule = { ...rule, help: args[0] as string };
        return builder;
      },
      build: () => createDataValidation(rule),
    },
    NAME,
  );
  return builder;
}
