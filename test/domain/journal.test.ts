import fc from 'fast-check';
import { readJournal, strayHeaders, writeJournal, type JournalEntry } from '../../src/domain/journal';

const content = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((one) => !Object.is(one, -0)),
  fc.boolean(),
);
const entry: fc.Arbitrary<JournalEntry> = fc.record({
  tab: fc.constantFrom('台帳', 'ポイント'),
  key: fc.string({ minLength: 1, maxLength: 12 }),
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

const inOrder = (entries: readonly JournalEntry[]) => [...entries].map((one) => JSON.stringify(one)).sort();

describe('the journal of writes', () => {
  test('what is written is what is read, whatever stands in the cells', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
        expect(inOrder(readJournal(writeJournal(entries)))).toEqual(inOrder(entries));
      }),
    );
  });

  test('it never outgrows its cell, and the youngest entries stay', () => {
    const many = Array.from({ length: 900 }, (_, at) => ({
      tab: '台帳',
      key: String(at),
      row: at + 2,
      cells: [{ header: '住所', place: 6, before: '', content: '見本県見本市見本町'.repeat(5) }],
    }));
    const text = writeJournal(many);
    expect(text.length).toBeLessThanOrEqual(50_000);
    expect(readJournal(text).map(({ key }) => key)).toContain('899');
  });

  test('two hundred decisions of one press fit in', () => {
    const decisions = Array.from({ length: 200 }, (_, at) => ({
      tab: 'ポイント',
      key: `P26-${String(at).padStart(6, '0')}-7`,
      row: at + 2,
      cells: ['状態', '確認日時', '確認者', '承認ポイント', '照合結果'].map((header, place) => ({
        header,
        place: place + 10,
        before: '申請中',
        content: 46_348.375,
      })),
    }));
    expect(readJournal(writeJournal(decisions))).toHaveLength(200);
  });

  test('a cell of another row that holds what a write brought is no typing; one’s own is', () => {
    const entries = [
      {
        tab: '台帳',
        key: '00012',
        row: 5,
        cells: [{ header: '住所', place: 6, before: '旧', content: '新' }],
      },
    ];
    expect([...strayHeaders(entries, { title: '台帳' }, '00013', { 住所: '新' })]).toEqual(['住所']);
    expect([...strayHeaders(entries, { title: '台帳' }, '00012', { 住所: '新' })]).toEqual([]);
    expect([...strayHeaders(entries, { title: '台帳' }, '00013', { 住所: '別' })]).toEqual([]);
  });

  test('a broken text is no journal', () => {
    expect(readJournal('{"a":')).toEqual([]);
    expect(readJournal('')).toEqual([]);
  });
});
