/** The brake on guessing: failures counted in the cache by keyed hashes of the number, those who must wait kept in properties too. */
import {
  bucketOf,
  mergeShelves,
  overThreshold,
  recordFailure,
  recordSuccess,
  readBucket,
  shelfOf,
  waitOf,
} from '../../domain/backoff';
import { DomainError } from '../../domain/errors';
import { isoOfInstant } from '../../domain/fields/instant';
import { writeCache } from '../../platform/cache';
import { now } from '../../platform/clock';
import { mac } from '../../platform/hashing';
import { writeProperties } from '../../platform/properties';
import { putAsk } from '../password/asks';
import { PROPERTY, type Installation } from '../installation/installation';

/** The place of one number in the buckets; the same work for numbers that exist and those that do not. */
export interface Guard {
  cacheKey: string;
  bucket: number;
  fingerprint: number;
  key: string;
}

/** A day: longer than any wait (backoff.ts forgets after one). */
const SECONDS = 21_600;

/** Where the failures of a number key are counted. */
export function guardOf(installation: Installation, numberKey: string): Guard {
  const bytes = mac(installation.secret, `guard ${numberKey}`);
  const word = (at: number) => bytes.slice(at, at + 4).reduce((sum, byte) => sum * 256 + byte, 0);
  const bucket = bucketOf(word(0));
  return { cacheKey: `${PROPERTY.backoff}:${shelfOf(bucket)}`, bucket, fingerprint: word(4), key: numberKey };
}

/** The shelf as cache and properties know it together. */
export function shelfNow(
  guard: Guard,
  cached: Readonly<Record<string, string>>,
  installation: Installation,
): string {
  return mergeShelves(cached[guard.cacheKey] ?? '', installation.properties[guard.cacheKey] ?? '');
}

/** Refuses with DomainError `WAIT` and `until` (ISO) while the number has to wait. */
export function requireNoWait(guard: Guard, shelf: string): void {
  const until = waitOf(shelf, guard.bucket, guard.fingerprint, now());
  if (until > 0) throw new DomainError('WAIT', { until: isoOfInstant(until) });
}

/** Counts a failure; the address on file is told once, by the job, at ten. Answers until when to wait (0: need not). */
export function countFailure(guard: Guard, shelf: string, installation: Installation): number {
  const failure = recordFailure(shelf, guard.bucket, guard.fingerprint, now());
  writeCache(guard.cacheKey, failure.shelf, SECONDS);
  if (failure.until > 0) writeProperties({ [guard.cacheKey]: overThreshold(failure.shelf, now()) });
  if (failure.tell) putAsk({ kind: 'tell', numberKey: guard.key }, installation.properties);
  return failure.until;
}

/** A right password forgets the failures; nothing is written when there were none. */
export function forgetFailures(guard: Guard, shelf: string, installation: Installation): void {
  if (!readBucket(shelf, guard.bucket).some(({ fingerprint }) => fingerprint === guard.fingerprint)) return;
  const left = recordSuccess(shelf, guard.bucket, guard.fingerprint);
  writeCache(guard.cacheKey, left, SECONDS);
  if (installation.properties[guard.cacheKey])
    writeProperties({ [guard.cacheKey]: overThreshold(left, now()) });
}
