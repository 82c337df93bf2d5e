/** Lines of 変更履歴 (経路 シート) for what a person typed into a row of 台帳 since the system last saw it. */
import { readJournal, strayHeaders } from '../../domain/journal';
import { now } from '../../platform/clock';
import { decodeCell, type RawCell } from '../../sheets/cell';
import { append, type RowAppend } from '../../sheets/commit';
import type { Found } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { history, ledger, type Column, type summaries } from '../../sheets/schema/index';
import type { LastSeen } from '../../sheets/summary';
import type { Numbering } from '../summary/numbering';

/** Columns the system stamps itself: a difference there alone tells nothing. */
const STAMPS: readonly string[] = [ledger.columns.updatedAt.header];

/** What somebody's typing comes to: lines of 変更履歴, and 控え with it. */
export interface TypedItems {
  lines: RowAppend[];
  lastSeen: LastSeen;
}

/**
 * One line for each item that differs from 控え, the office's own columns too. A cell that holds what a write to another
 * person's row brought, not looked at again yet, is no typing: it keeps its 控え and is left to the five-minute job.
 */
export function typedItems(
  before: LastSeen,
  person: ReadRow<typeof ledger>,
  counters: ReadRow<typeof summaries>,
  found: Found,
  by: string,
  numbering: Numbering,
): TypedItems {
  const { number } = person.values;
  const strays = strayHeaders(readJournal(counters.values.lastSeen), ledger, number, {
    row: person.row,
    texts: person.headers.texts,
    cells: person.byHeader,
  });
  const differing = differences(before, person.byHeader);
  const lines = editLines(before, person, found, by, numbering, strays);
  const lastSeen = { ...person.byHeader };
  for (const item of differing.filter((one) => strays.has(one))) {
    const held = before[item];
    if (held === undefined) delete lastSeen[item];
    else lastSeen[item] = held;
  }
  return { lines, lastSeen };
}

/** A line of 変更履歴 (経路 シート) for each item that differs, but those `except`. */
export function editLines(
  before: LastSeen,
  person: ReadRow<typeof ledger>,
  found: Found,
  by: string,
  numbering: Numbering,
  except: ReadonlySet<string> = new Set(),
): RowAppend[] {
  return differences(before, person.byHeader)
    .filter((item) => !STAMPS.includes(item) && !except.has(item))
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

function differences(before: LastSeen, after: LastSeen): string[] {
  const items = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return items.filter((item) => (before[item] ?? '') !== (after[item] ?? ''));
}

const KINDS = new Map(Object.values<Column>(ledger.columns).map(({ header, kind }) => [header, kind]));

/** A cell's content as 変更履歴 shows it: days as days, what does not fit its column as it stands. */
function textOf(item: string, content: RawCell | undefined): string {
  const value = decodeCell(content, KINDS.get(item) ?? 'text');
  return String(value ?? content ?? '');
}
