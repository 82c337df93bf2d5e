/** The line of 操作記録 about what the system put right by itself. */
import { append, type RowAppend } from '../../sheets/commit';
import type { Headers } from '../../sheets/headers';
import { operations } from '../../sheets/schema/index';

/** Numbers named in one line; of a whole register the count says enough. */
const NAMED = 5;

/** One line for a commit's mends; none if nothing was wrong. */
export function mendRecord(
  mends: readonly { number: string; told: readonly string[] }[],
  headers: Headers,
  at: number,
): RowAppend[] {
  const changed = mends.filter(({ told }) => told.length > 0);
  if (changed.length === 0) return [];
  const kinds = [...new Set(changed.flatMap(({ told }) => told))];
  const counts = kinds.map(
    (kind) => `${kind} ${String(changed.filter(({ told }) => told.includes(kind)).length)}名`,
  );
  return [
    append(operations, headers, {
      at,
      by: 'システム',
      kind: '自動の直し',
      target: namedOf(changed.map(({ number }) => number)),
      result: `ほかのシートに合わせて直しました（${counts.join('、')}）。`,
    }),
  ];
}

/** The first few of some numbers, and how many more there are. */
export function namedOf(numbers: readonly string[]): string {
  const named = numbers.slice(0, NAMED).join('、');
  return numbers.length <= NAMED ? named : `${named} ほか${String(numbers.length - NAMED)}名`;
}
