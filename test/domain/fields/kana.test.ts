import { katakana } from '../../../src/domain/fields/kana';

describe('kana', () => {
  test.each([
    ['たかさき　くにこ', 'タカサキ　クニコ'],
    ['ﾀｶｻｷ ｸﾆｺﾞ', 'タカサキ　クニゴ'],
    ['  サンプル  マリア ', 'サンプル　マリア'],
    ['ジョン・スミス', 'ジョン・スミス'],
    ['スーザン', 'スーザン'],
    ['ス-ザン', 'スーザン'],
    ['ス−ザン', 'スーザン'],
    ['ゔぃおら', 'ヴィオラ'],
    ['みすゞ', 'ミスヾ'],
  ])('%s is stored as %s', (typed, stored) => {
    expect(katakana(typed)).toBe(stored);
  });

  test.each(['', ' ', '高崎', 'Takasaki', 'タカサキ1', '・', 'タカサキ。', '=カナ'])('%j is none', (text) => {
    expect(katakana(text)).toBeUndefined();
  });
});
