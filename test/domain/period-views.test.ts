/** A law of writes: after any approvals and 取消, 要約 shows the very periods that deciding reads from the tab. */
import fc from 'fast-check';
import { readHeaders } from '../../src/sheets/headers';
import { rewrittenRow, writtenRow, type ReadRow } from '../../src/sheets/row';
import { periods, type Column, type RowOf } from '../../src/sheets/schema';
import { EMPTY_SUMMARY, readSummary, writeSummary } from '../../src/sheets/summary';
import { periodsOf } from '../../src/usecases/points/person-points';
import { appendPersonRow, knownRows, updatePersonRow } from '../../src/usecases/summary/person-rows';

const NUMBER = '00041';
const shown = { number: NUMBER, validFrom: '2022-04-01', validTo: '2027-03-31' };
const headers = readHeaders(
  periods,
  Object.values<Column>(periods.columns).map(({ header }) => header),
);
const undone = { start: '', end: '', decidedOn: '', basis: '' };

it('approved and taken back in any order, the periods of 要約 are those of the rows', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(20), { freq: 3 }), { maxLength: 15 }), (steps) => {
      let summary = EMPTY_SUMMARY;
      let rows: ReadRow<typeof periods>[] = [];
      for (const step of steps) {
        const at = step === null || rows.length === 0 ? undefined : step % rows.length;
        const row = at === undefined ? undefined : rows[at];
        if (row) {
          summary = updatePersonRow(summary, row, undone).summary;
          rows = rows.map((each) => (each === row ? rewrittenRow(row, undone) : each));
        } else {
          const term = rows.length + 1;
          const values: Partial<RowOf<typeof periods>> = {
            ...{ number: NUMBER, term, basis: '更新', receipt: `K26-${String(term)}` },
            ...{ start: `${String(2020 + 5 * term)}-04-01`, end: `${String(2025 + 5 * term)}-03-31` },
          };
          summary = appendPersonRow(summary, periods, headers, values).summary;
          rows = [...rows, writtenRow(periods, headers, term + 1, values as Record<string, string | number>)];
        }
        summary = readSummary(writeSummary(summary));
      }
      const byTerm = (known: readonly RowOf<typeof periods>[]) =>
        periodsOf(known, shown).sort((a, b) => a.term - b.term);
      expect(byTerm(knownRows(summary, periods))).toEqual(byTerm(rows.map(({ values }) => values)));
    }),
  );
});
