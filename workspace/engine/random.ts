/** The platform's randomness: of the machine, or replayable from a seed. */
import { randomBytes } from 'node:crypto';
import type { Kept, Random } from './service';

/** Randomness that can start over from a seed (undefined: of the machine). */
export interface SeededRandom extends Random, Kept {
  reseed(seed: number | undefined): void;
}

function machineNext(): number {
  return randomBytes(4).readUInt32BE() / 2 ** 32;
}

/** Randomness for one purpose; streams of different purposes do not disturb each other. */
export function createRandom(seed: number | undefined, purpose: number): SeededRandom {
  /** State of mulberry32, a small generator, enough for schedules and ids; undefined: the machine's. */
  let state: number | undefined;
  const reseed = (from: number | undefined): void => {
    state = from === undefined ? undefined : (Math.imul(from + 1, 0x9e3779b1) + purpose) >>> 0;
  };
  const next = (): number => {
    if (state === undefined) return machineNext();
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  reseed(seed);
  return {
    next,
    hex: (bytes) =>
      Array.from({ length: bytes }, () =>
        Math.floor(next() * 256)
          .toString(16)
          .padStart(2, '0'),
      ).join(''),
    reseed,
    keep() {
      const kept = state;
      return () => {
        state = kept;
      };
    },
  };
}
