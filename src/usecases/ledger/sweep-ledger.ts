/**
 * The whole of 台帳 against 控え: what the five-minute job does after edits and changes by hand. Rows are compared by a
 * digest, slice by slice, so that only those that differ are read again and taken over.
 */
import { isStructural, type Finding } from '../../domain/finding';
import { now } from '../../platform/clock';
import { readHeaders } from '../../sheets/headers';
import { columnRange, rowsRange } from '../../sheets/range';
import { readRanges } from '../../sheets/read';
import { toReadRow, type ReadRow } from '../../sheets/row';
import { COUNTER_ROW, ledger, summaries } from '../../sheets/schema/index';
import { publish, requireSheet } from '../../sheets/spreadsheet';
import { readLastSeen, systemPlace } from '../../sheets/summary';
import { alone } from '../alone';
import { checkCells, checkFormulas, hasKey } from '../findings/check-rows';
import { settleFindings, type Known } from '../findings/findings';
import { callRoll } from '../findings/roll-call';
import { rowDigest } from '../findings/row-digest';
import { takeOverRows } from './take-over-edits';

/** Rows read at once: about a hundred thousand cells. */
const SLICE = 3000;
/** Batches of a takeover are begun for this long; the next run goes on. */
const RUN_MS = 2 * 60_000;

/** Takes over whatever differs and finds everything anew; false if time was up. DomainError `BUSY`, `HEADERS_BROKEN`. */
export function sweepLedger(by: string, known: Known): boolean {
  const until = now() + RUN_MS;
  publish();
  const seen = seenDigests();
  const differing: number[] = [];
  const findings: Finding[] = [];
  const last = requireSheet(ledger).getLastRow();
  for (let from = 2; from <= last; from += SLICE) {
    const rows = ledgerRows(from, Math.min(last, from + SLICE - 1));
    const filled = rows.filter(({ byHeader }) => Object.keys(byHeader).length > 0);
    const isSame = (row: ReadRow<typeof ledger>) =>
      hasKey(row) && seen.get(row.values.number) === rowDigest(row.byHeader);
    const same = new Set(filled.filter(isSame));
    differing.push(...filled.filter((row) => !same.has(row)).map(({ row }) => row));
    findings.push(...[...same].flatMap((row) => checkCells(row, known)), ...checkFormulas([...same]));
  }
  const { found, isDone } = takeOverRows(differing, by, known, until);
  alone(() => {
    const roll = callRoll();
    const claimed = found.filter(({ kind }) => kind === 'renumbered').map(({ key }) => key);
    const told = roll.findings.filter(({ kind, key }) => kind !== 'gone' || !claimed.includes(key));
    const isSettled = (finding: Finding) => finding.tab === ledger.title && !isStructural(finding);
    settleFindings(isSettled, [...told, ...found, ...findings], true);
  });
  return isDone;
}

/** 控え of everybody by number, as digests. */
function seenDigests(): Map<string, number> {
  const digests = new Map<string, number>();
  const last = requireSheet(summaries).getLastRow();
  for (let from = COUNTER_ROW + 1; from <= last; from += SLICE) {
    const to = Math.min(last, from + SLICE - 1);
    const [numbers = [], texts = []] = readRanges(
      (['number', 'lastSeen'] as const).map((key) =>
        columnRange(summaries.title, systemPlace(key), from, to),
      ),
    );
    numbers.forEach(([number = ''], index) => {
      if (number !== '')
        digests.set(String(number), rowDigest(readLastSeen(String(texts[index]?.[0] ?? ''))));
    });
  }
  return digests;
}

function ledgerRows(from: number, to: number): ReadRow<typeof ledger>[] {
  const [header = [], lines = []] = readRanges([
    rowsRange(ledger.title, 1),
    rowsRange(ledger.title, from, to),
  ]);
  const headers = readHeaders(ledger, header[0] ?? []);
  return lines.map((cells, index) => toReadRow(ledger, headers, from + index, cells));
}
