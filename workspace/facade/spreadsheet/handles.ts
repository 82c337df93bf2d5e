/**
 * Range, Sheet and Spreadsheet hand out one another, as Google's do. Each registers here how it is made, so that no
 * file has to import one that imports it.
 */
import { serviceName } from '../errors';
import { mismatch } from '../signature';
import type { Place } from './values';

interface Makers {
  range: (place: Place, text?: string) => object;
  sheet: (id: number) => object;
  /** The spreadsheet the project belongs to. */
  spreadsheet: () => object;
}

const makers: Partial<Makers> = {};
const places = new WeakMap<object, Place>();

/** Says how a kind of handle is made; called once by the file that owns it. */
export function registerMaker<Kind extends keyof Makers>(kind: Kind, make: Makers[Kind]): void {
  makers[kind] = make;
}

/** Makes a handle of another kind. */
export function makerOf<Kind extends keyof Makers>(kind: Kind): Makers[Kind] {
  const make = makers[kind];
  if (!make) throw new Error(`No file has registered how a ${kind} is made.`);
  return make;
}

/** Remembers which place a Range object stands for. */
export function rememberRange(range: object, place: Place): void {
  places.set(range, place);
}

/** The place a Range object stands for; undefined for anything else. */
export function placeOfRange(value: unknown): Place | undefined {
  return typeof value === 'object' && value !== null ? places.get(value) : undefined;
}

/** Throws unless the value is a Range; its place. */
export function requireRange(value: unknown, method: string, args: readonly unknown[]): Place {
  const place = placeOfRange(value);
  if (place === undefined || serviceName(value) !== 'SpreadsheetApp.Range') return mismatch(method, args);
  return place;
}
