/**
 * Argument checks of service methods with Google's text:
 * "The parameters (String,number) don't match the method signature for SpreadsheetApp.Range.setValue."
 *
 *   signature('SpreadsheetApp.Range.sort', args, [is.number], [is.object], [is.array]);
 */
import { isEnum } from './enums';
import { platformFailure, serviceName } from './errors';

/** One parameter: does it take this value? Nothing but `is.any`, `is.orNull(…)` takes null or undefined. */
export type Check = (value: unknown) => boolean;

function isPlainObject(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Object]' && serviceName(value) === undefined;
}

function isDate(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** The checks to build signatures from. */
export const is = {
  any: (): boolean => true,
  string: (value: unknown): boolean => typeof value === 'string',
  number: (value: unknown): boolean => typeof value === 'number',
  boolean: (value: unknown): boolean => typeof value === 'boolean',
  date: isDate,
  function: (value: unknown): boolean => typeof value === 'function',
  /** A plain object of the script. */
  object: isPlainObject,
  array: (value: unknown): boolean => Array.isArray(value),
  arrayOf:
    (check: Check): Check =>
    (value) =>
      Array.isArray(value) && value.every(check),
  /** Object[][]: an array of arrays. */
  grid: (value: unknown): boolean =>
    Array.isArray(value) && value.length > 0 && value.every((row) => Array.isArray(row)),
  gridOf:
    (check: Check): Check =>
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.every((row) => Array.isArray(row) && row.every(check)),
  /** A byte[]: an array of integers from -128 to 127. */
  bytes: (value: unknown): boolean => Array.isArray(value) && value.every((byte) => typeof byte === 'number'),
  /** A value of an enumeration made by `javaEnum(name, …)`. */
  enum:
    (name: string): Check =>
    (value) =>
      isEnum(value, name),
  /** A Google object wrapped by `strict(object, name)`. */
  service:
    (name: string): Check =>
    (value) =>
      serviceName(value) === name,
  orNull:
    (check: Check): Check =>
    (value) =>
      value === null || value === undefined || check(value),
  oneOf:
    (...checks: Check[]): Check =>
    (value) =>
      checks.some((check) => check(value)),
} as const;

function typeText(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'function') return '(class)';
  if (Array.isArray(value)) {
    const first: unknown = value[0];
    if (typeof first === 'number') return 'number[]';
    if (typeof first === 'string') return 'String[]';
    return 'Object[]';
  }
  const service = serviceName(value);
  if (service !== undefined) return service;
  if (isDate(value)) return 'Date';
  return '(class)';
}

/** Throws Google's signature text for these arguments. */
export function mismatch(name: string, args: readonly unknown[]): never {
  throw platformFailure('signature', args.map(typeText).join(','), name);
}

/** Throws unless the arguments match one of the overloads (a list of checks each); `name` is the full method name. */
export function signature(
  name: string,
  args: readonly unknown[],
  ...overloads: readonly (readonly Check[])[]
): void {
  const fits = overloads.some(
    (checks) => checks.length === args.length && checks.every((check, index) => check(args[index])),
  );
  if (!fits) mismatch(name, args);
}
