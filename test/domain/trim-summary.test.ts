/** What 要約 leaves out for room: never what a renewal goes by. */
import fc from 'fast-check';
import { trimSummary, type Trimmable as Summary } from '../../src/domain/trim-summary';

const EMPTY_SUMMARY: Summary = { notices: [], rows: {} };
const writeSummary = (summary: Summary) => JSON.stringify(trimSummary(summary));
const readSummary = (text: string) => JSON.parse(text) as Summary;

const pad = (index: number) => String(index).padStart(5, '0');
const rowsOf = (count: number, key: (index: number) => string, state: string) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      key(index),
      { 受付番号: key(index), 状態: state, 行事: 'あ'.repeat(90) },
    ]),
  );
const point = (index: number) => `P25-${pad(index)}`;
const keys = (summary: Summary, title: string) => Object.keys(summary.rows[title] ?? {});
const periods = { 1: { 期: 1, 開始日: 44000, 満了日: 45000 }, 2: { 期: 2, 開始日: 45001, 満了日: 46000 } };

it('periods, open applications and 証書 under way stay whatever is decided beside them', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(20), fc.nat(300), (decided, open, attended) => {
      const summary: Summary = {
        ...EMPTY_SUMMARY,
        rows: {
          ポイント: {
            ...rowsOf(open, point, '申請中'),
            ...rowsOf(decided, (index) => point(1000 + index), '承認'),
          },
          受講履歴: rowsOf(attended, (index) => `A25-${pad(index)}`, ''),
          更新申請: rowsOf(2, (index) => `R20-${pad(index)}`, '確認済'),
          証書: rowsOf(1, (index) => `C20-${pad(index)}`, '発送済'),
          有効期間: periods,
        },
      };
      const text = writeSummary(summary);
      const kept = readSummary(text);
      expect(text.length).toBeLessThanOrEqual(20_000);
      expect(keys(kept, '有効期間')).toEqual(['1', '2']);
      expect(keys(kept, '更新申請')).toHaveLength(2);
      expect(keys(kept, '証書')).toHaveLength(1);
      expect(keys(kept, 'ポイント').filter((key) => key < point(1000))).toHaveLength(open);
      expect(kept.trimmed === true).toBe(JSON.stringify(summary).length > 20_000);
    }),
    { numRuns: 30 },
  );
});

it('the oldest that are decided go first, of ポイント and 受講履歴 alike, and no more than has to', () => {
  const rows = { ポイント: rowsOf(200, point, '承認'), 有効期間: periods };
  const text = writeSummary({ ...EMPTY_SUMMARY, rows });
  const left = keys(readSummary(text), 'ポイント');
  expect(left).toEqual(Object.keys(rows.ポイント).slice(-left.length));
  expect(text.length).toBeGreaterThan(20_000 - 200);
});

it('so many open applications that a cell cannot hold them: the oldest of them go, the periods never', () => {
  const rows = { ポイント: rowsOf(500, point, '申請中'), 有効期間: periods };
  const text = writeSummary({ ...EMPTY_SUMMARY, rows });
  expect(text.length).toBeLessThanOrEqual(45_000);
  expect(keys(readSummary(text), '有効期間')).toEqual(['1', '2']);
});
