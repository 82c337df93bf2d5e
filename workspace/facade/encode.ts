/** What the success handler of google.script.run gets for a returned value (facts/platform.md 2.3, the table). */
import type { Json } from '../engine/service';
import { enumName } from './enums';
import { serviceName } from './errors';

/** The server cannot send this value: the failure handler hears "We're sorry, a server error occurred …". */
export class Unsendable extends Error {}

/** Thrown inside to give up the whole result: one Date or Google object anywhere and nothing arrives. */
class Lost extends Error {}

function tag(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

function functionSource(value: unknown): string {
  return Function.prototype.toString.call(value);
}

function isGone(value: object): boolean {
  const service = serviceName(value);
  return (
    tag(value) === 'Date' || enumName(value) !== undefined || (service !== undefined && service !== 'Blob')
  );
}

function encodeObject(value: object, depth: number): Json {
  if (depth > 500) throw new Unsendable();
  if (isGone(value)) throw new Lost();
  if (Array.isArray(value)) return value.map((item) => encodeValue(item, depth + 1) ?? null);
  if (ArrayBuffer.isView(value) && tag(value) !== 'Int8Array') throw new Unsendable();
  const result: [string, Json][] = [];
  // Maps, sets, regular expressions and boxed numbers have no own enumerable members, boxed strings their characters.
  for (const [key, member] of Object.entries(value)) {
    const encoded = encodeValue(member, depth + 1);
    if (encoded !== undefined) result.push([key, encoded]);
  }
  return Object.fromEntries(result);
}

/** A value below the top; undefined and symbols are left out of objects. */
function encodeValue(value: unknown, depth: number): Json | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'bigint':
      throw new Unsendable();
    case 'function':
      return functionSource(value);
    case 'object':
      return value === null ? null : encodeObject(value, depth);
    default:
      return undefined;
  }
}

/** Encodes what a server function returned; throws `Unsendable`. */
export function encodeResult(value: unknown): Json {
  try {
    return encodeValue(value, 0) ?? null;
  } catch (error) {
    if (error instanceof Lost) return null;
    throw error;
  }
}
