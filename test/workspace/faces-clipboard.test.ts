import fc from 'fast-check';
import { fillSelection, parseTsv, toTsv } from '../../workspace/faces/browser/clipboard';
import { a1OfRect, columnName, parsePlace } from '../../workspace/faces/browser/sheet-data';

describe('cells on the clipboard', () => {
  it('reads rows and fields, with or without a line break at the end', () => {
    expect(parseTsv('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(parseTsv('a\t\n\tb')).toEqual([
      ['a', ''],
      ['', 'b'],
    ]);
  });

  it('reads quoted fields with line breaks, and leaves a quote that is just text', () => {
    expect(parseTsv('"1行目\n2行目"\t"言う""はい"""')).toEqual([['1行目\n2行目', '言う"はい"']]);
    expect(parseTsv('"高" 田\tb')).toEqual([['"高" 田', 'b']]);
  });

  it('gives back what was copied', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '\t', '\n', '"', '高', ' ') });
    const width = fc.integer({ min: 1, max: 3 });
    const rows = width.chain((size) =>
      fc.array(fc.array(field, { minLength: size, maxLength: size }), { minLength: 1, maxLength: 4 }),
    );
    fc.assert(
      fc.property(rows, (values) => {
        fc.pre(values.at(-1)?.some((text) => text !== '') ?? false);
        expect(parseTsv(toTsv(values))).toEqual(values);
      }),
      { seed: 1 },
    );
  });

  it('repeats over a selection that holds it a whole number of times, and not otherwise', () => {
    expect(fillSelection([['a']], { rows: 2, columns: 2 })).toEqual([
      ['a', 'a'],
      ['a', 'a'],
    ]);
    expect(fillSelection([['a', 'b']], { rows: 1, columns: 3 })).toEqual([['a', 'b']]);
    expect(fillSelection([['a', 'b'], ['c']], { rows: 1, columns: 1 })).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
  });
});

describe('addresses of cells', () => {
  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });

  it('reads what it writes', () => {
    expect(parsePlace('b12')).toEqual({ row: 11, column: 1 });
    expect(parsePlace('B0')).toBeUndefined();
    expect(parsePlace('台帳')).toBeUndefined();
    expect(a1OfRect({ row: 1, column: 1, rows: 2, columns: 2 })).toBe('B2:C3');
    expect(a1OfRect({ row: 0, column: 26, rows: 1, columns: 1 })).toBe('AA1');
  });
});
