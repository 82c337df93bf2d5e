/** The three bundles: bytes as pushed, bytes as a browser loads them, and what an execution pays to compile them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';

/** Compilations measured; the middle one is told. */
const ROUNDS = 9;

/** One line of the table per file of `dist/`. */
export function bundleTable() {
  return ['Code.js', 'mypage.html', 'office.html'].map((name) => {
    const text = readFileSync(join('dist', name), 'utf8');
    return {
      bundle: name,
      bytes: Buffer.byteLength(text),
      'bytes gzipped': gzipSync(text).length,
      'compile ms': name === 'Code.js' ? compileMs(text).toFixed(1) : '–',
    };
  });
}

function compileMs(text: string): number {
  const times = Array.from({ length: ROUNDS }, (_, round) => {
    const from = process.hrtime.bigint();
    // A text of its own each time, so that nothing compiled before is found again.
    new Script(`${text}\n// ${String(round)}`);
    return Number(process.hrtime.bigint() - from) / 1e6;
  });
  return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
}
