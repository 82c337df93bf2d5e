import { foldHyphens, withoutBlanks } from './fields/width';
import { DomainError } from './errors';

/** Small letters and digits without those people mix up: 0 o, 1 l i, 9 q, 5 s, 2 z (product.md, Passwords). */
export const ALPHABET = '34678abcdefghjkmnprtuvwxy';
/** Characters of a temporary password: 12 of 25 make 55 bits. */
const LENGTH = 12;

/**
 * The temporary password of an HMAC (bytes 0–255, or signed as Apps Script gives them; 32 are plenty). Bytes of 250
 * and more are left out, so that each character is equally likely. DomainError TOO_FEW_BYTES if they do not suffice.
 */
export function temporaryPassword(bytes: readonly number[]): string {
  const fair = 256 - (256 % ALPHABET.length);
  const usable = bytes.map((byte) => byte & 255).filter((byte) => byte < fair);
  if (usable.length < LENGTH) throw new DomainError('TOO_FEW_BYTES', { usable: usable.length });
  return usable
    .slice(0, LENGTH)
    .map((byte) => ALPHABET.charAt(byte % ALPHABET.length))
    .join('');
}

/** The password as mailed: xxxx-xxxx-xxxx. */
export function grouped(password: string): string {
  return password.replace(/(.{4})(?=.)/g, '$1-');
}

/** A typed temporary password as compared (and hashed): without hyphens, blanks, case and width. */
export function temporaryKey(text: string): string {
  return foldHyphens(withoutBlanks(text)).replace(/-/g, '').toLowerCase();
}
