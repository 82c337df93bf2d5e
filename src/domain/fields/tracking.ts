import { foldHyphens, toPlain, withoutBlanks } from './width';

const NUMBER = /^[0-9A-Z-]+$/;

/**
 * お問い合わせ番号 as it is kept: half width, every hyphen `-`, no blanks, capitals. What is no number (レターパック) keeps its
 * long-vowel marks and its blanks.
 */
export function trackingText(text: string): string {
  const number = foldHyphens(withoutBlanks(text)).toUpperCase();
  return NUMBER.test(number) ? number : toPlain(text);
}
