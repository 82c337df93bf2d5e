import { foldHyphens, toPlain, withoutBlanks } from './width';

/** A Japanese postal code as `113-0021`, from any width, with 〒, any hyphen or none; undefined if it is not one. */
export function postalCode(text: string): string | undefined {
  const digits = foldHyphens(withoutBlanks(text)).replace(/^〒/, '').replace(/-/g, '');
  return /^[0-9]{7}$/.test(digits) ? `${digits.slice(0, 3)}-${digits.slice(3)}` : undefined;
}

/** A postal code of another country: Latin letters, digits, blanks and hyphens, as short as they are anywhere. */
export function foreignPostalCode(text: string): string | undefined {
  const code = foldHyphens(toPlain(text)).toUpperCase();
  return /^[0-9A-Z](?:[0-9A-Z -]{0,10}[0-9A-Z])?$/.test(code) ? code : undefined;
}
