/** 台帳の点検: the findings as the sidebar shows them, each looked at anew; what is right by now is forgotten. */
import { findingId, isAcceptable, isStructural, type Finding } from '../../domain/finding';
import { brokenHeaders, mendedHeaders } from '../../domain/header-mend';
import { DomainError } from '../../domain/errors';
import { readList } from '../../domain/json';
import { readHeaderRows } from '../../sheets/header-row';
import { allTabs, ledger, type Tab } from '../../sheets/schema/index';
import { publish, showRow } from '../../sheets/spreadsheet';
import { alone } from '../alone';
import { requiredHeaders, structuralFindings } from './check-tabs';
import { knownFindings, settleFindings } from './findings';
import { PROPERTY } from '../installation/installation';
import { findFinding, sightFindings, type Sight } from './sight-findings';
import { requireMender } from '../desk/staff';

/** Findings shown at once: two rows each stay within the cells an operation may read. */
const SHOWN = 20;

type HeaderRows = ReadonlyMap<string, readonly string[]>;

/** While a tab is broken only that is shown. DomainError `NOT_STAFF`, `BUSY`; `HEADERS_BROKEN`, `TAB_MISSING` of 担当者. */
export function officeFindings() {
  const { installation } = requireMender();
  const { properties } = installation;
  const { list, more } = knownFindings(installation);
  const isWaiting = Object.keys(properties).some((name) => name.startsWith(PROPERTY.edited));
  if (list.length === 0) return { findings: [], more, isWaiting };
  publish();
  if (list.some(isStructural)) {
    const rows = readHeaderRows();
    const broken = structuralFindings(rows);
    if (broken.length > 0) {
      settleShown(list.filter(isStructural), broken);
      const left = list.filter((finding) => !isStructural(finding)).length;
      const findings = broken.map((finding) => structureOf(finding, rows, properties));
      return { findings, more: more + left, isWaiting };
    }
  }
  const rest = list.filter((finding) => !isStructural(finding));
  const shown = rest.slice(0, SHOWN);
  const sights = sightFindings(shown);
  settleShown(
    [...list.filter(isStructural), ...shown],
    sights.map(({ finding }) => finding),
  );
  return { findings: sights.map(rowOf), more: more + rest.length - shown.length, isWaiting };
}

/** Forgets what no longer stands; nothing is written where all of it does. */
function settleShown(shown: readonly Finding[], standing: readonly Finding[]): void {
  const ids = (findings: readonly Finding[]) => new Set(findings.map(findingId));
  const [before, after] = [ids(shown), ids(standing)];
  if ([...before].every((id) => after.has(id)) && before.size === after.size) return;
  alone(() => settleFindings((finding) => before.has(findingId(finding)), standing));
}

function structureOf(finding: Finding, rows: HeaderRows, properties: Readonly<Record<string, string>>) {
  const tab = requireTab(finding.tab);
  const now = rows.get(tab.title);
  const { missing, twice } = brokenHeaders(now ?? [], requiredHeaders(tab));
  const stranger = now ? undefined : strangerLike(tab, rows);
  const isMendable = now && mendedHeaders(seenHeaders(tab, properties), now, requiredHeaders(tab));
  return {
    ...blank(finding),
    content: stranger ?? '',
    rows: now ? [1] : [],
    missing: now ? missing : [],
    twice,
    ways: isMendable ? (['headers'] as const) : stranger === undefined ? [] : (['tab'] as const),
  };
}

function rowOf({ finding, rows, seen }: Sight) {
  const { kind, item } = finding;
  const [row] = rows;
  const name = ledger.columns.name.header;
  const own = String(row?.byHeader[name] ?? '');
  const isAboutPerson = kind === 'gone' || kind === 'renumbered' || kind === 'other';
  return {
    ...blank(finding),
    name: isAboutPerson ? String(seen[name] ?? '') : own,
    item: kind === 'renumbered' ? ledger.columns.number.header : item,
    content: kind === 'other' ? own : kind === 'renumbered' ? item : String(row?.byHeader[item] ?? ''),
    rows: rows.map((one) => one.row),
    ways: waysOf(finding),
  };
}

function waysOf(finding: Finding) {
  const { kind } = finding;
  return [
    ...(kind === 'gone' || kind === 'other' ? (['restore'] as const) : []),
    ...(kind === 'formula' ? (['value'] as const) : []),
    ...(isAcceptable(finding) ? (['accept'] as const) : []),
  ];
}

function blank(finding: Finding) {
  const { kind, tab, key } = finding;
  return {
    id: findingId(finding),
    kind,
    tab,
    key,
    name: '',
    item: '',
    content: '',
    missing: [] as string[],
    twice: [] as string[],
  };
}

/** The declaration of a tab by its title; DomainError `INVALID` for any other. */
export function requireTab(title: string): Tab {
  const tab = allTabs.find((one) => one.title === title);
  if (!tab) throw new DomainError('INVALID', {});
  return tab;
}

/** Header texts as they were last seen sound; none if nobody has seen them. */
export function seenHeaders(tab: Tab, properties: Readonly<Record<string, string>>): string[] {
  return readList(properties[`${PROPERTY.headers}${tab.title}`] ?? '') as string[];
}

/** The one tab under a name of the office's own whose headers are all there: the tab was renamed. */
export function strangerLike(tab: Tab, rows: HeaderRows): string | undefined {
  const known = new Set(allTabs.map(({ title }) => title));
  const alike = [...rows].filter(([title, now]) => {
    const { missing, twice } = brokenHeaders(now, requiredHeaders(tab));
    return !known.has(title) && missing.length + twice.length === 0;
  });
  return alike.length === 1 ? alike[0]?.[0] : undefined;
}

/** Puts the cursor of the secretary where a finding stands now. DomainError `NOT_STAFF`, `INVALID` for one nobody knows. */
export function showFinding({ id, turn }: { id: string; turn: number }): { isShown: boolean } {
  const { installation } = requireMender();
  const finding = findFinding(knownFindings(installation).list, id);
  if (!finding) return { isShown: false };
  publish();
  const row = finding.kind === 'header' ? 1 : rowAt(finding, turn);
  if (row === undefined) return { isShown: false };
  showRow(finding.tab, row);
  return { isShown: true };
}

function rowAt(finding: Finding, turn: number): number | undefined {
  const [sight] = isStructural(finding) ? [] : sightFindings([finding]);
  return sight?.rows[turn]?.row;
}
