/**
 * A tab somebody has broken, a person whose row cannot be told: what needs it waits, everything else goes on. Whoever
 * meets it leaves a finding for the office.
 */
import { DomainError } from '../../domain/errors';
import { findingId, readFindings, type Finding } from '../../domain/finding';
import { logTrouble } from '../../platform/log';
import { readProperty } from '../../platform/properties';
import { findInColumn } from '../../sheets/find-in-column';
import { ledger } from '../../sheets/schema/index';
import { alone } from '../alone';
import { knownFindings, settleFindings } from './findings';
import { PROPERTY, type Installation } from '../installation/installation';
import type { Person } from '../summary/people';
import { rowFinding } from './roll-call';

const KINDS: Readonly<Record<string, Finding['kind'] | undefined>> = {
  HEADERS_BROKEN: 'header',
  TAB_MISSING: 'tab',
  ROW_MISSING: 'gone',
  ROW_TWICE: 'twice',
  ROW_OF_ANOTHER: 'other',
};

/** Whether an error says that the office has to mend a tab first. */
function isUnderRepair(error: unknown): error is DomainError {
  return error instanceof DomainError && Object.keys(KINDS).includes(error.code);
}

/** Leaves a finding of what was met. The lock must not be held. */
function noteBroken({ code, facts }: DomainError): void {
  const kind = KINDS[code];
  if (kind === undefined) return;
  const finding =
    kind === 'header' || kind === 'tab'
      ? { ...rowFinding(kind, '', 1), tab: String(facts.tab) }
      : rowFinding(kind, String(facts.number), 0);
  // Everybody meets a broken tab: only the first takes the lock.
  const { list } = readFindings(readProperty(PROPERTY.ledgerFindings));
  if (list.some((known) => findingId(known) === findingId(finding))) return;
  alone(() => settleFindings(() => false, [finding]));
}

/** For doors: whether the office has to mend something first; what was met is left as a finding. */
export function meetRepair(error: unknown): boolean {
  if (!isUnderRepair(error)) return false;
  try {
    noteBroken(error);
  } catch (trouble) {
    // The finding is found again by the job; what was met is answered all the same.
    logTrouble('noteBroken', trouble);
  }
  return true;
}

/** Does work that needs the tabs sound; where they are not, leaves a finding and answers undefined. */
export function unlessBroken<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!meetRepair(error)) throw error;
    return undefined;
  }
}

/**
 * Refuses a write to a person whose number is known to stand in several rows, as long as it does: one search, and only
 * then. DomainError `ROW_TWICE` (facts: number).
 */
export function requireOneRow({ ledger: row }: Person, installation: Installation): void {
  const { number } = row.values;
  const isTold = knownFindings(installation).list.some(({ kind, key }) => kind === 'twice' && key === number);
  if (isTold && findInColumn(ledger, row.headers.places.get('number') ?? 1, [number]).length > 1)
    throw new DomainError('ROW_TWICE', { number });
}
