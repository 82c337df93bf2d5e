/** One change of a person's ledger row with all that belongs to it: 控え and one line of 変更履歴 for each item. */
import { decodeCell, encodeRaw, type CellValue, type RawCell } from '../../sheets/cell';
import { append, update, type OwnCell, type RowAppend, type RowUpdate } from '../../sheets/commit';
import type { Found } from '../../sheets/read';
import { COUNTER_ROW, history, ledger, summaries, type Column, type RowOf } from '../../sheets/schema/index';
import { withCells, readLastSeen, type LastSeen } from '../../sheets/summary';
import { typedItems, type TypedItems } from './edit-lines';
import type { Numbering } from '../summary/numbering';
import type { Person } from '../summary/people';

/** Ways by which a change can come, as 変更履歴 names them. */
export type Route = 'マイページ' | 'シート' | '事務局画面' | 'フォーム' | '取込' | '紙' | '更新';

export interface LedgerChange {
  readonly set: Partial<RowOf<typeof ledger>>;
  /** Columns the office added to 台帳. */
  readonly own?: readonly OwnCell[];
  readonly by: string;
  readonly route: Route;
  readonly at: number;
  readonly receipt?: string;
}

/** One item as it will stand. */
interface NewCell {
  header: string;
  before: string;
  after: string;
  content: RawCell;
  /** Stamped by the system: no line of 変更履歴. */
  stamp: boolean;
}

/** Who typed into 台帳 is not known here: the edit trigger, which would, has not come yet. */
const SOMEBODY = '事務局';

/**
 * The writes of a change. `summarySet` are further columns of the person's row
 * of `_要約` to be written with it (one update a row). Items that do not change give no line. What somebody typed into
 * the row and nobody has taken over yet gets its lines (経路 シート) first, as it enters 控え with this change.
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
  const typed = handEdits(person, numbering, found);
  const stamped: Record<string, CellValue> = { ...change.set, updatedAt: change.at };
  const own = change.own ?? [];
  const cells = [
    ...Object.entries(stamped).map(([key, value]) => newCell(typed.lastSeen, key, value)),
    ...own.map((cell) => newOwnCell(typed.lastSeen, cell)),
  ];
  const changed = cells.filter(({ header, content }) => content !== (person.ledger.byHeader[header] ?? ''));
  const lines = changed
    .filter(({ stamp, before, after }) => !stamp && before !== after)
    .map(({ header, before, after }) =>
      append(history, found.headers(history), {
        change: numbering.change(),
        at: change.at,
        number: person.ledger.values.number,
        item: header,
        before,
        after,
        by: change.by,
        route: change.route,
        receipt: change.receipt ?? '',
        seen: '',
      }),
    );
  const raw = Object.fromEntries(changed.map(({ header, content }) => [header, content]));
  const written = {
    ...summarySet,
    ledgerRow: person.ledger.row,
    lastSeen: JSON.stringify(withCells(typed.lastSeen, raw)),
  };
  return {
    updates: [
      update(person.ledger, stamped as Partial<RowOf<typeof ledger>>, own),
      update(person.summary, written),
    ],
    appends: [...typed.lines, ...lines],
    summarySet: written,
  };
}

/** What differs from 控え; nothing where 控え is blank or broken. */
function handEdits(person: Person, numbering: Numbering, found: Found): TypedItems {
  const seen = readLastSeen(person.summary.values.lastSeen);
  if (Object.keys(seen).length === 0) return { lines: [], lastSeen: { ...person.ledger.byHeader } };
  return typedItems(seen, person.ledger, found.row(summaries, COUNTER_ROW), found, SOMEBODY, numbering);
}

/** `lastSeen`: 控え once hand edits are in it; a cell that holds what a misplaced write brought is not what was there before. */
function newCell(lastSeen: LastSeen, key: string, value: CellValue): NewCell {
  const column = (ledger.columns as Record<string, Column>)[key];
  if (!column) throw new Error(`台帳 has no column ${key}.`);
  const raw = lastSeen[column.header];
  return {
    header: column.header,
    before: String(decodeCell(raw, column.kind) ?? raw ?? ''),
    after: String(value ?? ''),
    content: encodeRaw(value, column.kind),
    stamp: key === 'updatedAt',
  };
}

function newOwnCell(lastSeen: LastSeen, { header, content, kind }: OwnCell): NewCell {
  const text = (cell: RawCell | undefined) => String(decodeCell(cell, kind ?? 'text') ?? cell ?? '');
  return { header, before: text(lastSeen[header]), after: text(content), content, stamp: false };
}
