import { foldHyphens, withoutBlanks } from './width';

/** Words around the number proper: 「認定第００１２３号」, 「登録番号：No.123」. NFKC has made № into No. */
const WORDS = /登録番号|認定番号|番号|第|号|[:：]/g;
const NO = /(^|[^A-Z])NO\.?(?=[0-9])/g;

/** The number as typed, less width, case, blanks and the words around it; hyphens and zeros stay. */
export function numberText(text: string): string {
  const folded = foldHyphens(withoutBlanks(text)).toUpperCase();
  return folded.replace(WORDS, '').replace(NO, '$1');
}

/**
 * Comparison key of a 登録番号: as numberText, without hyphens and without the zeros that lead its first digits;
 * `''` if nothing is left. Two different numbers may share a key: compare numberText then (product.md, Matching).
 */
export function numberKey(text: string): string {
  const bare = numberText(text).replace(/-/g, '');
  return bare.replace(/^([^0-9]*)0+(?=[0-9])/, '$1');
}

/** Whether the text could be a 登録番号 at all: it holds a digit, is short, and has letters, digits and kanji only. */
export function looksLikeNumber(text: string): boolean {
  const key = numberKey(text);
  return key.length <= 30 && /[0-9]/.test(key) && /^[0-9A-Z\u3005-\u30ff\u4e00-\u9fff]+$/.test(key);
}
