/**
 * Hand edits of 台帳: what differs from 控え becomes 変更履歴 (経路 シート) and the new 控え, so that My Page and every guard
 * see what a secretary typed. A number typed for the first time becomes a person who can be sent a password. What cannot
 * be taken over without a doubt becomes a finding, and 控え stays as it is.
 */
import { acceptanceOf, type Finding } from '../../domain/finding';
import { dayOfInstant } from '../../domain/fields/instant';
import { looksLikeNumber, numberKey } from '../../domain/fields/number';
import { isSomebodyElse } from '../../domain/same-person';
import { now } from '../../platform/clock';
import { append, commit, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import { findInColumn } from '../../sheets/find-in-column';
import { readForDecision, type Found } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { COUNTER_ROW, credentials, history, ledger, summaries } from '../../sheets/schema/index';
import { publish, requireSheet } from '../../sheets/spreadsheet';
import { EMPTY_SUMMARY, readLastSeen, writeSummary } from '../../sheets/summary';
import { alone } from '../alone';
import { typedItems } from './edit-lines';
import { checkCells, checkFormulas, hasKey } from '../findings/check-rows';
import type { Known } from '../findings/findings';
import { lostAmong } from './lost-people';
import { startNumbering, type Numbering } from '../summary/numbering';
import { findPlacesOf, type PersonPlace } from '../summary/people';
import { identityOf } from './identity';
import { askMending } from '../summary/rebuild-state';
import { callRoll, ownerWithoutRow, rowFinding, type RollCall } from '../findings/roll-call';
import { isOfRoll, settleRows } from '../findings/settle-rows';

type LedgerRow = ReadRow<typeof ledger>;

/** Rows taken over in one commit: keeps a request well below 2 MB. */
const BATCH = 300;
/** Rows with the same numbers, beside those that were edited, that are looked at. */
const MOST_ELSEWHERE = 50;

/** What became of the rows looked at. */
export interface TakenOver {
  changed: number;
  found: Finding[];
}

/**
 * Takes over these rows of 台帳 (1-based), and settles their findings; batches are begun until `until` (epoch ms).
 * DomainError `BUSY`, `HEADERS_BROKEN`.
 */
export function takeOverRows(
  rows: readonly number[],
  by: string,
  known: Known,
  until = Infinity,
): TakenOver & { isDone: boolean } {
  const total: TakenOver = { changed: 0, found: [] };
  const most = requireSheet(ledger).getMaxRows();
  const below = rows.filter((row) => row > 1 && row <= most);
  for (let from = 0; from < below.length; from += BATCH) {
    if (now() > until) return { ...total, isDone: false };
    publish();
    const part = alone(() => takeOver(below.slice(from, from + BATCH), by, known));
    total.changed += part.changed;
    total.found.push(...part.found);
  }
  return { ...total, isDone: true };
}

function takeOver(rows: readonly number[], by: string, known: Known): TakenOver {
  const first = readForDecision([{ tab: ledger, rows }]);
  const numbers = rows.map((row) => first.row(ledger, row)).filter(hasKey);
  const typed = numbers.map(({ values }) => values.number);
  const places = findPlacesOf(typed);
  const column = first.headers(ledger).places.get('number') ?? 1;
  const elsewhere = findInColumn(ledger, column, typed).filter((row) => !rows.includes(row));
  const found = readForDecision([
    {
      tab: summaries,
      rows: [COUNTER_ROW, ...new Set([...places.values()].map((place) => place.summaryRow))],
    },
    { tab: ledger, rows: [...rows, ...elsewhere.slice(0, MOST_ELSEWHERE)] },
    { tab: history },
    { tab: credentials },
  ]);
  // Rows that somebody moved between the two reads wait for the next sweep.
  const filled = rows
    .map((row) => found.row(ledger, row))
    .filter(
      (row) => Object.keys(row.byHeader).length > 0 && (!hasKey(row) || typed.includes(row.values.number)),
    );
  const ownPlace = ({ values: { number } }: LedgerRow) => {
    const place = places.get(number);
    return place?.number === number ? place : undefined;
  };
  const lost = lostAmong(filled, ownPlace, found);
  askMending([...lost].map(({ row }) => row));
  const looked = filled.filter((row) => !lost.has(row));
  const standing = [...looked, ...elsewhere.slice(0, MOST_ELSEWHERE).map((row) => found.row(ledger, row))];
  const isTwice = (row: LedgerRow) =>
    standing.some((other) => other.row !== row.row && other.values.number === row.values.number);
  const isPlain = (row: LedgerRow) => hasKey(row) && ownPlace(row) !== undefined && !isTwice(row);
  const roll = looked.every(isPlain) && !known.list.some(isOfRoll) ? undefined : callRoll();

  const work = newWork(found);
  const doubts: Finding[] = [];
  for (const row of looked) {
    const place = ownPlace(row);
    const doubt = doubtOf(row, place, { isTwice: isTwice(row), roll, found, known });
    if (doubt) doubts.push(doubt);
    else if (place) editWrites(row, place, by, work);
    else newPerson(row, by, work);
  }
  if (work.appends.length > 0) work.updates.push(work.numbering.toUpdate());
  commit(work);
  const keyed = looked.filter(hasKey);
  const findings = [...keyed.flatMap((row) => checkCells(row, known)), ...checkFormulas(keyed), ...doubts];
  settleRows({ rows, keyed, findings, roll, known });
  return { changed: work.changed, found: findings };
}

interface Doubting {
  isTwice: boolean;
  roll: RollCall | undefined;
  found: Found;
  known: Known;
}

/** Why a row is not taken over; undefined if there is no doubt. `place`: of the person with exactly this number. */
function doubtOf(
  row: LedgerRow,
  place: PersonPlace | undefined,
  { isTwice, roll, found, known }: Doubting,
): Finding | undefined {
  const { number } = row.values;
  const isAccepted = (doubt: Finding) => known.accepted.has(acceptanceOf(doubt, contentOf(doubt, row)));
  if (!hasKey(row) || isTwice || !place) {
    const owner = roll && ownerWithoutRow(roll, row.byHeader);
    if (owner) return rowFinding('renumbered', owner, row.row, hasKey(row) ? number : '');
  }
  if (!hasKey(row)) return rowFinding('noNumber', '', row.row);
  if (isTwice) return rowFinding('twice', number, row.row);
  const doubt = rowFinding(place ? 'other' : 'number', number, row.row);
  if (place) {
    const seen = readLastSeen(found.row(summaries, place.summaryRow).values.lastSeen);
    return isSomebodyElse(identityOf(seen), identityOf(row.byHeader)) && !isAccepted(doubt)
      ? doubt
      : undefined;
  }
  const isClear = looksLikeNumber(number) && !roll?.isAlike(number);
  return isClear || isAccepted(doubt) ? undefined : doubt;
}

/** The content to which a person's 「この値でよい」 belongs. */
export function contentOf({ kind, item }: Finding, row: Pick<LedgerRow, 'byHeader'>): string {
  if (kind === 'number') return '';
  return kind === 'other' ? JSON.stringify(identityOf(row.byHeader)) : String(row.byHeader[item] ?? '');
}

interface Work {
  updates: RowUpdate[];
  appends: RowAppend[];
  /** People with lines of 変更履歴. */
  changed: number;
  readonly found: Found;
  readonly numbering: Numbering;
}

function newWork(found: Found): Work {
  const year = Number(dayOfInstant(now()).slice(0, 4));
  return {
    updates: [],
    appends: [],
    changed: 0,
    found,
    numbering: startNumbering(found.row(summaries, COUNTER_ROW), year),
  };
}

function editWrites(person: LedgerRow, place: PersonPlace, by: string, work: Work): void {
  const summary = work.found.row(summaries, place.summaryRow);
  const before = readLastSeen(summary.values.lastSeen);
  const counters = work.found.row(summaries, COUNTER_ROW);
  const { lines, lastSeen } = typedItems(before, person, counters, work.found, by, work.numbering);
  const seen = lines.length > 0 ? { lastSeen: JSON.stringify(lastSeen) } : {};
  work.updates.push(update(summary, { ledgerRow: person.row, ...seen }));
  work.appends.push(...lines);
  if (lines.length > 0) work.changed += 1;
}

function newPerson(person: LedgerRow, by: string, work: Work): void {
  const { found, numbering } = work;
  const { number } = person.values;
  const { lines } = typedItems({}, person, found.row(summaries, COUNTER_ROW), found, by, numbering);
  work.appends.push(
    append(credentials, found.headers(credentials), { number }),
    append(summaries, found.headers(summaries), {
      number,
      numberKey: numberKey(number),
      ledgerRow: person.row,
      generation: 0,
      lastSeen: JSON.stringify(person.byHeader),
      summary: writeSummary(EMPTY_SUMMARY),
    }),
    ...lines,
  );
  work.changed += 1;
}
