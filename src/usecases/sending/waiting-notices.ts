/** まもなく送信 and 「送信を止める」: notices of decisions in their 待ち時間. */
import { writeInstant } from '../../domain/fields/instant';
import { now } from '../../platform/clock';
import { append, commit } from '../../sheets/commit';
import { findExact } from '../../sheets/find';
import { readForDecision } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { COUNTER_ROW, notices, operations, summaries } from '../../sheets/schema/index';
import { resultOf } from '../../sheets/summary';
import { alone } from '../alone';
import { readKeyed } from '../summary/keyed-rows';
import { readContent } from './notice-rows';
import { stopTheirs } from './untold';
import { startNumbering, yearOf } from '../summary/numbering';
import { findSummariesOf, knownPeople } from '../points/known-people';
import { requireStaff } from '../desk/staff';

/** Notices shown at once. */
const SHOWN = 100;

/** The next to leave first. DomainError `NOT_STAFF`. */
export function waitingNotices() {
  requireStaff();
  const rows = findExact(notices, '送信待ち').slice(0, SHOWN);
  const found = readForDecision([{ tab: notices, rows }]);
  return {
    notices: rows
      .map((row) => found.row(notices, row))
      .filter(isStoppable)
      .sort((a, b) => (a.values.dueAt ?? 0) - (b.values.dueAt ?? 0))
      .map((row) => ({
        notice: row.values.notice,
        number: row.values.number,
        name: readContent(row).fields['氏名'] ?? '',
        kind: row.values.kind,
        about: row.values.about,
        leavesAt: writeInstant(row.values.dueAt ?? 0),
      })),
  };
}

/** A mail without a password or a code: of those something else is noted that has to be decided instead. */
function isStoppable(row: ReadRow<typeof notices>): boolean {
  return row.values.state === '送信待ち' && readContent(row).id === undefined;
}

/** 送信を止める: what still waits becomes 取りやめ. DomainError `NOT_STAFF`, `BUSY`. */
export function stopNotices(
  { notices: numbers }: { notices: readonly string[] },
  clientKey: string,
): { stopped: number; gone: number } {
  const { staff } = requireStaff();
  return alone(() => {
    const { found: first, rows: asked } = readKeyed(notices, numbers, [
      { tab: summaries, rows: [COUNTER_ROW] },
      { tab: operations },
    ]);
    const counters = first.row(summaries, COUNTER_ROW);
    const stored = resultOf(counters.values.done, clientKey);
    if (stored !== undefined) return stored as { stopped: number; gone: number };
    const waiting = asked.filter(isStoppable);
    const summaryRows = findSummariesOf(waiting.map(({ values }) => values.number));
    const people = knownPeople(readForDecision([{ tab: summaries, rows: summaryRows }]), summaryRows);
    const updates = stopTheirs(waiting, people.values());
    const result = { stopped: waiting.length, gone: asked.length - waiting.length };
    const numbering = startNumbering(counters, yearOf(now()));
    numbering.remember(clientKey, result);
    const record = append(operations, first.headers(operations), {
      at: now(),
      by: staff.account,
      kind: '送信を止める',
      target: waiting.map(({ values }) => values.notice).join(' '),
      result: `${String(result.stopped)}通を取りやめました。`,
    });
    commit({ updates: [...updates, numbering.toUpdate()], appends: [record] });
    return result;
  });
}
