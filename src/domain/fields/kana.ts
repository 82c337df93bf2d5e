import { toPlain } from './width';

const HIRAGANA = /[\u3041-\u3096\u309d\u309e]/g;
/** Whatever is typed for a long vowel behind a katakana; minus and hyphens are a slip of the keyboard there. */
const LONG_VOWEL = /([\u30a1-\u30ff])[-\u2010-\u2015\u2212\u2500]/g;
const KANA = /^[\u30a1-\u30fa](?:[\u30a1-\u30fe\u3000]*[\u30a1-\u30fa\u30fc-\u30fe])?$/;

/** Kana as 台帳 keeps them: full-width katakana, blanks one full-width blank; undefined if another character is among them. */
export function katakana(text: string): string | undefined {
  const written = toPlain(text)
    .replace(HIRAGANA, (each) => String.fromCharCode(each.charCodeAt(0) + 0x60))
    .replace(LONG_VOWEL, '$1ー')
    .replace(/ /g, '\u3000');
  return KANA.test(written) ? written : undefined;
}
