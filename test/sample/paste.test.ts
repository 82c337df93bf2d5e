import { cellA1, columnLetters } from '../../sample/paste';

test('columns are lettered as in a spreadsheet', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('a cell is named by its column and row', () => {
  expect(cellA1(2, 23)).toBe('W2');
});
