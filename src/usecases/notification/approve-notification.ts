/** What the approval of a 変更届 writes besides its own row: 台帳, and with 登録辞退 the end of all that waits for the person. */
import { stateAfter } from '../../domain/notification';
import type { Approval } from '../../domain/notification-approval';
import { update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import type { Found } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import type { notifications, RowOf, summaries } from '../../sheets/schema/index';
import type { Summary } from '../../sheets/summary';
import type { ledgerCells } from '../ledger/ledger-cells';
import { ledgerChange } from '../ledger/ledger-change';
import { endWaiting, WAITING_TABS } from '../summary/end-waiting';
import { readBelonging } from '../summary/keyed-rows';
import type { Numbering } from '../summary/numbering';
import type { Person } from '../summary/people';

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
  const { number, receipt } = row.values;
  const ended =
    approved.kind === '登録辞退'
      ? endWaiting(readBelonging(WAITING_TABS, number, []).rowsOf, summary, {
          by: '登録の辞退',
          at,
          staff: by,
          except: receipt,
        })
      : { updates: [], summary };
  const { set, own } = approved.cells;
  const change = ledgerChange(
    person,
    {
      set: { ...set, ...(state ? { ...state, stateOn: approved.on } : {}) },
      own,
      by,
      route: '事務局画面',
      at,
      receipt,
    },
    toSummarySet(ended.summary),
    numbering,
    found,
  );
  return { updates: [...ended.updates, ...change.updates], appends: change.appends };
}
