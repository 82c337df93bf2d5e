/** Source of the rule: docs/decisions/0010. A tab is reshaped between read and write, the execution dies, and the rows are judged later. */
import fc from 'fast-check';
import { FORMULA } from '../../src/domain/journal';
import { KEY, reshape, rowMoves, Sheet, shifts, TALL, type Line } from './written-sheet';

const keyOf = (at: number): string => `P${String(at).padStart(2, '0')}`;

/** Some wait, some are decided; the words are few, so that neighbours often hold the same. */
const lines: fc.Arbitrary<Line[]> = fc
  .array(
    fc.record({
      isDecided: fc.boolean(),
      points: fc.integer({ min: 1, max: 2 }),
      event: fc.constantFrom('研修', '大会'),
    }),
    { minLength: 3, maxLength: TALL },
  )
  .map((all) =>
    all.map(({ isDecided, points, event }, at) => ({
      [KEY]: keyOf(at),
      ...{ 登録番号: `0${String(at)}`, 行事名: event, 状態: isDecided ? '承認' : '申請中' },
      ...(isDecided ? { 承認ポイント: points, 確認日時: 46_300, 確認者: '事務局' } : {}),
      備考: `備考${String(at)}`,
    })),
  );

const decision = (points: number, at: number) => ({
  状態: '承認',
  承認ポイント: points,
  確認日時: at,
  確認者: '事務局',
});

const picked = fc.uniqueArray(fc.nat({ max: TALL - 1 }), { minLength: 1, maxLength: TALL });

/** Approves those that wait, each with its points. */
function approve(sheet: Sheet, chosen: readonly number[], at: number, meanwhile?: () => void): void {
  const waiting = chosen.map(keyOf).filter((key) => sheet.line(key)['状態'] === '申請中');
  sheet.commit(
    waiting.map((key) => ({ key, set: decision(1 + (Number(key.slice(1)) % 3), at) })),
    meanwhile,
  );
}

function expectAsRemembered(sheet: Sheet): void {
  for (const key of sheet.keys()) expect([key, sheet.line(key)]).toEqual([key, sheet.memory.get(key)]);
}

describe('writes of a commit that met other rows or columns', () => {
  test('however one reshaping moved the tab, every row comes to hold what the system remembers of it', () => {
    fc.assert(
      fc.property(lines, picked, reshape, (all, chosen, move) => {
        const sheet = new Sheet(all);
        approve(sheet, chosen, 46_348, () => move(sheet));
        sheet.judge();
        expectAsRemembered(sheet);
      }),
      { numRuns: 500 },
    );
  });

  test('the rows that were missed may have been decided once more before anybody looks', () => {
    fc.assert(
      fc.property(lines, picked, reshape, (all, chosen, move) => {
        const sheet = new Sheet(all);
        approve(sheet, chosen, 46_348, () => move(sheet));
        approve(sheet, chosen, 46_349);
        sheet.judge();
        expectAsRemembered(sheet);
      }),
      { numRuns: 500 },
    );
  });

  test('other cells of the same rows may have been written before anybody looks', () => {
    fc.assert(
      fc.property(lines, picked, reshape, (all, chosen, move) => {
        const sheet = new Sheet(all);
        approve(sheet, chosen, 46_348, () => move(sheet));
        sheet.commit(chosen.map((at) => ({ key: keyOf(at), set: { 確認日時: 46_349, 備考: '差し替え' } })));
        sheet.judge();
        expectAsRemembered(sheet);
      }),
      { numRuns: 500 },
    );
  });

  test('rows that were inserted or deleted meanwhile may be moved once more before anybody looks', () => {
    fc.assert(
      fc.property(lines, picked, shifts, rowMoves, (all, chosen, move, again) => {
        const sheet = new Sheet(all);
        approve(sheet, chosen, 46_348, () => move(sheet));
        again(sheet);
        sheet.judge();
        expectAsRemembered(sheet);
      }),
      { numRuns: 500 },
    );
  });

  test('of people nobody remembers, what was written comes to stand in its row, and rows that were covered are named', () => {
    fc.assert(
      fc.property(lines, picked, shifts, (all, chosen, move) => {
        const sheet = new Sheet(all);
        approve(sheet, chosen, 46_348, () => move(sheet));
        const judged = sheet.judge(all.map((line) => String(line[KEY])));
        const unknown = new Set(judged.unknown.map(({ key }) => key));
        for (const { key, cells } of sheet.entries) {
          if (!sheet.keys().includes(key)) continue;
          for (const { header, content } of cells)
            expect([key, header, sheet.line(key)[header]]).toEqual([key, header, content]);
        }
        for (const key of sheet.keys().filter((one) => !unknown.has(one)))
          expect([key, sheet.line(key)]).toEqual([key, sheet.memory.get(key)]);
      }),
      { numRuns: 500 },
    );
  });

  describe('a value put over a formula that shows the same', () => {
    const written = () => {
      const sheet = new Sheet([
        { [KEY]: 'P00', 登録番号: '01', 備考: '=' },
        { [KEY]: 'P01', 登録番号: '02', 備考: '別' },
      ]);
      // What the formula shows is what the system remembers.
      (sheet.lines[0] ?? [])[sheet.headers.indexOf('備考')] = '2009-11-06';
      sheet.memory.set('P00', { [KEY]: 'P00', 登録番号: '01', 備考: '2009-11-06' });
      const place = sheet.headers.indexOf('備考') + 1;
      sheet.entries.push({
        ...{ commit: 1, tab: 'ポイント', key: 'P00', number: '01', row: 2 },
        cells: [{ header: '備考', place, before: FORMULA, content: '2009-11-06' }],
      });
      return sheet;
    };

    test('is written again where rows moved, and what it covered is put back', () => {
      const sheet = written();
      sheet.order([1, 0]);
      (sheet.lines[0] ?? [])[sheet.headers.indexOf('備考')] = '2009-11-06';
      const { corrections } = sheet.judge();
      expect(corrections.map(({ row, isMeant, isMet }) => [row.key, isMeant, isMet])).toEqual([
        ['P01', false, true],
        ['P00', true, false],
      ]);
      expectAsRemembered(sheet);
    });

    test('is left alone in its place', () => {
      expect(written().judge().corrections).toEqual([]);
    });
  });

  test('writes that reached their rows are left alone, whatever is moved afterwards', () => {
    fc.assert(
      fc.property(lines, picked, reshape, (all, chosen, move) => {
        const sheet = new Sheet(all);
        approve(sheet, chosen, 46_348);
        move(sheet);
        expect(sheet.judge()).toMatchObject({ corrections: [], unknown: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('a header that is renamed since moves nothing', () => {
    const sheet = new Sheet([{ [KEY]: 'P00', 登録番号: '01', 備考: '旧' }]);
    sheet.commit([{ key: 'P00', set: { 備考: '新', 行事名: '研修' } }]);
    sheet.headers[sheet.headers.indexOf('備考')] = 'メモ';
    expect(sheet.judge().corrections).toEqual([]);
  });

  test('what somebody has typed since stays, also a word the commit brought to other rows', () => {
    fc.assert(
      fc.property(
        lines,
        picked,
        rowMoves,
        fc.nat({ max: TALL - 1 }),
        fc.constantFrom(['備考', '電話で確認'], ['状態', '承認'], ['状態', '不承認']),
        (all, chosen, move, at, [header = '', word = '']) => {
          const sheet = new Sheet(all);
          approve(sheet, chosen, 46_348);
          move(sheet);
          const line = sheet.lines.find((one) => one[0] === keyOf(at));
          if (line) line[sheet.headers.indexOf(header)] = word;
          expect(sheet.judge().corrections).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
