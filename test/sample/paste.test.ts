import { blockA1, columnLetters } from '../../sample/paste';

test('columns are lettered as in a spreadsheet', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('a block is named by its corners', () => {
  expect(blockA1(2, 1, 3, 23)).toBe('A2:W4');
});
