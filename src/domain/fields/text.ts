/** Zero-width characters and the byte-order mark: nobody types them, copies bring them. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;
/** Line breaks and tabs of a copied text. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const ENDS = /^[ \u00a0\u3000]+|[ \u00a0\u3000]+$/g;
/** Controls, marks that turn the direction of writing, halves of characters. */
const REFUSED = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u;

/**
 * One line of text as it is stored: exactly as typed (髙 stays 髙, width stays), without blanks at its ends; line breaks
 * become one blank. Undefined if it holds characters that no keyboard gives and that could disguise it.
 */
export function plainLine(text: string): string | undefined {
  const line = text.replace(INVISIBLE, '').replace(BREAKS, ' ').replace(ENDS, '');
  return REFUSED.test(line) ? undefined : line;
}
