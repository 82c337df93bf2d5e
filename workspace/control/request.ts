/** What the control API is asked and answers, and the checks of what people send it. */
import type { Json } from '../engine/service';

/** A call of the control API, already parsed. */
export interface ControlRequest {
  method: string;
  /** Decoded path from `/api/` on, without the query: `/api/sheets/台帳`. */
  path: string;
  query: Readonly<Record<string, string>>;
  /** Parsed JSON, or null when the request has no body. */
  body: Json;
}

/** A call of the control API: what it needs of the request, and its answer. */
export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  /** Its groups are the parts of the path that vary. */
  path: RegExp;
  /** Starts over: what is under way is ended first, and nothing else goes on beside it. */
  alone?: (request: ControlRequest) => boolean;
  /** `parts`: the groups of the path. */
  handle(request: ControlRequest, parts: readonly string[]): Json | Promise<Json>;
}

/** Its answer: JSON, `{error}` for a status of 400 and above. */
export interface ControlResponse {
  status: number;
  json: Json;
}

/** A refusal with its HTTP status and a sentence that says what is wrong. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** A JSON object. */
export type Body = Record<string, Json>;

/** Throws a 400. */
export function refuse(sentence: string): never {
  throw new Refusal(400, sentence);
}

/** The value as a JSON object. */
export function readObject(value: Json | undefined, what = 'The body'): Body {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    refuse(`${what} must be a JSON object.`);
  return value;
}

/** A text that must be there. */
export function readText(body: Body, key: string): string {
  const value = body[key];
  return typeof value === 'string' ? value : refuse(`"${key}" must be a text.`);
}

/** A text that may be left out. */
export function readOptionalText(body: Body, key: string): string | undefined {
  return body[key] === undefined ? undefined : readText(body, key);
}

/** A whole number from `from` on. */
export function readWhole(body: Body, key: string, from: number): number {
  const value = body[key];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < from) {
    return refuse(`"${key}" must be a whole number from ${from} on.`);
  }
  return value;
}

/** A list of texts; `undefined` when it may be left out and is. */
export function readTexts(body: Body, key: string): string[] | undefined {
  const value = body[key];
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return refuse(`"${key}" must be a list of texts.`);
  return value.map((text) => (typeof text === 'string' ? text : refuse(`"${key}" must be a list of texts.`)));
}

/** One of the given words. */
export function readChoice<T extends string>(
  body: Body,
  key: string,
  choices: readonly T[],
  fallback?: T,
): T {
  const value = body[key];
  if (value === undefined && fallback !== undefined) return fallback;
  const found = choices.find((choice) => choice === value);
  return found ?? refuse(`"${key}" must be one of ${choices.map((choice) => `"${choice}"`).join(', ')}.`);
}

/** A boolean; `fallback` when left out. */
export function readBoolean(body: Body, key: string, fallback: boolean): boolean {
  const value = body[key];
  if (value === undefined) return fallback;
  return typeof value === 'boolean' ? value : refuse(`"${key}" must be true or false.`);
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/u;

/** An instant written `2026-11-22T09:00:00+09:00` (the offset is needed), in ms; undefined when left out. */
export function readInstant(body: Body, key: string): number | undefined {
  const value = readOptionalText(body, key);
  if (value === undefined) return undefined;
  const at = ISO_TIME.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(at) ? refuse(`"${key}" must look like 2026-11-22T09:00:00+09:00.`) : at;
}

const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/u;

/** An ISO 8601 duration of weeks, days, hours, minutes and seconds, in ms. */
export function parseDuration(text: string): number {
  const parts = DURATION.exec(text);
  if (parts === null || !/\d/u.test(text))
    return refuse(`"${text}" is no duration like P1D, PT90M or P2DT3H.`);
  const given: (string | undefined)[] = parts.slice(1);
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = given.map((part) => Number(part ?? 0));
  return ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}
