/** 初期設定, second part: people of 旧台帳 enter 台帳, 有効期間, `_認証` and `_要約`, each once by the number. */
import {
  adoptRow,
  findDuplicates,
  proposeMapping,
  type AdoptedRow,
  type ColumnMapping,
} from '../../domain/adoption';
import { dayOfSerial } from '../../domain/fields/date';
import { numberKey } from '../../domain/fields/number';
import { append, commit } from '../../sheets/commit';
import { readForDecision, type Found } from '../../sheets/read';
import { credentials, history, ledger, periods, summaries, type RowOf } from '../../sheets/schema';
import { EMPTY_SUMMARY, type LastSeen } from '../../sheets/summary';
import { readForeignTab } from '../../sheets/structure';
import { encodeRaw, type CellValue } from '../../sheets/cell';
import type { SetupReport } from './report';
import { OLD_LEDGER } from './tabs';

/** People of one commit: keeps a request well below 2 MB. */
const BATCH = 300;

interface OldPerson {
  row: number;
  adopted: AdoptedRow;
  number: string;
}

/** The mapping as 設定 「旧台帳の列の対応」 shows it: a line a column. */
export function writeColumns(mapping: readonly ColumnMapping[]): string {
  return mapping.map(({ header, column }) => `${header}＝${column ?? '（使わない）'}`).join('\n');
}

/** The mapping a person may have corrected in 設定; columns it does not name keep the proposal. */
export function readColumns(headers: readonly string[], text: string): ColumnMapping[] {
  const lines = new Map(text.split('\n').flatMap((line) => splitLine(line)));
  const known = new Set(Object.values(ledger.columns).map(({ header }) => header));
  return proposeMapping(headers).map((proposed) => {
    const wished = lines.get(proposed.header.trim());
    if (wished === undefined) return proposed;
    return { header: proposed.header, column: known.has(wished) ? wished : null };
  });
}

function splitLine(line: string): [string, string][] {
  const at = line.lastIndexOf('＝');
  return at < 0 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()]];
}

/** Takes over who is not there yet; answers the mapping that was used, or undefined without an old ledger. */
export function adoptLedger(mappingText: string, report: SetupReport): ColumnMapping[] | undefined {
  const [headers = [], ...rows] = readForeignTab(OLD_LEDGER);
  if (headers.length === 0) return undefined;
  const mapping = readColumns(headers.map(String), mappingText);
  const found = readForDecision([
    { tab: ledger, whole: true },
    { tab: periods },
    { tab: credentials },
    { tab: history },
    { tab: summaries, whole: true },
  ]);
  const present = new Set(found.rows(ledger).map(({ values }) => values.number));
  const summarised = new Set(found.rows(summaries).map(({ values }) => values.number));
  const people = rows
    .map((row, index) => toPerson(row, index + 2, mapping))
    .filter(({ adopted }) => Object.keys(adopted.values).length > 0);
  const fresh = withoutDoubles(people, report).filter(
    ({ number }) => number !== '' && !present.has(number) && !summarised.has(number),
  );
  let next = Math.max(1, ...found.rows(ledger).map(({ row }) => row)) + 1;
  for (let from = 0; from < fresh.length; from += BATCH) {
    const batch = fresh.slice(from, from + BATCH);
    commit({
      updates: [],
      appends: batch.flatMap((person, index) => personRows(person, next + index, found)),
    });
    next += batch.length;
  }
  for (const { row, adopted } of people) {
    for (const { column, text, reason } of adopted.problems)
      report.problems.push({ row, text: problemText(column, text, reason) });
  }
  const unused = mapping
    .filter(({ column, header }) => column === null && header.trim() !== '')
    .map(({ header }) => header);
  if (unused.length > 0)
    report.todo.push(
      `「${OLD_LEDGER}」の次の列は台帳に移していません。必要なら設定「旧台帳の列の対応」を直して、もう一度「初期設定」を選んでください：${unused.join('、')}`,
    );
  if (fresh.length > 0) report.done.push(`「${OLD_LEDGER}」から${fresh.length}名を台帳に移しました。`);
  return mapping;
}

function toPerson(
  row: Parameters<typeof adoptRow>[0],
  at: number,
  mapping: readonly ColumnMapping[],
): OldPerson {
  const adopted = adoptRow(row, mapping);
  return { row: at, adopted, number: String(adopted.values[ledger.columns.number.header] ?? '') };
}

/** Of rows with one and the same number only the first is taken; all of them are reported. */
function withoutDoubles(people: readonly OldPerson[], report: SetupReport): OldPerson[] {
  const doubles = findDuplicates(
    people.map(({ row, number, adopted }) => ({
      row,
      number,
      name: String(adopted.values[ledger.columns.name.header] ?? ''),
    })),
  );
  const later = new Set<number>();
  for (const { key, rows, exact, sameName } of doubles) {
    if (exact) rows.slice(1).forEach((row) => later.add(row));
    const [first = 0] = rows;
    const what = exact ? '同じ番号の行があります' : '先頭の0やハイフンだけが違う番号の行があります';
    const end = exact ? 'はじめの行だけを移しました。' : 'どちらも移しました。番号をお確かめください。';
    report.problems.push({
      row: first,
      text: `番号 ${key}：${what}（${rows.join('、')}行目${sameName ? '、同じ氏名' : ''}）。${end}`,
    });
  }
  return people.filter(({ row }) => !later.has(row));
}

function personRows({ adopted, number }: OldPerson, ledgerRow: number, found: Found) {
  const values = byKey(adopted.values);
  const state = { number, start: values.validFrom ?? '', end: values.validTo ?? '' };
  return [
    append(ledger, found.headers(ledger), values),
    append(credentials, found.headers(credentials), { number }),
    append(summaries, found.headers(summaries), {
      number,
      numberKey: numberKey(number),
      ledgerRow,
      generation: 0,
      lastSeen: JSON.stringify(lastSeenOfNew(values)),
      summary: JSON.stringify(EMPTY_SUMMARY),
    }),
    ...(state.end === ''
      ? []
      : [
          append(periods, found.headers(periods), {
            ...state,
            term: 1,
            basis: '新規認定',
            decidedOn: values.certifiedOn ?? '',
          }),
        ]),
  ];
}

/** Values by column key: days as ISO text. */
function byKey(values: Readonly<Record<string, string | number>>): Partial<RowOf<typeof ledger>> {
  const keyed: Record<string, CellValue> = {};
  for (const [key, { header, kind }] of Object.entries(ledger.columns)) {
    const value = values[header];
    if (value === undefined) continue;
    keyed[key] = kind === 'day' && typeof value === 'number' ? dayOfSerial(value) : String(value);
  }
  return keyed;
}

function lastSeenOfNew(values: Partial<RowOf<typeof ledger>>): LastSeen {
  const seen: LastSeen = {};
  for (const [key, { header, kind }] of Object.entries(ledger.columns)) {
    const raw = encodeRaw((values as Record<string, CellValue>)[key] ?? '', kind);
    if (raw !== '') seen[header] = raw;
  }
  return seen;
}

const REASONS: Readonly<Record<string, string>> = {
  NO_NUMBER: '番号がないため、移していません。',
  NO_NAME: '氏名がありません。',
};

function problemText(column: string, text: string, reason: string): string {
  const what = REASONS[reason] ?? `「${text}」は読み取れなかったため、空欄にしました。台帳に入れてください。`;
  return `${column}：${what}`;
}
