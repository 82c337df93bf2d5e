/** Many people's writes, cut into commits of a bearable size and rate. */
import { now } from '../../platform/clock';
import { pause } from '../../platform/pause';
import { commit, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import type { ReadRow } from '../../sheets/row';
import type { summaries } from '../../sheets/schema';

/** What one person needs written; never cut apart. */
export interface PersonWrites {
  readonly updates: readonly RowUpdate[];
  readonly appends: readonly RowAppend[];
}

/** Estimated bytes of one request; Google asks for at most 2 MB (performance.md). */
export const REQUEST_BYTES = 1_000_000;
/** Commits in a minute, of the 60 writes a minute all executions of the owner share. */
const A_MINUTE = 40;
const MINUTE_MS = 60_000;
/** No further commit is begun after this long: an execution ends at six minutes. */
const RUN_MS = 4.5 * 60_000;
/** A cell without its content: format, braces and names. */
const CELL_BYTES = 110;
/** An update by index names its place too. */
const UPDATE_BYTES = 250;

/**
 * Commits all of it in order; answers how many people's writes were done before time was up. `counters`: the counter row,
 * which remembers the writes by index of each commit.
 */
export function commitInBatches(
  people: readonly PersonWrites[],
  startedAt: number,
  counters?: ReadRow<typeof summaries>,
): number {
  let done = 0;
  let window = { from: now(), commits: 0 };
  for (const batch of cutBySize(people, REQUEST_BYTES)) {
    if (now() - startedAt > RUN_MS) return done;
    if (window.commits >= A_MINUTE) {
      pause(Math.max(0, window.from + MINUTE_MS - now()));
      window = { from: now(), commits: 0 };
    }
    const updates = batch.flatMap((one) => one.updates);
    const remembers = counters && updates.length > 0 && !updates.some(({ row }) => row === counters);
    commit({
      updates: remembers ? [...updates, update(counters, {})] : updates,
      appends: batch.flatMap(({ appends }) => appends),
    });
    window.commits += 1;
    done += batch.length;
  }
  return done;
}

/** Consecutive groups, each of at most `bytes` by estimate, none empty. */
export function cutBySize(people: readonly PersonWrites[], bytes: number): PersonWrites[][] {
  const batches: PersonWrites[][] = [];
  let room = 0;
  for (const person of people) {
    const size = sizeOf(person);
    const last = batches[batches.length - 1];
    if (last && size <= room) {
      last.push(person);
      room -= size;
    } else {
      batches.push([person]);
      room = bytes - size;
    }
  }
  return batches;
}

/** An upper estimate of the bytes in the request. */
export function sizeOf({ updates, appends }: PersonWrites): number {
  const appended = appends.map(
    ({ tab, values }) => Object.keys(tab.columns).length * CELL_BYTES + bytesOf(values),
  );
  const updated = updates.map(
    ({ set }) => Object.keys(set).length * (CELL_BYTES + UPDATE_BYTES) + bytesOf(set),
  );
  return [...appended, ...updated].reduce((sum, size) => sum + size, 0);
}

/** UTF-8 bytes of the JSON, every character beyond ASCII counted as three. */
function bytesOf(values: Readonly<Record<string, unknown>>): number {
  const text = JSON.stringify(values);
  const wide = text.length - text.replace(/[^\x00-\x7f]/g, '').length;
  return text.length + 2 * wide;
}
