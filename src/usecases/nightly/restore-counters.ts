/** Row 2 of `_要約` made anew after somebody sorted, deleted or overwrote it: without it no number can be given. */
import { DomainError } from '../../domain/errors';
import { readObject } from '../../domain/json';
import { now } from '../../platform/clock';
import { append, commit, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import { findExact } from '../../sheets/find';
import { openColumn } from '../../sheets/range';
import { readForDecision, readRanges } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { COUNTER_KEY, COUNTER_ROW, operations, passwords, summaries } from '../../sheets/schema/index';
import { publish } from '../../sheets/spreadsheet';
import { isCounterRow, readCounters } from '../../sheets/summary';
import { alone } from '../alone';
import { highest, higher, lastRows, NUMBERED, type Given } from './counters';

type SummaryRow = ReadRow<typeof summaries>;

/** Does the work, and once more with the counters made anew if it found them gone: nothing was written until then. */
export function withCounters<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'COUNTERS_LOST') throw error;
    restoreCounters();
    return work();
  }
}

/** What the row held if it was only moved, and never behind the numbers in the tabs. One commit. DomainError `BUSY`. */
export function restoreCounters(): void {
  publish();
  const ends = lastRows([passwords, ...NUMBERED.map(({ tab }) => tab)]);
  alone(() => {
    const moved = findExact(summaries, COUNTER_KEY).filter((row) => row !== COUNTER_ROW);
    const found = readForDecision([{ tab: summaries, rows: [COUNTER_ROW, ...moved] }, { tab: operations }]);
    const occupant = found.row(summaries, COUNTER_ROW);
    if (isCounterRow(occupant)) return;
    const own = [occupant, ...moved.map((row) => found.row(summaries, row))].find(holdsCounters);
    const before = readCounters(own?.values.summary ?? '');
    const after = { ...before, counters: higher(before.counters, givenNumbers()), ends };
    const counters = {
      numberKey: '',
      ledgerRow: null,
      generation: null,
      number: COUNTER_KEY,
      done: own?.values.done ?? '',
      lastSeen: own?.values.lastSeen ?? '',
      summary: JSON.stringify(after),
    };
    const away = movedAway(occupant, own);
    const told = own
      ? '動いていたため、元の行に戻しました。'
      : '失われていたため、各シートの番号から作り直しました。';
    commit({
      updates: [update(occupant, counters), ...away.updates],
      appends: [
        ...away.appends,
        append(operations, found.headers(operations), {
          at: now(),
          by: 'システム',
          kind: '自動の直し',
          target: summaries.title,
          result: `2行目の番号の控えが${told}`,
        }),
      ],
    });
  });
}

/** The person whose row stands in row 2 changes places with the counters, or goes below everybody else. */
function movedAway(
  occupant: SummaryRow,
  counters: SummaryRow | undefined,
): { updates: RowUpdate[]; appends: RowAppend[] } {
  if (counters === occupant) return { updates: [], appends: [] };
  if (counters) return { updates: [update(counters, occupant.values)], appends: [] };
  const { number } = occupant.values;
  const rows = findExact(summaries, number).filter((row) => row > COUNTER_ROW);
  const found = readForDecision([{ tab: summaries, rows }]);
  const elsewhere = rows.some((row) => found.row(summaries, row).values.number === number);
  const lost = number !== '' && !elsewhere;
  return { updates: [], appends: lost ? [append(summaries, occupant.headers, occupant.values)] : [] };
}

/** A counter row is known by what it counts, even if somebody typed over its first cell. */
function holdsCounters({ values }: SummaryRow): boolean {
  return 'counters' in readObject(values.summary);
}

/** The highest numbers that stand anywhere. */
function givenNumbers(): Given {
  const found = readForDecision(NUMBERED.map(({ tab }) => ({ tab })));
  const columns = NUMBERED.flatMap(({ tab, columns: keys }) =>
    keys.map((key) => openColumn(tab.title, found.headers(tab).places.get(key) ?? 1, 2)),
  );
  return highest(readRanges(columns).flatMap((column) => column.map(([cell]) => String(cell ?? ''))));
}
