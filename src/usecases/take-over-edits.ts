/**
 * Hand edits of 台帳: what differs from 控え becomes 変更履歴 (経路 シート) and the new 控え, so that My Page and every guard
 * see what a secretary typed. A number typed for the first time becomes a person who can be sent a password.
 */
import { dayOfInstant } from '../domain/fields/instant';
import { numberKey } from '../domain/fields/number';
import { now } from '../platform/clock';
import { append, commit, update, type RowAppend, type RowUpdate } from '../sheets/commit';
import { readForDecision, type Found } from '../sheets/read';
import type { ReadRow } from '../sheets/row';
import { COUNTER_ROW, credentials, history, ledger, summaries } from '../sheets/schema';
import { publish, requireSheet } from '../sheets/spreadsheet';
import { EMPTY_SUMMARY, readLastSeen, writeSummary } from '../sheets/summary';
import { alone } from './alone';
import { typedItems } from './edit-lines';
import { startNumbering, type Numbering } from './numbering';
import { findPlacesOf, type PersonPlace } from './people';

type LedgerRow = ReadRow<typeof ledger>;

/** Rows taken over in one commit: keeps a request well below 2 MB. */
const BATCH = 300;

/** What became of the rows looked at. */
export interface TakenOver {
  changed: number;
  /** Numbers that stand in more than one row: nobody can tell which is meant, so neither is taken over. */
  twice: string[];
}

/** Takes over these rows of 台帳 (1-based). DomainError `BUSY`, `HEADERS_BROKEN`. */
export function takeOverRows(rows: readonly number[], by: string): TakenOver {
  const total: TakenOver = { changed: 0, twice: [] };
  const below = rows.filter((row) => row > 1);
  for (let from = 0; from < below.length; from += BATCH) {
    publish();
    const part = alone(() => takeOver(below.slice(from, from + BATCH), by));
    total.changed += part.changed;
    total.twice.push(...part.twice);
  }
  return total;
}

/** Takes over the whole tab: for the job, when an edit's own execution came to nothing. */
export function takeOverAll(by: string): TakenOver {
  publish();
  const last = requireSheet(ledger).getLastRow();
  return takeOverRows(
    Array.from({ length: Math.max(0, last - 1) }, (_, index) => index + 2),
    by,
  );
}

function takeOver(rows: readonly number[], by: string): TakenOver {
  const edited = readForDecision([{ tab: ledger, rows }]);
  const people = rows.map((row) => edited.row(ledger, row)).filter(({ values }) => values.number !== '');
  const places = findPlacesOf(people.map(({ values }) => values.number));
  const known = [...new Set(places.values())];
  const found = readForDecision([
    { tab: summaries, rows: [COUNTER_ROW, ...known.map(({ summaryRow }) => summaryRow)] },
    { tab: ledger, rows: known.map(({ ledgerRow }) => ledgerRow).filter((row) => row > 1) },
    { tab: history },
    { tab: credentials },
  ]);
  const numbering = startNumbering(
    found.row(summaries, COUNTER_ROW),
    Number(dayOfInstant(now()).slice(0, 4)),
  );
  const updates: RowUpdate[] = [];
  const appends: RowAppend[] = [];
  const twice: string[] = [];
  let changed = 0;
  for (const person of people) {
    const { number } = person.values;
    const place = places.get(number);
    if (isTwice(person, place, people, found)) {
      twice.push(number);
      continue;
    }
    const own = place?.number === number ? place : undefined;
    const writes = own
      ? editWrites(person, own, found, by, numbering)
      : newPerson(person, found, by, numbering);
    if (writes.lines > 0) changed += 1;
    updates.push(...writes.updates);
    appends.push(...writes.appends);
  }
  if (appends.length > 0) updates.push(numbering.toUpdate());
  commit({ updates, appends });
  return { changed, twice };
}

/** Whether another row carries the same number: among those edited, or where the person's row was last seen. */
function isTwice(
  person: LedgerRow,
  place: PersonPlace | undefined,
  people: readonly LedgerRow[],
  found: Found,
): boolean {
  const { number } = person.values;
  if (people.some((other) => other.row !== person.row && other.values.number === number)) return true;
  if (!place || place.ledgerRow <= 1 || place.ledgerRow === person.row) return false;
  return found.row(ledger, place.ledgerRow).values.number === number;
}

interface Writes {
  updates: RowUpdate[];
  appends: RowAppend[];
  /** Lines of 変更履歴. */
  lines: number;
}

function editWrites(
  person: LedgerRow,
  place: PersonPlace,
  found: Found,
  by: string,
  numbering: Numbering,
): Writes {
  const summary = found.row(summaries, place.summaryRow);
  const counters = found.row(summaries, COUNTER_ROW);
  const before = readLastSeen(summary.values.lastSeen);
  const { lines, lastSeen } = typedItems(before, person, counters, found, by, numbering);
  return {
    updates: [
      update(summary, {
        ledgerRow: person.row,
        ...(lines.length > 0 ? { lastSeen: JSON.stringify(lastSeen) } : {}),
      }),
    ],
    appends: lines,
    lines: lines.length,
  };
}

function newPerson(person: LedgerRow, found: Found, by: string, numbering: Numbering): Writes {
  const { number } = person.values;
  const { lines } = typedItems({}, person, found.row(summaries, COUNTER_ROW), found, by, numbering);
  const rows = [
    append(credentials, found.headers(credentials), { number }),
    append(summaries, found.headers(summaries), {
      number,
      numberKey: numberKey(number),
      ledgerRow: person.row,
      generation: 0,
      lastSeen: JSON.stringify(person.byHeader),
      summary: writeSummary(EMPTY_SUMMARY),
    }),
  ];
  return { updates: [], appends: [...rows, ...lines], lines: lines.length };
}
