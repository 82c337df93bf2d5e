import fc from 'fast-check';
import { foldHyphens, toPlain, withoutBlanks } from '../../../src/domain/fields/width';

describe('width (facts/domain.md D2)', () => {
  test('full width becomes half, blanks of every kind become one, invisible characters go', () => {
    expect(toPlain('　ＡＢ１２　\u00a0 ｱｲ\u200bｳ\ufeff ')).toBe('AB12 アイウ');
  });

  test('every hyphen a Japanese keyboard offers becomes a minus sign', () => {
    expect(foldHyphens('1－2ー3‐4−5―6–7—8ｰ9')).toBe('1-2-3-4-5-6-7-8-9');
  });

  test('making plain twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = toPlain(text);
        expect(toPlain(once)).toBe(once);
        expect(withoutBlanks(once)).not.toMatch(/\s/);
      }),
    );
  });
});
