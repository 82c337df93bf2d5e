import fc from 'fast-check';
import { nameKey, sameName } from '../../src/domain/name';
import { NAME_VARIANTS } from '../../src/domain/name-variants';

describe('names (product.md, Matching; facts/domain.md D1)', () => {
  test.each([
    ['髙橋　一郎', '高橋一郎'],
    ['山﨑 花子', '山崎花子'],
    ['渡邉　正', '渡辺正'],
    ['渡邊 正', '渡辺 正'],
    ['濵田 誠', '浜田誠'],
    ['濱田 誠', '浜田誠'],
    ['齋藤 實', '斎藤実'],
    ['齊藤 實', '斉藤実'],
    ['𠮷野 德子', '吉野徳子'],
    ['神\ufe00谷', '神谷'],
    ['\ufa19谷', '神谷'],
    ['葛\u{e0100}城', '葛城'],
    ['佐々木 希', '佐佐木希'],
    ['ｽｽﾞｷ ｼﾞﾛｳ', 'スズキ ジロウ'],
    ['José da Silva-Souza', 'JOSE DA SILVA SOUZA'],
    ['山田 花子（旧姓 佐藤）', '山田花子'],
    ['关ヶ原', '关ケ原'],
  ])('%s and %s are one name', (a, b) => {
    expect(sameName(a, b)).toBe(true);
  });

  test.each([
    ['高橋一郎', '高橋二郎'],
    ['山田太郎', '山本太郎'],
    ['土田', '士田'],
    ['ハハ', 'ババ'],
    ['', ''],
    ['　', ' '],
  ])('%j and %j are not', (a, b) => {
    expect(sameName(a, b)).toBe(false);
  });

  test('no kanji stands in two groups, and none repeats its key', () => {
    const all = NAME_VARIANTS.flat();
    expect(new Set(all).size).toBe(all.length);
    expect(NAME_VARIANTS.every((group) => group.length >= 2)).toBe(true);
  });

  test('the key of a key is the key, whatever is typed', () => {
    const character = fc.oneof(
      fc.constantFrom(...NAME_VARIANTS.flat(), '々', ' ', '　', 'ヶ', '・', '\ufe00'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    fc.assert(
      fc.property(
        fc.array(character).map((each) => each.join('')),
        (name) => {
          expect(nameKey(nameKey(name))).toBe(nameKey(name));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('any variant of any kanji, and blanks anywhere, keep the name the same', () => {
    const group = fc.constantFrom(...NAME_VARIANTS);
    const pair = fc
      .tuple(group, fc.nat(), fc.nat())
      .map(([kanji, a, b]) => [kanji[a % kanji.length] ?? '', kanji[b % kanji.length] ?? '']);
    fc.assert(
      fc.property(
        fc.array(pair, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('', ' ', '　', '\u00a0'),
        (pairs, blank) => {
          expect(sameName(pairs.map(([a]) => a).join(blank), pairs.map(([, b]) => b).join(''))).toBe(true);
        },
      ),
    );
  });
});
