import { toPlain } from './fields/width';
import { ownDataWords, type OwnData } from './own-data';
import { COMMON_PASSWORDS } from './common-passwords';

/** What is wrong with a password one chose. */
export type PasswordProblem = 'TOO_SHORT' | 'TOO_LONG' | 'TOO_COMMON' | 'CONTAINS_OWN_DATA';

/** Longest password, in characters; long enough for sentences (NIST SP 800-63B: at least 64). */
const LONGEST = 128;
/** A password that is less than this once runs and repeats count as one character each is a keyboard walk. */
const LEAST_WORTH = 6;
const RUN = 4;
/** What everybody would try here first. */
const ASSOCIATION = ['minshokyo', '民紹協', 'shokaishi', '職業紹介', 'マイページ', 'mypage'];
/** Rows as the fingers run over them, Japanese and plain; each is also walked backwards. */
const ROWS = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'あいうえおかきくけこさしすせそたちつてとなにぬねの',
  'アイウエオカキクケコサシスセソタチツテトナニヌネノ',
];
const WALKS = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);

/** A password as hashed: NFKC only; case, blanks and hyphens count. */
export function passwordKey(text: string): string {
  return text.normalize('NFKC');
}

/**
 * Checks a password one chose: length in characters after NFKC, then words everybody tries, then one's own data and
 * `context` (association, number, name, kana, birth date …). No rule on kinds of characters (NIST SP 800-63B).
 */
export function checkPassword(
  text: string,
  rules: { minLength: number; context: readonly string[] },
): PasswordProblem | undefined {
  const key = passwordKey(text);
  const length = [...key].length;
  if (length < rules.minLength) return 'TOO_SHORT';
  if (length > LONGEST) return 'TOO_LONG';
  const bare = bareOf(key);
  const context = [...rules.context, ...ASSOCIATION].map(bareOf).filter(isTelling);
  if (context.some((word) => bare.includes(word))) return 'CONTAINS_OWN_DATA';
  return isCommon(key) ? 'TOO_COMMON' : undefined;
}

/** What of a person must not stand in the password, for `context`: number, name, kana in Latin letters, birth date, address. */
export function passwordContext(person: OwnData): string[] {
  return ownDataWords(person);
}

/** A word long enough to give something away: 4 letters or digits, 2 characters of kanji or kana. */
function isTelling(word: string): boolean {
  const length = [...word].length;
  return length >= 4 || (length >= 2 && /^[^\u0000-\u024f]+$/.test(word));
}

function bareOf(text: string): string {
  return toPlain(text)
    .toLowerCase()
    .replace(/[\s\-_.,・'"!?@#$%^&*()+=/\\]/g, '');
}

function isCommon(key: string): boolean {
  const bare = bareOf(key);
  const words = [bare, bareOf(unleeted(toPlain(key).toLowerCase()))].flatMap((word) => [
    word,
    withoutEndDigits(word),
  ]);
  if (words.some((word) => COMMON_PASSWORDS.has(word) || COMMON_PASSWORDS.has(repeatedUnit(word) ?? '')))
    return true;
  const unit = repeatedUnit(bare);
  return (unit !== undefined && unit.length <= 5) || new Set(bare).size < 4 || worth(bare) < LEAST_WORTH;
}

function withoutEndDigits(word: string): string {
  return word.replace(/^[0-9]+|[0-9]+$/g, '');
}

/** p@ssw0rd → password */
function unleeted(text: string): string {
  const letters: Record<string, string> = {
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    $: 's',
    '@': 'a',
  };
  return text.replace(/[013457$@](?=.*[a-z])/g, (sign) => letters[sign] ?? sign);
}

/** The shortest text that, said again and again, makes the whole; undefined if there is none. */
function repeatedUnit(text: string): string | undefined {
  const at = (text + text).indexOf(text, 1);
  return at > 0 && at < text.length ? text.slice(0, at) : undefined;
}

/** Length when every run of 4 and more (the same character, or neighbours on a row) counts as one. */
function worth(text: string): number {
  const characters = [...text];
  let counted = 0;
  for (let at = 0; at < characters.length; counted += 1) {
    const run = runFrom(characters.slice(at));
    at += run >= RUN ? run : 1;
  }
  return counted;
}

function runFrom(characters: readonly string[]): number {
  const first = characters[0];
  const different = characters.findIndex((each) => each !== first);
  let longest = different === -1 ? characters.length : different;
  for (const walk of WALKS) {
    let end = longest + 1;
    while (end <= characters.length && walk.includes(characters.slice(0, end).join(''))) end += 1;
    longest = Math.max(longest, end - 1);
  }
  return longest;
}

/** A stored hash: parameters of scrypt, salt and hash as base64url. */
export interface StoredHash {
  N: number;
  r: number;
  p: number;
  salt: string;
  hash: string;
}

/** `scrypt$N$r$p$salt$hash` */
export function formatHash({ N, r, p, salt, hash }: StoredHash): string {
  return ['scrypt', N, r, p, salt, hash].join('$');
}

/** The parts of a stored hash; undefined for anything else, and for parameters no server should be made to work on. */
export function parseHash(text: string): StoredHash | undefined {
  const match = /^scrypt\$([0-9]{1,7})\$([0-9]{1,2})\$([0-9]{1,2})\$([A-Za-z0-9_-]+)\$([A-Za-z0-9_-]+)$/.exec(
    text,
  );
  if (!match) return undefined;
  const [N, r, p] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const fit =
    N >= 2 && N <= 2 ** 17 && Number.isInteger(Math.log2(N)) && r >= 1 && r <= 32 && p >= 1 && p <= 32;
  return fit ? { N, r, p, salt: match[4] ?? '', hash: match[5] ?? '' } : undefined;
}
