/** 見出しを元に戻す, シートの名前を元に戻す: row 1 and names of tabs as they were last seen, where that is beyond doubt. */
import type { Finding } from '../../domain/finding';
import { numberKey } from '../../domain/fields/number';
import { brokenHeaders, mendedHeaders } from '../../domain/header-mend';
import { readProperties } from '../../platform/properties';
import { now } from '../../platform/clock';
import { append, commit, type RowAppend } from '../../sheets/commit';
import { findAny } from '../../sheets/find';
import { headerUpdate, readHeaderRows, renameTab } from '../../sheets/header-row';
import type { RawCell } from '../../sheets/cell';
import { headerText, readHeaders } from '../../sheets/headers';
import { rowsRange } from '../../sheets/range';
import { readForDecision, readRanges } from '../../sheets/read';
import { toReadRow } from '../../sheets/row';
import { ledger, operations, summaries, type Tab } from '../../sheets/schema/index';
import { publish, requireSheet } from '../../sheets/spreadsheet';
import { readLastSeen } from '../../sheets/summary';
import { alone } from '../alone';
import { checkTabs, requiredHeaders } from './check-tabs';
import type { Installation } from '../installation/installation';
import { requireTab, seenHeaders, strangerLike } from './list-findings';
import type { Mended } from './mend-finding';
import { forgetRules } from '../installation/rules';

/** Rows of 台帳 whose content is compared with 控え before a header is believed. */
const SAMPLE = 10;

/** Repeatable: headers that are right stay as they are. */
export function mendHeaders(finding: Finding, installation: Installation, by: string): Mended {
  const tab = requireTab(finding.tab);
  const mended = alone((): Mended => {
    requireSheet(tab);
    // Headers and rows in one read: columns may move between two.
    const [[head = [], ...lines] = []] = readRanges([rowsRange(tab.title, 1, SAMPLE + 1)]);
    const now_ = head.map(headerText);
    const required = requiredHeaders(tab);
    const { missing, twice } = brokenHeaders(now_, required);
    if (missing.length + twice.length === 0) return { result: 'RIGHT', row: 1 };
    const wanted = mendedHeaders(seenHeaders(tab, installation.properties), now_, required);
    if (!wanted || (tab.title === ledger.title && !agrees(now_, wanted, lines)))
      return { result: 'BY_HAND', row: 1 };
    const changes = wanted.flatMap((text, at) =>
      text === (now_[at] ?? '') ? [] : [`「${now_[at] ?? ''}」を「${text}」に`],
    );
    commit({
      updates: [headerUpdate(tab, now_, wanted)],
      appends: recordOf(tab, `見出しを戻しました：${changes.join('、')}`, by),
    });
    return { result: 'DONE', row: 1 };
  });
  forgetRules();
  checkTabs(readProperties());
  return mended;
}

/** Repeatable: a tab that bears its name stays as it is. */
export function mendTabName(finding: Finding, _installation: Installation, by: string): Mended {
  const tab = requireTab(finding.tab);
  const mended = alone((): Mended => {
    const rows = readHeaderRows();
    if (rows.has(tab.title)) return { result: 'RIGHT', row: 1 };
    const stranger = strangerLike(tab, rows);
    if (stranger === undefined) return { result: 'BY_HAND', row: 0 };
    renameTab(stranger, tab.title);
    publish();
    commit({ updates: [], appends: recordOf(tab, `シート「${stranger}」の名前を戻しました。`, by) });
    return { result: 'DONE', row: 1 };
  });
  forgetRules();
  checkTabs(readProperties());
  return mended;
}

/** Whether the columns that get their headers back hold what 控え says, in the first rows. */
function agrees(
  before: readonly string[],
  wanted: readonly string[],
  lines: readonly (readonly RawCell[])[],
): boolean {
  const headers = readHeaders(ledger, wanted);
  const rows = lines.map((cells, index) => toReadRow(ledger, headers, index + 2, cells));
  const places = findAny(
    summaries,
    rows.map(({ values }) => numberKey(values.number)),
  );
  const found = readForDecision([{ tab: summaries, rows: places }]);
  const seen = new Map(
    places
      .map((row) => found.row(summaries, row).values)
      .map(({ number, lastSeen }) => [number, readLastSeen(lastSeen)] as const),
  );
  const mended = wanted.filter((text, at) => text !== (before[at] ?? ''));
  const pairs = rows.flatMap(({ values, byHeader }) => {
    const known = seen.get(values.number);
    return known ? mended.map((header) => (known[header] ?? '') === (byHeader[header] ?? '')) : [];
  });
  return pairs.filter((same) => same).length * 2 > pairs.length || pairs.length === 0;
}

/** A line of 操作記録, unless that is the tab that is broken. */
function recordOf(mended: Tab, result: string, by: string): RowAppend[] {
  if (mended.title === operations.title) return [];
  const found = readForDecision([{ tab: operations }]);
  return [
    append(operations, found.headers(operations), {
      at: now(),
      by,
      kind: '台帳の点検',
      target: mended.title,
      result,
    }),
  ];
}
