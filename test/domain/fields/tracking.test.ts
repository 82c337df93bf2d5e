import fc from 'fast-check';
import { trackingText } from '../../../src/domain/fields/tracking';

describe('お問い合わせ番号', () => {
  test.each([
    '123-45-67890-1',
    '１２３－４５－６７８９０－１',
    '123ー45―67890−1',
    ' 123‐45‑67890–1　',
    '123 -45- 67890 -1',
  ])('%s is one number', (text) => {
    expect(trackingText(text)).toBe('123-45-67890-1');
  });

  test.each([
    ['ｒｒ１２３４５６７８９ｊｐ', 'RR123456789JP'],
    ['レターパック', 'レターパック'],
    ['', ''],
  ])('%s is kept as %s', (text, kept) => {
    expect(trackingText(text)).toBe(kept);
  });

  test('what is kept stays as it is', () => {
    fc.assert(fc.property(fc.string(), (text) => trackingText(trackingText(text)) === trackingText(text)));
  });
});
