import { nameKey } from './name';

/** Characters outside the basic plane. */
const ASTRAL = /[\u{10000}-\u{10ffff}]/gu;

/**
 * The text as GmailApp can carry it: it turns characters outside the basic plane into `??` (platform.md 6), so 𠮷 is
 * written 吉, its plain form, and one that has none 〓, as printers do. Only mails are written so; the ledger keeps the name.
 */
export function mailSafe(text: string): string {
  return text.replace(/[\u{e0100}-\u{e01ef}]/gu, '').replace(ASTRAL, (character) => {
    const plain = nameKey(character);
    return plain === '' || [...plain].some((each) => each.length > 1) ? '〓' : plain;
  });
}
