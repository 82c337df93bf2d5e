/** What the approval of a 変更届 writes besides its own row: 台帳, and with 登録辞退 the end of all that waits for the person. */
import { isOpen, stateAfter } from '../../domain/notification';
import type { Approval } from '../../domain/notification-approval';
import { update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import type { Found } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { notices, notifications, type RowOf, type summaries } from '../../sheets/schema/index';
import type { Summary } from '../../sheets/summary';
import type { ledgerCells } from '../ledger/ledger-cells';
import { ledgerChange } from '../ledger/ledger-change';
import type { Numbering } from '../summary/numbering';
import type { Person } from '../summary/people';
import { updatePersonRow } from '../summary/person-rows';
import { readRowsOf } from '../summary/rows-of-person';

/** A 変更届 nothing stands against. */
export interface Approved extends Approval {
  cells: ReturnType<typeof ledgerCells>;
  /** The day its state begins. */
  on: string;
}

interface Decided {
  row: ReadRow<typeof notifications>;
  person: Person;
  found: Found;
  approved: Approved;
  at: number;
  by: string;
}

/** The writes; `toSummarySet` gives the columns of the person's row of `_要約` for the summary as it comes out. */
export function approvalWrites(
  { row, person, found, approved, at, by }: Decided,
  summary: Summary,
  toSummarySet: (summary: Summary) => Partial<RowOf<typeof summaries>>,
  numbering: Numbering,
): { updates: RowUpdate[]; appends: RowAppend[] } {
  const state = stateAfter(approved.kind);
  if (!state && approved.values.size === 0)
    return { updates: [update(person.summary, toSummarySet(summary))], appends: [] };
  const ended = approved.kind === '登録辞退' ? endWaiting(row, summary, at, by) : { updates: [], summary };
  const { set, own } = approved.cells;
  const change = ledgerChange(
    person,
    {
      set: { ...set, ...(state ? { ...state, stateOn: approved.on } : {}) },
      own,
      by,
      route: '事務局画面',
      at,
      receipt: row.values.receipt,
    },
    toSummarySet(ended.summary),
    numbering,
    found,
  );
  return { updates: [...ended.updates, ...change.updates], appends: change.appends };
}

/** 登録辞退: notices that wait do not leave, and the other 変更届 of the person are withdrawn. */
function endWaiting(
  { values: { number, receipt } }: ReadRow<typeof notifications>,
  summary: Summary,
  at: number,
  by: string,
): { updates: RowUpdate[]; summary: Summary } {
  const own = readRowsOf(number, [notices, notifications]);
  const updates = own
    .rows(notices)
    .filter(({ values }) => values.state === '送信待ち' || values.state === '郵送待ち')
    .map((notice) => update(notice, { state: '取りやめ', error: '登録の抹消により取りやめました。' }));
  let kept = summary;
  for (const other of own.rows(notifications)) {
    if (other.values.receipt === receipt || !isOpen(other.values)) continue;
    const written = updatePersonRow(kept, other, {
      state: '取下げ',
      decidedAt: at,
      decidedBy: by,
      reason: '登録の辞退により取り下げました。',
      fixBy: '',
    });
    updates.push(written.update);
    kept = written.summary;
  }
  return { updates, summary: kept };
}
