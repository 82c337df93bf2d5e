import { toPlain } from './width';

const JAPANESE_SCRIPT = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
/** Countries people write in Japanese at the head of an address; any other is written in Latin letters or asked for by telephone. */
const COUNTRY =
  /^(?:アメリカ|米国|カナダ|メキシコ|ブラジル|イギリス|英国|フランス|ドイツ|イタリア|スペイン|オランダ|ベルギー|スイス|オーストリア|スウェーデン|オーストラリア|ニュージーランド|中国|中華人民共和国|中華民国|香港|台湾|韓国|大韓民国|シンガポール|マレーシア|タイ(?:国|王国|、|,| )|ベトナム|フィリピン|インドネシア|インド|モンゴル|ネパール|ミャンマー|アラブ首長国連邦|海外)/;

/**
 * Whether an address lies abroad, so that no Japanese postal code is asked for: it holds no kana or kanji (and does not
 * say Japan), or begins with the name of another country. A blank one is taken for Japanese.
 */
export function isOverseas(address: string): boolean {
  const plain = toPlain(address);
  if (plain === '') return false;
  if (!JAPANESE_SCRIPT.test(plain)) return !/\bjapan\b/i.test(plain);
  return COUNTRY.test(plain);
}
