/** The tabs and their row 1: what is gone or renamed becomes a finding, what is sound is remembered for putting it back. */
import { isStructural, type Finding } from '../../domain/finding';
import { brokenHeaders } from '../../domain/header-mend';
import { writeProperties } from '../../platform/properties';
import { readHeaderRows } from '../../sheets/header-row';
import { allTabs, type Column, type Tab } from '../../sheets/schema/index';
import { alone } from '../alone';
import { settleFindings } from './findings';
import { PROPERTY } from '../installation/installation';

/** Header texts a tab must have. */
export function requiredHeaders(tab: Tab): string[] {
  return Object.values<Column>(tab.columns).map(({ header }) => header);
}

/** What stands wrong in these header rows (`readHeaderRows`). */
export function structuralFindings(rows: ReadonlyMap<string, readonly string[]>): Finding[] {
  return allTabs.flatMap((tab): Finding[] => {
    const finding = { tab: tab.title, key: '', item: '', row: 1 };
    const now = rows.get(tab.title);
    if (!now) return [{ ...finding, kind: 'tab' }];
    const { missing, twice } = brokenHeaders(now, requiredHeaders(tab));
    return missing.length + twice.length > 0 ? [{ ...finding, kind: 'header' }] : [];
  });
}

/** Looks at all of them; `properties` as read in this execution. Answers the titles that are broken. */
export function checkTabs(properties: Readonly<Record<string, string>>): Set<string> {
  const rows = readHeaderRows();
  const findings = structuralFindings(rows);
  const broken = new Set(findings.map(({ tab }) => tab));
  const sound: Record<string, string> = {};
  for (const { title } of allTabs) {
    const text = JSON.stringify(rows.get(title) ?? []);
    const name = `${PROPERTY.headers}${title}`;
    if (!broken.has(title) && properties[name] !== text && text.length < 3000) sound[name] = text;
  }
  if (Object.keys(sound).length > 0) writeProperties(sound);
  const before = properties[PROPERTY.ledgerFindings] ?? '';
  if (findings.length > 0 || before !== '') alone(() => settleFindings(isStructural, findings));
  return broken;
}
