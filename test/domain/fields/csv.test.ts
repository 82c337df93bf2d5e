import fc from 'fast-check';
import { parseCsv } from '../../../src/domain/fields/csv';

describe('a table as text (RFC 4180)', () => {
  test.each([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\ufeffa,b', [['a', 'b']]],
    ['a\tb,c\td', [['a', 'b,c', 'd']]],
    ['a;b;c,d', [['a', 'b', 'c,d']]],
    ['"a,1","b ""x""","c\r\nd"', [['a,1', 'b "x"', 'c\r\nd']]],
    ['"a"b,c', [['ab', 'c']]],
    ['a"b,c', [['a"b', 'c']]],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['a,b\n,\n  ,\n\n', [['a', 'b']]],
    ['"x\ty,z",b,c', [['x\ty,z', 'b', 'c']]],
    ['""', []],
    ['', []],
  ])('%j', (text, rows) => {
    expect(parseCsv(text)).toEqual(rows);
  });

  test('whose quote is never closed is not guessed', () => {
    expect(parseCsv('a,"b\nc,d')).toBeUndefined();
  });

  test('written and read again is the same, whatever is in the cells', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('"', ',', '\r\n', '\n', '髙橋　一郎', '=1+1', '00123', '\t'),
    );
    const table = fc
      .array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
      .map((rows) => [['見出し', '氏名', '受講日'], ...rows.map((row) => ['行', ...row])]);
    const quote = (text: string) => `"${text.replace(/"/g, '""')}"`;
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', '\t', ';'),
        fc.constantFrom('\r\n', '\n', '\r'),
        (rows, by, end) => {
          const text = rows.map((row) => row.map(quote).join(by)).join(end);
          expect(parseCsv(text + end)).toEqual(rows);
          expect(parseCsv(text)).toEqual(rows);
        },
      ),
    );
  });

  test('gives rows or nothing, never an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '\t', 'a') }), (text) => {
        const rows = parseCsv(text);
        expect(rows === undefined || rows.every((row) => row.length > 0)).toBe(true);
      }),
    );
  });
});
