/** Rows looked at cell by cell: what is not what its column holds, words a column does not know, formulas. */
import { acceptanceOf, type Finding, type FindingKind } from '../../domain/finding';
import { alone } from '../alone';
import { findEqualsSigns } from '../../sheets/find-in-column';
import { readForDecision } from '../../sheets/read';
import { keyText, type ReadRow } from '../../sheets/row';
import { allTabs, ledger, type Column, type Tab } from '../../sheets/schema/index';
import { requireSheet } from '../../sheets/spreadsheet';
import { knownFindings, settleFindings, type Known } from './findings';
import type { Installation } from '../installation/installation';

/** A longer text is no key of ours. */
export const MOST_KEY = 60;
/** Columns the system stamps itself. */
const STAMPS: readonly string[] = [ledger.columns.updatedAt.header];

/** The tab of this title whose rows people write by hand; undefined for every other. */
export function findCheckedTab(title: string): Tab | undefined {
  return allTabs.find(
    (tab) => tab.title === title && tab.editing === 'free' && /daily|reference/.test(tab.group),
  );
}

/** What stands wrong in the cells of a row that has a key. */
export function checkCells(row: ReadRow, known: Known): Finding[] {
  const unfit = row.unfit.map(({ header, content }) => ({ kind: 'unfit' as const, header, content }));
  const words = Object.entries<Column>(row.tab.columns).flatMap(([key, { header, choices }]) => {
    const content = String(row.raw[key] ?? '');
    return choices && content !== '' && !choices.includes(content)
      ? [{ kind: 'choice' as const, header, content }]
      : [];
  });
  return [...unfit, ...words].flatMap(({ kind, header, content }) => {
    const finding = cellFinding(row, kind, header);
    const fine = STAMPS.includes(header) || known.accepted.has(acceptanceOf(finding, content));
    return fine ? [] : [finding];
  });
}

/** Formulas in columns of the schema; one contact. */
export function checkFormulas(rows: readonly ReadRow[]): Finding[] {
  const [first] = rows;
  if (!first) return [];
  const numbers = rows.map(({ row }) => row);
  const signs = findEqualsSigns(first.tab, { from: Math.min(...numbers), to: Math.max(...numbers) });
  const headers = new Set(Object.values<Column>(first.tab.columns).map(({ header }) => header));
  return signs.flatMap(({ row, column }) => {
    const own = rows.find((one) => one.row === row);
    const header = own?.headers.texts[column - 1] ?? '';
    const isText = String(own?.byHeader[header] ?? '').startsWith('=');
    return own && headers.has(header) && !isText ? [cellFinding(own, 'formula', header)] : [];
  });
}

function cellFinding(row: ReadRow, kind: FindingKind, item: string): Finding {
  return { kind, tab: row.tab.title, key: keyText(row), item, row: row.row };
}

/** Whether a row has a key that can be looked for. */
export function hasKey(row: ReadRow): boolean {
  const key = keyText(row);
  return key !== '' && key.length <= MOST_KEY;
}

/** Looks at rows (1-based) of a tab other than 台帳 that somebody has written by hand. */
export function checkRows(tab: Tab, rows: readonly number[], installation: Installation): void {
  const most = requireSheet(tab).getMaxRows();
  const below = rows.filter((row) => row > 1 && row <= most);
  if (below.length === 0) return;
  alone(() => {
    const found = readForDecision([{ tab, rows: below }]);
    const read = below.map((row) => found.row(tab, row)).filter(hasKey);
    const keys = new Set(read.map(keyText));
    const known = knownFindings(installation);
    settleFindings(
      (finding) => finding.tab === tab.title && keys.has(finding.key),
      [...read.flatMap((row) => checkCells(row, known)), ...checkFormulas(read)],
    );
  });
}
