import { readCell } from '../../src/domain/adoption-cells';

describe('フリガナ of an old table', () => {
  test.each([
    ['みほん　はなこ', 'ミホン　ハナコ'],
    ['みほん はなこ', 'ミホン　ハナコ'],
    ['ﾐﾎﾝ ﾊﾅｺ', 'ミホン　ハナコ'],
    ['ｳﾞｨｸﾄﾘｱ', 'ヴィクトリア'],
    ['ゔぃくとりあ', 'ヴィクトリア'],
    ['いすゞ', 'イスヾ'],
    ['ｻｲﾄｰ', 'サイトー'],
    ['ミラ-', 'ミラー'],
    ['サンプル　マリア', 'サンプル　マリア'],
    [' たろう ', 'タロウ'],
  ])('%j becomes %j', (typed, kana) => {
    expect(readCell('フリガナ', typed)).toEqual({ values: { フリガナ: kana } });
  });

  test('in full-width katakana it stays as it is', () => {
    const kana = 'ジュウゼン　ミツル';
    expect(readCell('フリガナ', kana).values['フリガナ']).toBe(kana);
  });
});

test.each(['見本　花子', '見本 花子', '髙﨑　惠子', ' 邉󠄀見　太郎 ', '山田花子（旧姓 見本）'])(
  'the name %j is taken to the byte',
  (name) => {
    expect(readCell('氏名', name)).toEqual({ values: { 氏名: name } });
  },
);
