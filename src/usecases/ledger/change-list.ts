/** 変更の一覧: the latest lines of 変更履歴, and 確認済にする. */
import { isDay, writeDay } from '../../domain/fields/date';
import { dayOfInstant, writeInstant } from '../../domain/fields/instant';
import { numberKey } from '../../domain/fields/number';
import { now } from '../../platform/clock';
import { commit, update } from '../../sheets/commit';
import { findAny } from '../../sheets/find';
import { readLastRows } from '../../sheets/last-rows';
import { readForDecision } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { COUNTER_ROW, history, ledger, summaries } from '../../sheets/schema/index';
import { publish, requireSheet } from '../../sheets/spreadsheet';
import { readLastSeen, resultOf } from '../../sheets/summary';
import { alone } from '../alone';
import { startNumbering } from '../summary/numbering';
import { requireStaff } from '../desk/staff';

/** Rows read at once, and lines shown at once: ten columns each, and 控え of the people of the lines. */
const WINDOW = 150;
const SHOWN = 50;

type Line = ReadRow<typeof history>;

/** Newest first: of one window of the tab, at most 50; `next` goes on above. DomainError `NOT_STAFF`. */
export function latestChanges({
  before,
  all = false,
}: {
  before?: number | undefined;
  all?: boolean | undefined;
}) {
  requireStaff();
  publish();
  const { rows, from } = readLastRows(history, WINDOW, before);
  const wanted = rows.filter(({ values }) => all || values.seen === '');
  const shown = wanted.slice(0, SHOWN);
  const last = shown[shown.length - 1];
  const end = wanted.length > SHOWN && last ? last.row : from;
  const names = namesOf(shown);
  return { lines: shown.map((line) => lineOf(line, names)), next: end > 2 ? end : null };
}

function lineOf({ row, values }: Line, names: ReadonlyMap<string, string>) {
  const { change, at, number, item, before, after, by, route, receipt, seen } = values;
  return {
    row,
    change,
    at: at === null ? '' : writeInstant(at),
    number,
    name: names.get(number) ?? '',
    item,
    before: isDay(before) ? writeDay(before) : before,
    after: isDay(after) ? writeDay(after) : after,
    by,
    route,
    receipt,
    isSeen: seen !== '',
  };
}

/** 氏名 by number, as 控え has it. */
function namesOf(lines: readonly Line[]): Map<string, string> {
  const keys = [...new Set(lines.map(({ values }) => numberKey(values.number)))];
  const rows = findAny(summaries, keys).filter((row) => row > COUNTER_ROW);
  if (rows.length === 0) return new Map();
  const found = readForDecision([{ tab: summaries, rows }]);
  return new Map(
    rows.map((row) => {
      const { number, lastSeen } = found.row(summaries, row).values;
      return [number, String(readLastSeen(lastSeen)[ledger.columns.name.header] ?? '')] as const;
    }),
  );
}

/** Marks lines that are not marked yet, each found by its 変更番号. DomainError `NOT_STAFF`, `BUSY`. */
export function markSeen(
  { lines }: { lines: readonly { row: number; change: string }[] },
  clientKey: string,
): { marked: number } {
  const { staff } = requireStaff();
  publish();
  return alone(() => {
    const rows = rowsOf(lines);
    const found = readForDecision([
      { tab: history, rows },
      { tab: summaries, rows: [COUNTER_ROW] },
    ]);
    const counterRow = found.row(summaries, COUNTER_ROW);
    const before = resultOf(counterRow.values.done, clientKey);
    if (before !== undefined) return before as { marked: number };
    const wanted = new Set(lines.map(({ change }) => change));
    const open = rows
      .map((row) => found.row(history, row))
      .filter(({ values }) => wanted.has(values.change) && values.seen === '');
    const numbering = startNumbering(counterRow, Number(dayOfInstant(now()).slice(0, 4)));
    numbering.remember(clientKey, { marked: open.length });
    const seen = `済（${staff.name}）`;
    commit({ updates: [...open.map((line) => update(line, { seen })), numbering.toUpdate()], appends: [] });
    return { marked: open.length };
  });
}

/** Where the lines stand: as told if they still do, else searched for. */
function rowsOf(lines: readonly { row: number; change: string }[]): number[] {
  const most = requireSheet(history).getMaxRows();
  const told = lines.filter(({ row }) => row <= most);
  const found = readForDecision([{ tab: history, rows: told.map(({ row }) => row) }]);
  const isThere = told.every(({ row, change }) => found.row(history, row).values.change === change);
  const isAll = isThere && told.length === lines.length;
  return isAll
    ? [...new Set(told.map(({ row }) => row))]
    : findAny(
        history,
        lines.map(({ change }) => change),
      );
}
