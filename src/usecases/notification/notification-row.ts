/** A 変更届 with its person for the secretariat: at the places the page saw them, else searched for. */
import { readForDecision, type Found } from '../../sheets/read';
import { keyText, type ReadRow } from '../../sheets/row';
import { COUNTER_ROW, ledger, notices, notifications, summaries, type Tab } from '../../sheets/schema/index';
import { findByKey } from '../../sheets/find-row';
import { requireSheet } from '../../sheets/spreadsheet';
import { findPerson, findPlacesOf, wantedFor, type Person } from '../summary/people';

/** Where the rows stood when the page read them; checked by their keys, so that any numbers do no harm. */
export interface SeenPlace {
  row: number;
  summaryRow: number;
  ledgerRow: number;
}

/** What was read; without row or person where they are gone. */
export interface OfficeCase {
  found: Found;
  row?: ReadRow<typeof notifications>;
  person?: Person;
}

/** One read while the places hold. */
export function readOfficeCase(receipt: string, seen: SeenPlace): OfficeCase {
  const hint = {
    summaryRow: within(summaries, seen.summaryRow, COUNTER_ROW + 1),
    ledgerRow: within(ledger, seen.ledgerRow, 2),
    number: '',
  };
  const at = within(notifications, seen.row, 2);
  const found = readForDecision([
    { tab: notifications, rows: at === 0 ? [] : [at] },
    { tab: notices },
    ...wantedFor(hint.summaryRow === 0 ? [] : [hint]),
  ]);
  const hinted = at === 0 ? undefined : found.row(notifications, at);
  const row = hinted && keyText(hinted) === receipt ? hinted : findByKey(notifications, receipt);
  if (!row) return { found };
  const { number } = row.values;
  const beside = hint.summaryRow === 0 ? undefined : findPerson(found, { ...hint, number });
  if (beside) return { found, row, person: beside };
  const place = findPlacesOf([number]).get(number);
  if (!place) return { found, row };
  const again = readForDecision([{ tab: notifications }, { tab: notices }, ...wantedFor([place])]);
  const person = findPerson(again, place);
  return { found: again, row, ...(person ? { person } : {}) };
}

/** The row if the tab has so many, else 0: a range below the grid would refuse the whole read. */
function within(tab: Tab, row: number, first: number): number {
  return row >= first && row <= requireSheet(tab).getMaxRows() ? row : 0;
}
