import fc from 'fast-check';
import {
  BUCKETS,
  SHELVES,
  bucketOf,
  mergeShelves,
  overThreshold,
  readBucket,
  recordFailure,
  recordSuccess,
  shelfOf,
  waitOf,
  waitUntil,
} from '../../src/domain/backoff';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 10, 20, 3);

function failed(times: number, fingerprint = 77, shelf = '', bucket = 300) {
  let last = { shelf, count: 0, until: 0, tell: false };
  for (let n = 0; n < times; n += 1) last = recordFailure(last.shelf, bucket, fingerprint, NOW);
  return last;
}

describe('back-off (product.md, Passwords and login; details.md)', () => {
  test('there are at least 4,096 buckets on few shelves, and every hash has its place', () => {
    expect(BUCKETS).toBeGreaterThanOrEqual(4096);
    expect(SHELVES).toBeLessThanOrEqual(16);
    fc.assert(
      fc.property(fc.integer(), (hash) => {
        const bucket = bucketOf(hash);
        expect(bucket >= 0 && bucket < BUCKETS && Number.isInteger(bucket)).toBe(true);
        expect(shelfOf(bucket) >= 0 && shelfOf(bucket) < SHELVES).toBe(true);
      }),
    );
  });

  test('four failures cost nothing, then 1, 2, 4, 8, 16 and at most 30 minutes, never for good', () => {
    const minutes = [1, 4, 5, 6, 7, 8, 9, 10, 11, 100, 10000]
      .map((count) => waitUntil(count, NOW))
      .map((until) => (until === 0 ? 0 : (until - NOW) / MINUTE));
    expect(minutes).toEqual([0, 0, 1, 2, 4, 8, 16, 30, 30, 30, 30]);
  });

  test('the fifth failure makes this number wait a minute', () => {
    const { shelf, count, until } = failed(5);
    expect(count).toBe(5);
    expect(until).toBe(NOW + MINUTE);
    expect(waitOf(shelf, 300, 77, NOW + MINUTE - 1)).toBe(NOW + MINUTE);
    expect(waitOf(shelf, 300, 77, NOW + MINUTE)).toBe(0);
  });

  test('another number in the same bucket does not wait', () => {
    const { shelf } = failed(9);
    expect(waitOf(shelf, 300, 78, NOW)).toBe(0);
    expect(waitOf(shelf, 301, 77, NOW)).toBe(0);
  });

  test('the address on file is told once, at the tenth failure', () => {
    const told = Array.from({ length: 15 }, (_, n) => failed(n + 1).tell);
    expect(told.indexOf(true)).toBe(9);
    expect(told.filter(Boolean)).toHaveLength(1);
  });

  test('a right password forgets the number’s failures and nobody else’s', () => {
    const { shelf } = failed(6, 78, failed(6).shelf);
    const after = recordSuccess(shelf, 300, 77);
    expect(waitOf(after, 300, 77, NOW)).toBe(0);
    expect(waitOf(after, 300, 78, NOW)).toBe(NOW + 2 * MINUTE);
    expect(recordSuccess(recordSuccess(after, 300, 78), 5, 1)).toBe('');
  });

  test('a day without a failure forgets', () => {
    const { shelf } = failed(12);
    expect(recordFailure(shelf, 300, 77, NOW + 24 * HOUR).count).toBe(1);
    expect(recordFailure(shelf, 300, 77, NOW + 24 * HOUR - 1000).count).toBe(13);
  });

  test('a full bucket drops who failed least, so that a flood of invented numbers frees nobody', () => {
    let { shelf } = failed(6);
    for (let other = 1000; other < 1100; other += 1)
      ({ shelf } = recordFailure(shelf, 300, other, NOW + 1000));
    expect(waitOf(shelf, 300, 77, NOW + 1000)).toBe(NOW + 2 * MINUTE);
    expect(readBucket(shelf, 300)).toHaveLength(4);
  });

  test('a shelf full of failures fits a cache value of 100,000 bytes', () => {
    let shelf = '';
    for (let bucket = 0; bucket < 256; bucket += 1) {
      const four = [1, 2, 3, 4].map((n) => 4_294_967_295 - n);
      for (const fingerprint of four)
        for (const at of [NOW, NOW]) ({ shelf } = recordFailure(shelf, 3840 + bucket, fingerprint, at));
    }
    expect(shelf.length).toBeLessThan(40_000);
  });

  test('cut or foreign text counts as empty, and what is whole in it stays', () => {
    const { shelf } = failed(5);
    expect(readBucket('null', 300)).toEqual([]);
    expect(readBucket(`[object Object];${shelf};8c:77.5`, 300)).toHaveLength(1);
    expect(readBucket(shelf.slice(0, 5), 300)).toEqual([]);
  });

  test('what must outlive the cache is only who waits or may wait, and joins again without loss', () => {
    const { shelf } = failed(3, 78, failed(7).shelf);
    const kept = overThreshold(shelf, NOW);
    expect(readBucket(kept, 300).map(({ fingerprint }) => fingerprint)).toEqual([77]);
    expect(overThreshold(shelf, NOW + 25 * HOUR)).toBe('');
    expect(waitOf(mergeShelves('', kept), 300, 77, NOW)).toBe(waitOf(shelf, 300, 77, NOW));
    expect(mergeShelves(kept, shelf)).toBe(mergeShelves(shelf, kept));
  });

  test('packing keeps what was recorded, in whatever order it came', () => {
    const event = fc.record({
      bucket: fc.integer({ min: 0, max: 4095 }),
      fingerprint: fc.nat({ max: 4_294_967_295 }),
      seconds: fc.integer({ min: 0, max: 3600 }),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let shelf = '';
        for (const { bucket, fingerprint, seconds } of events) {
          const before =
            readBucket(shelf, bucket).find((each) => each.fingerprint === fingerprint)?.count ?? 0;
          const recorded = recordFailure(shelf, bucket, fingerprint, NOW + seconds * 1000);
          ({ shelf } = recorded);
          expect(recorded.count).toBe(before + 1);
          expect(readBucket(shelf, bucket)).toContainEqual({
            fingerprint,
            count: before + 1,
            last: NOW + seconds * 1000,
          });
          expect(mergeShelves(shelf, shelf)).toBe(mergeShelves(shelf, ''));
        }
      }),
    );
  });
});
