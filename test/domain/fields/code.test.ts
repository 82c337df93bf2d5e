import fc from 'fast-check';
import { typedCode } from '../../../src/domain/fields/code';

describe('a code that was mailed', () => {
  test.each([
    '012345',
    '０１２３４５',
    ' 012 345\u3000',
    '012-345',
    '０１２ー３４５',
    '\u200b012345',
    '「012345」',
  ])('%j is 012345', (typed) => {
    expect(typedCode(typed)).toBe('012345');
  });

  test.each(['', '01234', '0123456', '0l2345', 'O12345', '一二三四五六', '123456 7', '-'])(
    '%j is none',
    (typed) => {
      expect(typedCode(typed)).toBeUndefined();
    },
  );

  test('whatever is typed gives six digits or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const code = typedCode(text);
        if (code !== undefined) expect(code).toMatch(/^[0-9]{6}$/);
      }),
    );
  });
});
