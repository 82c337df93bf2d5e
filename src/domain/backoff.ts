/**
 * Failed logins, counted in hashed buckets so that their number is bounded whatever is typed. 4,096 buckets are packed
 * into 16 shelves (one cache value each); a bucket keeps a few fingerprints (a second hash of the number), so that
 * another number that falls into the same bucket does not wait. Both hashes must be keyed: nobody can aim at a bucket.
 *
 * A shelf's text: `bucket:fingerprint.count.seconds,…;bucket:…`, numbers in base 36, seconds since 2020.
 */
export interface Failure {
  /** Second hash, 32 bits unsigned. */
  fingerprint: number;
  count: number;
  /** Last failure, epoch ms, whole seconds. */
  last: number;
}

/** Number of buckets, shelves (texts) and buckets on a shelf. */
export const BUCKETS = 4096;
export const SHELVES = 16;
const PER_SHELF = BUCKETS / SHELVES;
/** Fingerprints kept in one bucket; the least guilty goes first when it is full. */
const PER_BUCKET = 4;
/** Failures before a wait. */
const FREE = 5;
/** The registered address is told once, at this count. */
const TELL_AT = 10;
const MINUTE = 60_000;
const LONGEST = 30;
/** A day without a failure forgets. */
const FORGET = 24 * 60 * MINUTE;
const BASE = 1_577_836_800_000;

/** The bucket (0–4095) of a keyed 32-bit hash of the number key. */
export function bucketOf(hash: number): number {
  return (hash >>> 0) % BUCKETS;
}

/** The shelf (0–15) on which a bucket stands. */
export function shelfOf(bucket: number): number {
  return Math.floor(bucket / PER_SHELF);
}

/** The instant (epoch ms) until which one waits after so many failures; 0 = no wait. 5 → 1 min, then 2, 4, 8, 16, 30. */
export function waitUntil(count: number, lastFailure: number): number {
  if (count < FREE) return 0;
  return lastFailure + Math.min(2 ** Math.min(count - FREE, 10), LONGEST) * MINUTE;
}

/** What a shelf's text holds of a bucket; text that cannot be read counts as empty (a cache may lose or cut values). */
export function readBucket(shelf: string, bucket: number): Failure[] {
  return unpack(shelf).get(bucket) ?? [];
}

/** The instant (epoch ms) until which this number waits, 0 if it need not at `now`. */
export function waitOf(shelf: string, bucket: number, fingerprint: number, now: number): number {
  const failure = readBucket(shelf, bucket).find((each) => each.fingerprint === fingerprint >>> 0);
  if (!failure || isForgotten(failure, now)) return 0;
  const until = waitUntil(failure.count, failure.last);
  return until > now ? until : 0;
}

/** One more failure: the shelf's new text, the count, until when to wait, and whether to tell the address on file. */
export function recordFailure(
  shelf: string,
  bucket: number,
  fingerprint: number,
  now: number,
): { shelf: string; count: number; until: number; tell: boolean } {
  const buckets = unpack(shelf);
  const known = (buckets.get(bucket) ?? []).filter((each) => !isForgotten(each, now));
  const mine = fingerprint >>> 0;
  const count = (known.find((each) => each.fingerprint === mine)?.count ?? 0) + 1;
  const others = known
    .filter((each) => each.fingerprint !== mine)
    .sort(byGuilt)
    .slice(0, PER_BUCKET - 1);
  const last = BASE + Math.floor((now - BASE) / 1000) * 1000;
  buckets.set(bucket, [{ fingerprint: mine, count, last }, ...others]);
  return {
    shelf: pack(buckets),
    count,
    until: waitUntil(count, last),
    tell: count === TELL_AT,
  };
}

/** A right password forgets the number's failures: the shelf's new text. */
export function recordSuccess(shelf: string, bucket: number, fingerprint: number): string {
  const buckets = unpack(shelf);
  const left = (buckets.get(bucket) ?? []).filter((each) => each.fingerprint !== fingerprint >>> 0);
  buckets.set(bucket, left);
  return pack(buckets);
}

/** A property holds 9 KB (platform.md 7); 16 shelves of this size and the rest of the store stay below 500 KB. */
const PROPERTY_SIZE = 8000;

/**
 * The shelf's text with only those who wait or may wait soon (5 failures and more, not forgotten): kept in a property.
 * The guiltiest first, as far as a property holds them.
 */
export function overThreshold(shelf: string, now: number): string {
  const kept = [...unpack(shelf)]
    .flatMap(([bucket, failures]) => failures.map((failure) => ({ bucket, failure })))
    .filter(({ failure }) => failure.count >= FREE && !isForgotten(failure, now))
    .sort((a, b) => b.failure.count - a.failure.count || b.failure.last - a.failure.last);
  const buckets = new Map<number, Failure[]>();
  let size = 0;
  for (const { bucket, failure } of kept) {
    size += packOne(failure).length + 5;
    if (size > PROPERTY_SIZE) break;
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), failure]);
  }
  return pack(buckets);
}

/** Both texts of one shelf as one: of each fingerprint the higher count and the later failure. */
export function mergeShelves(a: string, b: string): string {
  const merged = unpack(a);
  for (const [bucket, failures] of unpack(b)) {
    const all = new Map((merged.get(bucket) ?? []).map((each) => [each.fingerprint, each]));
    for (const each of failures) {
      const other = all.get(each.fingerprint);
      all.set(each.fingerprint, {
        fingerprint: each.fingerprint,
        count: Math.max(each.count, other?.count ?? 0),
        last: Math.max(each.last, other?.last ?? 0),
      });
    }
    const worst = [...all.values()].sort(byGuilt);
    merged.set(bucket, worst.slice(0, PER_BUCKET));
  }
  return pack(merged);
}

/** Most failures first, then the latest. */
function byGuilt(a: Failure, b: Failure): number {
  return b.count - a.count || b.last - a.last || a.fingerprint - b.fingerprint;
}

function isForgotten(failure: Failure, now: number): boolean {
  return now - failure.last >= FORGET;
}

function pack(buckets: ReadonlyMap<number, readonly Failure[]>): string {
  return [...buckets]
    .filter(([, failures]) => failures.length > 0)
    .sort(([a], [b]) => a - b)
    .map(
      ([bucket, failures]) => `${bucket.toString(36)}:${[...failures].sort(byGuilt).map(packOne).join(',')}`,
    )
    .join(';');
}

function packOne({ fingerprint, count, last }: Failure): string {
  return [fingerprint, count, Math.floor((last - BASE) / 1000)].map((value) => value.toString(36)).join('.');
}

function unpack(shelf: string): Map<number, Failure[]> {
  const buckets = new Map<number, Failure[]>();
  for (const part of shelf.split(';')) {
    const match = /^([0-9a-z]{1,3}):((?:[0-9a-z]{1,7}\.[0-9a-z]{1,5}\.[0-9a-z]{1,7},?)+)$/.exec(part);
    if (!match) continue;
    buckets.set(parseInt(match[1] ?? '', 36), (match[2] ?? '').split(',').map(unpackOne));
  }
  return buckets;
}

function unpackOne(text: string): Failure {
  const [fingerprint = 0, count = 0, seconds = 0] = text.split('.').map((part) => parseInt(part, 36));
  return { fingerprint, count, last: BASE + seconds * 1000 };
}
