/** A person as the rows of the tabs tell, for deciding. */
import { periods, points, renewals, type ledger, type RowOf } from '../../sheets/schema';
import type { Summary } from '../../sheets/summary';
import { inForce } from '../points/in-force';
import type { RowsOf } from '../summary/keyed-rows';
import { inForceRenewal, type Renewer } from './judge';

/** Tabs a renewal goes by. */
export const RENEWAL_TABS = [periods, points, renewals] as const;

/** `rowsOf`: of `RENEWAL_TABS`; 要約 tells only which word in 状態 is in force. */
export function renewerOfRows(own: RowOf<typeof ledger>, summary: Summary, rowsOf: RowsOf): Renewer {
  return {
    ledger: own,
    periods: rowsOf(periods, own.number).map(({ values }) => values),
    records: rowsOf(points, own.number).map((row) => inForce(row, summary).values),
    renewals: rowsOf(renewals, own.number).map(({ values }) => inForceRenewal(values, summary).values),
  };
}
