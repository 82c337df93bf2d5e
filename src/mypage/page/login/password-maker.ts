const CONSONANTS = ['b', 'd', 'f', 'g', 'h', 'j', 'k', 'm', 'n', 'p', 'r', 's', 't', 'w', 'y', 'z'];
const VOWELS = ['a', 'e', 'i', 'u'];
const WORDS = 3;
const SYLLABLES = 3;

/**
 * Three made-up words that can be read aloud, e.g. `tanibu-mekasa-rihude`: 9 syllables of 6 random bits, 54 bits.
 * Without o, l and digits nothing can be mistaken when it is written on paper.
 */
export function makePassword(
  random = (length: number) => crypto.getRandomValues(new Uint8Array(length)),
): string {
  const syllables = [...random(WORDS * SYLLABLES)].map(
    (byte) => `${CONSONANTS[byte & 15] ?? ''}${VOWELS[(byte >> 4) & 3] ?? ''}`,
  );
  return Array.from({ length: WORDS }, (_, word) =>
    syllables.slice(word * SYLLABLES, (word + 1) * SYLLABLES).join(''),
  ).join('-');
}

/** At least `length` characters, whatever 設定 asks for. */
export function makePasswordOf(length: number): string {
  let text = makePassword();
  while (text.length < length) text = `${text}-${makePassword()}`;
  return text;
}
