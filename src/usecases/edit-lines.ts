/** Lines of 変更履歴 (経路 シート) for what a person typed into a row of 台帳 since the system last saw it. */
import { now } from '../platform/clock';
import { decodeCell, type RawCell } from '../sheets/cell';
import { append, type RowAppend } from '../sheets/commit';
import type { Found } from '../sheets/read';
import type { ReadRow } from '../sheets/row';
import { history, ledger, type Column } from '../sheets/schema';
import type { LastSeen } from '../sheets/summary';
import type { Numbering } from './numbering';

/** Columns the system stamps itself: a difference there alone tells nothing. */
const STAMPS: readonly string[] = [ledger.columns.updatedAt.header];

/** One line of 変更履歴 for each item that differs, the office's own columns too. */
export function editLines(
  before: LastSeen,
  person: ReadRow<typeof ledger>,
  found: Found,
  by: string,
  numbering: Numbering,
): RowAppend[] {
  const items = [...new Set([...Object.keys(before), ...Object.keys(person.byHeader)])];
  return items
    .filter((item) => !STAMPS.includes(item) && (before[item] ?? '') !== (person.byHeader[item] ?? ''))
    .map((item) =>
      append(history, found.headers(history), {
        change: numbering.change(),
        at: now(),
        number: person.values.number,
        item,
        before: textOf(item, before[item]),
        after: textOf(item, person.byHeader[item]),
        by,
        route: 'シート',
      }),
    );
}

const KINDS = new Map(Object.values<Column>(ledger.columns).map(({ header, kind }) => [header, kind]));

/** A cell's content as 変更履歴 shows it: days as days, what does not fit its column as it stands. */
function textOf(item: string, content: RawCell | undefined): string {
  const value = decodeCell(content, KINDS.get(item) ?? 'text');
  return String(value ?? content ?? '');
}
