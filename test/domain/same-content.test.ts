import fc from 'fast-check';
import { sameContent } from '../../src/domain/same-content';

it('JSON read back is the same, in whatever order its keys come', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const back = JSON.parse(JSON.stringify(value)) as unknown;
      expect(sameContent(value, back)).toBe(true);
    }),
  );
  expect(sameContent({ a: 1, b: { c: 'x', d: 2 } }, { b: { d: 2, c: 'x' }, a: 1 })).toBe(true);
});

it('a rounded instant is the same; another second, another text or another key is not', () => {
  expect(sameContent({ at: 46348.375 }, { at: 46348.375 + 1e-9 })).toBe(true);
  expect(sameContent({ at: 46348.375 }, { at: 46348.375 + 1 / 86_400 })).toBe(false);
  expect(sameContent({ a: '1' }, { a: 1 })).toBe(false);
  expect(sameContent({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(sameContent([], {})).toBe(false);
  expect(sameContent(null, {})).toBe(false);
});
