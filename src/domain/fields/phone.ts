import { foldHyphens, withoutBlanks } from './width';

/** Comparison key of a Japanese telephone number: digits only, +81 as 0; `''` if the text is no telephone number. */
export function phoneKey(text: string): string {
  const bare = foldHyphens(withoutBlanks(text)).replace(/[-()]/g, '');
  const digits = bare.replace(/^\+81\(?0?\)?/, '0');
  return /^0[0-9]{9,10}$/.test(digits) ? digits : '';
}
