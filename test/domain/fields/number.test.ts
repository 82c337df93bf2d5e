import fc from 'fast-check';
import { looksLikeNumber, numberKey, numberText } from '../../../src/domain/fields/number';

describe('登録番号 (product.md, Matching)', () => {
  test.each([
    '00123',
    '123',
    '１２３',
    '第123号',
    '第 ００１２３ 号',
    'No.123',
    '№１２３',
    'NO 123',
    '登録番号：00123',
    '0-0123',
    '認定番号 第00123号',
  ])('%s has the key of 123', (typed) => {
    expect(numberKey(typed)).toBe('123');
  });

  test('letters count without case, and zeros go only where the first digits begin', () => {
    expect(numberKey('a-0012')).toBe('A12');
    expect(numberKey('a-１００')).toBe('A100');
    expect(numberKey('100')).toBe('100');
  });

  test('a number of zeros keeps one, and no number has the empty key', () => {
    expect(numberKey('000')).toBe('0');
    expect(numberKey('第号')).toBe('');
    expect(numberKey(' － ')).toBe('');
  });

  test('the text for exact comparison keeps zeros and hyphens', () => {
    expect(numberText('第００－１２３号')).toBe('00-123');
  });

  test('a text without a digit, a sentence or a formula is no number', () => {
    expect(looksLikeNumber('第123号')).toBe(true);
    expect(looksLikeNumber('職紹123')).toBe(true);
    expect(looksLikeNumber('わかりません')).toBe(false);
    expect(looksLikeNumber('=1+1')).toBe(false);
    expect(looksLikeNumber('1'.repeat(31))).toBe(false);
  });

  test('the key of a key is the key, and dressing a number up does not change it', () => {
    const digits = fc.stringMatching(/^[0-9]{1,8}$/);
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom('第*号', 'No.*', ' * ', '登録番号*'),
        fc.boolean(),
        (number, dress, wide) => {
          const typed = wide
            ? number.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
            : number;
          const key = numberKey(dress.replace('*', typed));
          expect(key).toBe(String(Number(number)));
          expect(numberKey(key)).toBe(key);
        },
      ),
    );
    fc.assert(
      fc.property(fc.string(), (text) =>
        expect(numberKey(numberKey(text)).length).toBeLessThanOrEqual(numberKey(text).length),
      ),
    );
  });
});
