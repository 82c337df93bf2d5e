/** 初期設定, second part: people of 旧台帳 enter 台帳, 有効期間, `_認証` and `_要約`, each once by the number. */
import { dayOfSerial } from '../../domain/fields/date';
import { numberKey } from '../../domain/fields/number';
import { now } from '../../platform/clock';
import { encodeRaw, type CellValue } from '../../sheets/cell';
import { append } from '../../sheets/commit';
import { readForDecision, type Found } from '../../sheets/read';
import { credentials, history, ledger, periods, summaries, type RowOf } from '../../sheets/schema';
import { readForeignTab } from '../../sheets/structure';
import { EMPTY_SUMMARY, type LastSeen, writeSummary } from '../../sheets/summary';
import { appendPersonRow } from '../summary/person-rows';
import { commitInBatches, type PersonWrites } from './batches';
import { findColumnTrouble, readColumns, writeColumns } from './columns';
import { correctColumns } from './correct-columns';
import { readOldPeople, reportUnread, withoutDoubles, type OldPerson } from './old-people';
import { byKey } from './old-values';
import type { SetupReport } from './report';
import { OLD_LEDGER } from './tabs';

/** What 設定 says about the columns, and what it said when they were used last. */
export interface ColumnTexts {
  wished: string;
  used: string | undefined;
  /** Who corrects: stands in 変更履歴. */
  by: string;
}

/** Takes over who is not there yet; answers the text for 設定 「旧台帳の列の対応」, or undefined without an old ledger. */
export function adoptLedger({ wished, used, by }: ColumnTexts, report: SetupReport): string | undefined {
  const startedAt = now();
  const [headers = [], ...rows] = readForeignTab(OLD_LEDGER);
  if (headers.length === 0) {
    report.todo.push(
      `これまでの台帳が別の名前のシートにあるときは、そのシートの名前を「${OLD_LEDGER}」に変えて、もう一度「初期設定」を選んでください。`,
    );
    return undefined;
  }
  const titles = headers.map((cell) => (typeof cell === 'object' ? dayOfSerial(cell.date) : String(cell)));
  const columns = readColumns(titles, wished);
  const found = readForDecision([
    { tab: ledger, whole: true },
    { tab: periods, whole: true },
    { tab: credentials, whole: true },
    { tab: history },
    { tab: summaries, whole: true },
  ]);
  const all = readOldPeople(rows, columns);
  const people = withoutDoubles(all, report);
  adoptNew(people, found, startedAt, report);
  const text = writeColumns(columns);
  if (used !== undefined && used !== text) {
    const before = readOldPeople(rows, readColumns(titles, used));
    correctColumns({ people, before, found, by, startedAt }, report);
  }
  reportUnread(all, new Map(found.rows(ledger).map((row) => [row.values.number, row.byHeader])), report);
  report.todo.push(...findColumnTrouble(columns, wished));
  const unused = columns.flatMap(({ name, column }, index) =>
    column === null && rows.some((row) => (row[index] ?? '') !== '') ? [name] : [],
  );
  if (unused.length > 0)
    report.todo.push(
      `「${OLD_LEDGER}」の次の列は台帳に移していません（「${OLD_LEDGER}」には残っています）。必要なら設定「旧台帳の列の対応」の右側を台帳の列の名前に直して、もう一度「初期設定」を選んでください：${unused.join('、')}`,
    );
  return text;
}

function adoptNew(people: readonly OldPerson[], found: Found, startedAt: number, report: SetupReport): void {
  const present = new Set(found.rows(ledger).map(({ values }) => values.number));
  const summarised = new Set(found.rows(summaries).map(({ values }) => values.number));
  const fresh = people.filter(
    ({ number }) => number !== '' && !present.has(number) && !summarised.has(number),
  );
  const next = Math.max(1, ...found.rows(ledger).map(({ row }) => row)) + 1;
  const done = commitInBatches(
    fresh.map((person, index) => personRows(person, next + index, found)),
    startedAt,
  );
  if (done > 0) report.done.push(`「${OLD_LEDGER}」から${String(done)}名を台帳に移しました。`);
  if (done < fresh.length)
    report.todo.push(
      `時間がかかるため、残りの${String(fresh.length - done)}名はまだ移していません。もう一度「初期設定」を選んでください。続きから移します。`,
    );
}

function personRows({ adopted, number }: OldPerson, ledgerRow: number, found: Found): PersonWrites {
  const values = byKey(adopted.values);
  const period = firstPeriod(number, values, found);
  const appends = [
    append(ledger, found.headers(ledger), values),
    append(credentials, found.headers(credentials), { number }),
    append(summaries, found.headers(summaries), {
      number,
      numberKey: numberKey(number),
      ledgerRow,
      generation: 0,
      lastSeen: JSON.stringify(lastSeenOfNew(values)),
      summary: writeSummary(period.summary),
    }),
    ...period.appends,
  ];
  return { updates: [], appends };
}

/** 有効期間 begins with what the old table says; nothing where it names no end. */
function firstPeriod(number: string, values: Partial<RowOf<typeof ledger>>, found: Found) {
  const end = values.validTo ?? '';
  if (end === '') return { summary: EMPTY_SUMMARY, appends: [] };
  const decidedOn = values.certifiedOn ?? '';
  const row = { number, term: 1, start: values.validFrom ?? '', end, basis: '新規認定', decidedOn };
  const written = appendPersonRow(EMPTY_SUMMARY, periods, found.headers(periods), row);
  return { summary: written.summary, appends: [written.append] };
}

function lastSeenOfNew(values: Partial<RowOf<typeof ledger>>): LastSeen {
  const seen: LastSeen = {};
  for (const [key, { header, kind }] of Object.entries(ledger.columns)) {
    const raw = encodeRaw((values as Record<string, CellValue>)[key] ?? '', kind);
    if (raw !== '') seen[header] = raw;
  }
  return seen;
}
