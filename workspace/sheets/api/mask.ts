/** Field masks of the Sheets API: `a,b.c,d(e,f)`, `*`. */
import type { Json } from '../../engine/service';
import { apiError } from './errors';

/** What a mask asks for: everything below (`true`), or named members. */
export type Mask = true | { readonly [field: string]: Mask };

function merge(a: Mask | undefined, b: Mask): Mask {
  if (a === undefined || b === true) return b;
  if (a === true) return true;
  const merged: Record<string, Mask> = { ...a };
  for (const [key, value] of Object.entries(b)) merged[key] = merge(merged[key], value);
  return merged;
}

/** Reads a mask. Throws the API's refusal for a broken one. */
export function parseMask(text: string): Mask {
  const tokens = text.match(/[A-Za-z_*][A-Za-z0-9_]*|\*|[(),./]/g) ?? [];
  if (tokens.join('') !== text.replace(/\s/g, '')) throw apiError(`Invalid field mask: ${text}`);
  let position = 0;
  const list = (): Mask => {
    let mask: Mask | undefined;
    for (;;) {
      mask = merge(mask, path());
      if (tokens[position] !== ',') return mask;
      position += 1;
    }
  };
  const path = (): Mask => {
    const name = tokens[position];
    if (name === undefined || !/^[A-Za-z_*]/.test(name)) throw apiError(`Invalid field mask: ${text}`);
    position += 1;
    if (name === '*') return true;
    const next = tokens[position];
    if (next === '.' || next === '/') {
      position += 1;
      return { [name]: path() };
    }
    if (next === '(') {
      position += 1;
      const inner = list();
      if (tokens[position] !== ')') throw apiError(`Invalid field mask: ${text}`);
      position += 1;
      return { [name]: inner };
    }
    return { [name]: true };
  };
  const mask = list();
  if (position < tokens.length) throw apiError(`Invalid field mask: ${text}`);
  return mask;
}

/** The part of a mask under a member: undefined if it does not ask for it. */
export function under(mask: Mask, field: string): Mask | undefined {
  return mask === true ? true : mask[field];
}

/** A JSON value with only what the mask asks for. */
export function applyMask(value: Json, mask: Mask): Json {
  if (mask === true || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => applyMask(item, mask));
  const kept: { [key: string]: Json } = {};
  for (const [key, part] of Object.entries(value)) {
    const inner = mask[key];
    if (inner !== undefined) kept[key] = applyMask(part, inner);
  }
  return kept;
}
