import fc from 'fast-check';
import {
  readJournal,
  strayHeaders,
  writeJournal,
  type AppendedEntry,
  type JournalEntry,
} from '../../src/domain/journal';

const content = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((one) => !Object.is(one, -0)),
  fc.boolean(),
);
const written: fc.Arbitrary<JournalEntry> = fc.record({
  commit: fc.integer({ min: 1, max: 4 }),
  tab: fc.constantFrom('台帳', 'ポイント'),
  key: fc.string({ minLength: 1, maxLength: 12 }),
  number: fc.constantFrom('00012', 'A-7', ''),
  row: fc.integer({ min: 2, max: 30_000 }),
  cells: fc.array(
    fc.record({
      header: fc.constantFrom('住所', '状態', '確認日時'),
      place: fc.integer({ min: 1, max: 40 }),
      before: content,
      content,
    }),
    { minLength: 1, maxLength: 4 },
  ),
});
/** With what else stood in its row where that was nobody's. */
const kept = fc.record({ kept: fc.dictionary(fc.constantFrom('氏名', '名称'), content) });
const entry = fc.oneof(
  written,
  fc.tuple(written, kept).map(([one, more]) => ({ ...one, ...more })),
);

const appended: fc.Arbitrary<AppendedEntry> = fc.record({
  tab: fc.constantFrom('通知', 'ポイント'),
  headers: fc.constantFrom(['受付番号', '', '状態'], ['受付番号', '状態']),
  key: fc.string({ minLength: 1, maxLength: 12 }),
  digest: fc.maxSafeNat(),
});

const inOrder = (entries: readonly unknown[]) => [...entries].map((one) => JSON.stringify(one)).sort();

describe('the journal of writes', () => {
  test('what is written is what is read, whatever stands in the cells', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 8 }),
        fc.array(appended, { maxLength: 8 }),
        (writes, appends) => {
          const read = readJournal(writeJournal({ writes, appends }));
          expect(inOrder(read.writes)).toEqual(inOrder(writes));
          expect(inOrder(read.appends)).toEqual(inOrder(appends));
        },
      ),
    );
  });

  test('a journal of before entries told their commit and 登録番号 is read', () => {
    const stored = { writes: [['台帳', [['住所', 6]], [['00012', 5, [['旧', '新']]]]]] };
    expect(readJournal(JSON.stringify(stored)).writes).toEqual([
      {
        ...{ commit: 0, tab: '台帳', key: '00012', number: '', row: 5 },
        cells: [{ header: '住所', place: 6, before: '旧', content: '新' }],
      },
    ]);
  });

  test('it never outgrows its cell, and the youngest entries stay', () => {
    const many = Array.from({ length: 900 }, (_, at) => ({
      commit: at,
      tab: '台帳',
      key: String(at),
      number: String(at),
      row: at + 2,
      cells: [{ header: '住所', place: 6, before: '', content: '見本県見本市見本町'.repeat(5) }],
    }));
    const text = writeJournal({ writes: many, appends: [] });
    expect(text.length).toBeLessThanOrEqual(50_000);
    expect(readJournal(text).writes.map(({ key }) => key)).toContain('899');
  });

  test('two hundred decisions of one press fit in, with a notice for each', () => {
    const decisions = Array.from({ length: 200 }, (_, at) => ({
      commit: 1,
      tab: 'ポイント',
      key: `P26-${String(at).padStart(6, '0')}-7`,
      number: String(at).padStart(5, '0'),
      row: at + 2,
      cells: ['状態', '確認日時', '確認者', '承認ポイント', '照合結果'].map((header, place) => ({
        header,
        place: place + 10,
        before: '申請中',
        content: 46_348.375,
      })),
    }));
    const notices = decisions.map((_, at) => ({
      tab: '通知',
      headers: ['通知番号', '種別', '登録番号', '宛先', '件名', '本文', '状態', '送信日時'],
      key: `N26-${String(at).padStart(6, '0')}`,
      digest: Number.MAX_SAFE_INTEGER - at,
    }));
    const read = readJournal(writeJournal({ writes: decisions, appends: notices }));
    expect(read.writes).toHaveLength(200);
    expect(read.appends).toHaveLength(200);
  });

  describe('a cell that holds what a write brought is no typing', () => {
    const cell = { header: '住所', place: 2, before: '旧', content: '新' };
    const writes = [{ commit: 1, tab: '台帳', key: '00012', number: '00012', row: 5, cells: [cell] }];
    const strays = (key: string, texts: readonly string[], cells: Record<string, string>, row = 5) => [
      ...strayHeaders({ writes }, { title: '台帳' }, key, { row, texts, cells }),
    ];
    const asWritten = ['登録番号', '住所', '電話番号'];
    const moved = ['登録番号', '電話番号', '住所'];

    test('in another row', () => {
      expect(strays('00013', asWritten, { 住所: '新' })).toEqual(['住所']);
      expect(strays('00013', asWritten, { 住所: '別' })).toEqual([]);
    });

    test('under another header where columns were moved; the cell it missed is none either', () => {
      expect(strays('00013', moved, { 電話番号: '新' })).toEqual(['電話番号']);
      expect(strays('00012', moved, { 電話番号: '新', 住所: '旧' })).toEqual(['電話番号', '住所']);
    });

    test('what stood before in a row that stands elsewhere than it was written to is none either', () => {
      expect(strays('00012', asWritten, { 住所: '旧' }, 7)).toEqual(['住所']);
      expect(strays('00012', asWritten, { 住所: '旧' })).toEqual([]);
      expect(strays('00012', asWritten, { 住所: '別' }, 7)).toEqual([]);
    });

    test('but in the row and under the header that were meant', () => {
      expect(strays('00012', asWritten, { 住所: '新' })).toEqual([]);
      expect(strays('00012', moved, { 電話番号: '03', 住所: '新' })).toEqual([]);
    });
  });

  test('a broken text is no journal', () => {
    expect(readJournal('{"writes":')).toEqual({ writes: [], appends: [] });
    expect(readJournal('')).toEqual({ writes: [], appends: [] });
  });
});
