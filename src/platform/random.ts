/** Strong randomness: `Utilities.getUuid` is the only one Apps Script has (122 random bits). */

/** 32 hex digits, 122 of their 128 bits random. */
export function randomId(): string {
  return Utilities.getUuid().replace(/-/g, '');
}
