import { withoutBlanks } from './fields/width';
import { NAME_VARIANTS } from './name-variants';

const KEY_OF: ReadonlyMap<string, string> = new Map(
  NAME_VARIANTS.flatMap((group) => {
    const [key = '', ...variants] = group;
    return variants.map((variant): [string, string] => [variant, key]);
  }),
);
const VARIATION_SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
/** What ledgers add behind a name: 山田花子（旧姓 佐藤）. */
const FORMER_NAME = /\((?:旧姓|旧氏|旧|通称)[^)]*\)/g;
/** Marks that come and go in foreign names: middle dots, full stops, commas, apostrophes, hyphens. */
const MARKS = /[・·.,'’‐\u2010-\u2015-]/g;

/**
 * Comparison key of a name: NFKC, no blanks, marks or variation selectors, accents of Latin letters dropped, capitals,
 * 「（旧姓 …）」 dropped, 々 written out, small ヶ as ケ, variants of kanji as one (facts/domain.md D1). Never stored as a name.
 */
export function nameKey(text: string): string {
  const plain = withoutBlanks(text.replace(VARIATION_SELECTORS, '')).replace(FORMER_NAME, '');
  const latin = plain
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toUpperCase();
  const key: string[] = [];
  for (const character of latin.replace(MARKS, '').replace(/[ヶゖ]/g, 'ケ')) {
    key.push(character === '々' ? (key[key.length - 1] ?? '々') : (KEY_OF.get(character) ?? character));
  }
  return key.join('');
}

/** Whether two texts are the same name by their keys; an empty name is nobody's. */
export function sameName(a: string, b: string): boolean {
  const key = nameKey(a);
  return key !== '' && key === nameKey(b);
}
