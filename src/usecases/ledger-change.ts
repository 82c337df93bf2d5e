/** One change of a person's ledger row with all that belongs to it: 控え and one line of 変更履歴 for each item. */
import { encodeRaw, type CellValue, type RawCell } from '../sheets/cell';
import { append, update, type RowAppend, type RowUpdate } from '../sheets/commit';
import type { Found } from '../sheets/read';
import { history, ledger, type RowOf } from '../sheets/schema';
import { lastSeenOf, readLastSeen } from '../sheets/summary';
import { editLines } from './edit-lines';
import type { Numbering } from './numbering';
import type { Person } from './people';

/** Ways by which a change can come, as 変更履歴 names them. */
export type Route = 'マイページ' | 'シート' | '事務局画面' | 'フォーム' | '取込' | '紙' | '更新';

export interface LedgerChange {
  readonly set: Partial<RowOf<typeof ledger>>;
  readonly by: string;
  readonly route: Route;
  readonly at: number;
  readonly receipt?: string;
}

/**
 * The writes of a change. `summarySet` are further columns of the person's row
 * of `_要約` to be written with it (one update a row). Items that do not change give no line.
 */
export function ledgerChange(
  person: Person,
  change: LedgerChange,
  summarySet: Partial<RowOf<(typeof person)['summary']['tab']>>,
  numbering: Numbering,
  found: Found,
): {
  updates: RowUpdate[];
  appends: RowAppend[];
  summarySet: Partial<RowOf<(typeof person)['summary']['tab']>>;
} {
  const stamped: Record<string, CellValue> = { ...change.set, updatedAt: change.at };
  const raw: Record<string, RawCell> = {};
  // Whatever a person typed since 控え was written gets its line before this change makes a new 控え.
  const before = readLastSeen(person.summary.values.lastSeen);
  const appends: RowAppend[] = editLines(before, person.ledger, found, '事務局', numbering);
  for (const [key, value] of Object.entries(stamped)) {
    const column = (ledger.columns as Record<string, (typeof ledger.columns)[keyof typeof ledger.columns]>)[
      key
    ];
    if (!column) throw new Error(`台帳 has no column ${key}.`);
    const content = encodeRaw(value, column.kind);
    if (content === person.ledger.raw[key]) continue;
    raw[column.header] = content;
    if (key === 'updatedAt') continue;
    appends.push(
      append(history, found.headers(history), {
        change: numbering.change(),
        at: change.at,
        number: person.ledger.values.number,
        item: column.header,
        before: String((person.ledger.values as Record<string, CellValue>)[key] ?? ''),
        after: String(value ?? ''),
        by: change.by,
        route: change.route,
        receipt: change.receipt ?? '',
        seen: '',
      }),
    );
  }
  const written = {
    ...summarySet,
    ledgerRow: person.ledger.row,
    lastSeen: JSON.stringify(lastSeenOf(person.ledger, raw)),
  };
  return {
    updates: [
      update(person.ledger, stamped as Partial<RowOf<typeof ledger>>),
      update(person.summary, written),
    ],
    appends,
    summarySet: written,
  };
}
