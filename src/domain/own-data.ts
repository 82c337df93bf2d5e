import { isDay } from './fields/date';
import { eraOf } from './fields/era';
import { numberKey, numberText } from './fields/number';
import { withoutBlanks } from './fields/width';

/** What of a person somebody else may know. */
export interface OwnData {
  number: string;
  name: string;
  kana: string;
  /** `YYYY-MM-DD` or `''` */
  birthDate: string;
  mail?: string;
}

/**
 * The words a person's data give: number, whole name, family and given name, kana and its Latin letters, birth date as
 * 19630401, 630401, 380401 (昭和), the part of the address before @. Short ones are left for the caller to drop.
 */
export function ownDataWords(person: OwnData): string[] {
  const names = [person.name, person.kana].flatMap((name) => [
    withoutBlanks(name),
    ...name.split(/[\s\u3000]+/),
  ]);
  const latin = [withoutBlanks(person.kana), ...person.kana.split(/[\s\u3000]+/)].map(latinOf);
  const words = [
    numberText(person.number),
    numberKey(person.number),
    ...names,
    ...latin,
    ...birthDates(person.birthDate),
  ];
  const local = (person.mail ?? '').split('@')[0] ?? '';
  return [...new Set([...words, local].filter((word) => word !== ''))];
}

function birthDates(iso: string): string[] {
  if (!isDay(iso)) return [];
  const digits = iso.replace(/-/g, '');
  const era = eraOf(iso);
  const eraDigits = era ? [String(era.year).padStart(2, '0') + digits.slice(4)] : [];
  return [digits, digits.slice(2), ...eraDigits];
}

const ROMAN: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ shi ス su セ se ソ so タ ta チ chi ツ tsu テ te ト to',
    'ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo',
    'ラ ra リ ri ル ru レ re ロ ro ワ wa ヰ i ヱ e ヲ o ン n ガ ga ギ gi グ gu ゲ ge ゴ go ザ za ジ ji ズ zu ゼ ze ゾ zo',
    'ダ da ヂ ji ヅ zu デ de ド do バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po ヴ vu',
  ]
    .join(' ')
    .split(' ')
    .reduce<[string, string][]>(
      (pairs, word, at, words) => (at % 2 ? pairs : [...pairs, [word, words[at + 1] ?? '']]),
      [],
    ),
);
const SMALL: Readonly<Record<string, string>> = {
  ャ: 'ya',
  ュ: 'yu',
  ョ: 'yo',
};

/** Kana in Latin letters, Hepburn without long vowels (ショウジ → shoji), roughly as people write their own name. */
function latinOf(kana: string): string {
  const katakana = kana
    .normalize('NFKC')
    .replace(/[ぁ-ゖ]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 96));
  let text = '';
  let doubled = false;
  for (const each of katakana) {
    const small = SMALL[each];
    if (small !== undefined) text = withSmall(text, small);
    else if (each === 'ッ') doubled = true;
    else {
      const syllable = ROMAN[each] ?? '';
      text += doubled ? syllable.charAt(0) + syllable : syllable;
      doubled = false;
    }
  }
  return text.replace(/ou|oo/g, 'o').replace(/uu/g, 'u');
}

function withSmall(text: string, small: string): string {
  const stem = text.slice(0, -1);
  return /(?:sh|ch|j)$/.test(stem) ? stem + small.slice(1) : stem + small;
}
