/** 控えから戻す: a row of 台帳 that is gone, or that holds somebody else's content, as the system last saw it. */
import { now } from '../../platform/clock';
import { append, commit, update, type RowAppend } from '../../sheets/commit';
import { findInColumn } from '../../sheets/find-in-column';
import { readForDecision } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { appendLike, overwriteWith } from '../../sheets/restore-row';
import { COUNTER_ROW, history, ledger, summaries } from '../../sheets/schema/index';
import { publish, requireSheet } from '../../sheets/spreadsheet';
import { readLastSeen } from '../../sheets/summary';
import { editLines } from '../ledger/edit-lines';
import { knownFindings } from './findings';
import type { Mend, Mending } from './mend-finding';
import { callRoll } from './roll-call';
import { rowDigest } from './row-digest';
import type { Sight } from './sight-findings';

const BY_HAND: Mend = { result: 'BY_HAND', row: 0, updates: [], appends: [], told: '' };
const NUMBER = ledger.columns.number.header;
/** A person cannot move rows faster than this many commits in a row. */
const ATTEMPTS = 3;

type LedgerRow = ReadRow<typeof ledger>;

/**
 * Writes the row back: over a mere copy of another row that stands where it was last seen, so that both numbers are right
 * afterwards; else below the last row, so that nothing anybody typed is lost.
 */
export function restorePerson({ finding: { key }, seen, summary }: Sight, mending: Mending): Mend {
  if (!summary || seen[NUMBER] === undefined) return BY_HAND;
  const { spare, copies } = findSpare(summary.values.ledgerRow ?? 0);
  const line = numberLine(key, mending);
  if (spare) {
    const missing = knownFindings(mending.installation).list.map((finding) => finding.key);
    return {
      result: 'OVER',
      row: spare.row,
      updates: [overwriteWith(spare, seen), update(summary, { ledgerRow: spare.row })],
      appends: [line],
      told: '同じ番号の写しに、控えから書き戻しました。',
      verify: () => putRight(spare.values.number, copies, missing),
    };
  }
  const headers = readForDecision([{ tab: ledger }]).headers(ledger);
  const row = requireSheet(ledger).getLastRow() + 1;
  return {
    result: 'ADDED',
    row,
    updates: [update(summary, { ledgerRow: row })],
    appends: [appendLike(headers, seen), line],
    told: '控えから、いちばん下に戻しました。',
  };
}

/** The row at this place if another row of the same number holds exactly the same, and how many rows have that number. */
function findSpare(place: number): { spare?: LedgerRow; copies: number } {
  if (place < 2 || place > requireSheet(ledger).getMaxRows()) return { copies: 0 };
  const here = readForDecision([{ tab: ledger, rows: [place] }]).row(ledger, place);
  const rows = rowsOf(here.values.number);
  const spare = rows.find(({ row }) => row === place);
  const isCopy = spare && rows.some((row) => row !== spare && holdSame(row, spare));
  return isCopy ? { spare, copies: rows.length } : { copies: rows.length };
}

/** Rows of 台帳 with this number; of many the first ten. */
function rowsOf(number: string): LedgerRow[] {
  publish();
  const head = readForDecision([{ tab: ledger }]);
  const rows = findInColumn(ledger, head.headers(ledger).places.get('number') ?? 1, [number]).slice(0, 10);
  const found = readForDecision([{ tab: ledger, rows }]);
  return rows.map((row) => found.row(ledger, row)).filter(({ values }) => values.number === number);
}

function holdSame(a: LedgerRow, b: LedgerRow): boolean {
  return rowDigest(a.byHeader) === rowDigest(b.byHeader);
}

/**
 * Somebody moved rows between reading and writing, so that the write met a row of somebody else while the copy still
 * stands: that person is the one who is missing now, and gets the copy's place. `missing`: who was missing before.
 */
function putRight(number: string, copies: number, missing: readonly string[]): void {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const rows = rowsOf(number);
    if (rows.length < copies) return;
    const [lost, ...others] = [...callRoll().lost].filter(([one]) => !missing.includes(one));
    const spare = rows.find((row) => rows.some((other) => other !== row && holdSame(row, other)));
    // Whose row it met is not known where somebody has deleted another: both are told of as gone.
    if (!lost || others.length > 0 || !spare) return;
    const found = readForDecision([{ tab: summaries, rows: [COUNTER_ROW, lost[1]] }]);
    const summary = found.row(summaries, lost[1]);
    const updates = [
      overwriteWith(spare, readLastSeen(summary.values.lastSeen)),
      update(summary, { ledgerRow: spare.row }),
      update(found.row(summaries, COUNTER_ROW), {}),
    ];
    commit({ updates, appends: [] });
  }
}

/** The content of 控え over a row that holds somebody else's; a line of 変更履歴 for each item. */
export function putBackRow({ seen, rows: [row] }: Sight, { by, found, numbering }: Mending): Mend {
  if (!row) return BY_HAND;
  const own = row as LedgerRow;
  const lines = editLines(own.byHeader, { ...own, byHeader: seen }, found, by, numbering);
  return {
    result: 'DONE',
    row: own.row,
    updates: [overwriteWith(own, seen)],
    appends: lines.map((line) => ({ ...line, values: { ...line.values, route: '事務局画面' } })),
    told: `控えから${String(lines.length)}項目を戻しました。`,
  };
}

function numberLine(number: string, { by, found, numbering }: Mending): RowAppend {
  return append(history, found.headers(history), {
    change: numbering.change(),
    at: now(),
    number,
    item: NUMBER,
    before: '',
    after: number,
    by,
    route: '事務局画面',
  });
}
