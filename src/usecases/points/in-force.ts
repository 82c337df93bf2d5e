/** What is in force of a row of ポイント: what the system wrote, whatever somebody has typed over it since. */
import { standingOf } from '../../domain/application-state';
import { isOver } from '../../domain/trim-summary';
import { valuesOf, type ReadRow } from '../../sheets/row';
import { points, type RowOf } from '../../sheets/schema';
import type { LastSeen, Summary } from '../../sheets/summary';

type PointRow = ReadRow<typeof points>;

export interface InForce {
  /** The row with its state and stamp as the system wrote them; the other cells as they stand. */
  values: RowOf<typeof points>;
  /** The word in 状態 that is not in force, if there is one. */
  wish: string | undefined;
}

/**
 * A word is a decision only with its stamp, and the stamp of an earlier decision does not stand for a word typed over it
 * (product.md, Rules): 要約 tells. A row nobody has written but a person is 申請中; one that was left out of 要約 for room
 * is taken as it stands.
 */
export function inForce({ values }: PointRow, summary: Summary): InForce {
  const seen = seenOf(summary, values.receipt);
  if (!seen && isOlder(summary, values.receipt)) return { values, wish: standingOf(values).wish };
  const { state, decidedAt, decidedBy, fixBy } = valuesOf(points, seen ?? { 状態: '申請中' });
  const typed = standingOf({ state: values.state, decidedAt: null }).wish ?? '申請中';
  return {
    values: { ...values, state, decidedAt, decidedBy, fixBy },
    wish: values.state === state ? undefined : typed,
  };
}

/** The row as the system last saw it. */
export function seenOf({ rows }: Summary, receipt: string): LastSeen | undefined {
  return rows[points.title]?.[receipt];
}

/** Whether 要約 has no room for rows as old as this one; those that wait are never left out and tell nothing. */
export function isOlder({ rows, trimmed }: Summary, receipt: string): boolean {
  const over = Object.entries(rows[points.title] ?? {}).filter(([, cells]) => isOver(points.title, cells));
  return trimmed === true && over.every(([key]) => receipt < key);
}
