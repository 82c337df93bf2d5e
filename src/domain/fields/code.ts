import { withoutBlanks } from './width';

/** Digits of a code that is mailed and typed again. */
export const CODE_DIGITS = 6;

/** A typed code as compared: its digits, from any width, with blanks or hyphens among them; undefined if it cannot be one. */
export function typedCode(text: string): string | undefined {
  const digits = withoutBlanks(text).replace(/[^0-9A-Za-z]/g, '');
  return digits.length === CODE_DIGITS && /^[0-9]+$/.test(digits) ? digits : undefined;
}
