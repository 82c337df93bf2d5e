/** What a signed token says. Times are epoch ms. */
export interface Claims {
  /** Purpose: `first` may only do the first login. */
  p: 'first' | 'home';
  /** 登録番号 as the ledger has it. */
  n: string;
  /** Row of the person in _要約 when last seen: a hint, checked at each read. */
  r: number;
  /** 世代 */
  g: number;
  /** Issued at login. */
  i: number;
  /** Last seen. */
  s: number;
}

const MINUTE = 60_000;
const IDLE = 30 * MINUTE;
const ABSOLUTE = 6 * 60 * MINUTE;
const FIRST_LOGIN = 30 * MINUTE;
/** Two executions of Google may run on machines whose clocks differ a little. */
const SKEW = 2 * MINUTE;

/** The claims as base64url of their JSON; what is signed. */
export function encodeClaims(claims: Claims): string {
  const { p, n, r, g, i, s } = claims;
  return encodeBase64url(utf8(JSON.stringify({ p, n, r, g, i, s })));
}

/** The claims of encodeClaims, undefined for anything else. Says nothing about the signature. */
export function decodeClaims(text: string): Claims | undefined {
  const bytes = decodeBase64url(text);
  const json = bytes && textOfUtf8(bytes);
  if (json === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined; // not JSON: a forged token, for which undefined is the answer
  }
  return isClaims(value) ? value : undefined;
}

/** Whether a token still holds: 30 minutes idle, 6 hours in all; 30 minutes in all for the first login; same 世代. */
export function judgeSession(
  claims: Claims,
  facts: { now: number; generation: number; mayLogIn: boolean },
): 'ok' | 'ended' {
  const { now } = facts;
  const limit = claims.p === 'first' ? FIRST_LOGIN : ABSOLUTE;
  const inTime =
    claims.i <= claims.s && claims.s <= now + SKEW && now - claims.s <= IDLE && now - claims.i <= limit;
  return inTime && claims.g === facts.generation && facts.mayLogIn ? 'ok' : 'ended';
}

function isClaims(value: unknown): value is Claims {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const claims = value as Record<string, unknown>;
  const whole = (key: string) => Number.isSafeInteger(claims[key]) && Number(claims[key]) >= 0;
  return (
    Object.keys(claims).length === 6 &&
    (claims.p === 'first' || claims.p === 'home') &&
    typeof claims.n === 'string' &&
    claims.n !== '' &&
    ['r', 'g', 'i', 's'].every(whole)
  );
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bytes (0–255) as base64url without padding. */
export function encodeBase64url(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(at, at + 3);
    const group = (a << 16) | (b << 8) | c;
    const count = Math.min(bytes.length - at, 3) + 1;
    for (let digit = 0; digit < count; digit += 1) text += DIGITS.charAt((group >> (18 - 6 * digit)) & 63);
  }
  return text;
}

/** The bytes (0–255) of a base64url text, undefined if it is none or is not written in the one canonical way. */
export function decodeBase64url(text: string): number[] | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 4) {
    const part = text.slice(at, at + 4);
    const group = [...part.padEnd(4, 'A')].reduce((sum, digit) => sum * 64 + DIGITS.indexOf(digit), 0);
    bytes.push(...[group >> 16, (group >> 8) & 255, group & 255].slice(0, part.length - 1));
  }
  return encodeBase64url(bytes) === text ? bytes : undefined;
}

function utf8(text: string): number[] {
  return [...encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|(.)/g)].map((match) =>
    match[1] === undefined ? (match[2] ?? '').charCodeAt(0) : parseInt(match[1], 16),
  );
}

function textOfUtf8(bytes: readonly number[]): string | undefined {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return undefined; // not UTF-8: a forged token, for which undefined is the answer
  }
}
