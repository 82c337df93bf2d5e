import { foreignPostalCode, postalCode } from '../../../src/domain/fields/postal-code';

describe('postal codes', () => {
  test.each([
    '113-0021',
    '1130021',
    '〒113-0021',
    '〒 １１３－００２１',
    '113ー0021',
    '113−0021',
    ' 113 0021 ',
  ])('%s is 113-0021', (text) => {
    expect(postalCode(text)).toBe('113-0021');
  });

  test('leading zeros stay', () => {
    expect(postalCode('００１００１２')).toBe('001-0012');
  });

  test.each(['', '113', '11300211', '113-002a', '東京都', '94105-1234'])('%j is none in Japan', (text) => {
    expect(postalCode(text)).toBeUndefined();
  });

  test('those of other countries are short and plain', () => {
    expect(foreignPostalCode('sw1a 2aa')).toBe('SW1A 2AA');
    expect(foreignPostalCode('９４１０５‐１２３４')).toBe('94105-1234');
    for (const text of ['', '-', '東京', '=1+1', 'A'.repeat(13)])
      expect(foreignPostalCode(text)).toBeUndefined();
  });
});
