/** The findings of rows of 台帳 that were looked at take the place of what was known of them. */
import { isStructural, type Finding } from '../../domain/finding';
import type { ReadRow } from '../../sheets/row';
import { ledger } from '../../sheets/schema/index';
import { settleFindings, type Known } from './findings';
import type { RollCall } from './roll-call';

type LedgerRow = ReadRow<typeof ledger>;

const ROLL_KINDS: readonly Finding['kind'][] = ['twice', 'gone', 'renumbered'];

/** Whether only a roll call tells that it is settled. */
export function isOfRoll({ kind }: Finding): boolean {
  return ROLL_KINDS.includes(kind);
}

interface Looked {
  /** Rows that were looked at, and those of them with a key. */
  rows: readonly number[];
  keyed: readonly LedgerRow[];
  findings: readonly Finding[];
  roll: RollCall | undefined;
  known: Known;
}

/** What was found takes the place of what was known of the same rows and, after a roll call, numbers. */
export function settleRows({ rows, keyed, findings, roll, known }: Looked): void {
  const numbers = new Set(keyed.map(({ values }) => values.number));
  const isSettled = (finding: Finding): boolean => {
    const { kind, tab, key, item, row } = finding;
    if (tab !== ledger.title || isStructural(finding)) return false;
    if (kind === 'renumbered')
      return numbers.has(item) || rows.includes(row) || roll?.numbers.rows.has(key) === true;
    if (kind === 'noNumber') return rows.includes(row);
    return numbers.has(key) || (roll !== undefined && isOfRoll(finding));
  };
  if (findings.length === 0 && !roll && !known.list.some(isSettled)) return;
  const claimed = [...findings, ...known.list.filter((one) => !isSettled(one))]
    .filter(({ kind }) => kind === 'renumbered')
    .map(({ key }) => key);
  const told = (roll?.findings ?? []).filter(({ kind, key }) => kind !== 'gone' || !claimed.includes(key));
  settleFindings(isSettled, [...told, ...findings]);
}
