/** Findings looked at anew: whether they still stand, in which rows, with what content. */
import { findingId, type Finding } from '../../domain/finding';
import { numberKey } from '../../domain/fields/number';
import { isSamePerson, isSomebodyElse } from '../../domain/same-person';
import { findAny } from '../../sheets/find';
import { findInColumn } from '../../sheets/find-in-column';
import { readFormulas } from '../../sheets/formulas';
import { readForDecision, type Found } from '../../sheets/read';
import { keyText, type ReadRow } from '../../sheets/row';
import { COUNTER_ROW, ledger, summaries, type Column, type Tab } from '../../sheets/schema/index';
import { requireSheet } from '../../sheets/spreadsheet';
import { readLastSeen, type LastSeen } from '../../sheets/summary';
import { findCheckedTab, hasKey } from './check-rows';
import { identityOf } from '../ledger/identity';

/** Rows of 台帳 read at most: what is read does not grow with what is wrong. */
const MOST_ROWS = 40;

/** A finding that still stands. */
export interface Sight {
  finding: Finding;
  /** Where it stands now; none where the row is gone, or moved in a tab other than 台帳. */
  rows: readonly ReadRow[];
  /** The person's row of `_要約`, where the finding is about a person. */
  summary?: ReadRow<typeof summaries> | undefined;
  /** 控え; empty where it was not read. */
  seen: LastSeen;
}

/** Those of the findings (none of a whole tab) that still stand. DomainError `HEADERS_BROKEN`, `TAB_MISSING`. */
export function sightFindings(findings: readonly Finding[]): Sight[] {
  const sights = readSights(findings);
  const formulas = sights.filter(({ finding }) => finding.kind === 'formula');
  if (formulas.length === 0) return sights;
  const cells = formulas.flatMap(({ finding, rows }) => rows.map((row) => ({ row, header: finding.item })));
  const texts = readFormulas(cells);
  const standing = new Set(cells.filter((_, index) => texts[index]).map(({ row }) => row));
  return sights.flatMap((sight) => {
    if (sight.finding.kind !== 'formula') return [sight];
    const rows = sight.rows.filter((row) => standing.has(row));
    return rows.length > 0 ? [{ ...sight, rows }] : [];
  });
}

function readSights(findings: readonly Finding[]): Sight[] {
  const own = findings.filter(({ tab }) => tab === ledger.title);
  const others = findings.filter(({ tab }) => tab !== ledger.title);
  const head = readForDecision([{ tab: ledger }, { tab: summaries }]);
  const column = head.headers(ledger).places.get('number') ?? 1;
  const numbers = own.flatMap(({ kind, key, item }) => (kind === 'renumbered' ? [key, item] : [key]));
  const people = own.filter(({ kind }) => ['gone', 'renumbered', 'other', 'number'].includes(kind));
  const summaryRows = findAny(
    summaries,
    people.map(({ key }) => numberKey(key)),
  ).filter((row) => row > COUNTER_ROW);
  const hints = own
    .filter(({ kind, item }) => kind === 'noNumber' || (kind === 'renumbered' && item === ''))
    .map(({ row }) => row);
  const most = requireSheet(ledger).getMaxRows();
  const rows = [...new Set([...findInColumn(ledger, column, numbers), ...hints])]
    .filter((row) => row <= most)
    .slice(0, MOST_ROWS);
  const found = readForDecision([
    { tab: ledger, rows },
    { tab: summaries, rows: summaryRows },
    ...others.flatMap(({ tab, row }) => wantedOf(tab, row)),
  ]);
  const book = {
    rows: rows.map((row) => found.row(ledger, row)),
    people: summaryRows.map((row) => found.row(summaries, row)),
  };
  return [
    ...own.flatMap((finding) => sightOf(finding, book) ?? []),
    ...others.flatMap((finding) => sightElsewhere(finding, found) ?? []),
  ];
}

interface Book {
  rows: readonly ReadRow<typeof ledger>[];
  people: readonly ReadRow<typeof summaries>[];
}

function sightOf(finding: Finding, { rows, people }: Book): Sight | undefined {
  const { kind, key, item } = finding;
  const standing = rows.filter(({ values }) => values.number === key && key !== '');
  const summary = people.find(({ values }) => values.number === key);
  const seen = readLastSeen(summary?.values.lastSeen ?? '');
  const sight = { finding, rows: standing, summary, seen };
  switch (kind) {
    case 'twice':
      return standing.length > 1 ? sight : undefined;
    case 'gone':
    case 'renumbered': {
      if (standing.length > 0 || !summary) return undefined;
      const known = identityOf(seen);
      const bearers = rows.filter(
        (row) =>
          (hasKey(row) ? row.values.number === item : row.row === finding.row) &&
          isSamePerson(known, identityOf(row.byHeader)),
      );
      return kind === 'renumbered' && bearers.length > 0
        ? { ...sight, rows: bearers }
        : { ...sight, finding: { ...finding, kind: 'gone', item: '', row: 0 } };
    }
    case 'noNumber': {
      const blank = rows.filter((row) => row.row === finding.row && !hasKey(row));
      return blank.some(({ byHeader }) => Object.keys(byHeader).length > 0)
        ? { ...sight, rows: blank }
        : undefined;
    }
    case 'number':
      return standing.length > 0 && !summary ? sight : undefined;
    case 'other': {
      const [row] = standing;
      const stands = row && isSomebodyElse(identityOf(seen), identityOf(row.byHeader));
      return stands && standing.length === 1 ? sight : undefined;
    }
    default:
      return cellSight(sight);
  }
}

/** Rows in whose cell it still stands; of a formula all of them, its text tells more. */
function cellSight(sight: Sight): Sight | undefined {
  const { kind, item } = sight.finding;
  const rows = sight.rows.filter((row) => {
    if (kind === 'formula') return row.byHeader[item] !== undefined;
    if (kind === 'unfit') return row.unfit.some(({ header }) => header === item);
    const column = Object.values<Column>(row.tab.columns).find(({ header }) => header === item);
    const content = String(row.byHeader[item] ?? '');
    return content !== '' && column?.choices?.includes(content) === false;
  });
  return rows.length > 0 ? { ...sight, rows } : undefined;
}

/** Other tabs are looked at where the row was seen; one that has moved since stays told of. */
function sightElsewhere(finding: Finding, found: Found): Sight | undefined {
  const [wanted] = wantedOf(finding.tab, finding.row);
  if (!wanted) return { finding, rows: [], seen: {} };
  const row = found.row(wanted.tab, finding.row);
  const sight = { finding, rows: [row], seen: {} };
  return keyText(row) === finding.key ? cellSight(sight) : { ...sight, rows: [] };
}

function wantedOf(title: string, row: number): { tab: Tab; rows: number[] }[] {
  const tab = findCheckedTab(title);
  return tab && row > 1 && row <= requireSheet(tab).getMaxRows() ? [{ tab, rows: [row] }] : [];
}

/** The finding of an id, among those that are known. */
export function findFinding(list: readonly Finding[], id: string): Finding | undefined {
  return list.find((finding) => findingId(finding) === id);
}
