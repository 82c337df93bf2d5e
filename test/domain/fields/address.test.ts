import { isOverseas } from '../../../src/domain/fields/address';

describe('addresses abroad (no Japanese postal code is asked for)', () => {
  test.each([
    '100 Example Street, Sampletown, EXAMPLELAND',
    'アメリカ合衆国カリフォルニア州サンプル市1-2-3',
    '大韓民国ソウル特別市',
    '台湾台北市信義区',
    'タイ国バンコク都',
    'インドネシア・ジャカルタ',
  ])('%s', (address) => {
    expect(isOverseas(address)).toBe(true);
  });

  test.each([
    '',
    '　',
    '東京都文京区本駒込1-2-3',
    '鯛町1-2',
    'タイヤ町3番',
    'サンプル市中国町1-2',
    '京都市中京区',
    '1-2-3 Honkomagome, Bunkyo-ku, Tokyo, Japan',
    '𠮷野町１',
  ])('%j lies in Japan', (address) => {
    expect(isOverseas(address)).toBe(false);
  });
});
