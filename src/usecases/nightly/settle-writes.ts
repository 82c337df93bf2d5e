/** What an execution left that was killed between a write and the look at its answer: misplaced writes are put right. */
import { DomainError } from '../../domain/errors';
import { readJournal } from '../../domain/journal';
import { commit, correctWrites, repairAppends, update } from '../../sheets/commit';
import { correctionsOf } from '../../sheets/misplaced';
import { readForDecision } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { COUNTER_KEY, COUNTER_ROW, summaries } from '../../sheets/schema/index';
import { publish } from '../../sheets/spreadsheet';
import { isCounterRow, readSummaryRow } from '../../sheets/summary';
import { alone } from '../alone';

/** Looks once more at every write the journal holds, and empties it. One contact when it is empty. */
export function settleWrites(): void {
  // Seen as of the last look at the spreadsheet, seconds ago: a younger entry is looked at by the next run.
  const row = readSummaryRow(COUNTER_ROW);
  // Somebody's 控え stands where the journal was: the counters are made anew first.
  if (!isCounterRow(row)) throw new DomainError('COUNTERS_LOST', { expected: COUNTER_KEY });
  if (row.values.lastSeen === '') return;
  publish();
  alone(() => {
    const counters = readForDecision([{ tab: summaries, rows: [COUNTER_ROW] }]).row(summaries, COUNTER_ROW);
    settle(counters);
  });
}

/** The same for who has the turn and decides by rows that may not stand as they should. */
export function settle(counters: ReadRow<typeof summaries>): void {
  const { writes, appends } = readJournal(counters.values.lastSeen);
  repairAppends(appends);
  correctionsOf(writes).forEach(correctWrites);
  commit({ updates: [update(counters, { lastSeen: '' })], appends: [] });
}
