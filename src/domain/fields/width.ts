/** Zero-width characters and the byte-order mark, which phones and copies leave behind. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;
const BLANKS = /[\s\u3000\u00a0]+/g;
/** Everything Japanese keyboards offer where a hyphen is meant; NFKC turns only － into one (facts/domain.md D2). */
const HYPHENS = /[\u002d\u00ad\u2010-\u2015\u2043\u2212\u30fc\uff0d\uff70\u2500\u2501]/g;

/** The text as compared and shown in one line: NFKC, every run of blanks one space, trimmed, nothing invisible. */
export function toPlain(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(BLANKS, ' ').trim();
}

/** Every kind of hyphen, dash, minus and long-vowel mark as `-`: only for digits (numbers, telephone, postal code). */
export function foldHyphens(text: string): string {
  return text.replace(HYPHENS, '-');
}

/** The text without blanks of any kind. */
export function withoutBlanks(text: string): string {
  return toPlain(text).replace(/ /g, '');
}
