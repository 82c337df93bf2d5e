/** まもなく送信 and 「送信を止める」: notices of decisions in their 待ち時間. */
import { dayOfInstant, writeInstant } from '../domain/fields/instant';
import { now } from '../platform/clock';
import { append, commit, update, type RowUpdate } from '../sheets/commit';
import { findAny, findExact } from '../sheets/find';
import { readForDecision } from '../sheets/read';
import { COUNTER_ROW, notices, operations, summaries } from '../sheets/schema';
import { readSummary, resultOf, withoutNotice, writeSummary } from '../sheets/summary';
import { alone } from './alone';
import { readContent } from './notice-rows';
import { startNumbering } from './numbering';
import { findSummariesOf, knownPeople } from './points/known-people';
import { requireStaff } from './staff';

/** Notices shown at once. */
const SHOWN = 100;

/** Those that leave later than now, the next first. DomainError `NOT_STAFF`. */
export function waitingNotices() {
  requireStaff();
  const rows = findExact(notices, '送信待ち').slice(0, SHOWN);
  const found = readForDecision([{ tab: notices, rows }]);
  return {
    notices: rows
      .map((row) => found.row(notices, row))
      .filter(({ values }) => values.state === '送信待ち' && (values.dueAt ?? 0) > now())
      .sort((a, b) => (a.values.dueAt ?? 0) - (b.values.dueAt ?? 0))
      .map((row) => ({
        notice: row.values.notice,
        number: row.values.number,
        name: readContent(row).fields['氏名'] ?? '',
        kind: row.values.kind,
        subject: row.values.about,
        leavesAt: writeInstant(row.values.dueAt ?? 0),
      })),
  };
}

/** 送信を止める: what still waits becomes 取りやめ. DomainError `NOT_STAFF`, `BUSY`. */
export function stopNotices(
  { notices: numbers }: { notices: readonly string[] },
  clientKey: string,
): { stopped: number; gone: number } {
  const { staff } = requireStaff();
  return alone(() => {
    const rows = findAny(notices, numbers);
    const first = readForDecision([
      { tab: notices, rows },
      { tab: summaries, rows: [COUNTER_ROW] },
      { tab: operations },
    ]);
    const counters = first.row(summaries, COUNTER_ROW);
    const before = resultOf(counters.values.done, clientKey);
    if (before !== undefined) return before as { stopped: number; gone: number };
    const asked = rows
      .map((row) => first.row(notices, row))
      .filter(({ values }) => numbers.includes(values.notice));
    const waiting = asked.filter(({ values }) => values.state === '送信待ち');
    const summaryRows = findSummariesOf(waiting.map(({ values }) => values.number));
    const people = knownPeople(readForDecision([{ tab: summaries, rows: summaryRows }]), summaryRows);
    const updates: RowUpdate[] = waiting.map((row) => update(row, { state: '取りやめ', dueAt: null }));
    for (const { row, ledger } of people.values()) {
      const own = waiting.filter(({ values }) => values.number === ledger.number);
      const summary = own.reduce(
        (left, { values }) => withoutNotice(left, values.dueAt),
        readSummary(row.values.summary),
      );
      updates.push(update(row, { summary: writeSummary(summary) }));
    }
    const result = { stopped: waiting.length, gone: asked.length - waiting.length };
    const numbering = startNumbering(counters, Number(dayOfInstant(now()).slice(0, 4)));
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
