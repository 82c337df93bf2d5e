import { foldHyphens, withoutBlanks } from './fields/width';

/** D 届出, P ポイント, K 更新 (product.md, Words). */
export type ReceiptKind = 'D' | 'P' | 'K';

/** The last number given, by kind and year: `N26` → 123. Row 2 of _要約 keeps them. */
export type Counters = Readonly<Record<string, number>>;

/** 通知番号 N26-000123: full year and serial; no check digit. */
export function noticeNumber(year: number, n: number): string {
  return `N${twoDigits(year)}-${serial(n)}`;
}

/**
 * 受付番号 D26-000123-7: kind, year, serial and a check digit by ISO 7064 MOD 11,10 over the letter's place in the
 * alphabet (two digits), year and serial; it finds every single wrong digit and nearly every swap of neighbours.
 */
export function receiptNumber(kind: ReceiptKind, year: number, n: number): string {
  return `${kind}${twoDigits(year)}-${serial(n)}-${checkDigit(kind, `${twoDigits(year)}${serial(n)}`)}`;
}

/** As it is kept, from a 受付番号 typed in any width and case. */
export function toReceiptNumber(text: string): string {
  return foldHyphens(withoutBlanks(text)).toUpperCase();
}

/** Whether the text, in any width and case, is a 受付番号 with the right check digit. */
export function isReceiptNumber(text: string): boolean {
  const match = /^([DPK])([0-9]{2})-([0-9]{6,9})-([0-9])$/.exec(toReceiptNumber(text));
  if (!match) return false;
  const [, kind = '', year = '', n = '', check = ''] = match;
  return checkDigit(kind, year + n) === check;
}

/** The next number of a kind (`N` or a receipt kind) in a year, and the counters that remember it. */
export function next(
  counters: Counters,
  kind: ReceiptKind | 'N',
  year: number,
): { counters: Counters; n: number } {
  const key = `${kind}${twoDigits(year)}`;
  const n = (counters[key] ?? 0) + 1;
  return { counters: { ...counters, [key]: n }, n };
}

function twoDigits(year: number): string {
  return String(year % 100).padStart(2, '0');
}

function serial(n: number): string {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`Not a serial number: ${String(n)}`);
  return String(n).padStart(6, '0');
}

function checkDigit(kind: string, digits: string): string {
  const letter = String(kind.charCodeAt(0) - 64).padStart(2, '0');
  let product = 10;
  for (const digit of letter + digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}
