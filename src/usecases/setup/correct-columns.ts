/** 初期設定 after a person corrected 「旧台帳の列の対応」: cells nobody has touched since are filled in anew. */
import { dayOfInstant } from '../../domain/fields/instant';
import { now } from '../../platform/clock';
import { encodeRaw, type CellValue } from '../../sheets/cell';
import type { Found } from '../../sheets/read';
import { COUNTER_ROW, credentials, ledger, periods, summaries, type RowOf } from '../../sheets/schema';
import { readSummary, writeSummary } from '../../sheets/summary';
import { ledgerChange } from '../ledger/ledger-change';
import { startNumbering, type Numbering } from '../summary/numbering';
import type { Person } from '../summary/people';
import { appendPersonRow, updatePersonRow } from '../summary/person-rows';
import { commitInBatches, type PersonWrites } from './batches';
import type { OldPerson } from './old-people';
import { byKey } from './old-values';
import type { SetupReport } from './report';
import { OLD_LEDGER } from './tabs';

interface Correction {
  /** 旧台帳 by the columns as corrected, and by those used before. */
  people: readonly OldPerson[];
  before: readonly OldPerson[];
  found: Found;
  by: string;
  startedAt: number;
}

/** Done twice it changes nothing more: a cell is written only where the former value still stands. */
export function correctColumns(correction: Correction, report: SetupReport): void {
  const { people, before, found, by, startedAt } = correction;
  const former = new Map(before.map((one) => [one.row, one]));
  const persons = personsOf(found);
  const counters = found.rows(summaries).find(({ row }) => row === COUNTER_ROW);
  if (!counters) throw new Error('The counter row was not read.');
  const at = now();
  const numbering = startNumbering(counters, Number(dayOfInstant(at).slice(0, 4)));
  const writes = people.flatMap((one): PersonWrites[] => {
    const person = persons.get(one.number);
    const old = former.get(one.row);
    if (!person || !old) return [];
    const set = untouchedOf(person, byKey(old.adopted.values), byKey(one.adopted.values));
    if (Object.keys(set).length === 0) return [];
    const period = periodOf(person, set, found);
    const summary = period ? { summary: writeSummary(period.summary) } : {};
    const change = ledgerChange(person, { set, by, route: '取込', at }, summary, numbering, found);
    return [
      {
        updates: [...change.updates, ...(period && 'update' in period ? [period.update] : [])],
        appends: [...change.appends, ...(period && 'append' in period ? [period.append] : [])],
      },
    ];
  });
  if (writes.length === 0) return;
  const done = commitInBatches(withCounters(writes, numbering), startedAt, counters) - 1;
  report.done.push(
    `列の対応が直されたため、「${OLD_LEDGER}」から${String(Math.max(done, 0))}名の台帳を入れ直しました（そのあとに手で直した欄は変えていません）。`,
  );
  if (done < writes.length)
    report.todo.push(
      '時間がかかるため、途中までです。もう一度「初期設定」を選んでください。続きから行います。',
    );
}

/** The counters first: numbers drawn are never given out twice, whatever is interrupted afterwards. */
function withCounters(writes: readonly PersonWrites[], numbering: Numbering): PersonWrites[] {
  return [{ updates: [numbering.toUpdate()], appends: [] }, ...writes];
}

function personsOf(found: Found): Map<string, Person> {
  const summary = new Map(found.rows(summaries).map((row) => [row.values.number, row]));
  const credential = new Map(found.rows(credentials).map((row) => [row.values.number, row]));
  return new Map(
    found.rows(ledger).flatMap((row): [string, Person][] => {
      const { number } = row.values;
      const [own, login] = [summary.get(number), credential.get(number)];
      return own && login ? [[number, { ledger: row, summary: own, credential: login }]] : [];
    }),
  );
}

/** New values where the former one still stands; never of the number itself. */
function untouchedOf(
  { ledger: row }: Person,
  before: Partial<RowOf<typeof ledger>>,
  after: Partial<RowOf<typeof ledger>>,
): Partial<RowOf<typeof ledger>> {
  const set: Record<string, CellValue> = {};
  for (const [key, { kind }] of Object.entries(ledger.columns)) {
    if (key === ledger.key) continue;
    const [was = '', is = ''] = [before, after].map(
      (values) => (values as Record<string, CellValue>)[key] ?? '',
    );
    if (was !== is && row.raw[key] === encodeRaw(was, kind)) set[key] = is;
  }
  return set;
}

/** The first period follows the ledger's days as long as no other one has been added; with the read model that knows it. */
function periodOf({ ledger: row, summary }: Person, set: Partial<RowOf<typeof ledger>>, found: Found) {
  if (set.validFrom === undefined && set.validTo === undefined && set.certifiedOn === undefined)
    return undefined;
  const days = {
    start: set.validFrom ?? row.values.validFrom,
    end: set.validTo ?? row.values.validTo,
    decidedOn: set.certifiedOn ?? row.values.certifiedOn,
  };
  const before = readSummary(summary.values.summary);
  const own = found.rows(periods).filter(({ values }) => values.number === row.values.number);
  const [first] = own;
  if (first && own.length === 1) return updatePersonRow(before, first, days);
  if (first || days.end === '') return undefined;
  const added = { number: row.values.number, term: 1, basis: '新規認定', ...days };
  return appendPersonRow(before, periods, found.headers(periods), added);
}
