/** A finding mended at the press of a button, by the one at the keyboard: one commit, kept under its client key. */
import { acceptanceOf, findingId, type Finding } from '../../domain/finding';
import { dayOfInstant } from '../../domain/fields/instant';
import { now } from '../../platform/clock';
import { append, commit, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import { readForDecision, type Found } from '../../sheets/read';
import { COUNTER_ROW, history, operations, summaries, type Column } from '../../sheets/schema/index';
import { publish } from '../../sheets/spreadsheet';
import { resultOf } from '../../sheets/summary';
import { alone } from '../alone';
import { lookAgain, sweepAgain } from '../ledger/edits';
import { knownFindings, rememberAcceptance, settleFindings } from './findings';
import type { Installation } from '../installation/installation';
import { mendHeaders, mendTabName } from './mend-structure';
import { startNumbering, type Numbering } from '../summary/numbering';
import { putBackRow, restorePerson } from './restore-person';
import { findFinding, sightFindings, type Sight } from './sight-findings';
import { requireMender } from '../desk/staff';
import { contentOf } from '../ledger/take-over-edits';

export type MendWay = 'restore' | 'headers' | 'tab' | 'value' | 'accept';

export interface Mended {
  result: 'DONE' | 'OVER' | 'ADDED' | 'WAIT' | 'RIGHT' | 'BY_HAND';
  /** Row of the tab where it was done; 0 where none. */
  row: number;
}

/** What the ways have in common: who mends, what was read for the write. */
export interface Mending {
  by: string;
  installation: Installation;
  found: Found;
  numbering: Numbering;
}

/** What a way wants written, and what it answers. */
export interface Mend extends Mended {
  updates: readonly RowUpdate[];
  appends: readonly RowAppend[];
  /** For 操作記録: no personal data. */
  told: string;
  /** Looks after the commit whether it met the right row. */
  verify?: () => void;
}

/** DomainError `NOT_STAFF`, `BUSY`, `HEADERS_BROKEN`, `TAB_MISSING`. */
export function mendFinding({ id, way }: { id: string; way: MendWay }, clientKey: string): Mended {
  const { staff, installation } = requireMender();
  publish();
  const finding = findFinding(knownFindings(installation).list, id);
  if (finding && (way === 'headers' || way === 'tab')) {
    const mended = (way === 'headers' ? mendHeaders : mendTabName)(finding, installation, staff.name);
    sweepAgain(staff.name);
    return mended;
  }
  return alone(() => {
    const found = readForDecision([
      { tab: summaries, rows: [COUNTER_ROW] },
      { tab: history },
      { tab: operations },
    ]);
    const counterRow = found.row(summaries, COUNTER_ROW);
    const before = resultOf(counterRow.values.done, clientKey);
    if (before !== undefined) {
      // Interrupted after its commit it may still be told of.
      if (finding) forget(finding);
      return before as Mended;
    }
    const sight = finding && sightOf(finding);
    if (!finding || !sight) {
      if (finding) forget(finding);
      return { result: 'RIGHT', row: 0 };
    }
    const year = Number(dayOfInstant(now()).slice(0, 4));
    const numbering = startNumbering(counterRow, year);
    const mend = mendBy(way, sight, { by: staff.name, installation, found, numbering });
    const { result, row } = mend;
    if (result === 'BY_HAND') return { result, row };
    numbering.remember(clientKey, { result, row });
    commit({
      updates: [...mend.updates, numbering.toUpdate()],
      appends: [...mend.appends, recordOf(finding, mend, staff.name, found)],
    });
    mend.verify?.();
    forget(finding);
    return { result, row };
  });
}

/** What is to be mended; rows may move between search and read, so that one look that finds none tells too little. */
function sightOf(finding: Finding): Sight | undefined {
  const [seen] = sightFindings([finding]);
  if (seen) return seen;
  publish();
  return sightFindings([finding])[0];
}

function forget(finding: Finding): void {
  const id = findingId(finding);
  settleFindings((one) => findingId(one) === id, []);
}

function mendBy(way: MendWay, sight: Sight, mending: Mending): Mend {
  if (way === 'restore' && sight.finding.kind === 'gone') return restorePerson(sight, mending);
  if (way === 'restore' && sight.finding.kind === 'other') return putBackRow(sight, mending);
  if (way === 'value' && sight.finding.kind === 'formula') return valueOfFormula(sight);
  if (way === 'accept') return accept(sight, mending);
  return { result: 'BY_HAND', row: 0, updates: [], appends: [], told: '' };
}

/** The value a formula shows takes its place. */
function valueOfFormula({ finding: { item }, rows: [row] }: Sight): Mend {
  if (!row) throw new Error('A formula stands in a row.');
  const content = row.byHeader[item] ?? '';
  const kind = Object.values<Column>(row.tab.columns).find(({ header }) => header === item)?.kind;
  const updates = [{ ...update(row, {}, [{ header: item, content, kind }]), overFormula: true as const }];
  return { result: 'DONE', row: row.row, updates, appends: [], told: '式を値にしました。' };
}

/** Keeps that this content may stand; a row that was held back is taken over by the owner's job. */
function accept({ finding, rows: [row] }: Sight, { by }: Mending): Mend {
  if (!row) throw new Error('What is accepted stands in a row.');
  rememberAcceptance(acceptanceOf(finding, contentOf(finding, row)));
  const waits = finding.kind === 'other' || finding.kind === 'number';
  if (waits) lookAgain(row.row, by);
  const told = '「この値でよい」としました。';
  return { result: waits ? 'WAIT' : 'DONE', row: row.row, updates: [], appends: [], told };
}

function recordOf({ tab, key, item }: Finding, { told }: Mend, by: string, found: Found): RowAppend {
  return append(operations, found.headers(operations), {
    at: now(),
    by,
    kind: '台帳の点検',
    target: [tab, key, item].filter((text) => text !== '').join(' '),
    result: told,
  });
}
