/** Serial numbers as they stand in cells: reading one, and finding those above a counter by one search. */

export interface Serial {
  /** N 通知, H 変更履歴, D 届出, P ポイント, K 更新, S 証書. */
  readonly kind: string;
  readonly year: number;
  readonly n: number;
}

/** Kinds row 2 of `_要約` counts. */
export const SERIAL_KINDS: readonly string[] = ['N', 'H', 'D', 'P', 'K', 'S'];

/** The number a cell shows (N26-000123, D26-000123-7); undefined for any other text. */
export function readSerial(text: string): Serial | undefined {
  const match = /^([NHDPKS])([0-9]{2})-([0-9]{6,9})(?:-[0-9])?$/.exec(text);
  if (!match) return undefined;
  const [, kind = '', year = '', n = ''] = match;
  return { kind, year: 2000 + Number(year), n: Number(n) };
}

/** Source of a regular expression (RE2 too) for the whole text of every number of a kind and year above `n`. */
export function patternAbove(kind: string, year: number, n: number): string {
  const digits = String(n).padStart(6, '0');
  const ways = [...digits].flatMap((digit, at) => {
    const rest = digits.length - at - 1;
    return digit === '9' ? [] : [`${digits.slice(0, at)}[${String(Number(digit) + 1)}-9]${any(rest)}`];
  });
  const longer = digits.length < 9 ? [`[1-9][0-9]{${String(digits.length)},8}`] : [];
  return `${kind}${String(year % 100).padStart(2, '0')}-(${[...ways, ...longer].join('|')})(-[0-9])?`;
}

function any(count: number): string {
  return count === 0 ? '' : `[0-9]{${String(count)}}`;
}
