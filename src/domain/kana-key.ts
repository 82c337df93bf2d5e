import { katakana } from './fields/kana';
import { withoutBlanks } from './fields/width';

/** Comparison key of a フリガナ in any way of writing: full-width katakana without blanks; `''` if it is none. */
export function kanaKey(text: string): string {
  return withoutBlanks(katakana(text) ?? '');
}
