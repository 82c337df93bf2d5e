/** Family and given names with their readings; ordinary ones, put together at random. */
import type { Random } from './random';

type Reading = readonly [text: string, kana: string];

const families: readonly Reading[] = [
  ['佐藤', 'さとう'],
  ['鈴木', 'すずき'],
  ['田中', 'たなか'],
  ['伊藤', 'いとう'],
  ['山本', 'やまもと'],
  ['中村', 'なかむら'],
  ['小林', 'こばやし'],
  ['加藤', 'かとう'],
  ['吉田', 'よしだ'],
  ['山田', 'やまだ'],
  ['佐々木', 'ささき'],
  ['山口', 'やまぐち'],
  ['松本', 'まつもと'],
  ['井上', 'いのうえ'],
  ['木村', 'きむら'],
  ['林', 'はやし'],
  ['清水', 'しみず'],
  ['森', 'もり'],
  ['阿部', 'あべ'],
  ['池田', 'いけだ'],
  ['石川', 'いしかわ'],
  ['小川', 'おがわ'],
  ['岡田', 'おかだ'],
  ['村上', 'むらかみ'],
  ['近藤', 'こんどう'],
  ['遠藤', 'えんどう'],
  ['青木', 'あおき'],
  ['福田', 'ふくだ'],
  ['三浦', 'みうら'],
  ['西村', 'にしむら'],
  ['藤原', 'ふじわら'],
  ['松田', 'まつだ'],
  ['原田', 'はらだ'],
  ['中野', 'なかの'],
  ['小野', 'おの'],
  ['竹内', 'たけうち'],
  ['金子', 'かねこ'],
  ['和田', 'わだ'],
  ['中山', 'なかやま'],
  ['石田', 'いしだ'],
  ['酒井', 'さかい'],
  ['柴田', 'しばた'],
  ['宮崎', 'みやざき'],
  ['高木', 'たかぎ'],
  ['安藤', 'あんどう'],
  ['大塚', 'おおつか'],
  ['菅原', 'すがわら'],
  ['久保', 'くぼ'],
  ['野口', 'のぐち'],
  ['服部', 'はっとり'],
];

/** Families written with a variant; the plain writing is what another hand would type. */
const variantFamilies: readonly (readonly [text: string, kana: string, plain: string])[] = [
  ['髙橋', 'たかはし', '高橋'],
  ['髙田', 'たかだ', '高田'],
  ['山﨑', 'やまざき', '山崎'],
  ['川﨑', 'かわさき', '川崎'],
  ['渡邉', 'わたなべ', '渡辺'],
  ['渡邊', 'わたなべ', '渡辺'],
  ['田邊', 'たなべ', '田辺'],
  ['齋藤', 'さいとう', '斎藤'],
  ['齊藤', 'さいとう', '斉藤'],
  ['濵田', 'はまだ', '浜田'],
  ['𠮷野', 'よしの', '吉野'],
  ['大澤', 'おおさわ', '大沢'],
  ['長嶋', 'ながしま', '長島'],
  ['廣瀨', 'ひろせ', '広瀬'],
  ['\ufa19谷', 'かみや', '神谷'],
];

const givenNames: readonly Reading[] = [
  ['一郎', 'いちろう'],
  ['健二', 'けんじ'],
  ['隆', 'たかし'],
  ['誠', 'まこと'],
  ['浩', 'ひろし'],
  ['茂', 'しげる'],
  ['修', 'おさむ'],
  ['和夫', 'かずお'],
  ['正人', 'まさと'],
  ['哲也', 'てつや'],
  ['大輔', 'だいすけ'],
  ['直樹', 'なおき'],
  ['秀樹', 'ひでき'],
  ['康弘', 'やすひろ'],
  ['勝', 'まさる'],
  ['幸子', 'さちこ'],
  ['洋子', 'ようこ'],
  ['久美子', 'くみこ'],
  ['由美', 'ゆみ'],
  ['智子', 'ともこ'],
  ['恵子', 'けいこ'],
  ['真由美', 'まゆみ'],
  ['美穂', 'みほ'],
  ['典子', 'のりこ'],
  ['裕子', 'ゆうこ'],
  ['明美', 'あけみ'],
  ['直美', 'なおみ'],
  ['陽子', 'ようこ'],
  ['さくら', 'さくら'],
  ['千春', 'ちはる'],
  ['薫', 'かおる'],
  ['光', 'ひかる'],
  ['友香', 'ともか'],
  ['翔太', 'しょうた'],
  ['美咲', 'みさき'],
  ['德子', 'とくこ'],
  ['惠', 'めぐみ'],
  ['敏雄', 'としお'],
  ['登美子', 'とみこ'],
  ['昭', 'あきら'],
];

/** A name as the family register has it. */
export interface Name {
  family: string;
  given: string;
  familyKana: string;
  givenKana: string;
}

/** A name out of the lists; about one in ten has a variant kanji. */
export function pickName(random: Random): Name {
  const [given, givenKana] = random.pick(givenNames);
  if (random.chance(0.1)) {
    const [family, familyKana] = random.pick(variantFamilies);
    return { family, given, familyKana, givenKana };
  }
  const [family, familyKana] = random.pick(families);
  return { family, given, familyKana, givenKana };
}

const plainGiven: Readonly<Record<string, string>> = { 德子: '徳子', 惠: '恵' };

/** The name as somebody types who has no variant kanji on the keyboard. */
export function plainName(name: Name): Name {
  const family = variantFamilies.find(([text]) => text === name.family)?.[2] ?? name.family;
  return { ...name, family, given: plainGiven[name.given] ?? name.given };
}

/** Family and given name with a full-width blank between, as the ledger has it. */
export function fullName(name: Name): string {
  return name.family === '' ? name.given : `${name.family}　${name.given}`;
}

/** The reading in hiragana with a full-width blank between. */
export function fullKana(name: Name): string {
  return name.familyKana === '' ? name.givenKana : `${name.familyKana}　${name.givenKana}`;
}
